package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// answered is what the inputs that choose, instead of being written in, have in common. It is embedded.
type answered struct {
	widget.BaseWidget
	Save    func() // Ctrl+Enter
	Escape  func()
	Next    func() // where Enter goes on to; nil is what Tab would reach
	focused bool
	changed func()
	focus   func(bool)
}

// OnChange calls f after each choice by a person.
func (a *answered) OnChange(f func()) { a.changed = f }

// OnFocus calls f when the focus comes and goes.
func (a *answered) OnFocus(f func(bool)) { a.focus = f }

// Problem is always nil: what can be chosen can be stored.
func (a *answered) Problem() error { return nil }

// FocusGained and FocusLost draw the ring.
func (a *answered) FocusGained() { a.setFocus(true) }
func (a *answered) FocusLost()   { a.setFocus(false) }

func (a *answered) setFocus(on bool) {
	a.focused = on
	a.Refresh()
	if a.focus != nil {
		a.focus(on)
	}
}

// TypedShortcut takes Ctrl+Enter.
func (a *answered) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if ok && c.Modifier == fyne.KeyModifierControl && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		call(a.Save)
	}
}
