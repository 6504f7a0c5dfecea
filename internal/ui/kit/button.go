package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button that Enter presses too, and that Esc and the arrows leave.
type Button struct {
	widget.Button
	Escape, Save func() // Esc and Ctrl+Enter; nil leaves Esc to the page
}

// NewButton makes a plain button.
func NewButton(label string, tapped func()) *Button {
	return newButton(label, nil, widget.MediumImportance, tapped)
}

// NewPrimary makes the one button of a page that goes on.
func NewPrimary(label string, tapped func()) *Button {
	return newButton(label, nil, widget.HighImportance, tapped)
}

// NewDanger makes a button that takes something away.
func NewDanger(label string, tapped func()) *Button {
	return newButton(label, nil, widget.DangerImportance, tapped)
}

// NewQuiet makes a button that looks like a link.
func NewQuiet(label string, tapped func()) *Button {
	return newButton(label, nil, widget.LowImportance, tapped)
}

// NewIcon makes a button with an icon before its label.
func NewIcon(label string, icon fyne.Resource, tapped func()) *Button {
	return newButton(label, icon, widget.MediumImportance, tapped)
}

func newButton(label string, icon fyne.Resource, i widget.Importance, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.Importance, b.OnTapped = label, icon, i, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey lets Enter and Space press the button. Fyne's own press by key takes the keyboard away from the page.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if !b.Disabled() {
			call(b.OnTapped)
		}
	case fyne.KeyLeft, fyne.KeyUp:
		PreviousFocus(b)
	case fyne.KeyRight, fyne.KeyDown:
		NextFocus(b)
	default:
		if k.Name == fyne.KeyEscape && b.Escape != nil {
			b.Escape()
			return
		}
		pass(b, k)
	}
}

// TypedShortcut takes Ctrl+Enter, so that it saves from the buttons of a form too.
func (b *Button) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if ok && c.Modifier == fyne.KeyModifierControl && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		call(b.Save)
	}
}
