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
	for most := 4 * limit; ; most *= 4 {
		hits := d.index.Find(query, most)
		ids := householdsOf(hits, limit)
		if limit <= 0 || len(ids) == limit || len(hits) < most {
			return ids
		}
	}
}

func householdsOf(hits []search.Hit, limit int) (ids []string) {
	seen := map[string]bool{}
	for _, h := range hits {
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
	type line struct {
		id string
		house
	}
	var list []line
	d.mu.RLock()
	for id, h := range d.houses {
		if village == "" || h.village == village {
			list = append(list, line{id, h})
		}
	}
	d.mu.RUnlock()
	slices.SortFunc(list, func(a, b line) int {
		return cmp.Or(cmp.Compare(a.village, b.village), cmp.Compare(a.places[0], b.places[0]), cmp.Compare(a.no, b.no), cmp.Compare(a.id, b.id))
	})
	ids := make([]string, len(list))
	for i, l := range list {
		ids[i] = l.id
	}
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
func (d *Desk) Size(household string) int { return d.index.Size(household) }
