package office

import (
	"context"
	"errors"
	"slices"

	"ruhu/internal/batch"
	"ruhu/internal/change"
)

// A record says in its answers whom it belongs to: a fact to a person, a person to a household, a record that was merged to the
// one it stands for. The office notes the way back, so that the page of a person can show all that hangs on it.

// belongs are the answers that name another record, with its type. Those of an attachment name the type in another answer.
var belongs = map[string]string{"person": "person", "household": "household", "to_household": "household", "class": "class",
	"same_as": "person", "merged_into": "household"}

const (
	partOf     = "of"
	partOfType = "of_type"
)

// owners are what a record belongs to, each once.
func owners(e change.Entity) (list []Ref) {
	add := func(typ, id string) {
		r := Ref{typ, id}
		if typ != "" && id != "" && len(id) <= change.MaxName && len(typ) <= change.MaxName && !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	for key, typ := range belongs {
		add(typ, e.Value(key))
	}
	add(e.Value(partOfType), e.Value(partOf))
	return list
}

// noteParts notes what a record belongs to, where one of its changes speaks of that. What was noted before stays: Parts looks.
func noteParts(tx Tx, e change.Entity, cs []change.Change) error {
	if !slices.ContainsFunc(cs, speaksOfOwner) {
		return nil
	}
	for _, of := range owners(e) {
		if err := tx.PutPart(of, Ref{e.Type, e.ID}); err != nil {
			return err
		}
	}
	return nil
}

func speaksOfOwner(c change.Change) bool {
	for key := range c.Fields {
		if belongs[key] != "" || key == partOf || key == partOfType || key == change.Deleted {
			return true
		}
	}
	return false
}

// Parts gives the records that belong to another: the facts of a person, the people of a household.
func (o *Office) Parts(ctx context.Context, of Ref) (list []change.Entity, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list = nil
		refs, err := tx.Parts(of)
		return eachOf(tx, refs, err, func(e change.Entity) {
			if !e.Deleted() && slices.Contains(owners(e), of) { // it may belong to another by now
				list = append(list, e)
			}
		})
	})
	return list, err
}

// eachOf reads the entities of refs, unless these could not be read.
func eachOf(tx Tx, refs []Ref, err error, f func(change.Entity)) error {
	for _, r := range refs {
		if err != nil {
			break
		}
		var e change.Entity
		if e, err = tx.Entity(r.Type, r.ID); err == nil {
			f(e)
		}
	}
	return err
}

// Entities gives up to max of a type by id, those after one id; deleted ones are left out.
func (o *Office) Entities(ctx context.Context, typ, after string, max int) (list []change.Entity, err error) {
	err = o.view(ctx, func(tx Tx) error {
		list = nil
		return tx.Entities(typ, after, func(e change.Entity) (bool, error) {
			if !e.Deleted() {
				list = append(list, e)
			}
			return len(list) < max, nil
		})
	})
	return list, err
}

// settingParts says that everything in the feed has its parts noted. Offices of the first release noted none.
const settingParts = "parts"

// partsKnown notes the parts of an office that was kept by an older program, once.
func (o *Office) partsKnown(ctx context.Context) error {
	known := false
	err := o.view(ctx, func(tx Tx) error {
		_, err := tx.Setting(settingParts)
		known = err == nil
		if errors.Is(err, ErrNotFound) {
			err = nil
		}
		return err
	})
	if err != nil || known {
		return err
	}
	return o.update(ctx, func(tx Tx) error {
		err := tx.Feed(0, func(s Segment) (bool, error) { return true, noteSegment(tx, s) })
		return errors.Join(err, putSetting(tx, settingParts, true))
	})
}

func noteSegment(tx Tx, s Segment) error {
	items, err := batch.Items(s.Body, s.Count())
	if err != nil {
		return err
	}
	for _, it := range items {
		if it.Err != nil || !speaksOfOwner(it.Change) {
			continue
		}
		e, err := tx.Entity(it.Change.Type, it.Change.ID)
		if err == nil {
			err = noteParts(tx, e, []change.Change{it.Change})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
