package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// card is one ledger of the catalogue: its title, how much it held, and what it is.
type card struct {
	widget.BaseWidget
	of                  *catalogue
	name, group, words  string // words is its title
	title, count, about *canvas.Text
	ground              *canvas.Rectangle
	hover, focused      bool
}

func newCard(of *catalogue, name, group, title, about string) *card {
	k := &card{of: of, name: name, group: group, words: title, title: kit.Strong(title, kit.Plain), count: kit.Caption("", kit.Accent), about: kit.Caption(about, kit.Quiet)}
	k.ground = canvas.NewRectangle(nil)
	k.ground.CornerRadius = 6
	k.ExtendBaseWidget(k)
	return k
}

// Refresh paints the ground.
func (k *card) Refresh() {
	k.paint()
	k.BaseWidget.Refresh()
}

func (k *card) paint() {
	k.ground.FillColor, k.ground.StrokeColor, k.ground.StrokeWidth = kit.Color(kit.ColorPanel), kit.Color(theme.ColorNameSeparator), 1
	if k.hover || k.focused {
		k.ground.FillColor = kit.Color(kit.ColorTint)
	}
	if k.focused {
		k.ground.StrokeColor, k.ground.StrokeWidth = kit.Color(theme.ColorNamePrimary), 2
	}
}

// CreateRenderer lays the title over what it is.
func (k *card) CreateRenderer() fyne.WidgetRenderer {
	k.paint()
	rows := kit.Rows(2, container.NewBorder(nil, nil, nil, k.count, k.title), &clipped{of: k.about, whole: k.about.Text})
	return widget.NewSimpleRenderer(container.NewStack(k.ground, container.New(layout.NewCustomPaddedLayout(6, 7, 10, 10), rows)))
}

// Tapped opens the ledger.
func (k *card) Tapped(*fyne.PointEvent) { k.of.open(k.name) }

// Cursor is a hand.
func (k *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn, MouseMoved and MouseOut light it up.
func (k *card) MouseIn(*desktop.MouseEvent)    { k.hover = true; k.Refresh() }
func (k *card) MouseMoved(*desktop.MouseEvent) {}
func (k *card) MouseOut()                      { k.hover = false; k.Refresh() }

// FocusGained and its fellows let the keyboard in.
func (k *card) FocusGained() { k.focused = true; k.Refresh() }
func (k *card) FocusLost()   { k.focused = false; k.Refresh() }

// TypedRune begins a search.
func (k *card) TypedRune(r rune) {
	if r != ' ' {
		k.of.focus()
		k.of.search.TypedRune(r)
	}
}

// TypedKey opens with Enter and walks with the arrows.
func (k *card) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		k.of.open(k.name)
	case fyne.KeyEscape:
		k.of.focus()
	default:
		k.of.step(k, e.Name)
	}
}

// clipped is a line of words that gives way: it is cut where there is no room, instead of making its place wider.
type clipped struct {
	widget.BaseWidget
	of    *canvas.Text
	whole string
}

// MinSize is the height of the line and no width.
func (c *clipped) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(20, c.of.MinSize().Height)
}

// Resize cuts the words to the width.
func (c *clipped) Resize(s fyne.Size) {
	c.of.Text = kit.Ellipsis(c.whole, s.Width, c.of.TextSize, c.of.TextStyle)
	c.BaseWidget.Resize(s)
}

// CreateRenderer draws the line.
func (c *clipped) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.of) }
