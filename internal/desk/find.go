package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/search"
)

// Find gives the people, and the households whose head is none of their people, that match a query; the best first. See package
// search.
func (d *Desk) Find(query string, limit int) []search.Hit { return d.index.Find(query, limit) }

// FindHouseholds gives the households with somebody that matches, each once, the best first.
func (d *Desk) FindHouseholds(query string, limit int) []string {
	var ids []string
	seen := map[string]bool{}
	for _, h := range d.index.Find(query, 0) {
		if h.Household == "" || seen[h.Household] {
			continue
		}
		seen[h.Household] = true
		if ids = append(ids, h.Household); len(ids) == limit {
			break
		}
	}
	return ids
}

// Row is what the index knows of a person without reading the store: enough for a list line.
func (d *Desk) Row(id string) (search.Row, bool) { return d.index.Row(id) }

// HouseholdIDs gives the households of a village, of all villages for "", in the order of village, group and number.
func (d *Desk) HouseholdIDs(village string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var ids []string
	for id, h := range d.houses {
		if village == "" || h.village == village {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		p, q := d.houses[a], d.houses[b]
		return cmp.Or(cmp.Compare(p.village, q.village), cmp.Compare(p.places[0], q.places[0]), cmp.Compare(p.no, q.no), cmp.Compare(a, b))
	})
	return ids
}

// Villages gives the codes of the villages that have households, with how many.
func (d *Desk) Villages() map[string]int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := map[string]int{}
	for _, h := range d.houses {
		n[h.village]++
	}
	return n
}

// Size is the number of people of a household, as the index knows it.
func (d *Desk) Size(household string) int { return len(d.index.Members(household)) }
