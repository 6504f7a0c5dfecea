package class

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// checks is who looked after the class: inspections, and the calls to a tenth of its trainees.
type checks struct {
	p       *Page
	visits  []registry.Record
	calls   []call
	seed    string
	visited *kit.Table
	called  *kit.Table
	seedBox *kit.Entry
	sum     *kit.Note
	box     *fyne.Container
}

// call is one who is to be called, or was.
type call struct {
	trainee
	record registry.Record // ID "" while nobody called
	drawn  bool            // by lot; somebody may be called besides
}

func newChecks(p *Page) *checks {
	s := &checks{p: p, box: container.NewStack(), seedBox: kit.NewEntry(), sum: kit.NewNote()}
	s.visited = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.date"), Em: 6}, {Title: text.T("class.col.inspect"), Em: 6}, {Title: text.T("class.col.by"), Em: 4.5},
		{Title: text.T("class.col.found"), Em: 8, Grow: true}, {Title: text.T("class.col.state"), Em: 5},
	}, func() int { return len(s.visits) }, s.visitCell)
	s.visited.OnOpen = func(row int) { s.fillVisit(s.visits[row].ID) }
	s.visited.OnMove = func(int) {}
	s.called = kit.NewTable([]kit.Column{
		{Title: text.T("class.col.seat"), Em: 2.4, Right: true}, {Title: text.T("class.col.person"), Em: 6, Grow: true}, {Title: text.T("class.col.phone"), Em: 7},
		{Title: text.T("class.col.called"), Em: 6}, {Title: text.T("class.col.state"), Em: 5},
	}, func() int { return len(s.calls) }, s.callCell)
	s.called.OnOpen = s.fillCall
	s.called.OnMove = func(int) {}
	s.seedBox.SetPlaceHolder(text.T("class.seed.hint"))
	s.seedBox.Enter = func() bool { s.draw(); return true }
	return s
}

func (s *checks) content() fyne.CanvasObject { return s.box }

func (s *checks) show(c training.Class) error {
	var err error
	if s.visits, err = s.p.deps.Desk.Records(training.TypeInspection, c.ID); err != nil {
		return err
	}
	if s.seed == "" || s.seedBox.Text == "" {
		s.seed = c.Number() // the same lot wherever it is drawn, until another word is typed
		s.seedBox.SetQuietly(s.seed)
	}
	if err = s.readCalls(); err != nil {
		return err
	}
	s.visited.Reload()
	s.called.Reload()
	split := container.NewHSplit(kit.Panel(s.left()), kit.Panel(s.right()))
	split.Offset = 0.5
	s.box.Objects = []fyne.CanvasObject{split}
	s.box.Refresh()
	return nil
}

func (s *checks) left() fyne.CanvasObject {
	add := kit.NewPrimary(text.T("class.inspect.add"), func() { s.fillVisit("") })
	head := kit.Rows(6, kit.Head(kit.Strong(text.T("class.inspections", len(s.visits)), kit.Plain), add), kit.Gap())
	body := fyne.CanvasObject(s.visited)
	if len(s.visits) == 0 {
		body = kit.Prose(text.T("class.inspect.none"), kit.Quiet)
	}
	drop := kit.NewButton(text.T("class.drop"), func() {
		if row := s.visited.Current(); row >= 0 {
			s.p.drop(training.TypeInspection, s.visits[row].ID, s.visits[row].Day()+" "+s.visits[row].Get(training.InspectKind))
		}
	})
	return container.NewBorder(head, kit.Line(8, kit.Gap(), drop), nil, nil, body)
}

func (s *checks) right() fyne.CanvasObject {
	lot := container.NewBorder(nil, nil, kit.Words(text.T("class.seed"), kit.Plain), kit.NewButton(text.T("class.seed.draw"), s.draw), s.seedBox)
	head := kit.Rows(6, kit.Strong(text.T("class.calls"), kit.Plain), lot, s.sum, kit.Gap())
	call := kit.NewPrimary(text.T("class.call"), func() { s.fillCall(s.called.Current()) })
	return container.NewBorder(head, kit.Line(8, kit.Caption(text.T("class.call.how"), kit.Quiet), kit.Gap(), call), nil, nil, s.called)
}

// draw draws the lot with the word that was typed.
func (s *checks) draw() {
	s.seed = strings.TrimSpace(s.seedBox.Text)
	if err := s.readCalls(); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.called.Reload()
	s.p.deps.Window.Canvas().Focus(s.called)
}

// readCalls reads who is to be called, in the order of the lot, then who was called besides.
func (s *checks) readCalls() error {
	in, err := s.p.roster()
	drawn, failed := s.p.drawn(s.seed)
	records, worse := s.p.deps.Desk.Records(training.TypeCheckCall, s.p.class.ID)
	if err = errors.Join(err, failed, worse); err != nil {
		return err
	}
	of := map[string]registry.Record{}
	for _, r := range records {
		if _, ok := of[r.Get(training.OfPerson)]; !ok {
			of[r.Get(training.OfPerson)] = r
		}
	}
	s.calls = nil
	reached := 0
	for _, t := range in {
		r, was := of[t.PersonID()]
		if was || drawn[t.ID] {
			s.calls = append(s.calls, call{trainee: t, record: r, drawn: drawn[t.ID]})
		}
		if r.Get(training.Reached) == survey.Yes {
			reached++
		}
	}
	s.sum.Set(text.T("class.call.sum", len(drawn), len(seated(in)), len(of), reached), kit.Quiet)
	return nil
}

func (s *checks) visitCell(row, column int) kit.Cell {
	r := s.visits[row]
	switch column {
	case 0:
		return kit.Cell{Text: r.Get(training.InspectedOn)}
	case 1:
		return kit.Cell{Text: r.Get(training.InspectKind), Bold: true}
	case 2:
		return kit.Cell{Text: r.Get(training.InspectedBy)}
	case 3:
		if p := r.Get(training.Problems); p != "" {
			return kit.Cell{Text: p, Tone: kit.Warn}
		}
		return kit.Cell{Text: r.Get(training.Found)}
	}
	today := s.p.deps.Desk.Today().Format("2006-01-02")
	switch {
	case r.Get(training.Problems) == "":
		return kit.Cell{Text: text.T("class.inspect.fine"), Tone: kit.Good, Badge: true}
	case r.Get(training.FixedOn) != "":
		return kit.Cell{Text: text.T("class.inspect.fixed"), Tone: kit.Good, Badge: true}
	case r.Get(training.FixBy) != "" && r.Get(training.FixBy) < today:
		return kit.Cell{Text: text.T("class.inspect.late"), Tone: kit.Bad, Badge: true}
	}
	return kit.Cell{Text: text.T("class.inspect.open"), Tone: kit.Warn, Badge: true}
}

func (s *checks) callCell(row, column int) kit.Cell {
	c := s.calls[row]
	switch column {
	case 0:
		return kit.Cell{Text: c.Answers[training.Seat], Tone: kit.Quiet}
	case 1:
		return kit.Cell{Text: c.person.Name(), Bold: true}
	case 2:
		return kit.Cell{Text: c.person.Get(survey.Phone)}
	case 3:
		return kit.Cell{Text: c.record.Get(training.CalledOn)}
	}
	switch {
	case c.record.ID == "":
		return kit.Cell{Text: text.T("class.call.open"), Tone: kit.Warn, Badge: true}
	case c.record.Get(training.Reached) != survey.Yes:
		return kit.Cell{Text: text.T("class.call.missed"), Tone: kit.Warn, Badge: true}
	case c.record.Get(training.Agrees) == survey.No:
		return kit.Cell{Text: text.T("class.call.differs"), Tone: kit.Bad, Badge: true}
	}
	return kit.Cell{Text: text.T("class.call.agrees"), Tone: kit.Good, Badge: true}
}

func (s *checks) fillVisit(id string) {
	s.p.fill(filling{title: text.T("class.inspect.add"), typ: training.TypeInspection, id: id, first: training.InspectKind, said: text.T("class.inspect.saved"), preset: survey.Answers{
		training.OfClass: s.p.class.ID, training.InspectedOn: s.p.deps.Desk.Today().Format("2006-01-02"), training.InspectedBy: s.p.deps.Desk.Actor(),
	}})
}

// fillCall opens the call to one who was drawn.
func (s *checks) fillCall(row int) {
	if row < 0 || row >= len(s.calls) {
		return
	}
	c := s.calls[row]
	s.p.fill(filling{title: text.T("class.call.to", c.person.Name(), c.person.Get(survey.Phone)), typ: training.TypeCheckCall, id: c.record.ID, first: training.Reached,
		said: text.T("class.call.saved"), preset: survey.Answers{
			training.OfClass: s.p.class.ID, training.OfPerson: c.PersonID(), training.CalledOn: s.p.deps.Desk.Today().Format("2006-01-02"), training.CalledBy: s.p.deps.Desk.Actor(),
		}})
}

func (s *checks) focus() {
	switch {
	case len(s.visits) > 0:
		s.p.deps.Window.Canvas().Focus(s.visited)
	case len(s.calls) > 0:
		s.p.deps.Window.Canvas().Focus(s.called)
	}
}
