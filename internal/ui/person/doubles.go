package person

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Doubles is the page of records that may be of one person, pair by pair.
type Doubles struct {
	d       page.Deps
	content *fyne.Container
	count   *canvas.Text
	table   *kit.Table
	frame   fyne.CanvasObject
	pairs   []desk.Pair
	tells   map[string]string // what tells somebody from others, by id; read as it comes into sight
}

// NewDoubles makes the page.
func NewDoubles(d page.Deps) page.Page {
	p := &Doubles{d: d, content: container.NewStack(), count: kit.Words("", kit.Quiet)}
	p.table = kit.NewTable([]kit.Column{
		{Title: text.T("person.doubles.one"), Em: 6}, {Title: text.T("person.doubles.who"), Em: 15, Grow: true},
		{Title: text.T("person.doubles.other"), Em: 6}, {Title: text.T("person.doubles.who"), Em: 15, Grow: true},
		{Title: text.T("person.doubles.why"), Em: 9, Grow: true},
	}, func() int { return len(p.pairs) }, p.cell)
	p.table.OnOpen = p.open
	p.table.OnMove = func(int) {}
	head := kit.Rows(4, kit.Line(12, kit.Title(text.T("ui.page.doubles")), p.count), kit.Prose(text.T("person.doubles.what"), kit.Quiet))
	p.frame = kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, kit.Panel(p.table)))
	return p
}

// Content is the page.
func (p *Doubles) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard into the list.
func (p *Doubles) Focus() {
	if len(p.pairs) > 0 {
		p.d.Window.Canvas().Focus(p.table)
	}
}

// Refresh looks for pairs anew, away from the window's thread.
func (p *Doubles) Refresh() {
	if len(p.content.Objects) == 0 {
		p.put(container.NewCenter(kit.Words(text.T("person.doubles.looking"), kit.Quiet)))
	}
	var pairs []desk.Pair
	var err error
	p.d.Go(func() { pairs, err = p.d.Desk.Duplicates() }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.show(pairs)
	})
}

func (p *Doubles) show(pairs []desk.Pair) {
	first := p.pairs == nil
	p.pairs, p.tells = pairs, map[string]string{}
	kit.SetWords(p.count, text.T("person.doubles.count", len(pairs)), kit.Quiet)
	p.table.Reload()
	if len(pairs) == 0 {
		p.put(kit.Empty(theme.ConfirmIcon(), text.T("person.doubles.none"), text.T("person.doubles.none.hint")))
		return
	}
	p.put(p.frame)
	if first {
		p.Focus()
	}
}

func (p *Doubles) put(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

// open lays a pair side by side. The record with a number is the one that stays unless somebody turns them round: it is most often the
// one that stands in its own household.
func (p *Doubles) open(i int) {
	keep, drop := p.pairs[i].A, p.pairs[i].B
	if keep.IDNumber() == "" && drop.IDNumber() != "" {
		keep, drop = drop, keep
	}
	p.d.Show(page.Person, page.Merge+keep.ID+"/"+drop.ID)
}

func (p *Doubles) cell(i, column int) kit.Cell {
	x := p.pairs[i]
	switch column {
	case 0:
		return kit.Cell{Text: x.A.Name()}
	case 1:
		return kit.Cell{Text: p.tell(x.A.ID), Tone: kit.Quiet}
	case 2:
		return kit.Cell{Text: x.B.Name()}
	case 3:
		return kit.Cell{Text: p.tell(x.B.ID), Tone: kit.Quiet}
	}
	return kit.Cell{Text: x.Why, Tone: kit.Warn}
}

func (p *Doubles) tell(id string) string {
	if s, ok := p.tells[id]; ok {
		return s
	}
	p.tells[id] = page.Tell(p.d.Desk, id)
	return p.tells[id]
}
