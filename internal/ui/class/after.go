package class

import (
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// after is what the class led to: who works since, who is to be asked, what the trainees say, and the five indicators.
type after struct {
	p     *Page
	in    []trainee
	last  map[string]registry.Record // last follow-up, by person
	due   []rules.Deadline
	said  []registry.Record // feedback
	table *kit.Table
	backs *kit.Table
	box   *fyne.Container
}

func newAfter(p *Page) *after {
	s := &after{p: p, box: container.NewStack()}
	s.table = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.seat"), Em: 2.4, Right: true}, {Title: text.T("class.col.person"), Em: 5.5, Grow: true}, {Title: text.T("class.col.result"), Em: 3.6},
		{Title: text.T("class.col.after"), Em: 6, Grow: true}, {Title: text.T("class.col.followed"), Em: 6},
	}, func() int { return len(s.in) }, s.cell)
	s.table.OnOpen = s.follow
	s.table.OnMove = func(int) {}
	s.backs = kit.NewTable(s.backColumns(), func() int { return len(s.said) }, s.backCell)
	s.backs.OnOpen = func(row int) { s.fillBack(s.said[row].ID) }
	s.backs.OnMove = func(int) {}
	return s
}

func (s *after) content() fyne.CanvasObject { return s.box }

func (s *after) show(c training.Class) error {
	in, err := s.p.roster()
	l, failed := s.p.deps.Desk.Life(c.ID)
	said, worse := s.p.deps.Desk.Records(training.TypeFeedback, c.ID)
	if err = errors.Join(err, failed, worse); err != nil {
		return err
	}
	s.in, s.said, s.last = seated(in), said, map[string]registry.Record{}
	for person, all := range l.Followups {
		if len(all) > 0 {
			s.last[person] = all[0]
		}
	}
	s.due = slices.DeleteFunc(rules.Deadlines(s.p.deps.Desk.RuleBook(), l, s.p.deps.Desk.Today()), func(d rules.Deadline) bool {
		return d.Type != registry.TypeFollowUp
	})
	s.table.Reload()
	s.backs.Reload()
	shares, err := s.indicators()
	if err != nil {
		return err
	}
	split := container.NewHSplit(kit.Panel(s.left()), kit.Panel(s.right(shares)))
	split.Offset = 0.5
	s.box.Objects = []fyne.CanvasObject{split}
	s.box.Refresh()
	return nil
}

// left is who works since, and when the next asking is due.
func (s *after) left() fyne.CanvasObject {
	rows := kit.Rows(4, kit.Strong(text.T("class.after", len(s.in)), kit.Plain))
	for _, d := range s.due {
		tone := kit.Plain
		if d.Late && !d.Done {
			tone = kit.Bad
		}
		rows.Add(kit.Prose(d.Sentence, tone))
	}
	if len(s.due) == 0 {
		rows.Add(kit.Prose(text.T("class.after.none"), kit.Quiet))
	}
	rows.Add(kit.Gap())
	ask := kit.NewPrimary(text.T("class.follow"), func() { s.follow(s.table.Current()) })
	result := kit.NewButton(text.T("class.after.set"), func() { s.set(s.table.Current()) })
	return container.NewBorder(rows, kit.Line(8, kit.Gap(), result, ask), nil, nil, s.table)
}

// right is how the class is judged: by the policy's indicators, and by those who were in it.
func (s *after) right(shares []fyne.CanvasObject) fyne.CanvasObject {
	top := kit.Rows(6, kit.Head(kit.Strong(text.T("class.evaluate"), kit.Plain), kit.NewQuiet(text.T("class.evaluate.print"), func() {
		s.p.deps.Show(page.Papers, s.p.class.ID+"/evaluation")
	})))
	for _, o := range shares {
		top.Add(o)
	}
	add := kit.NewButton(text.T("class.back.add"), func() { s.fillBack("") })
	top.Add(kit.Gap())
	top.Add(kit.Head(kit.Strong(text.T("class.backs", len(s.said)), kit.Plain), add))
	if len(s.said) == 0 {
		top.Add(kit.Prose(text.T("class.back.none"), kit.Quiet))
		return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), top))
	}
	s.backs.Fit = true
	top.Add(s.backs)
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), top))
}

func (s *after) cell(row, column int) kit.Cell {
	t := s.in[row]
	switch column {
	case 0:
		return kit.Cell{Text: t.Answers[training.Seat], Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: t.person.Name(), Bold: true}
	case 2:
		return kit.Cell{Text: t.Answers[training.Result], Tone: toneOfResult(t.Answers[training.Result]), Badge: true}
	case 3:
		tone := kit.Plain
		if slices.Contains(training.AtWork, t.Answers[training.After]) {
			tone = kit.Good
		}
		return kit.Cell{Text: t.Answers[training.After], Tone: tone}
	}
	if r, ok := s.last[t.PersonID()]; ok {
		return kit.Cell{Text: r.Get(survey.FollowedOn)}
	}
	return kit.Cell{Text: text.T("class.follow.never"), Tone: kit.Quiet}
}

// follow opens a visit or a call to one of them.
func (s *after) follow(row int) {
	if row >= 0 && row < len(s.in) {
		person := s.in[row].PersonID()
		s.p.deps.Show(page.Person, page.Record+registry.TypeFollowUp+"/"+person+"/")
	}
}

// set writes down what one does since the class.
func (s *after) set(row int) {
	if row >= 0 && row < len(s.in) {
		s.p.fill(filling{title: text.T("class.score.of", s.in[row].person.Name()), typ: training.TypeEnrolment, id: s.in[row].ID, first: training.After, said: text.T("class.score.saved")})
	}
}

func (s *after) backColumns() []kit.Column {
	columns := []kit.Column{{Title: text.T("class.col.date"), Em: 6}}
	for i := range training.Scores {
		columns = append(columns, kit.Column{Title: text.T("class.back." + strconv.Itoa(i+1)), Em: 2.6, Right: true})
	}
	return append(columns, kit.Column{Title: text.T("class.col.suggest"), Em: 8, Grow: true})
}

func (s *after) backCell(row, column int) kit.Cell {
	r := s.said[row]
	switch {
	case column == 0:
		return kit.Cell{Text: r.Get(training.GivenOn)}
	case column <= len(training.Scores):
		return kit.Cell{Text: r.Get(training.Scores[column-1])}
	}
	return kit.Cell{Text: r.Get(training.Suggest)}
}

func (s *after) fillBack(id string) {
	s.p.fill(filling{title: text.T("class.back.add"), typ: training.TypeFeedback, id: id, first: training.ScoreTeacher, said: text.T("class.back.saved"), preset: survey.Answers{
		training.OfClass: s.p.class.ID, training.GivenOn: s.p.deps.Desk.Today().Format("2006-01-02"),
	}})
}

func (s *after) focus() {
	if len(s.in) > 0 {
		s.p.deps.Window.Canvas().Focus(s.table)
	}
}
