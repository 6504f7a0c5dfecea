package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewMore makes a button that opens a short menu beneath it: what is done less often. The items are asked for when it opens; one
// without a label is a line between two groups. Arrows walk, Enter does, Esc closes.
func NewMore(label string, items func() []Command) *Button {
	var b *Button
	b = NewIcon(label, theme.MenuDropDownIcon(), func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if c == nil {
			return
		}
		m := widget.NewPopUpMenu(Menu("", items()...), c)
		size := m.MinSize()
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		at.X = max(min(at.X, c.Size().Width-size.Width-4), 0)
		at.Y = min(at.Y+b.Size().Height+2, max(c.Size().Height-size.Height-4, 0))
		m.ShowAtPosition(at)
		c.Focus(m)
		m.ActivateNext()
	})
	b.IconPlacement = widget.ButtonIconTrailingText
	return b
}
