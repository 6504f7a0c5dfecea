package desk

import (
	"errors"
	"slices"
	"strings"

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

// indexed are the answers that the index is made of, by type; parentKeys says it for all other types.
var indexed = map[string][]string{
	registry.TypeHousehold: {survey.Village, survey.Group, survey.HouseNo, survey.HeadName, survey.HousePhone, survey.MergedInto},
	registry.TypePerson: {survey.InHousehold, survey.FullName, survey.IDNo, survey.Phone, survey.Relation, survey.UsedName, survey.NameNote,
		survey.SameAs},
}

// load reads the whole register once, households first because people's rows need them. Of each thing only the answers that the index
// is made of are read: that is quick enough (package store) to be done anew at each opening, so that nothing of the index is ever
// kept on disk, where it could be old or wrong.
func (d *Desk) load() error {
	counts := d.store.Counts()
	d.index.Grow(counts[registry.TypePerson] + counts[registry.TypeHousehold]/8)
	for _, typ := range []string{registry.TypeHousehold, registry.TypePerson} {
		if err := d.loadType(typ, indexed[typ]); err != nil {
			return err
		}
	}
	for typ, keys := range parentKeys {
		if err := d.loadType(typ, keys); err != nil {
			return err
		}
	}
	for id := range d.houses {
		d.indexHouse(id)
	}
	d.index.Settle()
	return nil
}

func (d *Desk) loadType(typ string, keys []string) error {
	merged := slices.Index(keys, mergedKey(typ))
	whole := func(e change.Entity) error {
		d.learn(store.Ref{Type: e.Type, ID: e.ID}, e)
		return nil
	}
	var failed error
	plain := func(id string, values []string) {
		if merged >= 0 && values[merged] != "" { // another record may have to follow
			e, err := d.store.Get(typ, id)
			failed = errors.Join(failed, err)
			whole(e)
			return
		}
		a := make(survey.Answers, len(keys))
		for i, v := range values {
			if v != "" {
				a[keys[i]] = v
			}
		}
		d.file(store.Ref{Type: typ, ID: id}, a)
	}
	return errors.Join(d.store.EachPart(typ, keys, plain, whole), failed)
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
	a, ok := d.learnHanded(r)
	if !ok {
		e, err := d.store.Get(r.Type, r.ID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return // unreadable: the store's own check reports it; what the index knows stays
		}
		d.learn(r, e)
		a = e.Values()
	}
	switch r.Type {
	case registry.TypeHousehold:
		touched[r.ID] = true
		d.movePeople(r.ID)
	case registry.TypePerson:
		touched[a[survey.InHousehold]] = true
	}
}

// learn takes one thing, as it is now, into the index or out of it.
func (d *Desk) learn(r store.Ref, e change.Entity) {
	gone := !e.Exists() || e.Deleted()
	gone = d.learnMerge(r, e) || gone
	if delete(d.conflicts, r); len(e.Conflicts()) > 0 {
		d.conflicts[r] = true
	}
	if gone {
		d.file(r, nil)
		return
	}
	d.file(r, e.Values())
}

// file takes a thing with these answers into the index; with nil, out of it.
func (d *Desk) file(r store.Ref, a survey.Answers) {
	switch {
	case r.Type == registry.TypeHousehold:
		d.fileHouse(r.ID, a)
	case r.Type == registry.TypePerson && a == nil:
		d.index.Remove(r.ID)
	case r.Type == registry.TypePerson:
		d.index.Put(d.personRow(r.ID, a))
	default:
		d.links.put(r, a)
	}
}

func (d *Desk) fileHouse(id string, a survey.Answers) {
	if old := d.houses[id].no; old != "" {
		left := slices.DeleteFunc(d.byNo[old], func(other string) bool { return other == id })
		if d.byNo[old] = left; len(left) == 0 {
			delete(d.byNo, old)
		}
	}
	if a == nil {
		delete(d.houses, id)
		return
	}
	h := d.houseOf(a)
	if d.houses[id] = h; h.no != "" {
		d.byNo[h.no] = append(d.byNo[h.no], id)
	}
}

// houseOf shares village and group among all households that lie there.
func (d *Desk) houseOf(a survey.Answers) house {
	at := [2]string{a[survey.Village], a[survey.Group]}
	places, ok := d.lying[at]
	if !ok {
		at = [2]string{strings.Clone(at[0]), strings.Clone(at[1])}
		if places = []string{at[1]}; at[0] != "" {
			places = append(places, region.Name(at[0]))
		}
		d.lying[at] = places
	}
	return house{village: at[0], no: a[survey.HouseNo], phone: a[survey.HousePhone], head: a[survey.HeadName], places: places}
}

func (d *Desk) personRow(id string, a survey.Answers) search.Row {
	r := search.Row{
		ID: id, Household: d.merges.survivor(a[survey.InHousehold]), Name: a[survey.FullName], Phones: []string{a[survey.Phone]},
		Head: a[survey.Relation] == registry.Head,
	}
	if no := a[survey.IDNo]; survey.ValidID(no) {
		r.IDNo = no
	}
	for _, key := range []string{survey.UsedName, survey.NameNote} {
		if a[key] != "" {
			r.Aliases = append(r.Aliases, a[key])
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
	if d.index.Size(id) > 0 { // its people are found by its numbers
		r.HouseNo, r.Phones = "", nil
	}
	d.index.Put(r)
}

// hasHead tells whether somebody of that name lives in a household; of one known by no name, whether anybody does.
func (d *Desk) hasHead(household, head string) bool {
	key := registry.NameKey(head)
	return d.index.SomeMember(household, func(name string) bool {
		return key == "" || name == head || registry.NameKey(name) == key
	})
}
