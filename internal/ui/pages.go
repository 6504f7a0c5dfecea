package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/attend"
	"ruhu/internal/ui/class"
	"ruhu/internal/ui/exchange"
	"ruhu/internal/ui/home"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/intake"
	"ruhu/internal/ui/ledgers"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/papers"
	"ruhu/internal/ui/person"
	"ruhu/internal/ui/settings"
)

// pageRow is one page of the window.
type pageRow struct {
	name string
	icon fyne.Resource // nil: not in the navigation
	new  func(page.Deps) page.Page
}

// pages are all pages, in the order of the navigation; Alt+1 is the first. A page's title is the word ui.page.<name>.
//
// It is a function because icons ask for the running program.
func pages() []pageRow {
	return []pageRow{
		{page.Home, theme.HomeIcon(), home.New},
		{page.Houses, theme.AccountIcon(), household.NewList},
		{page.Ledgers, theme.ListIcon(), ledgers.New},
		{page.Import, theme.DownloadIcon(), intake.New},
		{page.Class, theme.GridIcon(), class.New},
		{page.Attend, theme.ConfirmIcon(), attend.New},
		{page.Papers, theme.DocumentPrintIcon(), papers.New},
		{page.Exchange, theme.UploadIcon(), exchange.New},
		{page.Settings, theme.SettingsIcon(), settings.New},
		{page.Household, nil, household.New},
		{page.Person, nil, person.New},
	}
}
