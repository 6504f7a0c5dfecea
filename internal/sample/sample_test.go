package sample_test

import (
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sample"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
	"ruhu/internal/training"
)

func opened(t *testing.T) *desk.Desk {
	t.Helper()
	d, err := desk.At(testkit.Store(t), desk.Options{Now: testkit.NewClock().Now, Actor: "李文忠"})
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Fill(d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheSampleIsATownship(t *testing.T) {
	d := opened(t)
	due, err := d.Due()
	if err != nil {
		t.Fatal(err)
	}
	if due.Households != 60 || due.People < 200 || due.Wishes < 60 || len(due.Today) != 2 || due.Conflicts != 0 || due.Unvisited == 0 {
		t.Errorf("households %d, people %d, wishes %d, sessions today %d, conflicts %d, unvisited %d",
			due.Households, due.People, due.Wishes, len(due.Today), due.Conflicts, due.Unvisited)
	}
	if what := d.CanUndo(); what != "" {
		t.Errorf("one Undo would take back: %s", what)
	}
	for _, l := range report.All {
		table, err := d.Ledger(l.Name, report.Filter{})
		if err != nil || table.Count() == 0 && l.Name != "huilu" { // nobody of the sample was taught two years ago
			t.Errorf("ledger %s has %d rows, %v", l.Name, table.Count(), err)
		}
	}
}

func TestEverybodyInTheSamplePassesTheChecks(t *testing.T) {
	d := opened(t)
	err := d.People(func(p registry.Person) error {
		for _, problem := range survey.Person.Check(p.Unpack(), d.Today()) {
			t.Errorf("%s: %s: %v", p.Get(survey.PersonNo), problem.Key, problem.Err)
		}
		if p.IDNumber() == "" {
			t.Errorf("%s has no good ID number", p.Get(survey.PersonNo))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checkHouses(t, d)
	checkOthers(t, d)
}

func checkHouses(t *testing.T, d *desk.Desk) {
	households, err := d.Households("")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range households {
		members, err := d.Members(h.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range append(survey.Household.Check(h.Unpack(), d.Today()), registry.CheckHouse(h, members)...) {
			t.Errorf("%s: %s: %v", h.No(), problem.Key, problem.Err)
		}
	}
}

func checkOthers(t *testing.T, d *desk.Desk) {
	wishes, err := d.Wishes("")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wishes {
		p, err := d.Person(w.PersonID())
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range append(survey.Wish.Check(w.Unpack(), d.Today()), registry.CheckWish(p, w)...) {
			t.Errorf("wish of %s: %s: %v", p.Get(survey.PersonNo), problem.Key, problem.Err)
		}
	}
	visits, err := d.Visits("")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range visits {
		for _, problem := range survey.Visit.Check(v.Unpack(), d.Today()) {
			t.Errorf("visit of %s: %s: %v", v.On(), problem.Key, problem.Err)
		}
	}
}

func TestTheClassesOfTheSampleAreInOrder(t *testing.T) {
	d := opened(t)
	classes, err := d.Classes()
	if err != nil || len(classes) != 2 {
		t.Fatalf("%d classes, %v", len(classes), err)
	}
	for _, c := range classes {
		for _, problem := range training.ClassTable.Check(c.Answers, d.Today()) {
			t.Errorf("%s: %s: %v", c.Name(), problem.Key, problem.Err)
		}
		enrolments, err := d.Enrolments(c.ID)
		if err != nil || len(enrolments) < 10 {
			t.Errorf("%s: %d trainees, %v", c.Name(), len(enrolments), err)
		}
		for _, e := range enrolments {
			who, err := d.Candidate(c.ID, e.PersonID())
			if err != nil || !who.Verdict.In {
				t.Errorf("%s: seat %d: %s %v", c.Name(), e.Seat(), who.Verdict.Words(), err)
			}
		}
		a, err := d.Attendance(c.ID, "")
		if rate, ok := a.Class.Rate(); err != nil || !ok || rate < 0.8 || rate >= 1 {
			t.Errorf("%s: attendance %.2f, %v", c.Name(), rate, err)
		}
	}
}

func TestNamesOfTheSampleAreFound(t *testing.T) {
	d := opened(t)
	for query, want := range map[string]string{
		"lvjie": "吕㛃", "𬭳": "单晓𬭳", "shanxiao": "单晓𬭳", "zengxian": "曾宪𠮷", "guli": "古丽·阿不都热依木", "阿不都": "古丽·阿不都热依木",
		"qiudi": "仇𬱖", "yuchi": "尉迟乐", "任小翠": "任华", "jikela": "吉克·拉铁",
	} {
		hits := d.Find(query, 1)
		if len(hits) == 0 {
			t.Errorf("%s: nobody found", query)
			continue
		}
		if r, _ := d.Row(hits[0].ID); r.Name != want {
			t.Errorf("%s: found %s, want %s", query, r.Name, want)
		}
	}
}

func TestTheSampleMovesAlongWithTheDay(t *testing.T) {
	clock := testkit.NewClock()
	clock.Set(time.Date(2028, 2, 29, 8, 0, 0, 0, time.Local))
	d, err := desk.At(testkit.Store(t), desk.Options{Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Fill(d); err != nil {
		t.Fatal(err)
	}
	due, err := d.Due()
	if err != nil || len(due.Today) != 2 {
		t.Errorf("%d sessions today, %v", len(due.Today), err)
	}
}

func TestTheMarksOfTheSampleFallIntoTheirSessions(t *testing.T) {
	machine := time.Local
	time.Local = time.UTC // a machine that was never told where it is
	defer func() { time.Local = machine }()
	d := opened(t)
	classes, err := d.Classes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		sessions, err := d.Sessions(c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sessions {
			marks, err := d.Marks(s.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range marks {
				at := m.At.In(training.Zone)
				if morning := at.Hour() < 12; morning != (s.Half() == training.Morning) || at.Format(time.DateOnly) != s.Answers[training.HeldOn] {
					t.Fatalf("%s %s: marked at %v", s.Answers[training.HeldOn], s.Half(), m.At)
				}
			}
		}
	}
}
