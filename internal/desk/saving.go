package desk

import (
	"errors"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// How changes how a verb saves.
type How func(*saving)

// Anyway saves in spite of warnings; the reason, in the person's own words, is kept with the change.
func Anyway(reason string) How {
	return func(s *saving) { s.anyway, s.reason = true, reason }
}

// Over says what the form was filled in over: what came in meanwhile is then not overwritten but becomes a conflict.
func Over(seen change.Entity) How {
	return func(s *saving) { s.seen = seen }
}

// From says on what day it begins to hold what a form says: that a family got 低保 on the first of the month. Without it, today.
func From(day survey.Date) How {
	return func(s *saving) { s.on = day }
}

// As says how people are related to the head of a household that they come into, by their ids.
func As(relations map[string]string) How {
	return func(s *saving) { s.as = relations }
}

// Because keeps a reason with the change.
func Because(reason string) How {
	return func(s *saving) { s.reason = reason }
}

// Doubting adds a warning of whoever fills in the form, which may be passed like the register's own.
func Doubting(key string, err error) How {
	return func(s *saving) { s.add(survey.Problem{Key: key, Err: err, Warn: true}) }
}

// saving is one form on its way into the store.
type saving struct {
	anyway  bool
	reason  string
	seen    change.Entity
	table   *survey.Table
	typ, id string
	answers survey.Answers
	what    string // for the list of what can be taken back
	refusal Refusal
	then    func(*edit) error // done in the same act, after the form
	on      survey.Date       // the day from which it holds; "" is today
	take    []string          // keys of which the record that is dropped has the right answer, in a merge
	as      map[string]string // relations of people to the head, by id, for the verbs that move people
}

// Seen gives a thing as it is stored, for Over.
func (d *Desk) Seen(typ, id string) (change.Entity, error) { return d.store.Get(typ, id) }

func (d *Desk) saving(typ, id string, a survey.Answers, how []How) *saving {
	t := d.Table(typ)
	s := &saving{table: t, typ: typ, id: id, refusal: Refusal{Table: t}}
	for _, h := range how {
		h(s)
	}
	s.clean(a)
	return s
}

// clean brings typed answers to their stored form and leaves out what is worked out anyway. Answers under keys that the table
// does not know come from a newer version or a county's own questions and pass untouched.
func (s *saving) clean(a survey.Answers) {
	s.answers = survey.Answers{}
	for key, v := range a {
		f, known := s.table.Field(key)
		switch {
		case known && !kept(f):
		case known:
			s.cleanField(f, v)
		case v != "":
			s.answers[key] = v
		}
	}
}

// kept tells whether answers to f are stored: not those that are always worked out.
func kept(f survey.Field) bool { return f.From == nil || f.OrAsked }

func (s *saving) cleanField(f survey.Field, v string) {
	stored, err := f.Clean(v)
	if err != nil {
		stored = v // Check says what is wrong with it, in the order asked
	}
	if stored != "" {
		s.answers[f.Key] = stored
	}
}

// check fills the refusal with what the table finds.
func (s *saving) check(d *Desk) {
	s.add(s.table.Check(s.table.Derive(s.answers, d.Today()), d.Today())...)
}

func (s *saving) add(problems ...survey.Problem) {
	s.refusal.Problems = append(s.refusal.Problems, problems...)
}

// unfinished are warnings that only say that something is still to be filled in. They are shown, but nobody is asked about them
// at every save: who is asked too often answers without reading.
var unfinished = []error{survey.ErrYesNoBlank, survey.ErrEduNorSchool, registry.ErrNoHead}

// verdict is nil when the form may be saved. old are the problems of what is stored: they were accepted before.
func (s *saving) verdict(old []survey.Problem) error {
	known := map[string]bool{}
	for _, p := range old {
		known[p.Err.Error()] = true
	}
	stops := slices.ContainsFunc(s.refusal.Problems, func(p survey.Problem) bool {
		return !p.Warn || !s.anyway && !known[p.Err.Error()] && !isAny(p.Err, unfinished)
	})
	if stops {
		return &s.refusal
	}
	return nil
}

func isAny(err error, of []error) bool {
	return slices.ContainsFunc(of, func(e error) bool { return errors.Is(err, e) })
}

// fields are what to write: every answer, and "" for each question of the table that is not answered any more.
func (s *saving) fields() map[string]string {
	m := map[string]string{}
	for _, f := range s.table.Fields {
		if kept(f) {
			m[f.Key] = ""
		}
	}
	for key, v := range s.answers {
		m[key] = v
	}
	return m
}

// write saves the form as one act, after verdict.
func (d *Desk) write(typ string, s *saving) (string, error) {
	old, err := d.stored(typ, s)
	if err != nil {
		return "", err
	}
	if err := s.verdict(old); err != nil {
		return "", err
	}
	if s.id == "" {
		s.id = newID()
	}
	d.keepLinks(typ, s)
	err = d.edit(s.what, s.reason, func(e *edit) error {
		if s.on != "" {
			e.on = s.on
		}
		if err := e.putForm(typ, s); err != nil || s.then == nil {
			return err
		}
		return s.then(e)
	})
	return s.id, err
}

func (e *edit) putForm(typ string, s *saving) error {
	if s.seen.Exists() {
		return e.putOver(s.seen, s.fields())
	}
	return e.put(typ, s.id, s.fields())
}

// keepLinks leaves a link to a merged record as it is stored: it was read as that of the record that it was merged into, and must
// find back when the two are parted again.
func (d *Desk) keepLinks(typ string, s *saving) {
	e, err := d.store.Get(typ, s.id)
	if err != nil {
		return
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, key := range linkKeys(typ) {
		if old := e.Value(key); old != "" && d.merges.survivor(old) == s.answers[key] {
			s.answers[key] = old
		}
	}
}

// stored are the warnings about the thing as it is now; none for something new.
func (d *Desk) stored(typ string, s *saving) ([]survey.Problem, error) {
	e, err := d.store.Get(typ, s.id)
	if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.table.Check(s.table.Derive(e.Values(), d.Today()), d.Today()), nil
}
