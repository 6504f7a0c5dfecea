package desk

import (
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// merges knows which records stand for one person, or one household: a merged record stays in the store with all that hangs on
// it, and is read as the one that it was merged into.
type merges struct {
	into   map[string]string    // merged record -> the one it stands for, which may be merged in its turn
	parts  map[string][]string  // the way back
	people map[string]bool      // merged records that are of people
	stale  map[store.Ref]string // whose state changed, with what they were merged into before: the index is still to follow
}

func newMerges() merges {
	return merges{into: map[string]string{}, parts: map[string][]string{}, people: map[string]bool{}, stale: map[store.Ref]string{}}
}

// mergedKey is the answer that says what a record of a type is merged into; "" for types that are not merged.
func mergedKey(typ string) string {
	switch typ {
	case registry.TypePerson:
		return survey.SameAs
	case registry.TypeHousehold:
		return survey.MergedInto
	}
	return ""
}

// learnMerge notes whether a record is merged into another now, and tells. d.mu is held.
func (d *Desk) learnMerge(r store.Ref, e change.Entity) bool {
	key := mergedKey(r.Type)
	if key == "" {
		return false
	}
	into := ""
	if e.Exists() && !e.Deleted() {
		into = e.Value(key)
	}
	old := d.merges.into[r.ID]
	if into == old {
		return d.merges.hidden(r.ID)
	}
	if old != "" {
		d.merges.parts[old] = slices.DeleteFunc(slices.Clone(d.merges.parts[old]), func(id string) bool { return id == r.ID })
		delete(d.merges.into, r.ID)
	}
	if into != "" {
		d.merges.into[r.ID] = into
		d.merges.parts[into] = append(slices.Clone(d.merges.parts[into]), r.ID)
	}
	d.merges.people[r.ID] = r.Type == registry.TypePerson
	d.merges.stale[r] = old
	return d.merges.hidden(r.ID)
}

// settleMerges brings the index up to date where records were merged or parted again: the rows of a household's people, and
// records that were merged into each other on two devices.
func (d *Desk) settleMerges() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for r, old := range d.merges.stale {
		ids := d.merges.all(d.merges.survivor(r.ID))
		if old != "" {
			ids = append(ids, d.merges.all(d.merges.survivor(old))...)
		}
		for _, id := range ids {
			d.learnAgain(store.Ref{Type: r.Type, ID: id})
		}
		if r.Type == registry.TypeHousehold {
			d.rehouse(ids)
		} else {
			d.indexHousesOf(ids)
		}
	}
	clear(d.merges.stale)
}

// rehouse reads the people again who live, by the index, in one of some households.
func (d *Desk) rehouse(households []string) {
	for _, h := range households {
		for _, id := range d.index.Members(h) {
			d.learnAgain(store.Ref{Type: registry.TypePerson, ID: id})
		}
	}
	for _, h := range households {
		d.indexHouse(h)
	}
}

// indexHousesOf sees to the rows of the households that people live in.
func (d *Desk) indexHousesOf(people []string) {
	for _, id := range people {
		if r, ok := d.index.Row(id); ok && r.Household != "" {
			d.indexHouse(r.Household)
		}
	}
}

func (d *Desk) learnAgain(r store.Ref) {
	if e, err := d.store.Get(r.Type, r.ID); err == nil {
		d.learn(r, e)
	}
}

// survivor is the record that id stands for: nearly always itself. Two that were merged into each other on two devices stand for
// the one whose id is smaller, so that neither is lost. d.mu is held.
func (m merges) survivor(id string) string {
	if m.into[id] == "" {
		return id
	}
	seen := []string{id}
	for at := m.into[id]; ; at = m.into[at] {
		if i := slices.Index(seen, at); i >= 0 {
			return slices.Min(seen[i:])
		}
		if m.into[at] == "" {
			return at
		}
		seen = append(seen, at)
	}
}

// all gives id and every record that stands for it. d.mu is held.
func (m merges) all(id string) []string {
	ids := []string{id}
	for i := 0; i < len(ids); i++ {
		for _, part := range m.parts[ids[i]] {
			if !slices.Contains(ids, part) {
				ids = append(ids, part)
			}
		}
	}
	return ids
}

// hidden tells whether a record is merged into another and is not shown itself. d.mu is held.
func (m merges) hidden(id string) bool { return m.into[id] != "" && m.survivor(id) != id }

func (d *Desk) isMerged(id string) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.merges.hidden(id)
}
