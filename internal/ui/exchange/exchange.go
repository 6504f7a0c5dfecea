// Package exchange is the page of the exchange with the county: enrol once, then see what is not sent yet, send it, and see
// to what the county could not take. Its counts are those of the store, counted when it is shown.
package exchange

import (
	"context"
	"errors"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	county "ruhu/internal/exchange"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is the exchange page.
type Page struct {
	deps     page.Deps
	enrol    *enrol
	aside    *aside
	status   county.Status
	again    bool   // enrolling anew is open
	result   string // what the last press of the button did
	tone     kit.Tone
	failed   error
	running  bool
	attached int // attachments that the running exchange has to send, as far as is known
	stop     context.CancelFunc
	progress *kit.Progress
	send     *kit.Button
	bar      *fyne.Container
	content  *fyne.Container
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{deps: d, content: container.NewStack(), bar: container.NewStack()}
	p.enrol = newEnrol(p)
	p.aside = newAside(p)
	p.send = kit.NewPrimary(text.T("exchangepage.send"), p.sync)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Focus puts the keyboard on the button, or where the address is typed.
func (p *Page) Focus() {
	if p.enrolling() {
		p.deps.Window.Canvas().Focus(p.enrol.url)
		return
	}
	p.deps.Window.Canvas().Focus(p.send)
}

// Commands are the page's menu.
func (p *Page) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("exchangepage.send"), fyne.KeyR, p.sync),
		{Label: text.T("exchangepage.again"), Do: p.openAgain},
	}
}

func (p *Page) enrolling() bool { return !p.status.Enrolled || p.again }

// Refresh counts anew and redraws. What is being typed into the enrolment stays.
func (p *Page) Refresh() {
	p.status = p.deps.Exchange.Status()
	if err := p.aside.read(); err != nil {
		p.deps.ShowError(err)
		return
	}
	rows := kit.Rows(12, kit.Title(text.T("ui.page."+page.Exchange)), p.numbers())
	if p.enrolling() {
		rows.Add(p.enrol.box)
	} else {
		rows.Add(p.sending())
	}
	if o := form.Disputes(p.deps, func(desk.Conflict) bool { return true }); o != nil {
		rows.Add(o)
	}
	if len(p.aside.rows) > 0 {
		rows.Add(p.aside.box)
	}
	p.content.Objects = []fyne.CanvasObject{container.NewVScroll(kit.Padded(kit.Narrow(940, rows)))}
	p.content.Refresh()
}

// numbers are the three that matter: not sent, last all done, set aside.
func (p *Page) numbers() fyne.CanvasObject {
	s := p.status
	unsent := kit.NewStat(text.T("exchangepage.unsent"), nil)
	switch {
	case s.Unsent > 0:
		unsent.Set(strconv.Itoa(s.Unsent), kit.Warn, text.T("exchangepage.unsent.some"))
	case s.Enrolled:
		unsent.Set("0", kit.Good, text.T("exchangepage.unsent.none"))
	default:
		unsent.Set("0", kit.Plain, text.T("exchangepage.unsent.nothing"))
	}
	switch {
	case s.Attachments > 0 && s.Unsent > 0:
		unsent.Set(strconv.Itoa(s.Unsent), kit.Warn, text.T("exchangepage.unsent.both", s.Attachments))
	case s.Attachments > 0:
		unsent.Set("0", kit.Warn, text.T("exchangepage.attachments", s.Attachments))
	}
	last := kit.NewStat(text.T("exchangepage.last"), nil)
	last.Set(text.T("exchangepage.never"), kit.Quiet, "")
	if !s.LastOK.IsZero() {
		last.Set(p.ago(s.LastOK), kit.Plain, s.LastOK.Local().Format("2006-01-02 15:04"))
	}
	aside := kit.NewStat(text.T("exchangepage.aside"), nil)
	aside.Set(strconv.Itoa(s.SetAside), kit.Quiet, text.T("exchangepage.aside.none"))
	if s.SetAside > 0 {
		aside.Set(strconv.Itoa(s.SetAside), kit.Bad, text.T("exchangepage.aside.some"))
	}
	return container.New(layout.NewGridLayoutWithColumns(3), unsent, last, aside)
}

// ago says roughly how long ago.
func (p *Page) ago(at time.Time) string {
	d := p.deps.Now().Sub(at)
	switch {
	case d < 2*time.Minute:
		return text.T("exchangepage.just_now")
	case d < time.Hour:
		return text.T("exchangepage.minutes_ago", int(d/time.Minute))
	case d < 24*time.Hour:
		return text.T("exchangepage.hours_ago", int(d/time.Hour))
	}
	return text.T("exchangepage.days_ago", int(d/(24*time.Hour)))
}

// sending is the panel of an enrolled device: with whom, the button, what came of it.
func (p *Page) sending() fyne.CanvasObject {
	s := p.status
	who := kit.Rows(4,
		pair(text.T("exchangepage.county"), s.County), pair(text.T("exchangepage.address"), s.URL), pair(text.T("exchangepage.device"), s.Name))
	rows := kit.Rows(10, who, kit.Line(10, p.send, kit.Words(text.T("exchangepage.safe"), kit.Quiet)), p.bar)
	if p.result != "" {
		rows.Add(kit.Tinted(p.tone, kit.Prose(p.result, p.tone)))
	}
	if err := p.trouble(); err != nil && !p.running {
		x := text.Explain(err)
		rows.Add(kit.Tinted(kit.Bad, kit.Prose(x.String(), kit.Bad)))
	}
	if s.Warning != nil {
		rows.Add(kit.Tinted(kit.Warn, kit.Prose(text.Explain(s.Warning).String(), kit.Warn)))
	}
	rows.Add(kit.Rows(4, kit.Line(8, p.auto()), kit.Prose(text.T("exchangepage.auto"), kit.Quiet)))
	rows.Add(kit.Line(0, kit.NewQuiet(text.T("exchangepage.again"), p.openAgain)))
	return kit.Panel(rows)
}

// auto says how the sending that runs by itself stands.
func (p *Page) auto() fyne.CanvasObject {
	s := p.status
	switch {
	case s.Syncing:
		return kit.Badge(text.T("exchangepage.auto.busy"), kit.Accent)
	case errors.Is(s.LastErr, county.ErrRevoked):
		return kit.Badge(text.T("exchangepage.auto.off"), kit.Bad)
	case s.LastErr != nil && !errors.Is(s.LastErr, context.Canceled):
		return kit.Badge(text.T("exchangepage.auto.waits"), kit.Warn)
	}
	return kit.Badge(text.T("exchangepage.auto.on"), kit.Good)
}

// trouble is why the last try ended early: the button's, else the one that ran by itself.
func (p *Page) trouble() error {
	if p.failed != nil {
		return p.failed
	}
	if errors.Is(p.status.LastErr, context.Canceled) {
		return nil
	}
	return p.status.LastErr
}

// pair is a name and what it is.
func pair(name, value string) fyne.CanvasObject {
	label := kit.Words(name, kit.Quiet)
	return kit.Line(8, kit.Wide(kit.Size(theme.SizeNameText)*7, label), words(value))
}

func words(s string) *canvas.Text { return kit.Words(s, kit.Plain) }

func (p *Page) openAgain() {
	p.again = true
	p.enrol.url.SetQuietly(p.status.URL)
	p.enrol.name.SetQuietly(p.status.Name)
	p.Refresh()
	p.deps.Window.Canvas().Focus(p.enrol.code)
}
