package main

import (
	"fmt"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

type classCandidates struct{ classFlag }

// Help shows an example.
func (classCandidates) Help() string { return text.T("ruhuctl.example.candidates") }

// candidate is somebody who wishes for the trade, with what the rules say.
type candidate struct {
	Person   string   `json:"person"`
	Name     string   `json:"name"`
	In       bool     `json:"in"`
	Ask      bool     `json:"ask"`
	Enrolled bool     `json:"enrolled"`
	Reasons  []string `json:"reasons"`
}

// Run lists them; it decides nothing.
func (c classCandidates) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		all, err := d.Candidates(k.ID)
		if err != nil {
			return err
		}
		rows := []candidate{}
		for _, a := range all {
			rows = append(rows, candidate{a.Person.ID, a.Person.Name(), a.Verdict.In, a.Verdict.Ask, a.Enrolled, a.Verdict.Reasons})
			if !f.JSON {
				fmt.Fprintln(w.out, text.T("ruhuctl.candidate."+verdict(a), a.Person.Name(), a.Verdict.Words(), a.Person.ID))
			}
		}
		if f.JSON {
			return print(w.out, rows)
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.found_count", len(rows)))
		return err
	})
}

// verdict is the end of the key of a candidate's line.
func verdict(c desk.Candidate) string {
	switch {
	case c.Enrolled:
		return "enrolled"
	case c.Verdict.In:
		return "in"
	case c.Verdict.Ask:
		return "ask"
	}
	return "out"
}

type classEnrol struct {
	classFlag
	People []string `arg:"" placeholder:"PERSON" help:"${who}"`
	Anyway string   `placeholder:"REASON" help:"${anyway}"`
}

// Help shows an example.
func (classEnrol) Help() string { return text.T("ruhuctl.example.enrol") }

var errNotFit = text.NewError("ruhuctl.not_fit")

// Run enrols them; who does not fit the rules only with a reason.
func (c classEnrol) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		found, err := people(d, c.People)
		if err != nil {
			return err
		}
		var ids []string
		for _, p := range found {
			one, err := d.Candidate(k.ID, p.ID)
			if err != nil {
				return err
			}
			if !one.Verdict.In && c.Anyway == "" {
				return errNotFit.With(p.Name(), one.Verdict.Words())
			}
			ids = append(ids, p.ID)
		}
		if err := d.Enrol(k.ID, ids, desk.Because(c.Anyway)); err != nil {
			return err
		}
		return f.say(w, map[string]any{"class": k.ID, "enrolled": ids}, "ruhuctl.enrolled", len(ids), k.Name())
	})
}

type classUnenrol struct {
	classFlag
	Who    string `arg:"" placeholder:"PERSON" help:"${who}"`
	Reason string `required:"" placeholder:"REASON" help:"${reason}"`
}

// Help shows an example.
func (classUnenrol) Help() string { return text.T("ruhuctl.example.unenrol") }

// Run notes that somebody left.
func (c classUnenrol) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		p, err := person(d, c.Who)
		if err != nil {
			return err
		}
		if err := d.Unenrol(k.ID, p.ID, c.Reason); err != nil {
			return err
		}
		return f.say(w, map[string]string{"class": k.ID, "left": p.ID}, "ruhuctl.unenrolled", p.Name(), k.Name())
	})
}

type classSessions struct {
	classFlag
	Plan bool     `help:"${plan}"`
	Off  []string `placeholder:"DAY" help:"${off}"`
}

// Help shows an example.
func (classSessions) Help() string { return text.T("ruhuctl.example.sessions") }

// session is one half-day in a list.
type session struct {
	ID    string  `json:"id"`
	Date  string  `json:"date"`
	Half  string  `json:"half"`
	Hours float64 `json:"hours"`
	Marks int     `json:"marked"`
}

// Run lists the sessions, laid out anew over the class's dates when asked to.
func (c classSessions) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		all, err := c.sessions(d, k.ID)
		if err != nil {
			return err
		}
		rows := []session{}
		for _, s := range all {
			marks, err := d.Marks(s.ID)
			if err != nil {
				return err
			}
			r := session{s.ID, s.Answers[training.HeldOn], s.Half(), s.Hours(), len(training.Current(marks))}
			rows = append(rows, r)
			if !f.JSON {
				fmt.Fprintln(w.out, text.T("ruhuctl.session", r.Date, r.Half, r.Hours, r.Marks))
			}
		}
		if f.JSON {
			return print(w.out, rows)
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.session_count", len(rows)))
		return err
	})
}

func (c classSessions) sessions(d *desk.Desk, class string) ([]training.Session, error) {
	if !c.Plan {
		if len(c.Off) > 0 {
			return nil, errUse.With(text.T("ruhuctl.off_plans"))
		}
		return d.Sessions(class)
	}
	off := map[string]bool{}
	for _, day := range c.Off {
		stored, err := survey.DateKind.Clean(survey.Field{}, day)
		if day != weekend && (err != nil || len(stored) != len(time.DateOnly)) {
			return nil, errUse.With(text.T("ruhuctl.no_day", day))
		}
		off[stored], off[day] = true, true
	}
	return d.PlanSessions(class, func(day time.Time) bool {
		free := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
		return off[day.Format(time.DateOnly)] || off[weekend] && free
	})
}

// weekend stands for all Saturdays and Sundays.
const weekend = "weekend"

type classRoster struct {
	classFlag
	Full bool `help:"${full}"`
}

// Help shows an example.
func (classRoster) Help() string { return text.T("ruhuctl.example.roster") }

// trainee is one person on the roster, with the code of the card.
type trainee struct {
	Seat     int     `json:"seat"`
	Person   string  `json:"person"`
	Name     string  `json:"name"`
	Village  string  `json:"village"`
	IDNo     string  `json:"id_no,omitempty"`
	Standing string  `json:"standing"`
	Card     string  `json:"card"`
	Rate     float64 `json:"attendance"` // 0 to 1; 0 before the first session
}

// Run lists who is in the class, with their cards' codes and attendance so far.
func (c classRoster) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		all, err := d.Roster(k.ID)
		if err != nil {
			return err
		}
		sum, err := d.Attendance(k.ID, "")
		if err != nil {
			return err
		}
		rows := []trainee{}
		for _, r := range all {
			no := survey.MaskID(r.Person.IDNumber())
			if c.Full {
				no = r.Person.IDNumber()
			}
			rate, _ := sum.Person[r.Enrolment.ID].Rate()
			seat := r.Enrolment.Seat()
			t := trainee{seat, r.Person.ID, r.Person.Name(), r.Village, no, r.Enrolment.Standing(), k.Code(training.CardCode, seat), rate}
			rows = append(rows, t)
			if !f.JSON {
				fmt.Fprintln(w.out, text.T("ruhuctl.trainee", t.Seat, t.Name, t.Village, t.IDNo, t.Standing, 100*t.Rate, t.Card))
			}
		}
		if f.JSON {
			return print(w.out, rows)
		}
		quotas, err := d.Quotas(k.ID)
		if err != nil {
			return err
		}
		showQuotas(w, quotas)
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.found_count", len(rows)))
		return err
	})
}
