package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pressable is what the sheets that open something have in common: a tap, Enter or Space presses them, the arrows go to a
// neighbour, and they light up under the pointer and with the keyboard. It is embedded, and begins with Become.
type Pressable struct {
	widget.BaseWidget
	self             pressed
	press, paint     func()
	hovered, focused bool
}

// pressed is a widget that embeds Pressable.
type pressed interface {
	fyne.Widget
	fyne.Focusable
}

// Become makes self a widget that press is called for, nil where nothing opens; paint colours it before it is drawn.
func (p *Pressable) Become(self pressed, press, paint func()) {
	p.self, p.press, p.paint = self, press, paint
	p.ExtendBaseWidget(self)
}

// Focused tells whether it has the keyboard.
func (p *Pressable) Focused() bool { return p.focused }

// Lit tells whether a press would be its own: it is under the pointer, or has the keyboard.
func (p *Pressable) Lit() bool { return p.hovered || p.focused }

// Refresh paints it.
func (p *Pressable) Refresh() {
	p.paint()
	p.BaseWidget.Refresh()
}

// Tapped presses it.
func (p *Pressable) Tapped(*fyne.PointEvent) { call(p.press) }

// Cursor is a hand over what can be pressed.
func (p *Pressable) Cursor() desktop.Cursor {
	if p.press == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn, MouseMoved and MouseOut light it up.
func (p *Pressable) MouseIn(*desktop.MouseEvent)    { p.hovered = p.press != nil; p.Refresh() }
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}
func (p *Pressable) MouseOut()                      { p.hovered = false; p.Refresh() }

// FocusGained and its fellows let the keyboard in.
func (p *Pressable) FocusGained()   { p.focused = true; p.Refresh() }
func (p *Pressable) FocusLost()     { p.focused = false; p.Refresh() }
func (p *Pressable) TypedRune(rune) {}

// TypedKey presses with Enter or Space and walks with the arrows.
func (p *Pressable) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		call(p.press)
	case fyne.KeyLeft, fyne.KeyUp:
		PreviousFocus(p.self)
	case fyne.KeyRight, fyne.KeyDown:
		NextFocus(p.self)
	default:
		pass(p.self, k)
	}
}
