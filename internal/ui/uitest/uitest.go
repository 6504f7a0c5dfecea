// Package uitest puts a page into a window of the test driver over a real register, so that a test can type and press as a
// person does and then read the store.
//
// Nothing runs beside the test: Go's work runs at once, and what a page put off with After runs when the test calls Settle.
package uitest

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/desk"
	"ruhu/internal/exchange"
	"ruhu/internal/sample"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Pass opens the register.
const Pass = "a passphrase of the tests"

// Now is the day of all tests: a session of the sample's second class is held on it.
var Now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local)

// Window is a page on a register, and what the page asked of the frame.
type Window struct {
	page.Deps
	Page   page.Page
	Win    fyne.Window
	Shown  []string // "page:arg" of each Show
	Said   []string // toasts
	Opened []string
	Errors []error

	t     testing.TB
	later []func()
}

// Sample opens a page over the sample township.
func Sample(t testing.TB, make func(page.Deps) page.Page, arg string) *Window {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.ruhu")
	b, err := sampleFile()
	if err == nil {
		err = os.WriteFile(path, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(path, Pass, options())
	return open(t, d, err, make, arg)
}

// sampleFile makes the sample once for all tests of a package: it is a thousand edits.
var sampleFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "ruhu")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "sample.ruhu")
	d, err := sample.Create(path, Pass, options())
	if err != nil {
		return nil, err
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// Empty opens a page over an empty register.
func Empty(t testing.TB, make func(page.Deps) page.Page, arg string) *Window {
	t.Helper()
	d, err := desk.Create(filepath.Join(t.TempDir(), "empty.ruhu"), Pass, options())
	return open(t, d, err, make, arg)
}

func options() desk.Options {
	return desk.Options{Now: func() time.Time { return Now }, Actor: "Li", FastKDF: true}
}

func open(t testing.TB, d *desk.Desk, err error, make func(page.Deps) page.Page, arg string) *Window {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", t.TempDir())
	a := test.NewTempApp(t)
	a.Settings().SetTheme(kit.Theme{})
	w := &Window{t: t, Win: test.NewTempWindow(t, widget.NewLabel(""))}
	w.Win.SetPadded(false)
	w.Win.Resize(fyne.NewSize(1024, 640))
	w.Deps = w.deps(a, d)
	t.Cleanup(func() {
		if err := d.Store().Check(); err != nil {
			t.Errorf("the store is not sound at the end: %v", err)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	w.Page = make(w.Deps)
	w.Visit(arg)
	return w
}

func (w *Window) deps(a fyne.App, d *desk.Desk) page.Deps {
	return page.Deps{
		Desk: d, Exchange: exchange.New(d.Store(), exchange.Options{Now: func() time.Time { return Now }}), Window: w.Win,
		Now:   func() time.Time { return Now },
		Go:    func(work, then func()) { work(); then() },
		Soon:  func(f func()) { f() },
		After: func(_ time.Duration, f func()) { w.later = append(w.later, f) },
		Show:  func(name, arg string) { w.Shown = append(w.Shown, name+":"+arg) },
		Back:  func() { w.Shown = append(w.Shown, "back") },
		Toast: w.say, Undo: w.say,
		ShowError: w.fail, Changed: func() {},
		Open: func(path string) error { w.Opened = append(w.Opened, path); return nil },
		Look: func() kit.Theme { return kit.Theme{} }, SetLook: func(kit.Theme) {}, Lock: func() {},
		Prefs: a.Preferences(),
	}
}

func (w *Window) say(s string) { w.Said = append(w.Said, s) }

func (w *Window) fail(err error) {
	if err != nil {
		w.Errors = append(w.Errors, err)
	}
}

// Visit shows the page as the frame does.
func (w *Window) Visit(arg string) {
	w.t.Helper()
	if o, ok := w.Page.(page.Opener); ok {
		o.Open(arg)
	}
	w.Page.Refresh()
	w.Win.SetContent(w.Page.Content())
	if f, ok := w.Page.(page.Focuser); ok {
		f.Focus()
	}
}

// Settle runs what was put off, and what that puts off in turn.
func (w *Window) Settle() {
	for n := 0; len(w.later) > 0 && n < 100; n++ {
		f := w.later[0]
		w.later = w.later[1:]
		f()
	}
}

// Type types s where the keyboard is, as fast as a scanner does.
func (w *Window) Type(s string) {
	w.t.Helper()
	for _, r := range s {
		f := w.Win.Canvas().Focused()
		if f == nil {
			w.t.Fatalf("nothing has the keyboard to type %q", s)
		}
		f.TypedRune(r)
	}
}

// Press presses keys one after the other where the keyboard is.
func (w *Window) Press(keys ...fyne.KeyName) {
	w.t.Helper()
	for _, k := range keys {
		f := w.Win.Canvas().Focused()
		if f == nil {
			w.t.Fatalf("nothing has the keyboard to press %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// At is the label that stands nearest above what has the keyboard: which field one is in.
func (w *Window) At() string {
	f, ok := w.Win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return ""
	}
	driver := fyne.CurrentApp().Driver()
	at, label, near := driver.AbsolutePositionForObject(f), "", float32(80)
	for _, x := range test.LaidOutObjects(w.Win.Canvas().Content()) {
		t, ok := x.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			continue
		}
		p := driver.AbsolutePositionForObject(t)
		if up := at.Y - p.Y; up > 0 && up < near && p.X-at.X < 20 && at.X-p.X < 20 {
			label, near = t.Text, up
		}
	}
	return label
}

// Tap presses the button with a word on it, in a dialog before one on the page.
func (w *Window) Tap(label string) {
	w.t.Helper()
	for _, o := range w.layers() {
		if b := find(o, label); b != nil {
			if b.Disabled() {
				w.t.Fatalf("the button %q is off", label)
			}
			b.Tapped(nil)
			return
		}
	}
	w.t.Fatalf("there is no button %q; the page reads:\n%s", label, w.Text())
}

// Choose opens a menu on the page and does one of its items.
func (w *Window) Choose(menu, item string) {
	w.t.Helper()
	w.Tap(menu)
	var m *widget.PopUpMenu
	for _, o := range test.LaidOutObjects(w.Win.Canvas().Overlays().Top()) {
		if x, ok := o.(*widget.PopUpMenu); ok {
			m = x
		}
	}
	if m == nil {
		w.t.Fatalf("%q opens no menu", menu)
	}
	for _, o := range m.Items {
		// the type of an item is the toolkit's own; its field Item is public
		f := reflect.ValueOf(o).Elem().FieldByName("Item")
		if !f.IsValid() {
			continue // a line between two groups
		}
		if i, ok := f.Interface().(*fyne.MenuItem); ok && i.Label == item {
			m.Hide()
			i.Action()
			return
		}
	}
	w.t.Fatalf("the menu %q has no %q", menu, item)
}

// Pick opens the picker that reads shown and takes the item of a name.
func (w *Window) Pick(shown, item string) {
	w.t.Helper()
	for _, o := range w.layers() {
		for _, x := range test.LaidOutObjects(o) {
			p, ok := x.(*kit.Picker)
			if !ok || p.Shown() != shown && (p.Shown() != "" || p.Hint != shown) {
				continue
			}
			for _, i := range p.Items() {
				if i.Value == item || i.Name == item {
					p.Choose(i.Value)
					return
				}
			}
		}
	}
	w.t.Fatalf("there is no picker %q with %q", shown, item)
}

func (w *Window) layers() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, o := range w.Win.Canvas().Overlays().List() {
		out = append([]fyne.CanvasObject{o}, out...)
	}
	return append(out, w.Win.Canvas().Content())
}

func find(o fyne.CanvasObject, label string) *kit.Button {
	for _, x := range test.LaidOutObjects(o) {
		if b, ok := x.(*kit.Button); ok && b.Text == label && b.Visible() {
			return b
		}
	}
	return nil
}

// Text is all that can be read in the window, dialogs first.
func (w *Window) Text() string {
	var lines []string
	for _, layer := range w.layers() {
		for _, x := range test.LaidOutObjects(layer) {
			if t, ok := x.(*canvas.Text); ok && t.Visible() && strings.TrimSpace(t.Text) != "" {
				lines = append(lines, t.Text)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// Reads fails the test unless the words can be read in the window.
func (w *Window) Reads(words ...string) {
	w.t.Helper()
	unbroken := strings.NewReplacer("\n", "", " ", "") // where a line ended is no matter
	all := unbroken.Replace(w.Text())
	for _, s := range words {
		if !strings.Contains(all, unbroken.Replace(s)) {
			w.t.Errorf("%q is nowhere to be read; the window says:\n%s", s, w.Text())
		}
	}
}

// Clean fails the test where the page told of an error.
func (w *Window) Clean() {
	w.t.Helper()
	for _, err := range w.Errors {
		w.t.Errorf("the page told of an error: %v: %s", err, text.Explain(err))
	}
}
