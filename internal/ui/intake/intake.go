// Package intake is the page that brings a list in: choose or drop a file, see what it is and what would become of each row, say
// what its headings mean, decide what is doubtful, do it. Rows that wait stay in a list of their own until somebody settles them;
// what was brought in can be taken back as a whole.
//
// A file is shown in parts (preview.go): its rows (rows.go, detail.go, decide.go), its headings (heads.go), and what books of other
// kinds have: the form of a class (class.go), targets (targets.go), questions (questions.go).
package intake

import (
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
	bar     *kit.Progress // of what is being done
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
	case p.start && !p.busy:
		p.begin()
	}
}

// Focus puts the keyboard where one goes on.
func (p *Page) Focus() {
	if p.focus != nil {
		p.d.Window.Canvas().Focus(p.focus)
	}
}

// Leave lets one go: the preview stays as it is, and so does what was decided.
func (p *Page) Leave(then func()) {
	if !p.busy {
		then()
		return
	}
	p.d.Toast(text.T("import.busy"))
}

// Drop takes the first file dropped on the window.
func (p *Page) Drop(paths []string) {
	switch {
	case len(paths) == 0:
	case p.busy:
		p.d.Toast(text.T("import.busy"))
	default:
		if len(paths) > 1 {
			p.d.Toast(text.T("import.one_file"))
		}
		p.read(paths[0])
	}
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
		{Label: text.T("import.take_back"), Key: fyne.KeyF9, Do: p.ifShown((*preview).takeBack)},
		kit.Ctrl(text.T("import.confirm.yes"), fyne.KeyS, p.ifShown((*preview).confirm)),
	}
}

// ifShown makes what a key does while a preview is shown.
func (p *Page) ifShown(do func(*preview)) func() {
	return func() {
		if p.preview != nil && !p.busy {
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
