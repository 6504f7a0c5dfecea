// Package cataloguepage is the page of the catalogues: trades, programmes, institutions, assessors, teachers and schools, one at a time.
// What ships stands there quietly with its source, the county's own above it; rows are added, changed, ended from a day on, read from a
// spreadsheet and written to one.
//
// A further catalogue is a type in registry.CatalogueTypes with its columns in shown.
package cataloguepage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the list of one catalogue, the form of a row, or what a file would bring.
type Page struct {
	form.Sheet
	d        page.Deps
	typ      string
	all      []registry.Record
	standing []catalogue.Standing
	rows     []int // those of all that are shown
	grid     *kit.Grid
	reading  *reading // a file that was looked through; nil where none is

	types, scope *kit.Toggle
	search       *kit.SearchBox
	count        *canvas.Text
	about        *kit.Note // what the current row is from
	body         *fyne.Container
	latest       *ledger.Latest
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d, count: kit.Words("", kit.Quiet), about: kit.NewNote(), body: container.NewStack(), latest: ledger.NewLatest(d)}
	p.about.Keep = true
	var titles []string
	for _, typ := range registry.CatalogueTypes {
		titles = append(titles, kindName(typ))
	}
	p.types = kit.NewToggle(titles...)
	p.types.OnChange(func() { p.turn(registry.CatalogueTypes[index(titles, p.types.Value())]) })
	p.scope = kit.NewToggle(text.T("cataloguepage.now"), text.T("cataloguepage.own"), text.T("cataloguepage.every"))
	p.scope.SetValue(text.T("cataloguepage.now"))
	p.scope.OnChange(p.sieve)
	p.search = kit.NewSearchBox(text.T("cataloguepage.search"))
	p.search.Search = func(string) { p.sieve() }
	p.search.Down, p.search.Go = p.toRows, p.toRows
	p.types.Escape, p.scope.Escape = p.toRows, p.toRows
	p.Sheet.Draw, p.Sheet.Rest = p.draw, p.rest
	p.take(registry.CatalogueTypes[0])
	return p
}

func kindName(typ string) string { return text.T("cataloguepage.kind." + typ) }

// index is the place of what was chosen, the first where nothing is.
func index(all []string, one string) int {
	for i, s := range all {
		if s == one {
			return i
		}
	}
	return 0
}

// Open shows a catalogue, or with <type>/<id> the form of one of its rows; "" leaves what was shown.
func (p *Page) Open(arg string) {
	typ, id, _ := strings.Cut(arg, "/")
	if typ == "" {
		return
	}
	p.Done()
	p.reading = nil
	p.take(typ)
	if id != "" {
		p.fillOwn(id)
	}
}

// turn goes to another catalogue, as a person does.
func (p *Page) turn(typ string) {
	p.take(typ)
	p.draw()
	p.toRows()
}

// take makes the grid for a catalogue.
func (p *Page) take(typ string) {
	p.typ, p.Sheet.ID = typ, typ
	p.types.SetValue(kindName(typ))
	p.search.SetQuietly("")
	p.grid = kit.NewGrid(columnsOf(p.d.Desk.Table(typ), typ), 2, func() int { return len(p.rows) }, p.cell)
	p.grid.Sorts = true
	p.grid.OnOpen = func(row, _ int) { p.IfRead(func() { p.change(p.rows[row]) })() }
	p.grid.OnMove = func(int, int) { p.tell() }
	p.grid.OnType = func(r rune) {
		p.d.Window.Canvas().Focus(p.search)
		p.search.TypedRune(r)
	}
	p.grid.Escape = func() { p.d.Window.Canvas().Focus(p.types) }
	p.grid.Copied = func(rows int) { p.d.Toast(text.T("cataloguepage.copied", rows)) }
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	commands := []kit.Command{
		kit.Ctrl(text.T("cataloguepage.add"), fyne.KeyE, p.IfRead(p.add)),
		kit.Ctrl(text.T("cataloguepage.end"), fyne.KeyD, p.IfRead(p.end)),
		kit.Ctrl(text.T("cataloguepage.in"), fyne.KeyO, p.IfRead(p.choose)),
		kit.Ctrl(text.T("cataloguepage.out"), fyne.KeyS, p.IfRead(p.export)),
		{Label: text.T("cataloguepage.search"), Key: fyne.KeyF3, Do: p.IfRead(func() { p.d.Window.Canvas().Focus(p.search) })},
		{},
	}
	for i, typ := range registry.CatalogueTypes {
		commands = append(commands, kit.Ctrl(kindName(typ), fyne.KeyName(rune('1'+i)), p.IfRead(func() { p.types.Choose(kindName(typ)) })))
	}
	return append(commands, p.Sheet.Commands()...)
}

func (p *Page) draw() {
	if p.reading != nil {
		p.Put(p.reading.content)
		return
	}
	var err error
	if p.all, err = p.d.Desk.CatalogueRows(p.typ); err != nil {
		p.d.ShowError(err)
	}
	p.standing = catalogue.Standings(p.all, p.d.Desk.Today())
	p.sieve()
	p.Put(p.lay())
}

func (p *Page) lay() fyne.CanvasObject {
	bring := kit.NewButton(text.T("cataloguepage.in"), p.IfRead(p.choose))
	out := kit.NewButton(text.T("cataloguepage.out"), p.IfRead(p.export))
	add := kit.NewPrimary(text.T("cataloguepage.add"), p.IfRead(p.add))
	head := kit.Head(kit.Line(12, kit.Title(text.T("ui.page.catalogue")), p.count), kit.Line(8, bring, out, add))
	left := kit.Line(8, p.scope, kit.Wide(1, kit.Gap()))
	find := &fyne.Container{Layout: layout.NewBorderLayout(nil, nil, left, nil), Objects: []fyne.CanvasObject{left, p.search}}
	return kit.Padded(container.NewBorder(kit.Rows(8, head, p.types, find, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
}

// sieve shows the rows that are asked for.
func (p *Page) sieve() {
	p.rows = p.rows[:0]
	for i, r := range p.all {
		if p.wanted(i) && says(r, strings.Fields(p.search.Text)) {
			p.rows = append(p.rows, i)
		}
	}
	words := text.T("cataloguepage.count_all", len(p.all))
	if len(p.rows) < len(p.all) {
		words = text.T("cataloguepage.count", len(p.rows), len(p.all))
	}
	kit.SetWords(p.count, words, kit.Quiet)
	p.grid.Reload()
	p.tell()
	p.body.Objects = []fyne.CanvasObject{p.face()}
	p.body.Refresh()
}

func (p *Page) wanted(i int) bool {
	switch p.scope.Value() {
	case text.T("cataloguepage.own"):
		return p.all[i].ID != ""
	case text.T("cataloguepage.every"):
		return true
	}
	return p.standing[i] == catalogue.InForce || p.standing[i] == catalogue.Coming
}

func says(r registry.Record, words []string) bool {
	whole := ""
	for _, v := range r.Unpack() {
		whole += survey.Fold(v) + "\n"
	}
	for _, w := range words {
		if !strings.Contains(whole, survey.Fold(w)) {
			return false
		}
	}
	return true
}

func (p *Page) face() fyne.CanvasObject {
	switch {
	case len(p.rows) > 0:
		end := kit.NewButton(text.T("cataloguepage.end"), p.IfRead(p.end))
		remove := kit.NewQuiet(text.T("cataloguepage.remove"), p.IfRead(p.remove))
		foot := container.NewBorder(nil, nil, nil, kit.Line(8, remove, end), p.about)
		return container.NewBorder(nil, foot, nil, nil, p.grid)
	case len(p.all) == 0:
		bring := kit.NewButton(text.T("cataloguepage.in"), p.IfRead(p.choose))
		add := kit.NewPrimary(text.T("cataloguepage.add"), p.IfRead(p.add))
		return kit.Empty(theme.ListIcon(), text.T("cataloguepage.none", kindName(p.typ)), text.T("cataloguepage.none.hint"), bring, add)
	}
	whole := kit.NewButton(text.T("cataloguepage.every"), func() { p.search.SetQuietly(""); p.scope.Choose(text.T("cataloguepage.every")); p.sieve(); p.toRows() })
	return kit.Empty(theme.SearchIcon(), text.T("cataloguepage.none_match"), text.T("cataloguepage.none_match.hint"), whole)
}

func (p *Page) rest() fyne.Focusable {
	switch {
	case p.reading != nil:
		return p.reading.first
	case len(p.rows) > 0:
		return p.grid
	}
	return p.types
}

func (p *Page) toRows() { p.d.Window.Canvas().Focus(p.rest()) }

// current is the row that the keyboard is at.
func (p *Page) current() (i int, ok bool) {
	row, _ := p.grid.Current()
	if row < 0 || row >= len(p.rows) {
		return 0, false
	}
	return p.rows[row], true
}
