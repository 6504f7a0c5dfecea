package desk

import (
	"cmp"
	"maps"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Conflict is one thing to decide, with the words to show it in.
type Conflict struct {
	change.Conflict
	Name  string // of the person, household or class
	Label string // of the field
}

// Conflicts gives what people changed without knowing of each other, to be decided.
func (d *Desk) Conflicts() ([]Conflict, error) {
	var all []Conflict
	for _, ref := range d.conflicted() {
		e, err := d.store.Get(ref.Type, ref.ID)
		if err != nil {
			return nil, err
		}
		for _, c := range e.Conflicts() {
			all = append(all, Conflict{c, d.title(e), d.labelOf(ref.Type, c.Field)})
		}
	}
	slices.SortStableFunc(all, func(a, b Conflict) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Label, b.Label)) })
	return all, nil
}

// conflicted are the things that have conflicts, as the index knows them: nobody waits for the whole register to be read.
func (d *Desk) conflicted() []store.Ref {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.SortedFunc(maps.Keys(d.conflicts), func(a, b store.Ref) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
	})
}

// title is what people call a thing: its own name, or that of the person it is about.
func (d *Desk) title(e change.Entity) string {
	return cmp.Or(nameIn(e), d.nameOf(e.Value(survey.OfPerson)), e.Value(training.HeldOn), e.Value(survey.VisitedOn))
}

func (d *Desk) labelOf(typ, key string) string {
	if key == change.Deleted {
		return text.T("desk.deleted")
	}
	if t := d.Table(typ); t != nil {
		if f, ok := t.Field(key); ok {
			return f.Label
		}
	}
	return key
}

// Decide settles a conflict: value stands from now on, for a deletion "" is that the thing stays.
func (d *Desk) Decide(c Conflict, value string) error {
	what := text.T("desk.act.decide", c.Name, c.Label)
	return d.edit(what, text.T("desk.reason.decide"), func(e *edit) error {
		if c.Field == change.Deleted && value != "" {
			return e.remove(c.Type, c.ID)
		}
		ent, err := e.entity(c.Type, c.ID)
		if err != nil {
			return err
		}
		e.steps = append(e.steps, stepOf(ent, map[string]string{c.Field: value}))
		return e.Decide(c.Type, c.ID, map[string]string{c.Field: value})
	})
}
