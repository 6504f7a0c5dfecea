package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/search"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// finderRows is how many people are shown while one types.
const finderRows = 10

// finder is the search over every page: it finds people by name, pinyin, initials, part of the ID number, phone or village,
// and shows them under the box while the box keeps the keyboard.
type finder struct {
	f     *frame
	box   *kit.SearchBox
	table *kit.Table
	none  *canvas.Text
	panel fyne.CanvasObject
	layer *fyne.Container
	found []finderRow
}

// finderRow says enough of somebody to tell namesakes apart: the head, the group, the last digits.
type finderRow struct{ id, household, name, what, head, where, tail string }

func newFinder(f *frame) *finder {
	x := &finder{f: f, box: kit.NewSearchBox(text.T("ui.find.hint")), none: kit.Words(text.T("ui.find.none"), kit.Quiet)}
	columns := []kit.Column{
		{Title: text.T("ui.find.name"), Em: 7, Grow: true}, {Title: text.T("ui.find.what"), Em: 7},
		{Title: text.T("ui.find.head"), Em: 6, Grow: true}, {Title: text.T("ui.find.where"), Em: 10, Grow: true}, {Title: text.T("ui.find.tail"), Em: 4},
	}
	x.table = kit.NewTable(columns, func() int { return len(x.found) }, x.cell)
	x.table.OnOpen = func(int) { x.open() }
	x.table.OnMove = func(int) {}
	x.table.Escape = x.close
	x.box.Search = x.search
	x.box.Go = x.open
	x.box.Escape = x.close
	x.box.Keys = x.key
	sheet := canvas.NewRectangle(kit.Color(kit.ColorPanel))
	sheet.StrokeWidth, sheet.StrokeColor = 1, kit.Color(theme.ColorNameInputBorder)
	sheet.CornerRadius = 4
	x.panel = container.NewStack(sheet, container.NewPadded(container.NewStack(x.table, container.NewCenter(x.none))))
	x.layer = container.New(x, x.panel)
	x.panel.Hide()
	return x
}

func (x *finder) bar() fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, nil, kit.Narrow(kit.Size(theme.SizeNameText)*42, x.box))
}

// MinSize and Layout put the panel under the box, whatever lies beneath.
func (x *finder) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout gives the panel the room its rows need.
func (x *finder) Layout(o []fyne.CanvasObject, size fyne.Size) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.box)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.layer)
	row := kit.Size(theme.SizeNameText)*1.5 + 11
	o[0].Move(fyne.NewPos(at.X-origin.X, at.Y-origin.Y+x.box.Size().Height+4))
	o[0].Resize(fyne.NewSize(min(kit.Size(theme.SizeNameText)*50, size.Width-at.X+origin.X-12), row*float32(max(len(x.found), 2)+1)+12))
}

func (x *finder) focus() { x.f.w.Win.Canvas().Focus(x.box) }

func (x *finder) search(typed string) {
	x.found = nil
	for _, h := range x.f.desk.Find(typed, finderRows) {
		x.found = append(x.found, x.row(h))
	}
	if typed == "" {
		x.hide()
		return
	}
	x.none.Hidden = len(x.found) > 0
	x.panel.Show()
	x.layer.Refresh()
	x.table.Reload()
	x.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
}

func (x *finder) row(h search.Hit) finderRow {
	r, _ := x.f.desk.Row(h.ID)
	out := finderRow{id: h.ID, household: h.Household, name: r.Name, where: page.VillageName(r.Village)}
	if house, err := x.f.desk.Household(h.Household); err == nil {
		out.head = house.Head()
		if g := house.Group(); g != "" {
			out.where += " " + g
		}
	}
	if h.ID == h.Household {
		out.what = text.T("ui.find.household")
		return out
	}
	if p, err := x.f.desk.Person(h.ID); err == nil {
		out.what = p.Relation()
		if age, ok := p.Age(x.f.desk.Today()); ok {
			out.what = text.T("ui.find.age", p.Sex(), age)
		}
		if no := p.IDNumber(); no != "" {
			out.tail = no[14:]
		}
	}
	return out
}

func (x *finder) cell(row, column int) kit.Cell {
	r := x.found[row]
	return []kit.Cell{{Text: r.name}, {Text: r.what, Tone: kit.Quiet}, {Text: r.head, Tone: kit.Quiet}, {Text: r.where, Tone: kit.Quiet}, {Text: r.tail, Tone: kit.Quiet}}[column]
}

func (x *finder) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		x.table.TypedKey(k)
		return true
	}
	return false
}

func (x *finder) open() {
	i := x.table.Current()
	if i < 0 {
		return
	}
	r := x.found[i]
	x.close()
	if r.id == r.household || r.id == "" {
		x.f.show(page.Household, r.household)
		return
	}
	x.f.show(page.Person, r.id)
}

func (x *finder) close() {
	x.box.SetQuietly("")
	x.hide()
	x.f.w.Win.Canvas().Unfocus()
}

func (x *finder) hide() {
	x.panel.Hide()
	x.layer.Refresh()
}
