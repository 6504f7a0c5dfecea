package class

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// sessions lists when the class meets, and plans it.
type sessions struct {
	p     *Page
	class training.Class
	came  string // class whose today was gone to
	rows  []sessionRow
	table *kit.Table
	sum   *canvas.Text
	plan  *kit.Button
	edit  *kit.Button
	drop  *kit.Button
	begin *kit.Button // where there is no session yet
	box   *fyne.Container
	full  fyne.CanvasObject
}

// sessionRow is one session with how many were noted in it.
type sessionRow struct {
	training.Session
	came, noted int
}

func newSessions(p *Page) *sessions {
	s := &sessions{p: p, sum: kit.Words("", kit.Plain), box: container.NewStack()}
	s.table = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.no"), Em: 2.5, Right: true}, {Title: text.T("class.col.date"), Em: 6.5}, {Title: text.T("class.col.weekday"), Em: 3},
		{Title: text.T("class.col.half"), Em: 3}, {Title: text.T("class.col.hours"), Em: 3, Right: true},
		{Title: text.T("class.col.course"), Em: 8, Grow: true}, {Title: text.T("class.col.teacher"), Em: 5}, {Title: text.T("class.col.marks"), Em: 7.5},
	}, func() int { return len(s.rows) }, s.cell)
	s.table.OnOpen = s.open
	s.table.OnSelect = func() {}
	s.plan = kit.NewPrimary(text.T("class.plan"), s.askPlan)
	s.edit = kit.NewButton(text.T("class.session.edit"), func() { s.open(s.table.Current()) })
	s.drop = kit.NewButton(text.T("class.session.drop"), s.dropChosen)
	add := kit.NewButton(text.T("class.session.add"), func() { s.ask(training.Session{}) })
	s.full = kit.Panel(container.NewBorder(kit.Line(8, s.sum, kit.Gap(), s.drop, s.edit, add, s.plan), kit.Caption(text.T("class.session.how"), kit.Quiet), nil, nil, s.table))
	return s
}

func (s *sessions) content() fyne.CanvasObject { return s.box }

func (s *sessions) show(c training.Class) error {
	s.class = c
	all, err := s.p.deps.Desk.Sessions(c.ID)
	if err != nil {
		return err
	}
	s.rows = nil
	for _, one := range all {
		marks, err := s.p.deps.Desk.Marks(one.ID)
		if err != nil {
			return err
		}
		r := sessionRow{Session: one}
		for _, m := range training.Current(marks) {
			r.noted++
			if symbol, ok := training.SymbolOf(m.Symbol); ok && symbol.Came {
				r.came++
			}
		}
		s.rows = append(s.rows, r)
	}
	s.draw()
	return nil
}

func (s *sessions) draw() {
	s.table.Reload()
	s.toToday()
	s.addUp()
	s.box.Objects = []fyne.CanvasObject{s.full}
	if len(s.rows) == 0 {
		s.begin = kit.NewPrimary(text.T("class.plan"), s.askPlan)
		s.box.Objects = []fyne.CanvasObject{kit.Panel(kit.Empty(theme.HistoryIcon(), text.T("class.no_session"), text.T("class.no_session.do"), s.begin))}
	}
	s.box.Refresh()
}

// toToday puts the arrow on the first session of today or after, once for each class.
func (s *sessions) toToday() {
	if s.came == s.class.ID {
		return
	}
	s.came = s.class.ID
	today := s.p.deps.Now().Format("2006-01-02")
	for i, r := range s.rows {
		if r.Answers[training.HeldOn] >= today {
			s.table.SetCurrent(i)
			return
		}
	}
}

// addUp compares the hours of the sessions with those the class promises.
func (s *sessions) addUp() {
	sum := 0.0
	for _, r := range s.rows {
		sum += r.Hours()
	}
	line, tone := text.T("class.sessions.sum", len(s.rows), number(sum)), kit.Plain
	if want := s.class.Hours(); want > 0 && want != sum {
		line, tone = text.T("class.sessions.short", len(s.rows), number(sum), number(want)), kit.Warn
	}
	kit.SetWords(s.sum, line, tone)
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func (s *sessions) cell(row, column int) kit.Cell {
	r := s.rows[row]
	switch column {
	case 0:
		return kit.Cell{Text: strconv.Itoa(row + 1), Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: r.Answers[training.HeldOn]}
	case 2:
		if r.Date().IsZero() {
			return kit.Cell{}
		}
		return kit.Cell{Text: text.T("class.weekday." + r.Date().Weekday().String())}
	case 3:
		return kit.Cell{Text: r.Half()}
	case 4:
		return kit.Cell{Text: r.Answers[training.SessionHours]}
	case 5:
		return kit.Cell{Text: r.Answers[training.Course]}
	case 6:
		return kit.Cell{Text: r.Answers[training.Teacher]}
	}
	if r.noted == 0 {
		return kit.Cell{Text: text.T("class.marks.none"), Tone: kit.Quiet}
	}
	return kit.Cell{Text: text.T("class.marks", r.noted, r.came), Tone: kit.Good}
}

func (s *sessions) open(row int) {
	if row >= 0 && row < len(s.rows) {
		s.ask(s.rows[row].Session)
	}
}

// ask shows the form of one session; an empty one is a new session.
func (s *sessions) ask(one training.Session) {
	a := one.Answers
	if one.ID == "" {
		a = survey.Answers{training.OfClass: s.class.ID}
	}
	title := text.T("class.session.edit")
	if one.ID == "" {
		title = text.T("class.session.add")
	}
	d := &kit.Dialog{Title: title, OnClose: s.focus}
	f := form.New(training.SessionTable, form.Options{
		Window: s.p.deps.Window, Now: s.p.deps.Now, After: s.p.deps.After, Cancel: d.Close,
		Save: func(a survey.Answers, anyway bool) error {
			var how []desk.How
			if anyway {
				how = append(how, desk.Anyway(""))
			}
			if _, err := s.p.deps.Desk.SaveSession(one.ID, a, how...); err != nil {
				return err
			}
			d.Close()
			s.p.deps.Undo(text.T("class.session.saved"))
			s.p.Refresh()
			return nil
		},
	})
	f.Load(a)
	d.Content = container.NewGridWrap(fyne.NewSize(640, 300), f.Content())
	d.Show(s.p.deps.Window)
	f.FocusFirst()
}

// dropChosen takes sessions out; one that somebody was noted in stays, and desk says so.
func (s *sessions) dropChosen() {
	rows := s.table.Selected()
	if len(rows) == 0 {
		return
	}
	kit.Ask(s.p.deps.Window, text.T("class.session.drop"), text.T("class.session.drop.ask", len(rows)), text.T("class.session.drop"), true, func(yes bool) {
		for _, row := range rows {
			if !yes {
				break
			}
			if err := s.p.deps.Desk.DropSession(s.rows[row].ID); err != nil {
				s.p.deps.ShowError(err)
				break
			}
		}
		s.p.Refresh()
		s.focus()
	})
}

func (s *sessions) focus() {
	if len(s.rows) > 0 {
		s.p.deps.Window.Canvas().Focus(s.table)
	} else if s.begin != nil {
		s.p.deps.Window.Canvas().Focus(s.begin)
	}
}
