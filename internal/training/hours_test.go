package training_test

import (
	"strconv"
	"testing"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func itoa(n int) string { return strconv.Itoa(n) }

func session(id, date, hours string) training.Session {
	return training.Session{ID: id, Answers: survey.Answers{training.OfClass: "c1", training.HeldOn: date, training.Half: training.Morning, training.SessionHours: hours}}
}

func TestHoursAddUpAsTheInspectorWould(t *testing.T) {
	sessions := []training.Session{session("s1", "2026-10-20", "4"), session("s2", "2026-10-21", "4"), session("s3", "2026-10-22", "4"), session("s4", "2026-10-30", "4")}
	came, missed, late := training.NewEnrolment("c1", "p1", 1), training.NewEnrolment("c1", "p2", 2), training.NewEnrolment("c1", "p3", 3)
	joined := training.NewEnrolment("c1", "p4", 4)
	joined.Answers[training.JoinedOn] = "2026-10-21"
	gone := training.NewEnrolment("c1", "p5", 5)
	gone.Answers[training.Standing], gone.Answers[training.LeftOn] = training.Withdrawn, "2026-10-21"
	reserve := training.NewEnrolment("c1", "p6", 6)
	reserve.Answers[training.Standing] = training.Reserve

	var marks []training.Mark
	add := func(session string, e training.Enrolment, symbol string, minutes int) {
		marks = append(marks, training.Mark{ID: session + e.ID, Session: session, Enrolment: e.ID, Symbol: symbol, Minutes: minutes, At: morning})
	}
	for _, s := range []string{"s1", "s2", "s3"} {
		add(s, came, training.Present, 0)
	}
	add("s1", missed, training.Absent, 0)
	add("s2", missed, training.OnLeave, 0) // s3 is left open
	add("s1", late, training.Late, 44)
	add("s2", late, training.Late, 45)
	add("s3", late, training.Early, 100)
	add("s2", joined, training.Present, 0)
	add("s3", joined, training.Present, 0)
	add("s1", gone, training.Present, 0)

	got := training.AddUp(sessions, []training.Enrolment{came, missed, late, joined, gone, reserve}, marks, "")
	for _, c := range []struct {
		name              string
		who               training.Enrolment
		planned, attended float64
		unmarked          int
	}{
		{"came always", came, 12, 12, 0},
		{"missed two, one open", missed, 12, 0, 1},
		{"44 minutes cost nothing, 45 one lesson, 100 two", late, 12, 4 + 3 + 2, 0},
		{"joined on the second day", joined, 8, 8, 0},
		{"left on the second day", gone, 4, 4, 0},
		{"in reserve", reserve, 0, 0, 0},
	} {
		p := got.Person[c.who.ID]
		if p.Planned != c.planned || p.Attended != c.attended || p.Unmarked != c.unmarked {
			t.Errorf("%s: %+v", c.name, p)
		}
	}
	if got.Class.Planned != 48 || got.Class.Attended != 33 || got.Class.Count[training.Present] != 6 {
		t.Errorf("class: %+v", got.Class)
	}
	if rate, ok := got.Class.Rate(); !ok || rate != 33.0/48 {
		t.Errorf("rate %v, %v", rate, ok)
	}
	if _, ok := got.Person[reserve.ID].Rate(); ok {
		t.Error("nobody has a rate of no hours")
	}
	if upTo := training.AddUp(sessions, []training.Enrolment{came}, marks, "2026-10-20"); upTo.Class.Planned != 4 {
		t.Errorf("up to the first day: %+v", upTo.Class)
	}
}

func TestSeatsGivenOutTwiceAreNotGuessedAt(t *testing.T) {
	a, b, c := training.NewEnrolment("c1", "p1", 1), training.NewEnrolment("c1", "p2", 2), training.NewEnrolment("c1", "p3", 2)
	all := []training.Enrolment{a, b, c}
	if _, err := training.AtSeat(all, 2); err == nil {
		t.Error("two people on one seat")
	}
	if e, err := training.AtSeat(all, 1); err != nil || e.PersonID() != "p1" {
		t.Error(e, err)
	}
	if _, err := training.AtSeat(all, 9); err == nil {
		t.Error("nobody has seat 9")
	}
	if n := training.NextSeat(all); n != 3 {
		t.Errorf("next seat %d", n)
	}
}
