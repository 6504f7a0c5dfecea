package desk

import (
	"encoding/json"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can stand in the way of leaving and coming back.
var (
	ErrLeftAlready = text.NewError("desk.left_already")
	ErrNotLeft     = text.NewError("desk.not_left")
	ErrBackTooSoon = text.NewError("desk.back_too_soon")
)

// Left tells whether somebody has left: they stay on the household's page and in no ledger from that day on.
func Left(p registry.Person) bool { return p.Get(survey.LeftWhy) != "" }

// left is what an event keeps of somebody who left, so that coming back restores it.
type left struct {
	Destination string `json:"destination"` // what 当前去向 said before
}

// Leave notes that somebody died, moved away, married away, is in prison, cannot be found: why is one of the list leaving. Nothing
// is deleted: everything known of them stays, and they are in no ledger from that day on.
func (d *Desk) Leave(person, why, on string, how ...How) error {
	m, err := d.moving("", on, []string{person}, how)
	if err != nil {
		return err
	}
	p := m.people[0]
	if Left(p) {
		return ErrLeftAlready.With(p.Name())
	}
	f, _ := m.table.Field(survey.LeftWhy)
	if why, err = f.Clean(orElse(why, leaveDefault)); err != nil {
		return err
	}
	if err := m.headsGo(); err != nil {
		return err
	}
	m.what = text.T("desk.act.leave", p.Name(), why)
	return m.run(func(e *edit) error {
		fields := map[string]string{survey.LeftWhy: why, survey.LeftOn: m.on}
		if to, ok := survey.FindChoice("destination", why); ok {
			fields[survey.Destination] = to
		}
		if err := e.put(registry.TypePerson, person, fields); err != nil {
			return err
		}
		return e.log(event{kind: why, person: person, from: p.HouseholdID(), note: m.reason, data: left{p.Get(survey.Destination)}})
	})
}

// Return notes that somebody who had left is back, in the household they had left.
func (d *Desk) Return(person, on string, how ...How) error {
	m, err := d.moving(eventBack, on, []string{person}, how)
	if err != nil {
		return err
	}
	p := m.people[0]
	if !Left(p) {
		return ErrNotLeft.With(p.Name())
	}
	if gone := p.Get(survey.LeftOn); earlier(m.on, gone) {
		return ErrBackTooSoon.With(gone)
	}
	before, err := d.before(p)
	if err != nil {
		return err
	}
	m.what = text.T("desk.act.return", p.Name())
	return m.run(func(e *edit) error {
		fields := map[string]string{survey.LeftWhy: "", survey.LeftOn: ""}
		if to, ok := survey.FindChoice("destination", p.Get(survey.LeftWhy)); ok && p.Get(survey.Destination) == to {
			fields[survey.Destination] = before.Destination
		}
		if err := e.put(registry.TypePerson, person, fields); err != nil {
			return err
		}
		return e.log(event{kind: eventBack, person: person, from: p.HouseholdID(), note: m.reason})
	})
}

// earlier tells whether all of a date lies before another begins; a month lies before none of its days.
func earlier(date, other survey.Date) bool {
	end, ok := survey.LastDay(date)
	begin, known := survey.Day(other)
	return ok && known && end.Before(begin)
}

// before is what the last event of leaving kept.
func (d *Desk) before(p registry.Person) (left, error) {
	events, err := d.Events(p.ID)
	if err != nil {
		return left{}, err
	}
	for _, r := range events {
		if r.Get(survey.EventKind) == p.Get(survey.LeftWhy) && r.Get(survey.EventData) != "" {
			var out left
			err := json.Unmarshal([]byte(r.Get(survey.EventData)), &out)
			return out, err
		}
	}
	return left{}, nil
}
