package desk

import (
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What can stand in the way of deleting.
var (
	ErrHasMembers = text.NewError("desk.has_members")
	ErrInClass    = text.NewError("desk.in_class")
	ErrTrainees   = text.NewError("desk.trainees")
	ErrGone       = text.NewError("desk.gone")
	ErrNoReason   = text.NewError("desk.no_reason")
)

// Delete takes out what was entered by mistake. Who died or moved away is not deleted: that is a 当前去向. A household with
// people in it and a person in a class stay; the reason is kept.
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
		return e.remove(typ, id)
	})
}

func (d *Desk) mayDelete(typ, id string) error {
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
	}
	return nil
}

// belongings are what goes with a thing when it is deleted.
func (d *Desk) belongings(typ, id string) []store.Ref {
	var refs []store.Ref
	for _, child := range map[string][]string{
		registry.TypePerson:    {registry.TypeWish},
		registry.TypeHousehold: {registry.TypeVisit},
		training.TypeClass:     {training.TypeSession},
	}[typ] {
		for _, c := range d.of(child, id) {
			refs = append(refs, store.Ref{Type: child, ID: c})
		}
	}
	return refs
}
