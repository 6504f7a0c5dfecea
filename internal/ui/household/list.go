// Package household is the list of households with instant search, and the page of one household: what is known of it, its
// members, its visits, its members' wishes, readable as a file.
package household

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// List is the page of all households.
type List struct {
	d       page.Deps
	content *fyne.Container
	search  *kit.SearchBox
	village *kit.Picker
	count   *canvas.Text
	table   *kit.Table
	rows    []row
}

// row is one household as the list shows it; read from the store when it comes into sight first.
type row struct {
	id      string
	read    bool
	h       registry.Household
	members int
}

// NewList makes the page.
func NewList(d page.Deps) page.Page {
	l := &List{d: d, content: container.NewStack(), count: kit.Words("", kit.Quiet)}
	l.search = kit.NewSearchBox(text.T("household.search"))
	l.search.Search = func(string) { l.Refresh() }
	l.search.Down = func() { d.Window.Canvas().Focus(l.table) }
	l.search.Go = func() { l.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	l.village = kit.NewPickerOf(func() []kit.Item { return page.VillagesInUse(d.Desk) })
	l.village.Hint = text.T("household.all_villages")
	l.village.OnChange(l.Refresh)
	l.table = l.newTable()
	return l
}

func (l *List) newTable() *kit.Table {
	columns := []kit.Column{
		{Title: text.T("household.col.head"), Em: 5.5, Grow: true}, {Title: text.T("household.col.members"), Em: 2.4, Right: true},
		{Title: text.T("household.col.type"), Em: 8.8}, {Title: text.T("household.col.village"), Em: 4.4, Grow: true},
		{Title: text.T("household.col.group"), Em: 5.5}, {Title: text.T("household.col.phone"), Em: 6.4},
		{Title: text.T("household.col.no"), Em: 9.8},
	}
	t := kit.NewTable(columns, func() int { return len(l.rows) }, l.cell)
	t.OnOpen = func(i int) { l.d.Show(page.Household, l.rows[i].id) }
	t.OnType = func(r rune) {
		l.d.Window.Canvas().Focus(l.search)
		l.search.TypedRune(r)
	}
	t.Escape = func() { l.d.Window.Canvas().Focus(l.search) }
	return t
}

// Content is the page.
func (l *List) Content() fyne.CanvasObject { return l.content }

// Open shows one village; "" leaves what was chosen.
func (l *List) Open(village string) {
	if village != "" {
		l.village.SetValue(village)
	}
}

// Focus puts the keyboard into the list, where a letter begins a search.
func (l *List) Focus() {
	if len(l.rows) > 0 {
		l.d.Window.Canvas().Focus(l.table)
	}
}

// Refresh finds the households anew. Only what comes into sight is read.
func (l *List) Refresh() {
	village := l.village.Value()
	all := l.d.Desk.HouseholdIDs(village)
	ids := all
	if typed := l.search.Text; typed != "" {
		ids = l.found(typed, village)
	}
	l.rows = make([]row, len(ids))
	for i, id := range ids {
		l.rows[i].id = id
	}
	kit.SetWords(l.count, text.T("household.count", len(ids)), kit.Quiet)
	l.table.Reload()
	l.draw(len(all) == 0 && village == "")
}

func (l *List) found(typed, village string) []string {
	in := map[string]bool{}
	for _, id := range l.d.Desk.HouseholdIDs(village) {
		in[id] = true
	}
	var ids []string
	for _, id := range l.d.Desk.FindHouseholds(typed, 0) {
		if in[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

func (l *List) draw(empty bool) {
	add := kit.NewPrimary(text.T("household.new"), func() { l.d.Show(page.Household, "") })
	bring := kit.NewButton(text.T("household.import"), func() { l.d.Show(page.Import, "") })
	if empty {
		l.content.Objects = []fyne.CanvasObject{kit.Empty(theme.AccountIcon(), text.T("household.empty"), text.T("household.empty.hint"), bring, add)}
		l.content.Refresh()
		return
	}
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.houses")), l.count), kit.Line(8, bring, add))
	filter := container.NewBorder(nil, nil, kit.Wide(220, l.village), nil, l.search)
	body := container.NewStack(kit.Panel(l.table))
	l.content.Objects = []fyne.CanvasObject{kit.Padded(container.NewBorder(kit.Rows(8, head, filter, kit.Gap()), nil, nil, nil, body))}
	l.content.Refresh()
}

// at is the row at i, read when it is asked for first.
func (l *List) at(i int) *row {
	r := &l.rows[i]
	if r.read {
		return r
	}
	r.read = true
	if h, err := l.d.Desk.Household(r.id); err == nil {
		r.h = h
	}
	if people, err := l.d.Desk.Members(r.id); err == nil {
		r.members = len(people)
	}
	return r
}

func (l *List) cell(i, column int) kit.Cell {
	r := l.at(i)
	switch column {
	case 0:
		return kit.Cell{Text: r.h.Head()}
	case 1:
		return kit.Cell{Text: strconv.Itoa(r.members)}
	case 2:
		return kit.Cell{Text: r.h.Type(), Tone: kit.Accent, Badge: true}
	case 3:
		return kit.Cell{Text: page.VillageName(r.h.Village())}
	case 4:
		return kit.Cell{Text: r.h.Group()}
	case 5:
		return kit.Cell{Text: r.h.Phone(), Tone: kit.Quiet}
	}
	return kit.Cell{Text: r.h.Answers[survey.HouseNo], Tone: kit.Quiet}
}

// Commands are the keys of the page.
func (l *List) Commands() []kit.Command {
	return []kit.Command{{Label: text.T("household.find"), Key: fyne.KeyF3, Do: func() { l.d.Window.Canvas().Focus(l.search) }}}
}
