package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// rail is the navigation at the left.
type rail struct {
	content fyne.CanvasObject
	items   map[string]*railItem
	lined   bool // the line before the rarer pages is drawn
}

// within says which item of the navigation a page without one belongs to.
var within = map[string]string{page.Household: page.Houses, page.Person: page.Houses}

func newRail(f *frame) *rail {
	r := &rail{items: map[string]*railItem{}}
	name := canvas.NewText(text.T("ui.title"), kit.Color(theme.ColorNamePrimary))
	name.TextSize, name.TextStyle.Bold = kit.Size(theme.SizeNameHeadingText), true
	rows := container.New(&railLayout{}, container.New(layout.NewCustomPaddedLayout(10, 10, 16, 8), name))
	for _, p := range pages() {
		if p.icon == nil {
			continue
		}
		if p.rare && len(r.items) > 0 && !r.lined {
			r.lined = true
			rows.Add(container.New(layout.NewCustomPaddedLayout(6, 6, 14, 14), edgeLine()))
		}
		i := newRailItem(text.T("ui.page."+p.name), p.icon, func() { f.show(p.name, "") })
		r.items[p.name] = i
		rows.Add(i)
	}
	edge := canvas.NewRectangle(kit.Color(theme.ColorNameSeparator))
	edge.SetMinSize(fyne.NewSize(1, 1))
	r.content = container.NewStack(canvas.NewRectangle(kit.Color(kit.ColorRail)), container.NewBorder(nil, nil, nil, edge, container.NewVScroll(rows)))
	return r
}

// edgeLine parts what is used every day from the rest.
func edgeLine() fyne.CanvasObject {
	line := canvas.NewRectangle(kit.Color(theme.ColorNameSeparator))
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

func (r *rail) mark(name string) {
	if w, ok := within[name]; ok {
		name = w
	}
	for n, i := range r.items {
		i.on = n == name
		i.Refresh()
	}
}

// What stands above and beneath the words of an item: at most, and where the window is low. So all pages are in sight at 768 dots.
const railEasy, railTight = 8, 1

// railLayout lays the items below each other, as far apart as there is room.
type railLayout struct{}

const railGap = 2

func (*railLayout) MinSize(o []fyne.CanvasObject) (s fyne.Size) {
	for _, x := range o {
		m := x.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height+railGap)
	}
	return s
}

func (l *railLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	spare := (size.Height - l.MinSize(o).Height) / float32(max(len(o), 1))
	spare = min(max(spare, 0), 2*(railEasy-railTight))
	y := float32(0)
	for _, x := range o {
		h := x.MinSize().Height
		if _, item := x.(*railItem); item {
			h += spare
		}
		x.Resize(fyne.NewSize(size.Width, h))
		x.Move(fyne.NewPos(0, y))
		y += h + railGap
	}
}

// railItem is one page in the navigation. It is no stop for Tab: the keyboard has Alt and a number.
type railItem struct {
	widget.BaseWidget
	label  *canvas.Text
	icon   *widget.Icon
	ground *canvas.Rectangle
	bar    *canvas.Rectangle
	res    fyne.Resource
	tapped func()
	on     bool
	hover  bool
}

func newRailItem(label string, icon fyne.Resource, tapped func()) *railItem {
	i := &railItem{label: kit.Words(label, kit.Plain), icon: widget.NewIcon(nil), res: icon, tapped: tapped}
	i.ground, i.bar = canvas.NewRectangle(nil), canvas.NewRectangle(kit.Color(theme.ColorNamePrimary))
	i.bar.SetMinSize(fyne.NewSize(3, 1))
	i.ExtendBaseWidget(i)
	return i
}

// Tapped goes to the page.
func (i *railItem) Tapped(*fyne.PointEvent) { i.tapped() }

// Cursor is a hand.
func (i *railItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn, MouseMoved and MouseOut light it up.
func (i *railItem) MouseIn(*desktop.MouseEvent)    { i.hover = true; i.Refresh() }
func (i *railItem) MouseMoved(*desktop.MouseEvent) {}
func (i *railItem) MouseOut()                      { i.hover = false; i.Refresh() }

// Refresh paints it as chosen, lit or at rest.
func (i *railItem) Refresh() {
	i.paint()
	i.BaseWidget.Refresh()
}

func (i *railItem) paint() {
	tone, ground := kit.Plain, kit.ColorRail
	switch {
	case i.on:
		tone, ground = kit.Accent, kit.ColorTint
	case i.hover:
		ground = kit.ColorQuietBG
	}
	i.label.Color, i.ground.FillColor = tone.Color(), kit.Color(ground)
	i.label.TextStyle.Bold = i.on
	i.icon.SetResource(theme.NewColoredResource(i.res, tone.Name()))
	i.bar.Hidden = !i.on
}

// CreateRenderer lays bar, icon and label side by side.
func (i *railItem) CreateRenderer() fyne.WidgetRenderer {
	i.paint()
	row := kit.Line(10, i.icon, i.label)
	padded := container.New(layout.NewCustomPaddedLayout(railTight, railTight, 14, 18), row)
	return widget.NewSimpleRenderer(container.NewStack(i.ground, container.NewBorder(nil, nil, i.bar, nil), padded))
}
