package desk

import (
	"slices"
	"sync"

	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// alikes finds, for a name that is being typed, whose name is heard, written or was once used like it, by registry.Seen.Keys: what
// Duplicates goes by. The people of a village are taken in when the village is first asked for: most devices work in one or two, and
// opening a register of 100,000 people is to cost nothing for it.
type alikes struct {
	mu       sync.Mutex
	villages map[string]*named
	at       map[string]string // person -> village, of those taken in
}

// named are the people of a village by each way to find their name.
type named struct {
	by map[string][]string // key -> people
	of map[string][]string // and back
}

// crowd is how many people of one village may share a way of hearing their names before it says nothing (as in registry.Doubles).
const crowd = 300

// tooMany is how many changes at once make it quicker to begin anew: an import.
const tooMany = 2000

// alike gives the people whose names fit somebody's, in their village; of those of no village too. Of somebody without a village those
// anywhere whose names are spoken alike.
func (d *Desk) alike(s registry.Seen) []string {
	d.alikes.mu.Lock()
	defer d.alikes.mu.Unlock()
	var ids []string
	if s.Village == "" {
		if ids = slices.Clone(d.index.BySound(s.Name())); len(ids) > crowd {
			ids = nil
		}
	}
	for _, village := range slices.Compact([]string{s.Village, ""}) {
		n := d.villageNames(village)
		s.Village = village
		for _, key := range s.Keys() {
			if list := n.by[key]; len(list) <= crowd {
				ids = append(ids, list...)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// villageNames takes a village in. d.alikes.mu is held.
func (d *Desk) villageNames(village string) *named {
	if n := d.alikes.villages[village]; n != nil {
		return n
	}
	if d.alikes.villages == nil {
		d.alikes.villages, d.alikes.at = map[string]*named{}, map[string]string{}
	}
	n := &named{by: map[string][]string{}, of: map[string][]string{}}
	d.alikes.villages[village] = n
	for _, id := range d.peopleOf(village) {
		d.takeIn(id)
	}
	return n
}

// peopleOf are the people of a village; of "", those of no household or of one of no village.
func (d *Desk) peopleOf(village string) []string {
	var ids []string
	for _, h := range d.householdsIn(village) {
		ids = append(ids, d.index.Members(h)...)
	}
	if village == "" {
		ids = append(ids, d.index.Members("")...)
	}
	return ids
}

func (d *Desk) householdsIn(village string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var ids []string
	for id, h := range d.houses {
		if h.village == village {
			ids = append(ids, id)
		}
	}
	return ids
}

// takeIn files somebody under the ways to find their name, if their village was taken in. d.alikes.mu is held.
func (d *Desk) takeIn(id string) {
	r, ok := d.index.Row(id)
	n := d.alikes.villages[r.Village]
	if !ok || n == nil || r.ID == r.Household {
		return
	}
	s := registry.Seen{Village: r.Village, Person: registry.Person{ID: id, Packed: survey.Pack(survey.Answers{
		survey.FullName: r.Name, survey.UsedName: survey.JoinList(r.Aliases)})}}
	n.of[id], d.alikes.at[id] = s.Keys(), r.Village
	for _, key := range n.of[id] {
		n.by[key] = append(n.by[key], id)
	}
}

// leaveOut is takeIn taken back. d.alikes.mu is held.
func (d *Desk) leaveOut(id string) {
	n := d.alikes.villages[d.alikes.at[id]]
	if n == nil {
		return
	}
	for _, key := range n.of[id] {
		n.by[key] = slices.DeleteFunc(n.by[key], func(other string) bool { return other == id })
	}
	delete(n.of, id)
	delete(d.alikes.at, id)
}

// followNames keeps what was taken in up with the register.
func (d *Desk) followNames(refs []store.Ref) {
	d.alikes.mu.Lock()
	defer d.alikes.mu.Unlock()
	if len(refs) > tooMany {
		d.alikes.villages, d.alikes.at = nil, nil
	}
	if d.alikes.villages == nil {
		return
	}
	for _, r := range refs {
		ids := []string{r.ID}
		switch r.Type {
		case registry.TypeHousehold:
			ids = d.index.Members(r.ID)
		case registry.TypePerson:
		default:
			continue
		}
		for _, id := range ids {
			d.leaveOut(id)
			d.takeIn(id)
		}
	}
}
