package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/home"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/ledgers"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/person"
)

// pageRow is one page of the window.
type pageRow struct {
	name string
	icon fyne.Resource // nil: not in the navigation
	new  func(page.Deps) page.Page
}

// pages are all pages, in the order of the navigation; Alt+1 is the first. A page's title is the word ui.page.<name>.
var pages = []pageRow{
	{page.Home, theme.HomeIcon(), home.New},
	{page.Houses, theme.AccountIcon(), household.NewList},
	{page.Ledgers, theme.ListIcon(), ledgers.New},
	{page.Household, nil, household.New},
	{page.Person, nil, person.New},
}
