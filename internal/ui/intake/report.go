package intake

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// report says what was done.
func (p *Page) report(plan *intake.Plan, r desk.ImportResult) {
	stat := func(key string, n int, tone kit.Tone) fyne.CanvasObject {
		s := kit.NewStat(text.T(key), nil)
		s.Set(strconv.Itoa(n), tone, "")
		return s
	}
	numbers := kit.Tiles(9, stat("import.report.new", plan.New, kit.Good),
		stat("import.report.changed", plan.Changed, kit.Accent), stat("import.report.same", plan.Same, kit.Quiet), stat("import.report.waiting", r.Waiting, kit.Warn))
	houses := kit.NewPrimary(text.T("import.report.houses"), func() { p.begin(); p.d.Show(page.Houses, "") })
	buttons := kit.Line(8, houses, kit.NewButton(text.T("import.other"), p.begin))
	if r.Waiting > 0 {
		buttons.Add(kit.NewButton(text.T("import.waiting.see"), p.showWaiting))
	}
	done := kit.Prose(text.T("import.report.done", r.Written), kit.Plain)
	if r.Written < r.All {
		done = kit.Prose(text.T("import.report.part", r.Written, r.All), kit.Warn)
	}
	undo := kit.Prose(text.T("import.report.undo"), kit.Quiet)
	p.show(kit.Rows(12, kit.Title(text.T("import.report")), done, numbers, undo, buttons), houses)
	p.Focus()
}
