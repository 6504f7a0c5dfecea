package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/exchange"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// start is the page shown first.
const start = page.Home

// place is where one is: a page and what it shows.
type place struct{ name, arg string }

// frame is the window with an open register: navigation, search, the page, the strip at the foot.
type frame struct {
	w       *Window
	desk    *desk.Desk
	deps    page.Deps
	content fyne.CanvasObject
	body    *fyne.Container
	rail    *rail
	finder  *finder
	strip   *strip
	toaster *kit.Toaster
	built   map[string]page.Page
	at      place
	back    []place
	turns   [2]string // what the menu says that undo and redo would turn back
	stale   bool      // a redraw is on its way
	closed  bool

	exchange *exchange.Exchange
	hangUp   context.CancelFunc // ends the background exchange
}

func newFrame(w *Window, d *desk.Desk) *frame {
	f := &frame{w: w, desk: d, built: map[string]page.Page{}, body: container.NewStack(), toaster: kit.NewToaster(w.o.After)}
	page.UseNames(func(code string) string {
		if t, err := d.Tree(); err == nil {
			return t.Name(code)
		}
		return ""
	})
	f.exchange = exchange.New(d.Store(), exchange.Options{Now: w.o.Now})
	f.deps = f.newDeps()
	f.rail, f.finder, f.strip = newRail(f), newFinder(f), newStrip(f)
	f.content = f.lay()
	d.OnChange(func([]store.Ref) { f.soon(f.changed) })
	f.call()
	return f
}

// call lets the exchange run by itself. Tests do without: they have no county.
func (f *frame) call() {
	ctx, cancel := context.WithCancel(context.Background())
	f.hangUp = cancel
	if f.w.o.Alone {
		return
	}
	go f.exchange.Run(ctx, func(exchange.Status) { f.soon(f.changed) })
}

func (f *frame) newDeps() page.Deps {
	return page.Deps{
		Desk: f.desk, Exchange: f.exchange, Window: f.w.Win, Now: f.w.o.Now, Sample: f.w.o.Sample,
		Go: f.w.o.Go, Soon: f.soon, After: f.w.o.After,
		Show: f.show, Back: f.goBack, Forget: f.forget,
		Toast: f.toaster.Say, Undo: f.offerUndo,
		ShowError: f.showError, Changed: f.changed, Open: f.w.o.Open,
		Look: f.w.look, SetLook: f.w.SetLook, Lock: f.w.lock, Prefs: f.w.App.Preferences(),
	}
}

// lay puts the parts together. What was found lies over the page without taking the keyboard from the search box.
func (f *frame) lay() fyne.CanvasObject {
	bg := canvas.NewRectangle(kit.Color(theme.ColorNameBackground))
	head := container.NewStack(canvas.NewRectangle(kit.Color(kit.ColorRail)),
		container.New(layout.NewCustomPaddedLayout(6, 6, 12, 14), f.finder.bar()), foot())
	page := container.NewBorder(head, f.strip.content, nil, nil, f.body)
	main := container.NewBorder(nil, nil, f.rail.content, nil, page)
	// over the strip, where it covers nothing that one works with
	toast := container.New(layout.NewCustomPaddedLayout(0, 1, 0, 0), container.NewVBox(layout.NewSpacer(), container.NewHBox(layout.NewSpacer(), f.toaster, layout.NewSpacer())))
	return container.NewStack(bg, main, f.finder.layer, toast)
}

// foot is a thin line at the lower edge.
func foot() fyne.CanvasObject {
	line := canvas.NewRectangle(kit.Color(theme.ColorNameSeparator))
	line.SetMinSize(fyne.NewSize(1, 1))
	return container.NewVBox(layout.NewSpacer(), line)
}

// soon runs do on the window's thread unless the register was closed meanwhile.
func (f *frame) soon(do func()) {
	fyne.Do(func() {
		if !f.closed {
			do()
		}
	})
}

func (f *frame) stop() {
	f.closed = true
	f.hangUp()
}

// show goes to a page, if the one shown may be left.
func (f *frame) show(name, arg string) {
	if f.page(name) == nil {
		return
	}
	f.leave(func() {
		if f.at.name != "" && f.at != (place{name, arg}) {
			f.back = append(f.back, f.at)
		}
		f.open(place{name, arg})
	})
}

// goBack returns to where one came from, home at last.
func (f *frame) goBack() {
	f.leave(func() {
		to := place{start, ""}
		if n := len(f.back); n > 0 {
			to, f.back = f.back[n-1], f.back[:n-1]
		}
		f.open(to)
	})
}

// forget drops the step that goBack would take.
func (f *frame) forget() {
	if n := len(f.back); n > 0 {
		f.back = f.back[:n-1]
	}
	f.at = place{}
}

func (f *frame) open(to place) {
	p := f.page(to.name)
	if p == nil {
		return
	}
	f.at = to
	f.finder.hide()
	if o, ok := p.(page.Opener); ok {
		o.Open(to.arg)
	}
	p.Refresh()
	f.body.Objects = []fyne.CanvasObject{p.Content()}
	f.body.Refresh()
	f.rail.mark(to.name)
	f.strip.refresh()
	f.setMenu()
	f.w.Win.Canvas().Unfocus()
	if x, ok := p.(page.Focuser); ok {
		x.Focus()
	}
}

// page builds a page the first time it is asked for; nil for a name that is none.
func (f *frame) page(name string) page.Page {
	if p := f.built[name]; p != nil {
		return p
	}
	for _, row := range pages() {
		if row.name == name {
			f.built[name] = row.new(f.deps)
			return f.built[name]
		}
	}
	return nil
}

func (f *frame) leave(then func()) {
	if l, ok := f.built[f.at.name].(page.Leaver); ok {
		l.Leave(then)
		return
	}
	then()
}

// changed redraws the page and the counts once, however many changes came at a time.
func (f *frame) changed() {
	if f.stale {
		return
	}
	f.stale = true
	f.w.o.After(0, func() {
		f.stale = false
		if f.closed {
			return
		}
		if p := f.built[f.at.name]; p != nil {
			p.Refresh()
		}
		f.strip.refresh()
		if f.turns != f.canTurn() {
			f.setMenu()
		}
	})
}

func (f *frame) showError(err error) {
	if err != nil {
		kit.ShowError(f.w.Win, err)
	}
}

func (f *frame) offerUndo(message string) {
	f.toaster.Offer(message, text.T("ui.undo"), f.undo)
}

func (f *frame) undo() { f.tookBack("ui.undone", f.desk.Undo) }
func (f *frame) redo() { f.tookBack("ui.redone", f.desk.Redo) }

func (f *frame) tookBack(key string, do func() (string, error)) {
	what, err := do()
	if err != nil {
		f.toaster.Say(text.Explain(err).What)
		return
	}
	f.toaster.Say(text.T(key, what))
}

func (f *frame) drop(paths []string) {
	if d, ok := f.built[f.at.name].(page.Dropper); ok {
		d.Drop(paths)
		return
	}
	f.leave(func() {
		f.open(place{page.Import, ""})
		if d, ok := f.built[page.Import].(page.Dropper); ok {
			d.Drop(paths)
		}
	})
}
