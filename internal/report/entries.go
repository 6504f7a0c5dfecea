package report

import (
	"slices"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// entries gives one entry for each record of a type up to the day, with whom it is about: those who have left too, for the record
// is of a time when they were there.
func (v *view) entries(typ string) []*entry {
	switch typ {
	case registry.TypeVisit:
		return entriesOf(v, v.Visits, func(r registry.Visit) *entry { return &entry{id: r.ID, record: r.Packed, order: r.On()} })
	case training.TypeEnrolment:
		return entriesOf(v, v.Enrolments, func(r training.Enrolment) *entry {
			c := v.Classes[r.ClassID()]
			return &entry{id: r.ID, record: survey.Pack(r.Answers), class: c, order: c.Answers[training.StartsOn]}
		})
	case registry.TypeSchool:
		return v.schools()
	case training.TypeClass:
		return v.taught()
	case registry.TypeOutreach:
		var out []*entry
		for _, r := range v.Outreach {
			e := &entry{id: r.ID, record: r.Packed, order: r.Day()}
			e.house.Packed = survey.Pack(survey.Answers{survey.Village: r.Get(survey.OutreachVillage)})
			if r.Day() <= v.today {
				out = append(out, e)
			}
		}
		return out
	}
	return entriesOf(v, *v.records(typ), func(r Record) *entry { return &entry{id: r.ID, record: r.Packed, order: r.Day()} })
}

func entriesOf[T any](v *view, byOwner map[string][]T, of func(T) *entry) []*entry {
	var out []*entry
	for owner, list := range byOwner {
		for _, r := range list {
			if e := of(r); e.order <= v.today {
				v.put(e, owner)
				out = append(out, e)
			}
		}
	}
	return out
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
