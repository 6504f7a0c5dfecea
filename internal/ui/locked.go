package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// locked asks for the passphrase.
type locked struct {
	w       *Window
	content fyne.CanvasObject
	pass    *kit.Entry
	trouble *kit.Paragraph
	open    *kit.Button
}

func newLocked(w *Window) *locked {
	l := &locked{w: w, pass: kit.NewSecret(), trouble: kit.Prose("", kit.Bad)}
	l.trouble.Hide()
	l.pass.SetPlaceHolder(text.T("ui.lock.pass"))
	l.open = kit.NewPrimary(text.T("ui.lock.open"), l.try)
	l.pass.Enter = func() bool { l.try(); return true }
	rows := kit.Rows(10, heading(text.T("ui.title")), kit.Words(text.T("ui.lock.ask"), kit.Quiet), l.pass, l.trouble, l.open,
		kit.Caption(text.T("ui.lock.file", filepath.Base(w.o.Store)), kit.Quiet))
	if w.o.Sample {
		rows.Add(kit.Badge(text.T("ui.lock.sample", w.o.Pass), kit.Warn))
	}
	l.content = sheet(380, rows)
	return l
}

// try opens the register; it takes a second, on purpose: that is what stops a guesser.
func (l *locked) try() {
	if l.pass.Text == "" || l.open.Disabled() {
		return
	}
	l.trouble.Hide()
	l.open.SetText(text.T("ui.lock.opening"))
	l.open.Disable()
	l.w.unlock(l.pass.Text, l.failed)
}

func (l *locked) failed(err error) {
	l.open.SetText(text.T("ui.lock.open"))
	l.open.Enable()
	l.trouble.Set(text.Explain(err).String(), kit.Bad)
	l.trouble.Show()
	l.pass.SetText("")
	l.w.Win.Canvas().Focus(l.pass)
}

// heading is the program's name on the screens before the register.
func heading(s string) fyne.CanvasObject {
	t := canvas.NewText(s, kit.Color(theme.ColorNamePrimary))
	t.TextSize, t.TextStyle.Bold = kit.Size(theme.SizeNameHeadingText)*1.3, true
	return t
}

// sheet is one sheet of paper in the middle of the window.
func sheet(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	bg := canvas.NewRectangle(kit.Color(theme.ColorNameBackground))
	return container.NewStack(bg, container.NewCenter(kit.Panel(kit.Padded(kit.Wide(width, content)))))
}
