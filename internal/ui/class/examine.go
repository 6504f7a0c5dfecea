package class

import (
	"errors"
	"maps"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// examined writes a score that was typed; the result follows by the county's pass marks. A cell that was emptied is emptied.
func (s *scores) examined(t typing) bool {
	if t.words == "" {
		return s.write(t.row, survey.Answers{scoreKeys[t.column]: ""})
	}
	one := desk.Score{Enrolment: s.in[t.row].ID, Resit: t.column >= colResitTheory}
	if t.column == colTheory || t.column == colResitTheory {
		one.Theory = t.words
	} else {
		one.Practice = t.words
	}
	return s.assess(t.row, one)
}

// judge writes a result that is no score.
func (s *scores) judge(row int, result string) bool {
	if result == training.NoShow {
		return s.assess(row, desk.Score{Enrolment: s.in[row].ID, NoShow: true})
	}
	return s.write(row, survey.Answers{training.Result: result})
}

func (s *scores) assess(row int, one desk.Score) bool {
	all, err := s.p.deps.Desk.Assess(s.p.class.ID, []desk.Score{one})
	if err == nil && len(all) == 1 {
		err = all[0].Err
	}
	s.reread(row)
	if err != nil {
		x := text.Explain(err)
		s.why.Set(x.What+x.Way, kit.Bad)
		return errors.Is(err, desk.ErrResultByHand) // the score itself was written
	}
	return true
}

func (s *scores) write(row int, change survey.Answers) bool {
	a := maps.Clone(s.in[row].Answers)
	maps.Copy(a, change)
	if _, err := s.p.deps.Desk.SaveRecord(training.TypeEnrolment, s.in[row].ID, a); err != nil {
		s.p.deps.ShowError(err)
		return false
	}
	s.reread(row)
	return true
}

// reread reads one row again, after it was written.
func (s *scores) reread(row int) {
	all, err := s.p.deps.Desk.Enrolments(s.p.class.ID)
	for _, e := range all {
		if e.ID == s.in[row].ID {
			s.in[row].Enrolment = e
		}
	}
	grade, failed := s.p.deps.Desk.Grades(s.p.class.ID)
	if err = errors.Join(err, failed); err != nil {
		s.p.deps.ShowError(err)
		return
	}
	s.grade = grade
	s.addUp()
	s.explain()
	s.grid.Refresh()
}

// explain says why the current row has its result.
func (s *scores) explain() {
	row, _ := s.grid.Current()
	if row < 0 || row >= len(s.in) {
		s.why.Set("", kit.Quiet)
		return
	}
	why := s.grade[s.in[row].ID].Why
	if a := s.in[row].Answers; a[training.Result] != "" && a[training.TheoryScore] == "" && a[training.PracticeScore] == "" {
		why = "" // decided by hand, or before scores were kept
	}
	if why != "" {
		why = text.T("class.why", s.in[row].person.Name(), why)
	}
	s.why.Set(why, kit.Plain)
}
