package intake

import (
	"context"
	"errors"
	"path/filepath"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// read works out what would become of a file. It changes nothing and can be stopped.
func (p *Page) read(path string) {
	p.remember(path)
	bar, ctx := p.work(text.T("import.reading", filepath.Base(path)))
	var plan *intake.Plan
	var err error
	o := intake.Options{Progress: func(done, all int) {
		p.d.Soon(func() { bar.Set(text.T("import.reading.rows", done, all), done, all) })
	}}
	p.d.Go(func() { plan, err = p.d.Desk.PlanImportWith(ctx, path, o) }, func() {
		p.busy = false
		if err != nil {
			p.begin()
			if !errors.Is(err, context.Canceled) {
				p.d.ShowError(err)
			}
			return
		}
		p.showPreview(plan)
	})
}

// write takes the plan in. What was written when it is stopped stays; the rest can be taken in again, as nothing comes twice.
func (p *Page) write(plan *intake.Plan) {
	bar, ctx := p.work(text.T("import.writing"))
	var result desk.ImportResult
	var err error
	p.d.Go(func() {
		result, err = p.d.Desk.Import(ctx, plan, func(done, all int) {
			p.d.Soon(func() { bar.Set(text.T("import.writing.rows", done, all), done, all) })
		})
	}, func() {
		p.busy = false
		p.preview = nil
		if err != nil {
			p.d.ShowError(err)
		}
		p.report(plan, result)
		p.d.Changed()
	})
}

// work shows a bar with a way to stop.
func (p *Page) work(label string) (*kit.Progress, context.Context) {
	ctx, stop := context.WithCancel(context.Background())
	bar := kit.NewProgress(label, stop)
	p.busy, p.stop, p.preview, p.waiting = true, stop, nil, nil
	p.show(kit.Rows(14, kit.Title(text.T("import.title")), kit.Panel(bar)), bar.Cancel)
	p.d.Window.Canvas().Focus(bar.Cancel)
	return bar, ctx
}
