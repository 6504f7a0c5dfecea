package desk

import (
	"cmp"
	"errors"
	"slices"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Ref names a thing in the register.
type Ref = store.Ref

// Record reads a thing of any type: a fact, an event, a slip, a target … What hangs on a merged person or household is read as
// the one's that it was merged into.
func (d *Desk) Record(typ, id string) (registry.Record, error) {
	a, err := d.answers(typ, id)
	return registry.Record{Type: typ, ID: id, Packed: survey.Pack(a)}, err
}

// Records reads the things of a type that belong to a person, a household, a village or whatever else they are about, the latest
// first; all of the type for "".
func (d *Desk) Records(typ, parent string) ([]registry.Record, error) {
	var all []registry.Record
	for _, id := range d.of(typ, parent) {
		r, err := d.Record(typ, id)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	slices.SortFunc(all, registry.LatestFirst)
	return all, nil
}

// Facts are the dated facts about a person or a household, the latest first.
func (d *Desk) Facts(of string) ([]registry.Record, error) { return d.Records(registry.TypeFact, of) }

// ErrNoTable is a type of thing that there is not.
var ErrNoTable = text.NewError("desk.no_table")

// ErrAddOnly is a record that is never changed once it is there: what happened stays, and a correction is another record.
var ErrAddOnly = text.NewError("desk.add_only")

// ErrSealStays is a seal that is to be changed or taken out: what it proves would be gone.
var ErrSealStays = text.NewError("desk.seal_stays")

// SaveRecord saves the form of a thing of any type; "" is a new one. People, households, classes, sessions, wishes and visits go
// through their own rules. The error may be a *Refusal.
func (d *Desk) SaveRecord(typ, id string, a survey.Answers, how ...How) (string, error) {
	switch typ {
	case registry.TypeHousehold:
		return d.SaveHousehold(id, a, how...)
	case registry.TypePerson:
		return d.SavePerson(id, a, how...)
	case registry.TypeWish:
		return d.SaveWish(id, a, how...)
	case registry.TypeVisit:
		return d.SaveVisit(id, a, how...)
	case training.TypeClass:
		return d.SaveClass(id, a, how...)
	}
	return d.saveRecord(typ, id, a, how)
}

func (d *Desk) saveRecord(typ, id string, a survey.Answers, how []How) (string, error) {
	t := d.Table(typ)
	if t == nil {
		return "", ErrNoTable.With(typ)
	}
	if typ == training.TypeSeal && id != "" {
		return "", ErrSealStays
	}
	if typ == registry.TypeEvent && id != "" {
		return "", ErrAddOnly
	}
	s := d.saving(typ, id, a, how)
	s.what = text.T("desk.act.record", d.kindName(typ), d.about(s.answers))
	s.check(d)
	if err := d.checkParent(s); err != nil {
		return "", err
	}
	if typ == training.TypeClaim {
		if err := d.checkClaim(s); err != nil {
			return "", err
		}
	}
	if typ == registry.TypeFact {
		s.then = func(e *edit) error {
			a, err := e.values(typ, s.id)
			if err != nil {
				return err
			}
			return e.answersFollow(registry.Record{Type: typ, ID: s.id, Packed: survey.Pack(a)})
		}
	}
	return d.write(typ, s)
}

// kindName is what people call a type of thing.
func (d *Desk) kindName(typ string) string { return text.T("desk.type." + typ) }

// about names what a record belongs to.
func (d *Desk) about(a survey.Answers) string {
	if name := d.nameOf(a[survey.OfPerson]); name != "" {
		return name
	}
	d.mu.RLock()
	head := d.houses[a[survey.OfHousehold]].head
	d.mu.RUnlock()
	village := ""
	if code := a[survey.OutreachVillage]; len(code) == int(region.Village) {
		village = d.placeName(code)
	}
	class := ""
	if c, err := d.Class(a[training.OfClass]); err == nil {
		class = c.Name()
	}
	return cmp.Or(head, village, class, a[survey.TargetTask], a[survey.PlaceName], a[survey.FormTitle], a[survey.Caption],
		a[survey.TradeName], a[survey.ProgName], a[survey.InstName], a[survey.AssName], a[survey.TeachName])
}

var (
	// ErrOfNobody is a record that says of nobody and nothing that it is about.
	ErrOfNobody = text.NewError("desk.of_nobody")
	// ErrOfNowhere is an outreach that says neither village nor spot.
	ErrOfNowhere = text.NewError("desk.of_nowhere")
)

// checkParent sees to it that a record is about something that is there.
func (d *Desk) checkParent(s *saving) error {
	keys := parentKeys[s.typ]
	if len(keys) == 0 {
		return nil
	}
	found := false
	for _, key := range keys {
		id := s.answers[key]
		if id == "" {
			continue
		}
		if err := d.isThere(s.typ, key, id, s.answers); err != nil {
			return err
		}
		found = true
	}
	switch {
	case found || s.typ == registry.TypeOutreach && s.answers[survey.OutreachSpot] != "": // a school belongs to no village
		return nil
	case s.typ == registry.TypeOutreach:
		return ErrOfNowhere
	}
	return ErrOfNobody.With(d.kindName(s.typ))
}

func (d *Desk) isThere(typ, key, id string, a survey.Answers) error {
	parent := parentType(typ, key, a)
	if parent == "" {
		return nil
	}
	e, err := d.store.Get(parent, id)
	if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted() {
		return ErrGone
	}
	return err
}

// parentType is the type of what an answer of a record links to.
func parentType(typ, key string, a survey.Answers) string {
	switch {
	case typ == registry.TypeAttachment:
		return a[survey.OfType]
	case typ == registry.TypeOutreach:
		return "" // the village's code
	case key == survey.OfPerson || key == training.OfPerson:
		return registry.TypePerson
	case key == survey.OfHousehold || key == survey.ToHousehold:
		return registry.TypeHousehold
	case key == training.OfClass:
		return training.TypeClass
	}
	return ""
}

// DeleteRecord takes out what was entered by mistake; the reason is kept.
func (d *Desk) DeleteRecord(typ, id, reason string) error { return d.Delete(typ, id, reason) }
