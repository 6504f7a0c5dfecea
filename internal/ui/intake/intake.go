// Package intake is the page that brings a list in: choose or drop a file, look at what would become of each row, decide what
// is doubtful, do it. Rows that wait stay in a list of their own until somebody settles them.
package intake

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// waitingArg asks for the list of rows that wait.
const waitingArg = "waiting"

// Page is the import page. It shows one thing at a time: the start, a file being read, its preview, the report, or the rows
// that wait.
type Page struct {
	d       page.Deps
	content *fyne.Container
	preview *preview // nil unless one is shown
	waiting *waiting // nil unless it is shown
	start   bool     // the start is shown
	busy    bool
	stop    context.CancelFunc
	focus   fyne.Focusable
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, content: container.NewStack()}
	p.begin()
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows the start, or the rows that wait. A preview that was begun is still there.
func (p *Page) Open(arg string) {
	switch {
	case p.busy:
	case arg == waitingArg:
		p.showWaiting()
	case p.preview == nil:
		p.begin()
	}
}

// Refresh counts the rows that wait anew.
func (p *Page) Refresh() {
	switch {
	case p.waiting != nil:
		p.waiting.refresh()
	case p.start:
		p.begin()
	}
}

// Focus puts the keyboard where one goes on.
func (p *Page) Focus() {
	if p.focus != nil {
		p.d.Window.Canvas().Focus(p.focus)
	}
}

// Leave lets one go: the preview stays as it is.
func (p *Page) Leave(then func()) {
	if !p.busy {
		then()
		return
	}
	p.d.Toast(text.T("import.busy"))
}

// Drop takes the first file dropped on the window.
func (p *Page) Drop(paths []string) {
	if p.busy || len(paths) == 0 {
		return
	}
	p.read(paths[0])
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("import.choose"), fyne.KeyO, func() {
			if !p.busy {
				p.choose()
			}
		}),
		{Label: text.T("import.next"), Key: fyne.KeyF4, Do: p.ifShown((*preview).next)},
		kit.Ctrl(text.T("import.confirm.yes"), fyne.KeyS, p.ifShown((*preview).confirm)),
	}
}

// ifShown makes what a key does while a preview is shown.
func (p *Page) ifShown(do func(*preview)) func() {
	return func() {
		if p.preview != nil {
			do(p.preview)
		}
	}
}

// show puts one thing on the page.
func (p *Page) show(o fyne.CanvasObject, focus fyne.Focusable) {
	p.content.Objects = []fyne.CanvasObject{kit.Padded(o)}
	p.content.Refresh()
	p.focus, p.start = focus, false
}
