package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/attend"
	"ruhu/internal/ui/auditpage"
	"ruhu/internal/ui/calendar"
	"ruhu/internal/ui/cataloguepage"
	"ruhu/internal/ui/class"
	"ruhu/internal/ui/exchange"
	"ruhu/internal/ui/home"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/intake"
	"ruhu/internal/ui/ledgers"
	"ruhu/internal/ui/outreach"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/papers"
	"ruhu/internal/ui/person"
	"ruhu/internal/ui/places"
	"ruhu/internal/ui/qualitypage"
	"ruhu/internal/ui/questions"
	"ruhu/internal/ui/rulespage"
	"ruhu/internal/ui/schools"
	"ruhu/internal/ui/settings"
	"ruhu/internal/ui/tables"
	"ruhu/internal/ui/targets"
)

// pageRow is one page of the window.
type pageRow struct {
	name string
	icon fyne.Resource // nil: not in the navigation
	new  func(page.Deps) page.Page
	rare bool // below the line of the navigation: without a number of its own
}

// pages are all pages, in the order of the navigation; Alt+1 is the first. A page's title is the word ui.page.<name>.
//
// It is a function because icons ask for the running program.
func pages() []pageRow {
	return []pageRow{
		{name: page.Home, icon: theme.HomeIcon(), new: home.New},
		{name: page.Houses, icon: theme.AccountIcon(), new: household.NewList},
		{name: page.Ledgers, icon: theme.ListIcon(), new: ledgers.New},
		{name: page.Import, icon: theme.DownloadIcon(), new: intake.New},
		{name: page.Class, icon: theme.GridIcon(), new: class.New},
		{name: page.Attend, icon: theme.ConfirmIcon(), new: attend.New},
		{name: page.Papers, icon: theme.DocumentPrintIcon(), new: papers.New},
		{name: page.Exchange, icon: theme.UploadIcon(), new: exchange.New},
		{name: page.Settings, icon: theme.SettingsIcon(), new: settings.New},
		{name: page.Tables, icon: theme.StorageIcon(), new: tables.New, rare: true},
		{name: page.Calendar, icon: theme.HistoryIcon(), new: calendar.New, rare: true},
		{name: page.Quality, icon: theme.WarningIcon(), new: qualitypage.New, rare: true},
		{name: page.Audit, icon: theme.VisibilityIcon(), new: auditpage.New, rare: true},
		{name: page.Targets, icon: theme.RadioButtonCheckedIcon(), new: targets.New, rare: true},
		{name: page.Catalogue, icon: theme.FolderIcon(), new: cataloguepage.New, rare: true},
		{name: page.Doubles, icon: theme.ContentCopyIcon(), new: person.NewDoubles, rare: true},
		{name: page.Outreach, icon: theme.VolumeUpIcon(), new: outreach.New, rare: true},
		{name: page.Questions, icon: theme.QuestionIcon(), new: questions.New, rare: true},
		{name: page.Rules, icon: theme.DocumentIcon(), new: rulespage.New, rare: true},
		{name: page.Places, icon: theme.FolderOpenIcon(), new: places.New, rare: true},
		{name: page.Schools, new: schools.New},
		{name: page.Household, new: household.New},
		{name: page.Person, new: person.New},
	}
}
