package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What can stand in the way of deleting.
var (
	ErrHasMembers = text.NewError("desk.has_members")
	ErrInClass    = text.NewError("desk.in_class")
	ErrTrainees   = text.NewError("desk.trainees")
	ErrGone       = text.NewError("desk.gone")
	ErrHasMerged  = text.NewError("desk.has_merged")
	ErrNoReason   = text.NewError("desk.no_reason")
)

// Delete takes out what was entered by mistake. Who died or moved away is not deleted: they leave (Leave). A household with people in
// it, a person in a class and a record that others were merged into stay; the reason is kept.
func (d *Desk) Delete(typ, id, reason string) error {
	if reason == "" {
		return ErrNoReason
	}
	if err := d.mayDelete(typ, id); err != nil {
		return err
	}
	e, err := d.store.Get(typ, id)
	if err != nil {
		return err
	}
	return d.edit(text.T("desk.act.delete", nameIn(e)), reason, func(e *edit) error {
		for _, child := range d.belongings(typ, id) {
			if err := e.remove(child.Type, child.ID); err != nil {
				return err
			}
		}
		if err := e.remove(typ, id); err != nil || typ != registry.TypeFact {
			return err
		}
		return e.neverWas(id)
	})
}

// neverWas has the answers no longer say what a fact said that was entered by mistake.
func (e *edit) neverWas(fact string) error {
	ent, err := e.entity(registry.TypeFact, fact)
	if err != nil {
		return err
	}
	a := survey.Answers(ent.Values())
	a[survey.StartsOn], a[survey.EndsOn] = e.on, e.on
	return e.answersFollow(registry.Record{Type: registry.TypeFact, ID: fact, Packed: survey.Pack(a)})
}

func (d *Desk) mayDelete(typ, id string) error {
	d.mu.RLock()
	parts := len(d.merges.all(id)) - 1
	d.mu.RUnlock()
	if parts > 0 {
		return ErrHasMerged.With(parts)
	}
	switch typ {
	case registry.TypeHousehold:
		if n := len(d.index.Members(id)); n > 0 {
			return ErrHasMembers.With(n)
		}
	case registry.TypePerson:
		if n := len(d.of(training.TypeEnrolment, id)); n > 0 {
			return ErrInClass.With(n)
		}
	case training.TypeClass:
		if n := len(d.of(training.TypeEnrolment, id)); n > 0 {
			return ErrTrainees.With(n)
		}
	case training.TypeSeal:
		return ErrSealStays
	case training.TypeMark:
		return ErrMarkStays
	}
	return nil
}

// belongings are what goes with a thing when it is deleted.
func (d *Desk) belongings(typ, id string) []store.Ref {
	var refs []store.Ref
	for _, child := range map[string][]string{
		registry.TypePerson: {registry.TypeWish, registry.TypeFact, registry.TypeReferral, registry.TypeJobRec, registry.TypeFollowUp,
			training.TypeCheckCall, training.TypeFeedback, registry.TypeAttachment},
		registry.TypeHousehold: {registry.TypeVisit, registry.TypeFact, registry.TypeSlip, registry.TypeAttachment},
		registry.TypeVisit:     {registry.TypeAttachment},
		registry.TypeSlip:      {registry.TypeAttachment},
		training.TypeClass: {training.TypeSession, training.TypeInspection, training.TypeCheckCall, training.TypeFeedback, training.TypeClaim,
			training.TypeSeal, registry.TypeAttachment},
		training.TypeInspection: {registry.TypeAttachment},
	}[typ] {
		for _, c := range d.of(child, id) {
			refs = append(refs, store.Ref{Type: child, ID: c})
		}
	}
	return refs
}
