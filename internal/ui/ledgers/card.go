package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// card is one ledger of the catalogue: its title, how much it held, and what it is.
type card struct {
	kit.Pressable
	of                  *catalogue
	name, group, words  string // words is its title
	title, count, about *canvas.Text
	ground              *canvas.Rectangle
}

func newCard(of *catalogue, name, group, title, about string) *card {
	k := &card{of: of, name: name, group: group, words: title, title: kit.Strong(title, kit.Plain), count: kit.Caption("", kit.Accent), about: kit.Caption(about, kit.Quiet)}
	k.ground = canvas.NewRectangle(nil)
	k.ground.CornerRadius = 6
	k.Become(k, func() { of.open(name) }, k.colour)
	return k
}

func (k *card) colour() {
	k.ground.FillColor, k.ground.StrokeColor, k.ground.StrokeWidth = kit.Color(kit.ColorPanel), kit.Color(theme.ColorNameSeparator), 1
	if k.Lit() {
		k.ground.FillColor = kit.Color(kit.ColorTint)
	}
	if k.Focused() {
		k.ground.StrokeColor, k.ground.StrokeWidth = kit.Color(theme.ColorNamePrimary), 2
	}
}

// CreateRenderer lays the title over what it is.
func (k *card) CreateRenderer() fyne.WidgetRenderer {
	k.colour()
	rows := kit.Rows(2, container.NewBorder(nil, nil, nil, k.count, kit.NewClipped(k.title)), kit.NewClipped(k.about))
	return widget.NewSimpleRenderer(container.NewStack(k.ground, container.New(layout.NewCustomPaddedLayout(6, 7, 10, 10), rows)))
}

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
		k.Pressable.TypedKey(e)
	case fyne.KeyEscape:
		k.of.focus()
	default:
		k.of.step(k, e.Name)
	}
}
