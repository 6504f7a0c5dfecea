// Package ui is the window: its frame, the screens before the register is open, and the list of pages (pages.go).
//
// The pages lie in folders of their own and know only page.Deps; kit has the widgets, form draws a survey table as a form.
// Nothing here has rules of the work: everything is asked of package desk.
package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// Options are what the program was started with.
type Options struct {
	Store  string // the data file
	Pass   string // opens it without asking; tests and the sample
	Sample bool   // the file is the training sample: shown in the title and on every page
	Lang   string // the language asked for; "" is the one last chosen in the settings
	Alone  bool   // does not look for the county by itself; tests
	Crash  bool   // the program ended by itself last time: said once the register is open

	Now   func() time.Time
	Go    func(work, then func())                     // nil: a goroutine, then the window's thread
	After func(d time.Duration, f func())             // nil: a timer, then the window's thread
	Make  func(path, pass string) (*desk.Desk, error) // nil: desk.Create
	Load  func(path, pass string) (*desk.Desk, error) // nil: desk.Open
	Open  func(path string) error                     // opens a file or folder with the system's program
}

// Window is the program's one window.
type Window struct {
	App   fyne.App
	Win   fyne.Window
	o     Options
	frame *frame // nil while the register is closed
	desk  *desk.Desk
}

// New makes the window and shows the first screen: the passphrase, or the first run where there is no data file.
func New(app fyne.App, o Options) *Window {
	o.fill()
	w := &Window{App: app, o: o}
	w.speak()
	w.applyLook(w.savedLook())
	w.Win = app.NewWindow(text.T("ui.title"))
	w.Win.Resize(fyne.NewSize(1180, 740))
	w.Win.SetPadded(false)
	w.Win.SetMaster()
	w.Win.SetCloseIntercept(func() { w.leave(w.quit) })
	w.Win.SetOnDropped(w.dropped)
	w.begin()
	return w
}

func (o *Options) fill() {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Go == nil {
		o.Go = func(work, then func()) {
			go func() {
				work()
				fyne.Do(then)
			}()
		}
	}
	if o.After == nil {
		o.After = func(d time.Duration, f func()) { time.AfterFunc(d, func() { fyne.Do(f) }) }
	}
	if o.Make == nil {
		o.Make = func(path, pass string) (*desk.Desk, error) { return desk.Create(path, pass, desk.Options{Now: o.Now}) }
	}
	if o.Load == nil {
		o.Load = func(path, pass string) (*desk.Desk, error) { return desk.Open(path, pass, desk.Options{Now: o.Now}) }
	}
	if o.Open == nil {
		o.Open = func(string) error { return nil }
	}
}

// begin shows what comes before the register: a given passphrase opens it at once.
func (w *Window) begin() {
	switch {
	case !exists(w.o.Store):
		r := newFirstRun(w)
		w.show(r.content)
		w.Win.Canvas().Focus(r.name)
	case w.o.Pass != "":
		w.unlock(w.o.Pass, func(err error) {
			w.showLocked()
			kit.ShowError(w.Win, err)
		})
	default:
		w.showLocked()
	}
}

func (w *Window) showLocked() {
	l := newLocked(w)
	w.show(l.content)
	w.Win.Canvas().Focus(l.pass)
}

func (w *Window) show(o fyne.CanvasObject) { w.Win.SetContent(o) }

// unlock opens the register; failed is told why it could not be.
func (w *Window) unlock(pass string, failed func(error)) {
	var d *desk.Desk
	var err error
	w.o.Go(func() { d, err = w.o.Load(w.o.Store, pass) }, func() {
		if err != nil {
			failed(err)
			return
		}
		w.enter(d)
	})
}

// enter shows the pages of an open register.
func (w *Window) enter(d *desk.Desk) {
	w.desk = d
	w.frame = newFrame(w, d)
	w.show(w.frame.content)
	w.frame.show(start, "")
	if w.o.Crash {
		w.o.Crash = false
		w.frame.toaster.Say(text.T("ui.crashed"))
	}
}

// lock closes the register and asks for the passphrase again.
func (w *Window) lock() {
	w.leave(func() {
		w.close()
		w.Win.SetMainMenu(nil)
		w.Win.Canvas().SetOnTypedKey(nil)
		w.showLocked()
	})
}

// leave asks the page shown whether it may be left.
func (w *Window) leave(then func()) {
	if w.frame == nil {
		then()
		return
	}
	w.frame.leave(then)
}

// Desk is the open register, nil while it is locked.
func (w *Window) Desk() *desk.Desk { return w.desk }

// Close closes the register. It is for tests; people quit.
func (w *Window) Close() { w.close() }

func (w *Window) close() {
	if w.frame != nil {
		w.frame.stop()
		w.frame = nil
	}
	if w.desk != nil {
		_ = w.desk.Close() // every verb has written before it returned
		w.desk = nil
	}
}

func (w *Window) quit() {
	w.close()
	w.Win.SetCloseIntercept(nil)
	w.App.Quit()
}

func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if w.frame == nil {
		return
	}
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	w.frame.drop(paths)
}
