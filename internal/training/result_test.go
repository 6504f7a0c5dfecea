package training_test

import (
	"testing"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func classAt(stage string) training.Class {
	return training.Class{ID: "c", Answers: survey.Answers{training.Stage: stage, training.EndsOn: "2026-10-29"}}
}

func TestWhoFinishedAClass(t *testing.T) {
	cases := []struct {
		name   string
		stage  string
		a      survey.Answers
		done   string
		passed bool
	}{
		{"in it to the end", training.Closed, survey.Answers{}, "2026-10-29", true},
		{"the class still runs", training.Running, survey.Answers{}, "2026-10-29", false},
		{"the class was only applied for", training.Filed, survey.Answers{}, "", false},
		{"finished earlier", training.Closed, survey.Answers{training.FinishedOn: "2026-10-25"}, "2026-10-25", true},
		{"failed", training.Closed, survey.Answers{training.Result: training.Failed}, "2026-10-29", false},
		{"passed before the class was closed", training.Assessed, survey.Answers{training.Result: training.Passed}, "2026-10-29", true},
		{"did not come to the exam", training.Closed, survey.Answers{training.Result: training.NoShow}, "2026-10-29", false},
		{"did not finish", training.Closed, survey.Answers{training.Result: training.Unfinished}, "", false},
		{"left", training.Closed, survey.Answers{training.Standing: training.Withdrawn}, "", false},
		{"waits for a place", training.Closed, survey.Answers{training.Standing: training.Reserve}, "", false},
		{"a roster that came with results only", training.Draft, survey.Answers{training.Result: training.Passed}, "2026-10-29", true},
	}
	for _, c := range cases {
		e := training.Enrolment{ID: "e", Answers: c.a}
		if done, passed := e.DoneOn(classAt(c.stage)), e.Passed(classAt(c.stage)); done != c.done || passed != c.passed {
			t.Errorf("%s: done on %q, passed %v", c.name, done, passed)
		}
	}
}

func TestWhatThePlatformAcceptedCountsForEachUnlessSaidOtherwise(t *testing.T) {
	c := training.Class{Answers: survey.Answers{training.AcceptedOn: "2026-11-05"}}
	if got := (training.Enrolment{Answers: survey.Answers{}}).Accepted(c); got != "2026-11-05" {
		t.Errorf("the class was accepted: %q", got)
	}
	if got := (training.Enrolment{Answers: survey.Answers{training.AcceptedOn: "2026-11-09"}}).Accepted(c); got != "2026-11-09" {
		t.Errorf("the person's own day counts: %q", got)
	}
}
