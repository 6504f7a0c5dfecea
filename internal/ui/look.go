package ui

import (
	"os"
	"slices"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Preferences of the window. They say nothing about people.
const (
	prefText     = "look.text"
	prefContrast = "look.contrast"
)

func (w *Window) savedLook() kit.Theme {
	p := w.App.Preferences()
	return kit.Theme{Text: p.StringWithFallback(prefText, kit.SizeNormal), Contrast: p.Bool(prefContrast)}
}

// speak takes up the language that was chosen, unless another was asked for at the start. One that is not shipped any more
// leaves the first.
func (w *Window) speak() {
	if saved := w.App.Preferences().String(page.PrefLanguage); w.o.Lang == "" && slices.Contains(text.Languages, saved) {
		_ = text.Use(saved) // fails only for a language that is not shipped
	}
}

func (w *Window) look() kit.Theme {
	if t, ok := w.App.Settings().Theme().(kit.Theme); ok {
		return t
	}
	return kit.Theme{}
}

func (w *Window) applyLook(t kit.Theme) { w.App.Settings().SetTheme(t) }

// SetLook changes how the window looks and keeps it; the pages are built anew, as colours and sizes are in them.
func (w *Window) SetLook(t kit.Theme) {
	w.App.Preferences().SetString(prefText, t.Text)
	w.App.Preferences().SetBool(prefContrast, t.Contrast)
	w.applyLook(t)
	w.Win.SetTitle(text.T("ui.title"))
	if w.frame == nil {
		return
	}
	at := w.frame.at
	w.frame.stop()
	w.frame = newFrame(w, w.desk)
	w.show(w.frame.content)
	w.frame.show(at.name, at.arg)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
