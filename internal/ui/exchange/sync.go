package exchange

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	county "ruhu/internal/exchange"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// look is how often the page looks how far the sending is.
const look = 300 * time.Millisecond

// sync sends everything now. It can be stopped at any time: what has its receipt by then stays sent.
func (p *Page) sync() {
	if p.running || !p.status.Enrolled {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	p.running, p.stop, p.failed, p.result, p.attached = true, stop, nil, "", 0
	p.send.Disable()
	all := p.deps.Exchange.Status().Unsent
	p.progress = kit.NewProgress(text.T("exchangepage.sending"), func() { stop() })
	p.bar.Objects = []fyne.CanvasObject{p.progress}
	p.Refresh()
	var r county.Result
	var err error
	p.deps.Go(func() { r, err = p.deps.Exchange.Sync(ctx) }, func() {
		stop()
		p.finished(r, err)
	})
	p.follow(all)
}

// follow shows how many have their receipt while the sending runs.
func (p *Page) follow(all int) {
	if !p.running {
		return
	}
	s := p.deps.Exchange.Status()
	done := max(all-s.Unsent, 0)
	p.attached = max(p.attached, s.Attachments)
	if s.Unsent > 0 || p.attached == 0 {
		p.progress.Set(text.T("exchangepage.progress", done, all), done, all)
	} else {
		p.progress.Set(text.T("exchangepage.progress.attached", p.attached-s.Attachments, p.attached), p.attached-s.Attachments, p.attached)
	}
	p.deps.After(look, func() { p.follow(all) })
}

func (p *Page) finished(r county.Result, err error) {
	p.running = false
	p.bar.Objects = nil
	p.send.Enable()
	p.failed, p.tone = nil, kit.Good
	switch {
	case errors.Is(err, context.Canceled):
		p.result, p.tone = text.T("exchangepage.stopped", r.Sent), kit.Warn
	case err != nil:
		p.failed = err
		p.result, p.tone = "", kit.Quiet
		if r.Sent > 0 {
			p.result = text.T("exchangepage.partly", r.Sent)
		}
	case r.Sent+r.SetAside+r.Received+r.Attachments == 0:
		p.result = text.T("exchangepage.nothing_new")
	default:
		p.result = text.T("exchangepage.done", r.Sent, r.Received)
		if r.Attachments > 0 {
			p.result += text.T("exchangepage.done.attached", r.Attachments)
		}
		if r.SetAside > 0 {
			p.result, p.tone = p.result+text.T("exchangepage.done.aside", r.SetAside), kit.Warn
		}
	}
	if r.Unreadable > 0 {
		p.result += text.T("exchangepage.unreadable", r.Unreadable)
	}
	p.Refresh()
	p.deps.Changed()
	p.deps.Window.Canvas().Focus(p.send)
}
