package training_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func dated(first, last string, more survey.Answers) training.Class {
	c := training.Class{ID: "c1", Answers: survey.Answers{training.StartsOn: first, training.EndsOn: last}}
	for k, v := range more {
		c.Answers[k] = v
	}
	return c
}

func TestSessionsArePlannedFromDatesAndHalves(t *testing.T) {
	for name, c := range map[string]struct {
		class    training.Class
		sessions int
		hours    []string // of the first sessions
	}{
		"80 hours in ten days":         {dated("2026-10-20", "2026-10-29", survey.Answers{training.Hours: "80"}), 20, []string{"4", "4"}},
		"eight hours a day":            {dated("2026-10-20", "2026-10-29", survey.Answers{training.Hours: "80", training.HoursPerDay: "8"}), 20, []string{"4", "4"}},
		"hours run out on day four":    {dated("2026-10-20", "2026-10-29", survey.Answers{training.Hours: "28", training.HoursPerDay: "8"}), 8, []string{"4", "4", "4", "4", "4", "4", "2", "2"}},
		"seven hours a day":            {dated("2026-10-20", "2026-10-20", survey.Answers{training.Hours: "7", training.HoursPerDay: "7"}), 2, []string{"4", "3"}},
		"evenings only":                {dated("2026-10-20", "2026-10-24", survey.Answers{training.Hours: "15", training.Halves: "晚上"}), 5, []string{"3", "3"}},
		"all three halves, no hours":   {dated("2026-10-20", "2026-10-21", survey.Answers{training.Halves: "晚上、上午、下午"}), 6, []string{"", ""}},
		"a day too short for evenings": {dated("2026-10-20", "2026-10-22", survey.Answers{training.Hours: "6", training.HoursPerDay: "2", training.Halves: "上午、下午、晚上"}), 6, []string{"1", "1", "1"}},
		"over the end of a month":      {dated("2026-10-31", "2026-11-01", nil), 4, []string{""}},
		"half hours stay with us too":  {dated("2026-10-20", "2026-10-20", survey.Answers{training.Hours: "6.5"}), 2, []string{"3.5", "3"}},
	} {
		got, err := training.PlanSessions(c.class, nil)
		if err != nil || len(got) != c.sessions {
			t.Errorf("%s: %d sessions, %v", name, len(got), err)
			continue
		}
		for i, want := range c.hours {
			if h := got[i].Answers[training.SessionHours]; h != want {
				t.Errorf("%s: session %d has %q hours, want %q", name, i, h, want)
			}
		}
		if last := got[len(got)-1].Answers[training.HeldOn]; name == "a day too short for evenings" && last != "2026-10-22" {
			t.Errorf("%s: the last session is on %s", name, last)
		}
		for i := 1; i < len(got); i++ {
			if training.ByTime(got[i-1], got[i]) >= 0 {
				t.Errorf("%s: session %d is not after the one before", name, i)
			}
		}
	}
}

func TestDatesThatCannotBePlannedSayWhy(t *testing.T) {
	for name, c := range map[string]struct {
		class training.Class
		want  error
	}{
		"no dates":       {dated("", "", nil), training.ErrNoDates},
		"a month only":   {dated("2026-10", "2026-11", nil), training.ErrNoDates},
		"ends first":     {dated("2026-10-20", "2026-10-19", nil), training.ErrEndsFirst},
		"slip in a year": {dated("2026-10-20", "2062-10-29", nil), training.ErrTooManyDays},
	} {
		if _, err := training.PlanSessions(c.class, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTwoDevicesPlanTheSameSessions(t *testing.T) {
	c := dated("2026-10-20", "2026-10-29", nil)
	one, _ := training.PlanSessions(c, nil)
	two, _ := training.PlanSessions(c, nil)
	seen := map[string]bool{}
	for i := range one {
		if one[i].ID != two[i].ID || seen[one[i].ID] {
			t.Fatalf("session %d: %s, %s", i, one[i].ID, two[i].ID)
		}
		seen[one[i].ID] = true
	}
	if training.NewEnrolment("c1", "p1", 1).ID != training.EnrolmentID("c1", "p1") || training.EnrolmentID("c1", "p1") == training.EnrolmentID("c1", "p2") {
		t.Error("one person in one class is one enrolment")
	}
}

// Whatever the class: the planned hours are shared out to the last one, never more than there are.
func TestPlannedHoursAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days, total := rapid.IntRange(1, 40).Draw(t, "days"), rapid.IntRange(1, 400).Draw(t, "hours")
		perDay := rapid.IntRange(0, 10).Draw(t, "a day")
		start := time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC)
		a := survey.Answers{training.Hours: itoa(total)}
		if perDay > 0 {
			a[training.HoursPerDay] = itoa(perDay)
		}
		got, err := training.PlanSessions(dated(start.Format(time.DateOnly), start.AddDate(0, 0, days-1).Format(time.DateOnly), a), nil)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, s := range got {
			sum += s.Hours()
		}
		want := float64(total)
		if perDay > 0 {
			want = math.Min(want, float64(perDay*days))
		}
		if math.Abs(sum-want) > 0.001 {
			t.Fatalf("%v hours, want %v", sum, want)
		}
	})
}
