// Package kit has the small widgets that Fyne lacks for people who type all day: entries that Enter leads through, dates and
// ID numbers as they are written here, pickers that filter by pinyin, tables that obey the keyboard, dialogs that know Esc.
//
// One widget a file. Each speaks words by key (internal/text) or takes them from its caller, and keeps no rule of the work:
// what is right or wrong comes in as a function. Add a widget with a test that types into it.
package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Input is a widget that a form asks a question with. Value and SetValue speak the stored form of an answer ("" is
// unanswered); whoever sets a value is not told of it, only what a person does calls OnChange's function.
type Input interface {
	fyne.CanvasObject
	fyne.Focusable
	Value() string
	SetValue(stored string)
	OnChange(func())
	OnFocus(func(focused bool))
	// Problem is what is wrong with what is typed now, nil when it can be stored.
	Problem() error
	// Wire gives it the keys of what it stands in: what Ctrl+Enter and Esc do, and where Enter leads.
	Wire(save, out, next func())
}

// NextFocus moves the focus to the widget after o, as Tab does.
func NextFocus(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.FocusNext()
	}
}

// goOn leaves o by Enter: to where next says, or to what Tab would reach.
func goOn(next func(), o fyne.CanvasObject) {
	if next != nil {
		next()
		return
	}
	NextFocus(o)
}

// PreviousFocus moves the focus to the widget before o.
func PreviousFocus(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.FocusPrevious()
	}
}

// Focus gives o the focus where it is shown on a window; elsewhere it does nothing.
func Focus(o fyne.Focusable) {
	w, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		c.Focus(o)
	}
}

// Each shows f what lies within o, in the order drawn, until f says false.
func Each(o fyne.CanvasObject, f func(fyne.CanvasObject) bool) bool {
	if !f(o) {
		return false
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, x := range c.Objects {
			if !Each(x, f) {
				return false
			}
		}
	}
	return true
}

// line is a line of canvas text in a tone, the size given by the theme.
func line(s string, tone Tone, size fyne.ThemeSizeName, bold bool) *canvas.Text {
	t := canvas.NewText(s, tone.Color())
	t.TextSize = Size(size)
	t.TextStyle.Bold = bold && BoldHas(s)
	return t
}
