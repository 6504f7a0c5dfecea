package intake

import (
	"context"
	"errors"
	"path/filepath"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// many rows take longer than a blink to be worked out.
const many = 2000

// read works out what would become of a file. It changes nothing and can be stopped.
func (p *Page) read(path string) { p.readWith(path, nil) }

// readWith does so with decisions that were made already.
func (p *Page) readWith(path string, decided survey.Answers) {
	p.remember(path)
	_, ctx := p.work(text.T("import.reading", filepath.Base(path)))
	var plan *intake.Plan
	var err error
	resumed := 0
	o := intake.Options{Progress: func(done, all int) { p.step("import.reading.rows", done, all) }}
	p.d.Go(func() {
		if plan, err = p.d.Desk.PlanImportWith(ctx, path, o); err != nil {
			return
		}
		if decided != nil {
			resume(plan, decided)
		} else {
			resumed, err = p.resumeDrafts(plan)
		}
	}, func() {
		p.busy = false
		if err != nil {
			p.begin()
			p.Focus()
			if !errors.Is(err, context.Canceled) {
				p.d.ShowError(err)
			}
			return
		}
		p.showPreview(path, plan)
		p.resumed(resumed)
	})
}

// step tells how far it is, from any goroutine.
func (p *Page) step(key string, done, all int) {
	p.d.Soon(func() {
		if p.bar != nil {
			p.bar.Set(text.T(key, done, all), done, all)
		}
	})
}

// write takes the plan in. What was written when it is stopped stays; the rest can be taken in again, as nothing comes twice.
func (p *Page) write(v *preview) {
	_, ctx := p.work(text.T("import.writing"))
	var result desk.ImportResult
	var err error
	p.d.Go(func() {
		result, err = p.d.Desk.Import(ctx, v.plan, func(done, all int) { p.step("import.writing.rows", done, all) })
	}, func() {
		p.busy = false
		if !errors.Is(err, desk.ErrStopped) { // which the report says
			p.d.ShowError(err)
		}
		if result.ID == "" { // nothing was begun
			p.showPreview(v.path, v.plan)
			return
		}
		p.forget(v.path)
		p.report(v, result)
		p.d.Changed()
	})
}

// work shows a bar with a way to stop.
func (p *Page) work(label string) (*kit.Progress, context.Context) {
	ctx, stop := context.WithCancel(context.Background())
	bar := kit.NewProgress(label, nil)
	bar.Cancel.OnTapped = func() {
		bar.Cancel.Disable()
		bar.Set(text.T("import.stopping"), 0, 0)
		stop()
	}
	bar.Cancel.Show()
	p.busy, p.bar, p.preview, p.waiting = true, bar, nil, nil
	p.show(kit.Rows(14, kit.Title(text.T("import.title")), kit.Panel(bar), kit.Prose(text.T("import.stop.hint"), kit.Quiet)), nil)
	p.d.Window.Canvas().Unfocus() // an Enter too many is not to stop what was just begun; Tab goes to the button
	return bar, ctx
}
