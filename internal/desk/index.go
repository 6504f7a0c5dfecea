package desk

import (
	"errors"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/search"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// house is what the rows of a household's people share in the index.
type house struct {
	village, no, phone, head string
	places                   []string
}

// load reads the whole register once, households first because people's rows need them.
func (d *Desk) load() error {
	types := []string{registry.TypeHousehold, registry.TypePerson}
	for typ := range parentKeys {
		types = append(types, typ)
	}
	for _, typ := range types {
		err := d.store.Each(typ, func(e change.Entity) error {
			d.learn(store.Ref{Type: e.Type, ID: e.ID}, e)
			return nil
		})
		if err != nil {
			return err
		}
	}
	for id := range d.houses {
		d.indexHouse(id)
	}
	return nil
}

// follow keeps the index up with the store. Households come before people, as in load.
func (d *Desk) follow(refs []store.Ref) {
	d.mu.Lock()
	d.source = nil
	d.edition++
	touched := map[string]bool{}
	for _, households := range []bool{true, false} {
		for _, r := range refs {
			if (r.Type == registry.TypeHousehold) == households {
				d.relearn(r, touched)
			}
		}
	}
	for id := range touched {
		d.indexHouse(id)
	}
	d.mu.Unlock()
}

// relearn reads one changed thing again and notes the households whose rows it touches.
func (d *Desk) relearn(r store.Ref, touched map[string]bool) {
	if old, ok := d.index.Row(r.ID); ok && r.Type == registry.TypePerson {
		touched[old.Household] = true
	}
	e, err := d.store.Get(r.Type, r.ID)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return // unreadable: the store's own check reports it; what the index knows stays
	}
	d.learn(r, e)
	switch r.Type {
	case registry.TypeHousehold:
		touched[r.ID] = true
		d.movePeople(r.ID)
	case registry.TypePerson:
		touched[e.Value(survey.InHousehold)] = true
	}
}

// learn takes one thing, as it is now, into the index or out of it.
func (d *Desk) learn(r store.Ref, e change.Entity) {
	gone := !e.Exists() || e.Deleted()
	gone = d.learnMerge(r, e) || gone
	if delete(d.conflicts, r); len(e.Conflicts()) > 0 {
		d.conflicts[r] = true
	}
	switch r.Type {
	case registry.TypeHousehold:
		delete(d.houses, r.ID)
		if !gone {
			d.houses[r.ID] = houseOf(registry.Household{ID: r.ID, Answers: e.Values()})
		}
	case registry.TypePerson:
		if gone {
			d.index.Remove(r.ID)
			return
		}
		d.index.Put(d.personRow(registry.Person{ID: r.ID, Answers: e.Values()}))
	default:
		if gone {
			d.links.put(r, nil)
			return
		}
		d.links.put(r, e.Values())
	}
}

func houseOf(h registry.Household) house {
	village := h.Village()
	places := []string{h.Group()}
	if village != "" {
		places = append(places, region.Name(village))
	}
	return house{village: village, no: h.No(), phone: h.Phone(), head: h.Head(), places: places}
}

func (d *Desk) personRow(p registry.Person) search.Row {
	r := search.Row{
		ID: p.ID, Household: d.merges.survivor(p.HouseholdID()), Name: p.Name(), IDNo: p.IDNumber(), Phones: []string{p.Phone()},
		Head: p.Relation() == registry.Head,
	}
	for _, key := range []string{survey.UsedName, survey.NameNote} {
		if p.Answers[key] != "" {
			r.Aliases = append(r.Aliases, p.Answers[key])
		}
	}
	return d.houses[r.Household].fill(r)
}

// fill puts into a row what it has from its household.
func (h house) fill(r search.Row) search.Row {
	r.HouseNo, r.Village, r.Places = h.no, h.village, h.places
	r.Phones = []string{r.Phones[0], h.phone}
	return r
}

// movePeople brings the rows of a household's people up to date after the household itself changed.
func (d *Desk) movePeople(household string) {
	for _, id := range d.index.Members(household) {
		if r, ok := d.index.Row(id); ok {
			d.index.Put(d.houses[household].fill(r))
		}
	}
}

// indexHouse gives a household a row of its own while the head it is known by is not among its people, or nobody is: it is to be
// found by that name all the same.
func (d *Desk) indexHouse(id string) {
	h, ok := d.houses[id]
	if !ok || d.hasHead(id, h.head) {
		d.index.Remove(id)
		return
	}
	r := h.fill(search.Row{ID: id, Household: id, Name: h.head, Head: true, Phones: []string{""}})
	if len(d.index.Members(id)) > 0 { // its people are found by its numbers
		r.HouseNo, r.Phones = "", nil
	}
	d.index.Put(r)
}

// hasHead tells whether somebody of that name lives in a household; of one known by no name, whether anybody does.
func (d *Desk) hasHead(household, head string) bool {
	key := registry.NameKey(head)
	return slices.ContainsFunc(d.index.Members(household), func(id string) bool {
		r, _ := d.index.Row(id)
		return key == "" || registry.NameKey(r.Name) == key
	})
}
