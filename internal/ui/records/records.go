// Package records is the frame of a page that is a list of records of one type, or the form of one: events, tasks, schools.
//
// It is no page: a page embeds Page, says what its list and its words are, and calls Begin.
package records

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// List is the table or the grid that the records stand in.
type List interface {
	fyne.CanvasObject
	fyne.Focusable
	Reload()
}

// Kind is what one such page is about.
type Kind struct {
	Type   string // of the records
	First  string // question at which the form of a new one begins; "" is its first
	At     string // question at which the form of one that is there begins; "" is its first
	Icon   fyne.Resource
	Title  string
	Add    string // says on the button what is added; the title of its form
	Edit   string // title of the form of one that is there
	Saved  string
	None   string // what stands there while there is none, and what to do
	Hint   string
	Count  func(n int) string
	Read   func() ([]registry.Record, error)
	Preset func() survey.Answers // what a new one begins with
	Ways   []fyne.CanvasObject   // buttons to other pages, while there is something
	Bring  fyne.CanvasObject     // the button to where many are added at once; nil for none
}

// Page is the list, or the form of one record.
type Page struct {
	form.Sheet
	Kind
	D     page.Deps
	All   []registry.Record
	list  List
	drawn func() // after the list was drawn anew
	count *canvas.Text
}

// Begin makes the page show a list; drawn, where it is not nil, is called each time the list was drawn.
func (p *Page) Begin(d page.Deps, k Kind, list List, drawn func()) {
	p.Sheet, p.D, p.Kind, p.list, p.drawn, p.count = form.NewSheet(d), d, k, list, drawn, kit.Words("", kit.Quiet)
	p.Sheet.ID = k.Type // Sheet asks for what it shows: the list is always there
	p.Draw, p.Rest = p.draw, p.rest
}

// Open shows the form of a record; "" the list.
func (p *Page) Open(id string) {
	p.Done()
	if id != "" {
		p.fill(id)
	}
}

// Change shows the form of the record in a row, where no form is open.
func (p *Page) Change(row int) { p.IfRead(func() { p.fill(p.All[row].ID) })() }

func (p *Page) rest() fyne.Focusable {
	if len(p.All) == 0 {
		return nil
	}
	return p.list
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return append([]kit.Command{kit.Ctrl(p.Add, fyne.KeyE, p.IfRead(func() { p.fill("") }))}, p.Sheet.Commands()...)
}

func (p *Page) draw() {
	var err error
	if p.All, err = p.Read(); err != nil {
		p.D.ShowError(err)
	}
	add := kit.NewPrimary(p.Add, p.IfRead(func() { p.fill("") }))
	adds := []fyne.CanvasObject{add}
	if p.Bring != nil {
		adds = []fyne.CanvasObject{p.Bring, add}
	}
	if len(p.All) == 0 {
		p.Put(kit.Empty(p.Icon, p.None, p.Hint, adds...))
		return
	}
	kit.SetWords(p.count, p.Count(len(p.All)), kit.Quiet)
	p.list.Reload()
	head := kit.Head(kit.Line(12, kit.Title(p.Title), p.count), kit.Line(8, slices.Concat(p.Ways, adds)...))
	p.Put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.list))))
	if p.drawn != nil {
		p.drawn()
	}
}

// fill shows the form of a record; "" is a new one.
func (p *Page) fill(id string) {
	title, preset := p.Add, survey.Answers{}
	if id != "" {
		title, p.Sheet.At = p.Edit, p.Kind.At
	} else if p.Preset != nil {
		preset = p.Preset()
	}
	p.FillRecord(title, p.Type, id, p.First, preset, func() {
		p.draw()
		p.Focus()
		p.D.Undo(p.Saved)
	})
}
