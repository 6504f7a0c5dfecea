// Package ledgers is the page of the ledgers (台账): a catalogue of all of them, and one of them at a time, filtered by village, day,
// state and words, with why somebody is on it, copied or written to a file.
package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// Page is the page of the ledgers.
type Page struct {
	d         page.Deps
	content   *fyne.Container
	catalogue *catalogue
	sheet     fyne.CanvasObject
	which     *kit.Picker
	filter    *filter
	count     *canvas.Text
	body      *fyne.Container
	foot      *fyne.Container
	why       *kit.Note    // why the current row stands there, whole
	list      *ledger.List // nil until one was read
	shape     string       // which ledger the list was built for
	latest    *ledger.Latest
	reader    reader
	edition   int  // of the register, as far as this page was told
	loading   bool // the first rows of a ledger are being made
	enter     bool // the keyboard goes to the rows once they are there
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, count: kit.Words("", kit.Quiet), body: container.NewStack(), foot: kit.Rows(2), why: kit.NewNote(), latest: ledger.NewLatest(d), reader: reader{d: d}}
	p.which = kit.NewPickerOf(items)
	p.which.Hint = text.T("ledgers.which")
	p.which.OnChange(p.turned)
	p.filter = newFilter(d, p.fetch, p.Focus, p.toCatalogue)
	p.catalogue = newCatalogue(d, p.show)
	p.sheet = p.lay()
	p.content = container.NewStack(p.catalogue.content)
	return p
}

func (p *Page) lay() fyne.CanvasObject {
	file := kit.NewPrimary(text.T("ledgers.export"), p.export)
	saved := kit.NewMore(text.T("ledgers.views"), p.views)
	back := kit.NewButton(text.T("ledgers.catalogue"), p.toCatalogue)
	head := kit.Head(kit.Line(10, kit.Title(text.T("ui.page.ledgers")), kit.Wide(270, p.which), back), kit.Line(8, p.count, saved, file))
	return kit.Padded(container.NewBorder(kit.Rows(8, head, p.filter.content, kit.Gap()), nil, nil, nil, kit.Panel(p.body)))
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows the ledger of a name; "" leaves what was shown.
func (p *Page) Open(name string) {
	if _, ok := find(name); ok {
		p.show(name)
	}
}

// Focus puts the keyboard into the rows, or into the catalogue.
func (p *Page) Focus() {
	switch {
	case p.name() == "":
		p.catalogue.focus()
	case p.list != nil && p.list.Grid.Len() > 0 && p.shape == p.name():
		p.d.Window.Canvas().Focus(p.list.Grid)
	default:
		p.d.Window.Canvas().Focus(p.filter.search)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("ledgers.catalogue"), fyne.KeyB, p.toCatalogue),
		kit.Ctrl(text.T("ledgers.export"), fyne.KeyS, p.export),
		kit.Ctrl(text.T("ledgers.view.save"), fyne.KeyD, p.saveView),
		{Label: text.T("ledgers.search"), Key: fyne.KeyF3, Do: p.toSearch},
	}
}

func (p *Page) toSearch() {
	if p.name() == "" {
		p.catalogue.focus()
		return
	}
	p.d.Window.Canvas().Focus(p.filter.search)
}

// name is the ledger shown, "" while the catalogue is.
func (p *Page) name() string { return p.which.Value() }

// show shows a ledger, unfiltered.
func (p *Page) show(name string) {
	if name != p.name() {
		p.filter.clear()
	}
	p.which.SetValue(name)
	p.put(p.sheet)
	p.enter = true
	p.fetch()
}

func (p *Page) turned() {
	if p.name() == "" {
		p.toCatalogue()
		return
	}
	p.filter.clear()
	p.fetch()
}

func (p *Page) toCatalogue() {
	p.which.SetValue("")
	p.catalogue.search.SetQuietly("")
	p.catalogue.show()
	p.put(p.catalogue.content)
	p.catalogue.focus()
}

func (p *Page) put(o fyne.CanvasObject) {
	if p.content.Objects[0] != o {
		p.content.Objects = []fyne.CanvasObject{o}
		p.content.Refresh()
	}
}

// Refresh makes the ledger anew: the register may have changed.
func (p *Page) Refresh() {
	p.edition++
	if p.name() != "" {
		p.fetch()
	}
}

// fetch reads what is asked for, away from the window's thread, and shows it.
func (p *Page) fetch() {
	name := p.name()
	p.filter.suit(name)
	ask := question{name: name, filter: p.filter.value(), words: p.filter.search.Text, edition: p.edition}
	if p.shape != name {
		p.loading = true
		p.d.After(patience, p.wait)
	}
	var got answer
	p.latest.Run(func() { got = p.reader.read(ask) }, func() {
		p.loading = false
		switch {
		case got.err != nil:
			p.d.ShowError(got.err)
		case name == p.name():
			p.draw(name, got)
		}
	})
}

// wait says that a ledger is being made where that takes a while.
func (p *Page) wait() {
	if p.loading {
		p.body.Objects = []fyne.CanvasObject{kit.Empty(theme.HistoryIcon(), text.T("ledgers.loading"), text.T("ledgers.loading.hint"))}
		p.body.Refresh()
	}
}

// draw shows a ledger.
func (p *Page) draw(name string, got answer) {
	kit.SetWords(p.count, ledger.Count(got.made, len(got.rows)), kit.Quiet)
	p.filter.take(got.made)
	p.catalogue.note(name, ledger.Count(got.made, len(got.made.Rows)))
	had := p.list != nil && p.d.Window.Canvas().Focused() == fyne.Focusable(p.list.Grid)
	if p.list == nil || p.shape != name || len(p.list.Made.Columns) != len(got.made.Columns) {
		p.list, p.shape = p.newList(got.made), name
	}
	p.list.Show(got.made, got.rows)
	p.explain()
	p.foot.Objects = footnotes(got.made)
	face := fyne.CanvasObject(container.NewBorder(nil, container.NewVBox(p.why, p.foot), nil, nil, p.list.Grid))
	if len(got.rows) == 0 {
		face = p.empty(got.made)
	}
	p.body.Objects = []fyne.CanvasObject{face}
	p.body.Refresh()
	if had || p.enter && p.filter.search.Text == "" || p.d.Window.Canvas().Focused() == nil {
		p.Focus()
	}
	p.enter = false
}

func (p *Page) newList(made report.Table) *ledger.List {
	l := ledger.NewList(p.d, made)
	l.Grid.OnMove = func(int, int) { p.explain() }
	l.Grid.Escape = func() { p.d.Window.Canvas().Focus(p.filter.search) }
	l.Grid.OnType = func(r rune) {
		p.d.Window.Canvas().Focus(p.filter.search)
		p.filter.search.TypedRune(r)
	}
	return l
}

// explain says why the current row stands in the ledger: the column has no room for it.
func (p *Page) explain() {
	reason := p.list.Reason()
	p.why.Keep = reason != ""
	p.why.Set(reason, kit.Quiet)
}

// footnotes are how a ledger is counted, and what does not add up.
func footnotes(made report.Table) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if err := made.Check(); err != nil {
		x := text.Explain(err)
		out = append(out, kit.Tinted(kit.Bad, kit.Prose(x.What+x.Way, kit.Bad)))
	}
	for _, n := range made.Note {
		out = append(out, kit.Prose(n, kit.Quiet))
	}
	return out
}

func (p *Page) empty(made report.Table) fyne.CanvasObject {
	if p.filter.idle() {
		return kit.Empty(theme.ListIcon(), text.T("ledgers.none"), text.T("ledgers.about."+made.Name), kit.NewButton(text.T("ledgers.catalogue"), p.toCatalogue))
	}
	clear := kit.NewButton(text.T("ledgers.clear"), func() { p.filter.clear(); p.fetch() })
	return kit.Empty(theme.SearchIcon(), text.T("ledgers.none_match"), text.T("ledgers.none_match.hint"), clear)
}

// export writes what is shown, filter and all.
func (p *Page) export() {
	if p.list == nil || p.name() != p.shape || p.list.Grid.Len() == 0 {
		p.d.Toast(text.T("ledgers.nothing_to_export"))
		return
	}
	l, _ := find(p.shape)
	f := p.filter.value()
	f.Text = p.filter.search.Text
	ledger.Export{
		D: p.d, Name: l.Name, Title: p.list.Made.Title, What: ledger.Count(p.list.Made, p.list.Grid.Len()), Filter: f, People: true, Inner: l.Inner,
		Make: func(f report.Filter) (report.Table, error) { return p.d.Desk.Ledger(l.Name, f) },
	}.Ask()
}

func find(name string) (report.Ledger, bool) {
	for _, l := range desk.Ledgers() {
		if l.Name == name {
			return l, true
		}
	}
	return report.Ledger{}, false
}
