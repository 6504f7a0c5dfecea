package report

import (
	"iter"
	"slices"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// entries gives one entry for each record of a type up to the day, with whom it is about: of a person, of those who have left too,
// for the record is of a time when they were there.
func (v *view) entries(typ string) iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		each := func(id, day, owner string, a survey.Answers) bool {
			if day > v.today {
				return true
			}
			e := &entry{id: id, record: a, order: day}
			v.put(e, owner)
			return yield(e)
		}
		switch typ {
		case registry.TypeVisit:
			for owner, visits := range v.Visits {
				for _, r := range visits {
					if !each(r.ID, r.On(), owner, r.Answers) {
						return
					}
				}
			}
		case registry.TypeOutreach:
			for _, r := range v.Outreach {
				e := &entry{id: r.ID, record: r.Answers, order: r.Day()}
				e.house.Answers = survey.Answers{survey.Village: r.Answers[survey.OutreachVillage]}
				if r.Day() <= v.today && !yield(e) {
					return
				}
			}
		case training.TypeEnrolment:
			for owner, list := range v.Enrolments {
				for _, r := range list {
					c := v.Classes[r.ClassID()]
					e := &entry{id: r.ID, record: r.Answers, class: c, order: c.Answers[training.StartsOn]}
					v.put(e, owner)
					if !yield(e) {
						return
					}
				}
			}
		default:
			for owner, list := range *v.records(typ) {
				for _, r := range list {
					if !each(r.ID, r.Day(), owner, r.Answers) {
						return
					}
				}
			}
		}
	}
}

// put says whom an entry is about: a person with their household, or a household.
func (v *view) put(e *entry, owner string) {
	if p, ok := v.person(owner); ok {
		e.person, e.house = p, v.house(p)
		return
	}
	e.house = v.anyHouse(owner)
}

// person finds somebody by id, those who have left too.
func (v *view) person(id string) (registry.Person, bool) {
	if v.byID == nil {
		v.byID = make(map[string]int, len(v.everyone))
		for i, p := range v.everyone {
			v.byID[p.ID] = i
		}
	}
	i, ok := v.byID[v.survivor(id)]
	if !ok {
		return registry.Person{}, false
	}
	return v.everyone[i], true
}

// anyHouse finds a household by id, those that are no more too.
func (v *view) anyHouse(id string) registry.Household {
	id = v.survivor(id)
	if h, ok := v.houses[id]; ok {
		return h
	}
	return v.Households[id]
}

// unit is the place that the table is made for: the filter's, or what everything lies in.
func (v *view) unit() string {
	if v.filter.Village != "" {
		return v.place(v.filter.Village)
	}
	all := v.villages()
	if len(all) == 0 {
		return ""
	}
	code := shared(all[0], all[len(all)-1]) // they are in order: what the first and the last share, all do
	if code == "" {
		return ""
	}
	return v.above(all[0], region.Level(len(code)))
}

// shared is the code of what two places both lie in.
func shared(a, b string) string {
	for _, n := range []int{12, 9, 6, 4, 2} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			return a[:n]
		}
	}
	return ""
}

// ledgerRows is what a record's own table lays out in a ledger, but for some keys.
func ledgerRows(t *survey.Table, but ...string) []column {
	var keys []string
	for _, f := range t.Ledger() {
		if !slices.Contains(but, f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return of(t, keys...)
}
