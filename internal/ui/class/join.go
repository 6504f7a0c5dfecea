package class

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// enrol puts the chosen people into the class. Those whom the rules do not let in, or not without a look, are named first,
// with the reason: the cadre decides and says why.
func (s *people) enrol() {
	var who, lines []string
	for _, row := range s.offer.Selected() {
		c := s.could[row]
		if c.Enrolled {
			continue
		}
		who = append(who, c.Person.ID)
		if !c.Verdict.In {
			lines = append(lines, text.T("class.why", c.Person.Name(), strings.Join(c.Verdict.Reasons, text.T("class.why.sep"))))
		}
	}
	if over := s.over(len(who)); over > 0 {
		lines = append(lines, text.T("class.over", s.plan.Size, over))
	}
	switch {
	case len(who) == 0:
	case len(lines) > 0:
		message := strings.Join(lines, "\n") + "\n\n" + text.T("class.anyway.ask")
		s.p.askReason(text.T("class.anyway"), message, text.T("class.anyway.yes", len(who)), text.T("class.reasons.anyway"), func(reason string) {
			s.put(who, desk.Because(reason))
		})
	default:
		s.put(who)
	}
}

// over is by how many the class would be larger than it may be.
func (s *people) over(more int) int {
	if s.plan.Size == 0 {
		return 0
	}
	return max(s.plan.In+more-s.plan.Size, 0)
}

// pickTaken chooses those whom the proposal has for the free places: the cadre looks, and joins them with one press.
func (s *people) pickTaken() {
	var rows []int
	for i, c := range s.could {
		if s.spot[c.Person.ID] == spotTake {
			rows = append(rows, i)
		}
	}
	s.offer.Select(rows...)
	s.p.deps.Window.Canvas().Focus(s.offer)
}

// reserve puts the chosen people on the reserve list.
func (s *people) reserve() {
	var who []string
	for _, row := range s.offer.Selected() {
		if c := s.could[row]; !c.Enrolled {
			who = append(who, c.Person.ID)
		}
	}
	if err := s.p.deps.Desk.EnrolReserve(s.class.ID, who); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.saved(text.T("class.reserved", len(who)))
}

// fillUp gives a free place to the next of the reserve list, and says what has to be done now.
func (s *people) fillUp() {
	got, err := s.p.deps.Desk.Promote(s.class.ID)
	if err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.saved(text.T("class.promoted", got.Candidate.Person.Name(), got.Seat))
	kit.Tell(s.p.deps.Window, text.T("class.promote.done"), got.Notice)
}

func (s *people) put(who []string, how ...desk.How) {
	if err := s.p.deps.Desk.Enrol(s.class.ID, who, how...); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.p.deps.Undo(text.T("class.joined", len(who)))
	s.p.Refresh()
}

// unenrol takes the people chosen on the roster out, with a reason. They keep their row and their marks.
func (s *people) unenrol() {
	row := s.seats.Current()
	if row < 0 {
		return
	}
	t := s.in[row]
	s.p.askReason(text.T("class.remove"), text.T("class.remove.ask", t.person.Name()), text.T("class.remove"), text.T("class.reasons.remove"), func(reason string) {
		if err := s.p.deps.Desk.Unenrol(s.class.ID, t.PersonID(), reason); err != nil {
			s.p.deps.ShowError(err)
			return
		}
		s.p.deps.Undo(text.T("class.removed", t.person.Name()))
		s.p.Refresh()
	})
}

// askReason asks for a sentence before something is done that wants one. common are the usual sentences, parted by "|".
func (p *Page) askReason(title, message, yes, common string, do func(reason string)) {
	reason := kit.NewEntry()
	reason.SetPlaceHolder(text.T("class.reason.hint"))
	d := &kit.Dialog{Title: title, First: reason}
	take := func() {
		if why := strings.TrimSpace(reason.Text); why != "" {
			d.Close()
			do(why)
			return
		}
		p.deps.Window.Canvas().Focus(reason)
	}
	usual := kit.Line(6)
	for _, c := range strings.Split(common, "|") {
		usual.Add(kit.NewQuiet(c, func() { reason.SetQuietly(c); p.deps.Window.Canvas().Focus(reason) }))
	}
	reason.Enter = func() bool { take(); return true }
	reason.Escape = d.Close
	words := container.NewVScroll(kit.Prose(message, kit.Plain))
	words.SetMinSize(fyne.NewSize(480, min(float32(strings.Count(message, "\n")+2)*26, 220)))
	d.Content = kit.Rows(8, words, kit.Strong(text.T("class.reason"), kit.Plain), reason, usual)
	d.Buttons = []*kit.Button{kit.NewButton(text.T("class.cancel"), d.Close), kit.NewPrimary(yes, take)}
	d.Show(p.deps.Window)
}
