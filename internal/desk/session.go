package desk

import (
	"slices"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// ErrHasMarks is a session that somebody was marked in; it is not taken out.
var ErrHasMarks = text.NewError("desk.has_marks")

// Sessions reads the sessions of a class in the order they are held.
func (d *Desk) Sessions(class string) ([]training.Session, error) {
	var all []training.Session
	for _, id := range d.of(training.TypeSession, class) {
		s, err := d.Session(id)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	slices.SortFunc(all, training.ByTime)
	return all, nil
}

// Session reads one session.
func (d *Desk) Session(id string) (training.Session, error) {
	a, err := d.answers(training.TypeSession, id)
	return training.Session{ID: id, Answers: a}, err
}

// SaveSession saves the form of a session; "" is a new one. The error may be a *Refusal.
func (d *Desk) SaveSession(id string, a survey.Answers, how ...How) (string, error) {
	s := d.saving(training.TypeSession, id, a, how)
	s.what = text.T("desk.act.session", s.answers[training.HeldOn], s.answers[training.Half])
	s.check(d)
	if day, ok := survey.Day(s.answers[training.HeldOn]); ok && id == "" {
		s.id = training.SessionID(s.answers[training.OfClass], day, s.answers[training.Half])
	}
	return d.write(training.TypeSession, s)
}

// DropSession takes out a session that nobody was marked in.
func (d *Desk) DropSession(id string) error {
	if n := len(d.of(training.TypeMark, id)); n > 0 {
		return ErrHasMarks.With(n)
	}
	s, err := d.Session(id)
	if err != nil {
		return err
	}
	what := text.T("desk.act.drop_session", s.Answers[training.HeldOn], s.Half())
	return d.edit(what, "", func(e *edit) error { return e.remove(training.TypeSession, id) })
}

// PlanSessions lays out the sessions of a class over its dates, but for the days off, and the halves of the day; off may be nil.
// Those outside the plan go, unless somebody was marked in them or a course or teacher is written in. Where the plan brings or
// takes a session, the hours are shared out anew over those that nobody was marked in; otherwise what is there stays as it is.
func (d *Desk) PlanSessions(class string, off func(day time.Time) bool) ([]training.Session, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	plan, err := training.PlanSessions(c, off)
	if err != nil {
		return nil, err
	}
	old, err := d.Sessions(class)
	if err != nil {
		return nil, err
	}
	if err = d.edit(text.T("desk.act.plan", c.Name()), "", func(e *edit) error { return d.replan(e, old, plan) }); err != nil {
		return nil, err
	}
	return d.Sessions(class)
}

func (d *Desk) replan(e *edit, old, plan []training.Session) error {
	wanted, there := bySession(plan), bySession(old)
	moved := false
	for id, s := range there {
		if _, ok := wanted[id]; ok || !d.untouched(s) {
			continue
		}
		moved = true
		if err := e.remove(training.TypeSession, id); err != nil {
			return err
		}
	}
	for id := range wanted {
		_, ok := there[id]
		moved = moved || !ok
	}
	if !moved {
		return nil
	}
	return d.layOut(e, plan, there)
}

// layOut writes the sessions of a plan: new ones whole, of those that are there the hours, unless somebody was marked in them.
func (d *Desk) layOut(e *edit, plan []training.Session, there map[string]training.Session) error {
	for _, s := range plan {
		fields := s.Answers
		if _, ok := there[s.ID]; ok {
			if d.marked(s.ID) {
				continue
			}
			fields = survey.Answers{training.SessionHours: s.Answers[training.SessionHours]}
		}
		if err := e.put(training.TypeSession, s.ID, fields); err != nil {
			return err
		}
	}
	return nil
}

func bySession(all []training.Session) map[string]training.Session {
	m := map[string]training.Session{}
	for _, s := range all {
		m[s.ID] = s
	}
	return m
}

func (d *Desk) marked(session string) bool { return len(d.of(training.TypeMark, session)) > 0 }

func (d *Desk) untouched(s training.Session) bool {
	return !d.marked(s.ID) && s.Answers[training.Course] == "" && s.Answers[training.Teacher] == ""
}

// ErrNoSession is a day on which the class does not meet, or more halves of it than one.
var ErrNoSession = text.NewError("desk.no_session")

// SessionAt finds the session of a class on a day; half may be "" where there is one only.
func (d *Desk) SessionAt(class, day, half string) (training.Session, error) {
	all, err := d.Sessions(class)
	if err != nil {
		return training.Session{}, err
	}
	var found []training.Session
	for _, s := range all {
		if s.Answers[training.HeldOn] == day && (half == "" || s.Half() == half) {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return training.Session{}, ErrNoSession.With(day, half)
	}
	return found[0], nil
}
