package training_test

import (
	"fmt"
	"testing"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// held is a class of five: four finished, three passed, one left; two sessions, the second with a teacher without a certificate.
func held() training.Taught {
	c := training.Taught{JobMonths: 6, Satisfied: 4, Followups: map[string][]survey.Answers{}}
	c.Class = training.Class{ID: "c", Answers: survey.Answers{training.Stage: training.Closed, training.Planned: "8", training.EndsOn: "2026-03-10"}}
	for i, teacher := range []string{"施玉萍", "曾𠮷龙"} {
		c.Sessions = append(c.Sessions, training.Session{ID: fmt.Sprint("s", i), Answers: survey.Answers{training.HeldOn: fmt.Sprint("2026-03-0", i+1),
			training.Half: training.Morning, training.SessionHours: "4", training.Teacher: teacher}})
	}
	for i, a := range []survey.Answers{
		{training.Result: training.Passed, training.CertNo: "1", training.After: "本地就业", training.AfterOn: "2026-04-01"},
		{training.Result: training.Passed, training.CertNo: "2", training.After: "省外就业", training.AfterOn: "2026-12-01"},
		{training.Result: training.Passed}, {training.Result: training.Failed}, {training.Standing: training.Withdrawn},
	} {
		e := training.NewEnrolment("c", fmt.Sprint("p", i), i+1)
		for k, v := range a {
			e.Answers[k] = v
		}
		c.Enrolments = append(c.Enrolments, e)
		for _, s := range c.Sessions {
			symbol := training.Present
			if i == 3 {
				symbol = training.Absent
			}
			c.Marks = append(c.Marks, training.Mark{ID: s.ID + e.ID, Session: s.ID, Enrolment: e.ID, Symbol: symbol})
		}
	}
	c.Followups["p2"] = []survey.Answers{{survey.FollowedOn: "2026-06-10", survey.JobState: "创业"}}
	c.Feedback = []survey.Answers{{training.ScoreTeacher: "5", training.ScoreUse: "4"}, {training.ScoreTeacher: "2"}, {training.Suggest: "多些实操"}}
	c.Certified = func(name string, _ time.Time) bool { return name == "施玉萍" }
	return c
}

func TestAClassIsEvaluatedWithNumeratorDenominatorAndDefinition(t *testing.T) {
	want := map[string][2]float64{
		"sessions_certified": {1, 2}, "teachers_certified": {1, 2}, "finished": {4, 4}, "enrolled": {4, 8}, "came": {24, 32}, "passed": {3, 4}, "passed_examined": {3, 4},
		"certified": {2, 4}, "works": {2, 4}, "works_passed": {2, 3}, "satisfied": {1, 2}, "score": {11, 3},
	}
	got := training.Evaluate(held())
	if len(got) != len(want) {
		t.Errorf("%d indicators", len(got))
	}
	for _, i := range got {
		if w := want[i.Code]; i.Num != w[0] || i.Den != w[1] {
			t.Errorf("%s: %v of %v, want %v", i.Code, i.Num, i.Den, w)
		}
		if i.Name() == "" || i.Definition() == "" || i.Share() == "" {
			t.Errorf("%s without words", i.Code)
		}
	}
	if s := got[4].Share(); s != "75.0%" {
		t.Errorf("attendance %s", s)
	}
}

func TestOfWhatIsNotKnownNoRateIsMade(t *testing.T) {
	c := held()
	c.Certified, c.Feedback, c.Marks = nil, nil, nil
	for _, i := range training.Evaluate(c) {
		_, ok := i.Rate()
		if unknown := i.Code == "came" || i.Code == "satisfied" || i.Code == "score"; ok == unknown || ok != (i.Share() != "") || i.Of == "teachers" {
			t.Errorf("%s: %v of %v is %q", i.Code, i.Num, i.Den, i.Share())
		}
	}
}
