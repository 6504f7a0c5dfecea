package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field that Enter leaves for the next one. Ctrl+Enter saves, Esc gives up; in a field of several lines Enter
// is a new line and Tab goes on.
type Entry struct {
	widget.Entry

	Save   func()      // Ctrl+Enter
	Escape func()      // Esc; nil leaves it to the window
	Enter  func() bool // Enter; false goes on to the next field
	Next   func()      // where Enter goes on to; nil is what Tab would reach
	Keys   func(*fyne.KeyEvent) bool
	Clean  func(typed string) (stored string, err error) // nil stores what is typed
	Shown  func(stored string) string                    // nil shows what is stored

	outer   fyne.CanvasObject // the widget on the canvas: this entry, or what it is part of
	changed func()
	focus   func(bool)
	quiet   bool
}

// NewEntry makes an empty entry of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.start(e)
	return e
}

// NewLines makes an empty entry of several lines.
func NewLines(rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.start(e)
	e.Wrapping = fyne.TextWrapWord
	e.SetMinRowsVisible(rows)
	return e
}

// NewSecret makes an entry whose letters are hidden.
func NewSecret() *Entry {
	e := &Entry{}
	e.Password = true
	e.start(e)
	return e
}

// start makes w, which e is part of, the widget that Fyne sees.
func (e *Entry) start(w fyne.Widget) {
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.outer = w
	e.ExtendBaseWidget(w)
	e.OnChanged = func(string) {
		if !e.quiet && e.changed != nil {
			e.changed()
		}
	}
}

// Value is what is typed in its stored form, "" while it is empty or cannot be stored.
func (e *Entry) Value() string {
	if e.Clean == nil || e.Text == "" {
		return e.Text
	}
	s, err := e.Clean(e.Text)
	if err != nil {
		return ""
	}
	return s
}

// SetValue shows a stored value and tells nobody.
func (e *Entry) SetValue(stored string) {
	shown := stored
	if e.Shown != nil && stored != "" {
		shown = e.Shown(stored)
	}
	e.SetQuietly(shown)
}

// SetQuietly shows s and tells nobody.
func (e *Entry) SetQuietly(s string) {
	e.quiet = true
	e.SetText(s)
	e.CursorColumn = len([]rune(s))
	e.quiet = false
	e.Refresh()
}

// OnChange calls f after each change by a person.
func (e *Entry) OnChange(f func()) { e.changed = f }

// Problem is why what is typed cannot be stored.
func (e *Entry) Problem() error {
	if e.Clean == nil || e.Text == "" {
		return nil
	}
	_, err := e.Clean(e.Text)
	return err
}

// OnFocus calls f when the focus comes (true) and goes (false).
func (e *Entry) OnFocus(f func(bool)) { e.focus = f }

// FocusGained tells the form, which scrolls the field into view.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.focus != nil {
		e.focus(true)
	}
}

// FocusLost shows what was typed in its settled form.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.settle()
	if e.focus != nil {
		e.focus(false)
	}
}

// settle rewrites "20050312" as "2005-03-12" once the person is done with it.
func (e *Entry) settle() {
	if e.Clean == nil || e.Text == "" {
		return
	}
	if s, err := e.Clean(e.Text); err == nil {
		shown := s
		if e.Shown != nil {
			shown = e.Shown(s)
		}
		if shown != e.Text {
			e.SetQuietly(shown)
		}
	}
}

// TypedKey sends Enter on and Esc out.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.Keys != nil && e.Keys(k) {
		return
	}
	switch {
	case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && !e.MultiLine:
		e.enter()
	case k.Name == fyne.KeyTab && e.MultiLine:
		goOn(e.Next, e.outer)
	case k.Name == fyne.KeyEscape && e.Escape != nil:
		e.Escape()
	case function(k):
		pass(e.outer, k)
	default:
		e.Entry.TypedKey(k)
	}
}

func (e *Entry) enter() {
	if e.Enter != nil && e.Enter() {
		return
	}
	if e.OnSubmitted != nil {
		e.OnSubmitted(e.Text)
		return
	}
	goOn(e.Next, e.outer)
}

// TypedShortcut takes Ctrl+Enter and leaves the rest (copy, paste, undo) to Fyne.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierControl &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		if e.Save != nil {
			e.Save()
		}
		return
	}
	e.Entry.TypedShortcut(s)
}
