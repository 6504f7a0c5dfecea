package exchange

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// enrol is the form that makes this computer known to the county, once.
type enrol struct {
	p       *Page
	url     *kit.Entry
	code    *kit.Entry
	name    *kit.Entry
	do      *kit.Button
	trouble *kit.Paragraph
	troubleBox,
	busy *fyne.Container
	box fyne.CanvasObject
}

func newEnrol(p *Page) *enrol {
	e := &enrol{p: p, url: kit.NewEntry(), code: kit.NewEntry(), name: kit.NewEntry(), busy: container.NewStack()}
	e.url.SetPlaceHolder(text.T("exchangepage.url.hint"))
	e.code.SetPlaceHolder(text.T("exchangepage.code.hint"))
	e.name.SetPlaceHolder(text.T("exchangepage.name.hint"))
	e.trouble = kit.Prose("", kit.Bad)
	e.troubleBox = container.NewStack(kit.Tinted(kit.Bad, e.trouble))
	e.troubleBox.Hide()
	if s, err := p.deps.Desk.Settings(); err == nil {
		e.url.SetQuietly(s.CountyURL)
		e.name.SetQuietly(strings.TrimSpace(s.Unit + s.Actor))
	}
	e.do = kit.NewPrimary(text.T("exchangepage.enrol"), e.run)
	e.name.Enter = func() bool { e.run(); return true }
	for _, x := range []*kit.Entry{e.url, e.code, e.name} {
		x.Save = e.run
	}
	what := kit.Rows(8, kit.Prose(text.T("exchangepage.enrol.what"), kit.Quiet))
	if p.deps.Sample {
		what.Add(kit.Tinted(kit.Warn, kit.Prose(text.T("exchangepage.enrol.sample"), kit.Warn)))
	}
	e.box = kit.Panel(kit.Rows(8, kit.Subtitle(text.T("exchangepage.enrol.title")), what,
		labelled("exchangepage.url", e.url), labelled("exchangepage.code", e.code), labelled("exchangepage.name", e.name),
		e.troubleBox, e.busy, kit.Line(8, e.do)))
	return e
}

func labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Rows(3, kit.Strong(text.T(key), kit.Plain), kit.Narrow(460, o))
}

// run enrols. The address is kept even when it fails, so that it is typed once.
func (e *enrol) run() {
	for _, x := range []*kit.Entry{e.url, e.code, e.name} {
		if strings.TrimSpace(x.Text) == "" {
			kit.Focus(x)
			return
		}
	}
	if e.do.Disabled() {
		return
	}
	url, code, name := e.url.Text, e.code.Text, e.name.Text
	ctx, stop := context.WithCancel(context.Background())
	e.do.Disable()
	e.troubleBox.Hide()
	e.busy.Objects = []fyne.CanvasObject{kit.NewProgress(text.T("exchangepage.enrolling"), func() { stop() })}
	e.busy.Refresh()
	var err error
	e.p.deps.Go(func() {
		if err = e.p.deps.Exchange.Enrol(ctx, url, code, name); err == nil {
			err = e.keep(url)
		}
	}, func() {
		stop()
		e.finished(err)
	})
}

func (e *enrol) keep(url string) error {
	s, err := e.p.deps.Desk.Settings()
	if err != nil {
		return err
	}
	s.CountyURL = strings.TrimSpace(url)
	return e.p.deps.Desk.SaveSettings(s)
}

func (e *enrol) finished(err error) {
	e.do.Enable()
	e.busy.Objects = nil
	e.busy.Refresh()
	if err != nil {
		e.trouble.Set(text.Explain(err).String(), kit.Bad)
		e.troubleBox.Show()
		return
	}
	e.code.SetText("")
	e.p.again, e.p.failed = false, nil
	e.p.deps.Toast(text.T("exchangepage.enrolled"))
	e.p.Refresh()
	e.p.deps.Changed()
	e.p.Focus()
}
