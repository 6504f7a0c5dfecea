package main

import (
	"cmp"
	"fmt"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// markCommand takes attendance.
type markCommand struct {
	Scan markScan `cmd:"" help:"${markscan}"`
	Hand markHand `cmd:"" help:"${markhand}"`
	List markList `cmd:"" help:"${marklist}"`
}

// Help shows an example.
func (markCommand) Help() string { return text.T("ruhuctl.example.scan") }

// sessionFlags name the session that is meant.
type sessionFlags struct {
	Date string `placeholder:"DATE" help:"${date}"`
	Half string `placeholder:"HALF" help:"${half}"`
}

// find gives the session of a class: by date and half of the day, today where no date is given. Where the half is not given,
// it is the only session of the day, or the one of this hour.
func (c sessionFlags) find(d *desk.Desk, w *world, of classFlag) (k training.Class, s training.Session, err error) {
	if k, err = of.find(d); err != nil {
		return k, s, err
	}
	date, half := c.Date, c.Half
	if date == "" {
		date = d.Today().Format("2006-01-02")
	}
	s, err = d.SessionAt(k.ID, date, half)
	if err == nil || half != "" || c.Date != "" {
		return k, s, err
	}
	s, err = d.SessionAt(k.ID, date, halfOf(w.now().Hour()))
	return k, s, err
}

// halfOf is the half of the day that an hour belongs to.
func halfOf(hour int) string {
	switch {
	case hour < 13:
		return training.Morning
	case hour < 18:
		return training.Afternoon
	}
	return training.Evening
}

type markScan struct {
	Codes []string `arg:"" placeholder:"CODE" help:"${codes}"`
	classFlag
	sessionFlags
}

// Help shows an example.
func (markScan) Help() string { return text.T("ruhuctl.example.scan") }

// scanned is what a card came to.
type scanned struct {
	Code   string `json:"code"`
	Name   string `json:"name,omitempty"`
	Seat   int    `json:"seat,omitempty"`
	Symbol string `json:"symbol,omitempty"`
	Again  bool   `json:"again,omitempty"`
	Was    string `json:"was,omitempty"`
	Error  string `json:"error,omitempty"`
}

var errSomeCards = text.NewError("ruhuctl.some_cards")

// Run marks the owner of each card as present. A card that cannot be read does not keep the others from being marked.
func (c markScan) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		_, s, err := c.sessionFlags.find(d, w, c.classFlag)
		if err != nil {
			return err
		}
		rows, bad := []scanned{}, 0
		for _, code := range c.Codes {
			r := scan(d, s.ID, code)
			if rows = append(rows, r); r.Error != "" {
				bad++
			}
			if !f.JSON {
				fmt.Fprintln(w.out, r.line())
			}
		}
		if f.JSON {
			err = print(w.out, rows)
		}
		if err == nil && bad > 0 {
			err = errSomeCards.With(bad, len(c.Codes))
		}
		return err
	})
}

func scan(d *desk.Desk, session, code string) scanned {
	got, err := d.Scan(session, code)
	if err != nil {
		return scanned{Code: code, Error: text.Explain(err).What}
	}
	return scanned{code, got.Person.Name(), got.Enrolment.Seat(), got.Mark.Symbol, got.Again, got.Was, ""}
}

func (r scanned) line() string {
	switch {
	case r.Error != "":
		return text.T("ruhuctl.scan_bad", r.Code, r.Error)
	case r.Again:
		return text.T("ruhuctl.scan_again", r.Seat, r.Name, r.Symbol)
	case r.Was != "":
		return text.T("ruhuctl.scan_corrected", r.Seat, r.Name, r.Symbol, r.Was)
	}
	return text.T("ruhuctl.scanned", r.Seat, r.Name, r.Symbol)
}

type markHand struct {
	Who     string `arg:"" placeholder:"PERSON" help:"${who}"`
	Symbol  string `arg:"" placeholder:"SYMBOL" help:"${symbol}"`
	Minutes int    `placeholder:"N" help:"${minutes}"`
	Reason  string `placeholder:"REASON" help:"${markreason}"`
	classFlag
	sessionFlags
}

// Help shows an example.
func (markHand) Help() string { return text.T("ruhuctl.example.hand") }

// Run marks somebody by hand. Where a mark stands already this corrects it, and that wants a reason.
func (c markHand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, s, err := c.sessionFlags.find(d, w, c.classFlag)
		if err != nil {
			return err
		}
		p, err := person(d, c.Who)
		if err != nil {
			return err
		}
		m, err := d.Mark(s.ID, training.EnrolmentID(k.ID, p.ID), c.Symbol, c.Minutes, c.Reason, training.ByHand)
		if err != nil {
			return err
		}
		return f.say(w, marked{p.Name(), m.Symbol, m.Minutes, m.Reason, m.Way, len(m.Corrects)}, "ruhuctl.marked", p.Name(), s.Answers[training.HeldOn], s.Half(), m.Symbol)
	})
}

// marked is one mark.
type marked struct {
	Name     string `json:"name"`
	Symbol   string `json:"symbol"`
	Minutes  int    `json:"minutes,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Way      string `json:"way"`
	Corrects int    `json:"corrects,omitempty"` // how many marks this one takes the place of
}

type markList struct {
	classFlag
	sessionFlags
}

// Help shows an example.
func (markList) Help() string { return text.T("ruhuctl.example.marks") }

// markRow is one trainee in one session.
type markRow struct {
	Seat int    `json:"seat"`
	Name string `json:"name"`
	marked
	Earlier int `json:"earlier,omitempty"` // marks that were corrected
}

// Run lists the marks of a session, and who is not marked yet.
func (c markList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, s, err := c.sessionFlags.find(d, w, c.classFlag)
		if err != nil {
			return err
		}
		rows, err := markRows(d, k.ID, s)
		if err != nil {
			return err
		}
		return showAll(f, w, rows, markRow.line, "ruhuctl.found_count")
	})
}

func (r markRow) line() string {
	parts := []string{text.T("ruhuctl.mark_row", r.Seat, r.Name, cmp.Or(r.Symbol, text.T("ruhuctl.unmarked")))}
	if r.Minutes > 0 {
		parts = append(parts, text.T("ruhuctl.mark_minutes", r.Minutes))
	}
	if r.Reason != "" {
		parts = append(parts, r.Reason)
	}
	if r.Earlier > 0 {
		parts = append(parts, text.T("ruhuctl.mark_earlier", r.Earlier))
	}
	return strings.Join(parts, "\t")
}

func markRows(d *desk.Desk, class string, s training.Session) ([]markRow, error) {
	roster, err := d.Roster(class)
	if err != nil {
		return nil, err
	}
	marks, err := d.Marks(s.ID)
	if err != nil {
		return nil, err
	}
	now, count := training.Current(marks), map[string]int{}
	for _, m := range marks {
		count[m.Enrolment]++
	}
	rows := []markRow{}
	for _, r := range roster {
		if !r.Enrolment.In(s.Answers[training.HeldOn]) {
			continue
		}
		m, name := now[r.Enrolment.ID], r.Person.Name()
		rows = append(rows, markRow{r.Enrolment.Seat(), name, marked{name, m.Symbol, m.Minutes, m.Reason, m.Way, len(m.Corrects)}, max(0, count[r.Enrolment.ID]-1)})
	}
	return rows, nil
}
