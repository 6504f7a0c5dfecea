// Package household is the list of households with instant search, and the page of one household: what is known of it, its
// members, its visits, what was offered to it, readable as a file.
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
	sieve   *sieve
	count   *canvas.Text
	table   *kit.Table
	frame   fyne.CanvasObject // what is shown while there are households
	none    fyne.CanvasObject
	all     []string // households of the village, in the order of the list
	rows    []row
}

// row is one household as the list shows it; read from the store when it comes into sight first.
type row struct {
	id      string
	read    bool
	h       registry.Household
	called  string // by whom it is known, where it has no head
	members int
	visited string
}

// NewList makes the page.
func NewList(d page.Deps) page.Page {
	l := &List{d: d, content: container.NewStack(), count: kit.Words("", kit.Quiet)}
	l.search = kit.NewSearchBox(text.T("household.search"))
	l.search.Search = func(string) { l.show() }
	l.search.Down = func() { d.Window.Canvas().Focus(l.table) }
	l.search.Go = func() { l.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	l.village = kit.NewPickerOf(func() []kit.Item { return page.VillagesInUse(d.Desk) })
	l.village.Hint = text.T("household.all_villages")
	l.village.OnChange(l.Refresh)
	l.sieve = newSieve(d, l.Refresh, l.show)
	l.table = l.newTable()
	l.frame, l.none = l.lay(), l.empty()
	return l
}

func (l *List) newTable() *kit.Table {
	columns := []kit.Column{
		{Title: text.T("household.col.head"), Em: 5.5, Grow: true}, {Title: text.T("household.col.members"), Em: 2.4, Right: true},
		{Title: text.T("household.col.type"), Em: 8.8}, {Title: text.T("household.col.village"), Em: 4.4, Grow: true},
		{Title: text.T("household.col.group"), Em: 5}, {Title: text.T("household.col.phone"), Em: 6.4},
		{Title: text.T("household.col.visited"), Em: 5.8}, {Title: text.T("household.col.no"), Em: 9.4},
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

// lay puts search, filters and table under each other.
func (l *List) lay() fyne.CanvasObject {
	add := kit.NewPrimary(text.T("household.new"), func() { l.d.Show(page.Household, "") })
	bring := kit.NewButton(text.T("household.import"), func() { l.d.Show(page.Import, "") })
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.houses")), l.count), kit.Line(8, bring, add))
	filter := container.NewBorder(nil, nil, nil, kit.Line(8, kit.Wide(150, l.village), kit.Wide(150, l.sieve.kind), kit.Wide(150, l.sieve.state)), l.search)
	body := container.NewStack(kit.Panel(l.table))
	return kit.Padded(container.NewBorder(kit.Rows(8, head, filter, kit.Gap()), nil, nil, nil, body))
}

func (l *List) empty() fyne.CanvasObject {
	add := kit.NewPrimary(text.T("household.new"), func() { l.d.Show(page.Household, "") })
	bring := kit.NewButton(text.T("household.import"), func() { l.d.Show(page.Import, "") })
	return kit.Empty(theme.AccountIcon(), text.T("household.empty"), text.T("household.empty.hint"), bring, add)
}

// Content is the page.
func (l *List) Content() fyne.CanvasObject { return l.content }

// Open shows one village, or with page.Unvisited the households that nobody has called on; "" leaves what was chosen.
func (l *List) Open(arg string) {
	switch arg {
	case "":
	case page.Unvisited:
		l.village.SetValue("")
		l.sieve.kind.SetValue("")
		l.sieve.state.SetValue(stateUnvisited)
	default:
		l.village.SetValue(arg)
	}
}

// Focus puts the keyboard into the list, where a letter begins a search.
func (l *List) Focus() {
	if len(l.rows) > 0 {
		l.d.Window.Canvas().Focus(l.table)
	}
}

// Refresh reads which households there are anew, and what the filters need to know of them.
func (l *List) Refresh() {
	l.all = l.d.Desk.HouseholdIDs(l.village.Value())
	if l.sieve.read() {
		return // it shows the list when it has read the register
	}
	l.show()
}

// show finds the households that search and filters leave. Only what comes into sight is read.
func (l *List) show() {
	ids := l.all
	if typed := l.search.Text; typed != "" {
		ids = l.found(typed)
	}
	ids = l.sieve.pass(ids)
	l.rows = make([]row, len(ids))
	for i, id := range ids {
		l.rows[i].id = id
	}
	kit.SetWords(l.count, text.T("household.count", len(ids)), kit.Quiet)
	l.table.Reload()
	face := l.frame
	if len(l.all) == 0 && l.village.Value() == "" {
		face = l.none
	}
	l.content.Objects = []fyne.CanvasObject{face}
	l.content.Refresh()
}

func (l *List) found(typed string) []string {
	in := make(map[string]bool, len(l.all))
	for _, id := range l.all {
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

// at is the row at i, read when it is asked for first.
func (l *List) at(i int) *row {
	r := &l.rows[i]
	if r.read {
		return r
	}
	r.read = true
	if h, err := l.d.Desk.Household(r.id); err == nil {
		r.h, r.called = h, page.Called(l.d.Desk, h)
	}
	r.members = l.d.Desk.Size(r.id)
	if visits, err := l.d.Desk.Visits(r.id); err == nil && len(visits) > 0 {
		r.visited = visits[0].On()
	}
	return r
}

func (l *List) cell(i, column int) kit.Cell {
	r := l.at(i)
	switch column {
	case 0:
		if r.h.Head() == "" {
			return kit.Cell{Text: text.T("household.headless", r.called), Tone: kit.Quiet}
		}
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
	case 6:
		if r.visited == "" {
			return kit.Cell{Text: text.T("household.unvisited"), Tone: kit.Warn, Badge: true}
		}
		return kit.Cell{Text: r.visited, Tone: kit.Quiet}
	}
	return kit.Cell{Text: r.h.Get(survey.HouseNo), Tone: kit.Quiet}
}

// Commands are the keys of the page.
func (l *List) Commands() []kit.Command {
	return []kit.Command{{Label: text.T("household.find"), Key: fyne.KeyF3, Do: func() { l.d.Window.Canvas().Focus(l.search) }}}
}
