package intake

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// report says what was done, what waits, and how to keep it or take it back.
func (p *Page) report(v *preview, r desk.ImportResult) {
	plan := v.plan
	numbers := kit.Tiles(9, p.numbers(plan, r)...)
	see := kit.NewPrimary(p.result(plan))
	if r.Written < r.All {
		see = kit.NewPrimary(text.T("import.report.go_on"), func() { p.write(v) })
	}
	buttons := kit.Flow(8, see)
	if r.Waiting > 0 {
		buttons.Add(kit.NewButton(text.T("import.waiting.see"), p.showWaiting))
	}
	buttons.Add(kit.NewButton(text.T("import.report.rows"), func() { p.showTable(r.ID) }))
	buttons.Add(kit.NewButton(text.T("import.past.undo"), func() { p.takeBack(r.ID, plan.File) }))
	buttons.Add(kit.NewButton(text.T("import.another"), func() { p.begin(); p.Focus() }))
	done := kit.Prose(text.T("import.report.done", filepath.Base(plan.File), r.Written), kit.Plain)
	if r.Written < r.All {
		done = kit.Prose(text.T("import.report.part", r.Written, r.All), kit.Warn)
	}
	rows := kit.Rows(12, kit.Title(text.T("import.report")), done, numbers)
	if r.Written < r.All {
		rows = kit.Rows(12, kit.Title(text.T("import.report.stopped")), done) // what the counts say has come in part only
	}
	if n := toldNow(plan); n > 0 {
		rows.Add(kit.Tinted(kit.Good, kit.Words(text.T("import.report.told", n), kit.Plain)))
	}
	rows.Add(kit.Prose(text.T("import.report.undo"), kit.Quiet))
	rows.Add(buttons)
	p.show(rows, see)
	p.Focus()
}

// toldNow is how many headings people said the meaning of, which is known the next time.
func toldNow(plan *intake.Plan) (n int) {
	for _, l := range plan.Told() {
		n += len(l.Columns)
	}
	return n
}

// numbers are the counts of what was done.
func (p *Page) numbers(plan *intake.Plan, r desk.ImportResult) (out []fyne.CanvasObject) {
	stat := func(key string, n int, tone kit.Tone, tapped func()) {
		s := kit.NewStat(text.T(key), tapped)
		s.Set(strconv.Itoa(n), tone, "")
		out = append(out, s)
	}
	wait := func() {
		if r.Waiting > 0 {
			p.showWaiting()
		}
	}
	switch plan.Kind {
	case intake.Targets:
		stat("import.report.targets", tasks(plan), kit.Good, nil)
		return out
	case intake.Questions:
		stat("import.report.questions", r.Written, kit.Good, nil)
		return out
	case intake.Classes:
		stat("import.report.enrolled", plan.Enrolled, kit.Good, nil)
		stat("import.report.refused", plan.Refused, kit.Bad, nil)
	}
	stat("import.report.new", plan.New, kit.Good, nil)
	stat("import.report.changed", plan.Changed, kit.Accent, nil)
	stat("import.report.same", plan.Same, kit.Quiet, nil)
	stat("import.report.waiting", r.Waiting, kit.Warn, wait)
	return out
}

// result is the page that shows what was brought in.
func (p *Page) result(plan *intake.Plan) (label string, show func()) {
	name, arg := page.Houses, ""
	switch plan.Kind {
	case intake.Classes:
		name, arg = page.Class, plan.Class.ID
	case intake.Targets:
		name = page.Targets
	case intake.Questions:
		name = page.Questions
	}
	return text.T("import.report.see." + name), func() { p.begin(); p.d.Show(name, arg) }
}
