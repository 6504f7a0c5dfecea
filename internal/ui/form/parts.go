package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/ui/kit"
)

// Part is one part of a file: a title with buttons, and what is under it.
type Part struct {
	Title   string
	Note    string // beside the title in the list of parts: how many there are
	Tone    kit.Tone
	Body    fyne.CanvasObject
	Buttons []fyne.CanvasObject
	Bare    bool // the body brings its own title
}

// parts is a file laid out: a list of its parts over them, on one page that scrolls.
type parts struct {
	content fyne.CanvasObject
	scroll  *container.Scroll
	jump    *kit.Jump
	boxes   []fyne.CanvasObject
	held    bool // a part was gone to: its mark stays although a lower one cannot be scrolled to the top
}

// newParts lays parts out; top stands before the first, without a place in the list.
func newParts(top []fyne.CanvasObject, all []Part) *parts {
	p := &parts{}
	rows := kit.Rows(10, top...)
	var marks []kit.Mark
	for _, part := range all {
		box := kit.Panel(part.lay())
		p.boxes = append(p.boxes, box)
		marks = append(marks, kit.Mark{Name: part.Title, Note: part.Note, Tone: part.Tone})
		rows.Add(box)
	}
	p.jump = kit.NewJump(p.goTo, marks...)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	p.scroll.OnScrolled = func(fyne.Position) { p.follow() }
	p.content = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), p.jump), nil, nil, nil, p.scroll)
	return p
}

func (p Part) lay() fyne.CanvasObject {
	if p.Bare {
		return p.Body
	}
	head := kit.Line(8, kit.Subtitle(p.Title), kit.Gap())
	for _, b := range p.Buttons {
		head.Add(b)
	}
	if p.Body == nil {
		return head
	}
	return kit.Rows(6, head, p.Body)
}

func (p *parts) goTo(i int) {
	p.held = true
	p.scroll.ScrollToOffset(fyne.NewPos(0, p.boxes[i].Position().Y))
	p.held = false
}

// follow marks the part in sight.
func (p *parts) follow() {
	if p.held {
		return
	}
	at := 0
	for i, b := range p.boxes {
		if b.Position().Y <= p.scroll.Offset.Y+60 {
			at = i
		}
	}
	p.jump.At(at)
}
