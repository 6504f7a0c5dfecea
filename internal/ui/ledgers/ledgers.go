// Package ledgers is the page of the ledgers (台账): a catalogue of all of them, and one of them at a time, filtered by village, day,
// state and words, with why somebody is on it, copied or written to a file.
package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

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
	loading   bool // a ledger is being made
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
	head := kit.Head(kit.Line(10, kit.Title(text.T("ui.page.ledgers")), kit.Em(18, p.which), back), kit.Line(8, p.count, saved, file))
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
