package sample

import (
	"fmt"
	"slices"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// device is the one on which the sample's marks were made: the same in every register, so that two with the sample have one chain.
const device = "0a0a0a0a"

// clerk is who made them.
const clerk = "普学珍"

// The columns of attendance.csv, which is no table of questions.
const (
	classColumn = iota
	seatColumn
	signsColumn
)

// tip is the last mark of a class so far.
type tip struct {
	digest string
	no     int
	marks  []training.Mark
}

// sheet is a trainee's line in the attendance book, a sign for each session.
type sheet struct {
	class, enrolment string
	signs            []rune
}

// attendance makes the marks in the order in which they were noted, session by session: each is a link of the class's chain.
func (m *maker) attendance() error {
	book, err := m.book()
	if err != nil {
		return err
	}
	m.ends = map[string]tip{}
	for no, sessions := range m.sessions {
		for i, s := range sessions {
			n := 0
			for _, b := range book {
				if b.class != no || i >= len(b.signs) {
					continue
				}
				if err := m.mark(no, s, b.enrolment, string(b.signs[i]), n); err != nil {
					return err
				}
				n++
			}
		}
	}
	return nil
}

func (m *maker) book() ([]sheet, error) {
	seats := map[[2]string]string{}
	for _, p := range m.puts {
		if p.Type == training.TypeEnrolment {
			seats[[2]string{p.Fields[training.OfClass], p.Fields[training.Seat]}] = p.ID
		}
	}
	var out []sheet
	err := lines("attendance", func(cells []string) error {
		no := cells[classColumn]
		out = append(out, sheet{no, seats[[2]string{idOf(training.TypeClass, no), cells[seatColumn]}], []rune(cells[signsColumn])})
		return nil
	})
	return out, err
}

// mark makes the mark of one sign, noted when the session had begun, a quarter of a minute after the one before.
func (m *maker) mark(no string, s training.Session, enrolment, sign string, n int) error {
	i := slices.IndexFunc(training.Symbols, func(y training.Symbol) bool { return y.Sign == sign })
	if i < 0 {
		return fmt.Errorf("sample attendance: sign %q", sign)
	}
	y, end := training.Symbols[i], m.ends[no]
	mark := training.Mark{Session: s.ID, Enrolment: enrolment, Symbol: y.Name, Way: training.ByHand, By: clerk, At: begins(s).Add(time.Duration(n) * 15 * time.Second),
		Device: device, Prev: end.digest, No: end.no + 1}
	if y.Minutes {
		mark.Minutes = 20
	}
	if y.Reason {
		mark.Reason = text.T("sample.leave")
	}
	if y.Name == training.Present {
		mark.Way = training.ByScan
	}
	id := idOf(training.TypeMark, s.ID+"/"+enrolment)
	a := mark.Answers()
	m.put(training.TypeMark, id, a)
	mark = training.MarkFrom(id, a) // as it is stored: its digest is of that
	m.ends[no] = tip{mark.Digest(), mark.No, append(end.marks, mark)}
	return nil
}

func begins(s training.Session) time.Time {
	hour := map[string]time.Duration{training.Morning: 8, training.Afternoon: 14, training.Evening: 19}[s.Half()]
	y, mo, day := s.Date().Date()
	return time.Date(y, mo, day, 0, 40, 0, 0, training.Zone).Add(hour * time.Hour)
}

// life is what the classes need and leave behind: the county's catalogues, visits, calls, feedback, claims, and the seal of the one that is closed.
func (m *maker) life() error {
	for _, t := range []*survey.Table{survey.TradeTable, survey.InstitutionTable, survey.AssessorTable, survey.TeacherTable} {
		if err := m.hung(t.Name, t); err != nil {
			return err
		}
	}
	for _, t := range []*survey.Table{training.InspectionTable, training.CheckCallTable, training.FeedbackTable, training.ClaimTable} {
		if err := m.ofClass(t); err != nil {
			return err
		}
	}
	return m.seals()
}

// ofClass reads a file whose rows are about a class, and maybe about one of its trainees.
func (m *maker) ofClass(t *survey.Table) error {
	rows, err := read(t.Name)
	for i, r := range rows {
		a := m.answers(t, r)
		a[training.OfClass] = idOf(training.TypeClass, r["培训班编号"])
		if who := r["人口编号"]; who != "" {
			a[training.OfPerson] = idOf(registry.TypePerson, who)
		}
		m.put(t.Name, idOf(t.Name, fmt.Sprint(r["培训班编号"], "/", i)), a)
	}
	return err
}

// seals puts the seal on the attendance of every class that is closed.
func (m *maker) seals() error {
	rows, err := read("class")
	if err != nil {
		return err
	}
	for _, r := range rows {
		closed := r[label(training.ClassTable, training.ClosedOn)]
		no := r[label(training.ClassTable, training.ClassNo)]
		if closed == "" {
			continue
		}
		c := training.NewChain(m.sessions[no], m.ends[no].marks)
		m.put(training.TypeSeal, idOf(training.TypeSeal, no), survey.Answers{
			training.OfClass: idOf(training.TypeClass, no), training.SealedOn: m.moved(closed), training.SealHead: c.Head(),
			training.SealMarks: fmt.Sprint(c.Marks), training.SealDevices: c.Lines(), training.SealedBy: clerk,
		})
	}
	return nil
}
