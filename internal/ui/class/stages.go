package class

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// stages shows how far the class has come and what the next stage still lacks.
type stages struct {
	p     *Page
	class training.Class
	box   *fyne.Container
	next  *kit.Button
}

func newStages(p *Page) *stages { return &stages{p: p, box: container.NewStack()} }

func (s *stages) content() fyne.CanvasObject { return s.box }

func (s *stages) show(c training.Class) error {
	s.class = c
	trainees, sessions, err := s.p.counts(c.ID)
	if err != nil {
		return err
	}
	rows := kit.Rows(10, s.ladder())
	rows.Add(kit.Panel(s.nextStage(trainees, sessions)))
	if posted := s.posting(); posted != nil {
		rows.Add(posted)
	}
	rate, err := s.attendance()
	if err != nil {
		return err
	}
	if rate != nil {
		rows.Add(kit.Panel(rate))
	}
	s.box.Objects = []fyne.CanvasObject{container.NewVScroll(kit.Narrow(860, rows))}
	s.box.Refresh()
	return nil
}

// ladder is the stages side by side, those passed with a tick.
func (s *stages) ladder() fyne.CanvasObject {
	at := slices.Index(training.Stages, s.class.Stage())
	line := kit.Line(6)
	for i, stage := range training.Stages {
		word, tone := stage, kit.Quiet
		switch {
		case i < at:
			word, tone = text.T("class.stage.done", stage), kit.Good
		case i == at:
			word, tone = text.T("class.stage.now", stage), kit.Accent
		}
		line.Add(kit.Badge(word, tone))
	}
	return kit.Panel(kit.Rows(8, kit.Strong(text.T("class.stages"), kit.Plain), line))
}

func (s *stages) nextStage(trainees, sessions int) fyne.CanvasObject {
	next := s.class.Next()
	if next == "" {
		s.next = nil
		return kit.Words(text.T("class.stage.last"), kit.Good)
	}
	s.next = kit.NewPrimary(text.T("class.advance", next), func() { s.advance(next) })
	missing := s.class.Missing(next, trainees, sessions)
	if len(missing) == 0 {
		return kit.Rows(8, kit.Words(text.T("class.stage.ready", next), kit.Good), kit.Line(8, s.next))
	}
	s.next.Disable()
	rows := kit.Rows(4, kit.Strong(text.T("class.stage.missing", next, len(missing)), kit.Warn))
	for _, err := range missing {
		rows.Add(kit.Words(text.T("class.stage.item", text.Explain(err).What), kit.Plain))
	}
	rows.Add(kit.Line(8, kit.NewButton(text.T("class.stage.fill"), func() { s.p.goTo(0) }), s.next))
	return rows
}

func (s *stages) advance(stage string) {
	if err := s.p.deps.Desk.Advance(s.class.ID, stage); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.deps.Undo(text.T("class.advanced", stage))
	s.p.Refresh()
}

// posting notes with one press that board and licence hang on the wall today; nil once both do.
func (s *stages) posting() fyne.CanvasObject {
	line := kit.Line(8)
	for _, x := range []struct{ key, word string }{{training.BoardPostedOn, "class.post.board"}, {training.LicencePostedOn, "class.post.licence"}} {
		if s.class.Answers[x.key] == "" {
			line.Add(kit.NewButton(text.T(x.word), func() { s.post(x.key) }))
		}
	}
	if len(line.Objects) == 0 {
		return nil
	}
	return kit.Panel(kit.Rows(8, kit.Prose(text.T("class.post"), kit.Plain), line,
		kit.Line(8, kit.NewQuiet(text.T("class.post.print"), func() { s.p.deps.Show(page.Papers, s.class.ID) }))))
}

func (s *stages) post(key string) {
	a := survey.Answers{}
	for k, v := range s.class.Answers {
		a[k] = v
	}
	a[key] = s.p.deps.Now().Format("2006-01-02")
	if _, err := s.p.deps.Desk.SaveClass(s.class.ID, a); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.deps.Undo(text.T("class.saved"))
	s.p.Refresh()
}

// attendance is the rate so far, numerator and denominator beside it; nil before anything was noted.
func (s *stages) attendance() (fyne.CanvasObject, error) {
	sum, err := s.p.deps.Desk.Attendance(s.class.ID, "")
	if err != nil {
		return nil, err
	}
	rate, ok := sum.Class.Rate()
	if !ok {
		return nil, nil
	}
	return kit.Words(text.T("class.rate", rate*100, number(sum.Class.Attended), number(sum.Class.Planned)), kit.Plain), nil
}

func (s *stages) focus() {
	if s.next != nil && !s.next.Disabled() {
		s.p.deps.Window.Canvas().Focus(s.next)
	}
}
