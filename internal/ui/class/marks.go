package class

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// marks is who came: each person's half-days and hours, whether the record is whole, and the seals on it.
type marks struct {
	p        *Page
	in       []trainee
	sum      training.Attendance
	verified desk.Verified
	table    *kit.Table
	begin    *kit.Button // where nothing was noted yet
	box      *fyne.Container
}

func newMarks(p *Page) *marks {
	s := &marks{p: p, box: container.NewStack()}
	columns := []kit.Column{{Title: text.T("class.col.seat"), Em: 2.4, Right: true}, {Title: text.T("class.col.person"), Em: 7, Grow: true}}
	for _, y := range training.Symbols {
		columns = append(columns, kit.Column{Title: y.Name + " " + y.Sign, Em: 2.8, Right: true})
	}
	columns = append(columns, kit.Column{Title: text.T("class.col.unmarked"), Em: 3, Right: true},
		kit.Column{Title: text.T("class.col.came_hours"), Em: 5.4, Right: true}, kit.Column{Title: text.T("class.col.rate"), Em: 3.6, Right: true})
	s.table = kit.NewTable(columns, func() int { return len(s.in) }, s.cell)
	s.table.OnOpen = func(row int) { p.deps.Show(page.Person, s.in[row].PersonID()) }
	return s
}

func (s *marks) content() fyne.CanvasObject { return s.box }

func (s *marks) show(c training.Class) error {
	var failed error
	in, err := s.p.roster()
	s.in = seated(in)
	s.sum, failed = s.p.deps.Desk.Attendance(c.ID, "")
	err = errors.Join(err, failed)
	s.verified, failed = s.p.deps.Desk.VerifyClass(c.ID, "")
	if err = errors.Join(err, failed); err != nil {
		return err
	}
	s.table.Reload()
	s.box.Objects = []fyne.CanvasObject{kit.Panel(container.NewBorder(s.head(), s.foot(), nil, nil, s.table))}
	if s.verified.Chain.Marks == 0 {
		s.begin = kit.NewPrimary(text.T("class.attend"), func() { s.p.deps.Show(page.Attend, c.ID) })
		s.box.Objects = []fyne.CanvasObject{kit.Panel(kit.Empty(theme.ListIcon(), text.T("class.marks.nothing"), text.T("class.marks.nothing.do"), s.begin))}
	}
	s.box.Refresh()
	return nil
}

// head is the class's hours, and what can be done.
func (s *marks) head() fyne.CanvasObject {
	said := text.T("class.rate.none")
	if rate, ok := s.sum.Class.Rate(); ok {
		said = text.T("class.rate", rate*100, number(s.sum.Class.Attended), number(s.sum.Class.Planned))
	}
	verify := kit.NewButton(text.T("class.verify"), s.askHead)
	seal := kit.NewPrimary(text.T("class.seal"), s.askSeal)
	return kit.Rows(6, kit.Head(kit.Words(said, kit.Plain), kit.Line(8, verify, seal)))
}

// foot is whether the record is whole: what an auditor asks.
func (s *marks) foot() fyne.CanvasObject {
	word, tone := text.T("class.chain.whole"), kit.Good
	switch {
	case !s.verified.Agrees:
		word, tone = text.T("class.chain.broken"), kit.Bad
	case len(s.verified.Chain.Breaks) > 0:
		word, tone = text.T("class.chain.look"), kit.Warn
	}
	rows := kit.Rows(2)
	for _, said := range s.verified.Says {
		rows.Add(kit.Prose(said, kit.Plain))
	}
	if len(s.verified.Seals) > 0 {
		r := s.verified.Seals[0].Record
		rows.Add(kit.Prose(text.T("class.seal.head", r.Get(training.SealedOn), r.Get(training.SealedBy), grouped(r.Get(training.SealHead))), kit.Quiet))
	} else {
		rows.Add(kit.Prose(text.T("class.seal.none"), kit.Quiet))
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(100, kit.Size(theme.SizeNameText)*1.6*float32(min(len(rows.Objects), 4))))
	return kit.Rows(4, kit.Gap(), kit.Line(8, kit.Strong(text.T("class.chain"), kit.Plain), kit.Badge(word, tone)), scroll)
}

// grouped is a long code in groups, to be read off and compared.
func grouped(code string) string {
	out := ""
	for i, r := range code {
		if i > 0 && i%8 == 0 {
			out += " "
		}
		out += string(r)
	}
	return out
}

func (s *marks) cell(row, column int) kit.Cell {
	t := s.in[row]
	sum := s.sum.Person[t.ID]
	switch n := len(training.Symbols); {
	case column == 0:
		return kit.Cell{Text: strconv.Itoa(t.Seat()), Tone: kit.Quiet}
	case column == 1:
		return kit.Cell{Text: t.person.Name(), Bold: true}
	case column < n+2:
		return countCell(sum.Count[training.Symbols[column-2].Name], toneOfSymbol(training.Symbols[column-2]))
	case column == n+2:
		return countCell(sum.Unmarked, kit.Warn)
	case column == n+3:
		return kit.Cell{Text: text.T("class.of_hours", number(sum.Attended), number(sum.Planned))}
	}
	rate, ok := sum.Rate()
	if !ok {
		return kit.Cell{}
	}
	tone := kit.Plain
	if rate < lowRate {
		tone = kit.Warn
	}
	return kit.Cell{Text: text.T("class.percent", rate*100), Tone: tone}
}

// lowRate is where the page begins to point at somebody; what follows from it is for the rules.
const lowRate = 0.8

func countCell(n int, tone kit.Tone) kit.Cell {
	if n == 0 {
		return kit.Cell{}
	}
	return kit.Cell{Text: strconv.Itoa(n), Tone: tone}
}

func toneOfSymbol(y training.Symbol) kit.Tone {
	switch {
	case y.Came && !y.Minutes:
		return kit.Plain
	case y.Came:
		return kit.Warn
	case y.Leave:
		return kit.Accent
	}
	return kit.Bad
}

// askSeal seals the record: it cannot be taken back, so it is asked.
func (s *marks) askSeal() {
	kit.Ask(s.p.deps.Window, text.T("class.seal"), text.T("class.seal.ask"), text.T("class.seal"), false, func(yes bool) {
		if !yes {
			s.focus()
			return
		}
		r, err := s.p.deps.Desk.Seal(s.p.class.ID)
		if err != nil {
			s.p.deps.ShowError(err)
			return
		}
		s.p.deps.Toast(text.T("class.sealed", r.Get(training.SealHead)[:8]))
		s.p.Refresh()
		s.focus()
	})
}

// askHead compares the code on a closing sheet with the record.
func (s *marks) askHead() {
	kit.AskWords(s.p.deps.Window, text.T("class.verify"), text.T("class.verify.ask"), text.T("class.verify.hint"), text.T("class.verify"), func(head string) {
		if head == "" {
			s.focus()
			return
		}
		v, err := s.p.deps.Desk.VerifyClass(s.p.class.ID, head)
		if err != nil {
			s.p.deps.ShowError(err)
			return
		}
		said := ""
		for _, one := range v.Says {
			said += one + "\n"
		}
		kit.Tell(s.p.deps.Window, text.T("class.verify"), said)
	})
}

func (s *marks) focus() {
	if s.verified.Chain.Marks > 0 {
		s.p.deps.Window.Canvas().Focus(s.table)
	} else if s.begin != nil {
		s.p.deps.Window.Canvas().Focus(s.begin)
	}
}
