// Package settings is the page of what belongs to this computer: who works at it, how the window looks, where the data lies,
// its backup and its passphrase.
package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the settings page.
type Page struct {
	deps    page.Deps
	who     *who
	look    *look
	safe    *safe
	pass    *pass
	content fyne.CanvasObject
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d}
	p.who, p.look, p.safe, p.pass = newWho(p), newLook(p), newSafe(p), newPass(p)
	left := kit.Rows(12, p.who.box, p.look.box, about())
	right := kit.Rows(12, p.safe.box, p.pass.box)
	columns := container.New(&twoColumns{}, left, right)
	p.content = container.NewVScroll(kit.Padded(kit.Rows(12, kit.Title(text.T("ui.page."+page.Settings)), columns)))
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard on the first field.
func (p *Page) Focus() { p.deps.Window.Canvas().Focus(p.who.name) }

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("settings.backup.now"), fyne.KeyB, p.safe.backup),
		{Label: text.T("settings.lock"), Do: p.deps.Lock},
	}
}

// Refresh shows the stored settings; what is being typed stays.
func (p *Page) Refresh() {
	p.who.refresh()
	p.safe.refresh()
}

// section is a panel with a heading.
func section(title string, rows ...fyne.CanvasObject) *fyne.Container {
	return container.NewStack(kit.Panel(kit.Rows(8, append([]fyne.CanvasObject{kit.Subtitle(text.T(title))}, rows...)...)))
}

// field is an input under its label.
func field(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Rows(3, kit.Caption(text.T(key), kit.Quiet), o)
}

// twoColumns sets two halves side by side where there is room, else one under the other.
type twoColumns struct{ width float32 }

const columnGap = 14

func (l *twoColumns) split() bool { return l.width >= kit.Size(theme.SizeNameText)*48 }

func (l *twoColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if l.split() {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height+columnGap)
}

func (l *twoColumns) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	o[0].Move(fyne.Position{})
	if l.split() {
		w := (s.Width - columnGap) / 2
		o[0].Resize(fyne.NewSize(w, o[0].MinSize().Height))
		o[1].Resize(fyne.NewSize(w, o[1].MinSize().Height))
		o[1].Move(fyne.NewPos(w+columnGap, 0))
		return
	}
	o[0].Resize(fyne.NewSize(s.Width, o[0].MinSize().Height))
	o[1].Resize(fyne.NewSize(s.Width, o[1].MinSize().Height))
	o[1].Move(fyne.NewPos(0, o[0].MinSize().Height+columnGap))
}
