// Package ledgers is the page of the ledgers (台账): 两后生, 低收入家庭成员, 培训意愿. Filtered by village and words, counted, with why
// somebody is on it, and written to a spreadsheet.
package ledgers

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the page of the ledgers.
type Page struct {
	d       page.Deps
	content *fyne.Container
	which   *kit.Toggle
	village *kit.Picker
	status  *kit.Picker
	search  *kit.SearchBox
	count   *canvas.Text
	body    *fyne.Container
	table   *kit.Table
	why     *kit.Note // why the current row stands there, whole
	made    report.Table
	shape   string // which ledger the table was built for
	round   int
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, count: kit.Words("", kit.Quiet), body: container.NewStack(), why: kit.NewNote()}
	p.why.Keep = true
	var names []string
	for _, l := range report.All {
		names = append(names, text.T(l.TitleKey))
	}
	p.which = kit.NewToggle(names...)
	p.which.SetValue(names[0])
	p.which.OnChange(p.turned)
	p.village = kit.NewPickerOf(func() []kit.Item { return page.VillagesInUse(d.Desk) })
	p.village.Hint = text.T("ledgers.all_villages")
	p.village.OnChange(p.Refresh)
	p.status = kit.NewPickerOf(p.statuses)
	p.status.Hint = text.T("ledgers.all_states")
	p.status.OnChange(p.Refresh)
	p.search = kit.NewSearchBox(text.T("ledgers.search"))
	p.search.Search = func(string) { p.Refresh() }
	p.search.Down = p.Focus
	p.content = container.NewStack(p.lay())
	return p
}

func (p *Page) lay() fyne.CanvasObject {
	file := kit.NewPrimary(text.T("ledgers.export"), p.export)
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.ledgers")), p.which), kit.Line(12, p.count, file))
	filter := container.NewBorder(nil, nil, kit.Line(8, kit.Wide(180, p.village), kit.Wide(180, p.status), kit.Wide(1, kit.Gap())), nil, p.search)
	return kit.Padded(container.NewBorder(kit.Rows(8, head, filter, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows the ledger of a name.
func (p *Page) Open(name string) {
	for _, l := range report.All {
		if l.Name == name {
			p.which.SetValue(text.T(l.TitleKey))
			p.status.SetValue("")
		}
	}
}

// Focus puts the keyboard into the rows.
func (p *Page) Focus() {
	if p.table != nil && len(p.made.Rows) > 0 {
		p.d.Window.Canvas().Focus(p.table)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("ledgers.export"), fyne.KeyS, p.export),
		{Label: text.T("ledgers.search"), Key: fyne.KeyF3, Do: func() { p.d.Window.Canvas().Focus(p.search) }},
	}
}

func (p *Page) turned() {
	p.status.SetValue("")
	p.Refresh()
}

func (p *Page) ledger() report.Ledger {
	for _, l := range report.All {
		if text.T(l.TitleKey) == p.which.Value() {
			return l
		}
	}
	return report.All[0]
}

func (p *Page) filter() report.Filter {
	return report.Filter{Village: p.village.Value(), Text: p.search.Text, Status: p.status.Value()}
}

func (p *Page) statuses() []kit.Item {
	var items []kit.Item
	for _, s := range p.made.Statuses {
		items = append(items, kit.Item{Value: s.Name, Code: text.T("ledgers.people", s.Count)})
	}
	return items
}

// Refresh makes the ledger anew, away from the window's thread.
func (p *Page) Refresh() {
	p.round++
	round, l, f := p.round, p.ledger(), p.filter()
	var made report.Table
	var err error
	p.d.Go(func() { made, err = p.d.Desk.Ledger(l.Name, f) }, func() {
		switch {
		case round != p.round:
		case err != nil:
			p.d.ShowError(err)
		default:
			p.show(l.Name, made)
		}
	})
}

func (p *Page) show(name string, made report.Table) {
	p.made = made
	kit.SetWords(p.count, text.T("ledgers.people", made.Count()), kit.Quiet)
	if p.table == nil || p.shape != name {
		p.shape, p.table = name, p.newTable()
	}
	p.table.Reload()
	p.body.Objects = []fyne.CanvasObject{container.NewBorder(nil, p.why, nil, nil, p.table)}
	p.explain()
	if made.Count() == 0 {
		p.body.Objects = []fyne.CanvasObject{p.empty()}
	}
	p.body.Refresh()
}

func (p *Page) empty() fyne.CanvasObject {
	if p.filter() != (report.Filter{}) {
		return kit.Empty(theme.SearchIcon(), text.T("ledgers.none_match"), text.T("ledgers.none_match.hint"), kit.NewButton(text.T("ledgers.clear"), p.clear))
	}
	return kit.Empty(theme.ListIcon(), text.T("ledgers.none"), text.T("ledgers.none."+p.ledger().Name))
}

func (p *Page) clear() {
	p.village.SetValue("")
	p.status.SetValue("")
	p.search.SetQuietly("")
	p.Refresh()
}

// forward are the columns that the screen shows first, whatever the order on paper: who it is, and why.
var forward = []string{"no", survey.FullName, survey.Sex, survey.Age, survey.HeadName, survey.Village, survey.Group, "verdict", "why", survey.Trade1, survey.WishText, survey.Destination, survey.Phone}

// order gives the columns as the screen shows them.
func order(columns []report.Column) []int {
	var first, rest []int
	for _, key := range forward {
		for i, c := range columns {
			if c.Key == key {
				first = append(first, i)
			}
		}
	}
	for i, c := range columns {
		if !slices.Contains(first, i) && c.Key != "township" {
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

func (p *Page) newTable() *kit.Table {
	at := order(p.made.Columns)
	var columns []kit.Column
	for _, i := range at {
		c := p.made.Columns[i]
		columns = append(columns, kit.Column{Title: c.Label, Em: p.em(i), Right: c.Right})
	}
	t := kit.NewTable(columns, func() int { return len(p.made.Rows) }, func(row, column int) kit.Cell {
		return kit.Cell{Text: p.shown(row, at[column])}
	})
	t.OnOpen = func(i int) { p.d.Show(page.Person, p.made.IDs[i]) }
	t.OnMove = func(int) { p.explain() }
	t.OnSelect = func() {}
	t.Escape = func() { p.d.Window.Canvas().Focus(p.search) }
	return t
}

// explain says why the current row stands in the ledger: the column has no room for it.
func (p *Page) explain() {
	words := ""
	for i, c := range p.made.Columns {
		if row := p.table.Current(); c.Key == "why" && row >= 0 {
			words = p.made.Rows[row][i]
		}
	}
	p.why.Set(words, kit.Quiet)
}

// em is as wide as what stands in a column, within reason.
func (p *Page) em(column int) float32 {
	wide := letters(p.made.Columns[column].Label) * 0.9
	for row := range min(len(p.made.Rows), 100) {
		wide = max(wide, letters(p.shown(row, column)))
	}
	return min(wide+0.4, 16)
}

// shown is a cell as the screen has room for it: villages by their short names. The file has the long ones.
func (p *Page) shown(row, column int) string {
	s := p.made.Rows[row][column]
	if p.made.Columns[column].Key == survey.Village {
		return page.ShortVillage(s)
	}
	return s
}

// letters is the width of s in Chinese characters.
func letters(s string) (em float32) {
	for _, r := range s {
		if r < 0x80 {
			em += 0.58
		} else {
			em++
		}
	}
	return em
}
