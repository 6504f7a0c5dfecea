package report

import (
	"slices"
	"strings"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// counters are what can be counted. People are those on the register on the day; turns (人次) are classes finished, heads (人数) the
// people who finished them, each once; enrolments those on the roster of a class that was held, finished or not.
var counters = map[string]bool{"people": true, "heads": true, "turns": true, "classes": true, "households": true, "visits": true, "slips": true, "referrals": true, "jobs": true, "followups": true, "outreach": true,
	"enrolments": true, "sessions": true, "inspections": true, "calls": true, "feedback": true, "claims": true}

// thing is one thing that is counted, with whom it is about. What costs something to find out is found out once.
type thing struct {
	v       *view
	id      string
	person  registry.Person
	house   registry.Household
	turn    finished
	session training.Session
	record  survey.Packed
	day     survey.Date // of what happened
	village string
	row     string // in which row of the table it stands

	labour, wishes, cohort, verify once[bool]
	groups                         once[[]string]
	fate                           once[rules.Fate]
	first                          once[string]
}

// once is what is found out when it is first asked for: 100,000 people are asked for it by twenty columns.
type once[T any] struct {
	known bool
	value T
}

func (o *once[T]) of(find func() T) T {
	if !o.known {
		o.known, o.value = true, find()
	}
	return o.value
}

func (t *thing) isLabour() bool {
	return t.labour.of(func() bool { return t.v.labour.Holds(t.person, t.v.on) })
}

func (t *thing) isOf(group string) bool {
	return slices.Contains(t.groups.of(func() []string { return t.v.groups.Of(t.person, t.house, t.v.on) }), group)
}

func (t *thing) doesWish() bool {
	return t.wishes.of(func() bool { w, _ := rules.Wish(t.person, t.v.wish(t.person.ID), t.v.on); return w })
}

func (t *thing) became() rules.Fate {
	return t.fate.of(func() rules.Fate { return t.v.fates.Of(t.person, t.v.learning(t.person.ID), t.v.on) })
}

// things gives all that is counted under a name.
func (v *view) things(count string) []*thing {
	var out []*thing
	add := func(t *thing) {
		t.v = v
		if t.village == "" {
			t.village = t.house.Village()
		}
		if v.here(t.village) {
			out = append(out, t)
		}
	}
	switch count {
	case "people":
		for _, p := range v.everyone {
			add(&thing{id: p.ID, person: p, house: v.house(p)})
		}
	case "heads", "turns":
		v.turns(add)
	case "classes":
		for id, c := range v.Classes {
			add(&thing{id: id, turn: finished{class: c}, day: c.Answers[training.StartsOn], village: v.villageOf(c)})
		}
	case "enrolments":
		v.roster(add)
	case "sessions":
		v.sessions(add)
	case "inspections", "calls", "feedback", "claims":
		v.ofClasses(recordOf[count], add)
	case "households":
		for id, h := range v.houses {
			add(&thing{id: id, house: h})
		}
	default:
		for _, e := range v.entries(recordOf[count]) {
			add(&thing{id: e.id, person: e.person, house: e.house, record: e.record, day: registry.Record{Type: recordOf[count], Packed: e.record}.Day()})
		}
	}
	slices.SortFunc(out, func(a, b *thing) int { return strings.Compare(a.id, b.id) })
	return out
}

// recordOf are the types of the records that are counted under these names.
var recordOf = map[string]string{
	"visits": registry.TypeVisit, "slips": registry.TypeSlip, "referrals": registry.TypeReferral,
	"jobs": registry.TypeJobRec, "followups": registry.TypeFollowUp, "outreach": registry.TypeOutreach,
	"sessions": training.TypeSession, "inspections": training.TypeInspection, "calls": training.TypeCheckCall, "feedback": training.TypeFeedback, "claims": training.TypeClaim,
}

// turns gives each class that somebody finished up to the day. Who has left the township since was of it then, and counts.
func (v *view) turns(add func(*thing)) {
	for owner := range v.Enrolments {
		p, ok := v.person(owner)
		if !ok {
			p = registry.Person{ID: owner}
		}
		for _, d := range v.done(owner) {
			add(&thing{id: d.ID, person: p, house: v.house(p), turn: d, day: d.day})
		}
	}
}

// villageOf is the village whose name stands in the words of a class's place, otherwise its township.
func (v *view) villageOf(c training.Class) string {
	township := c.Answers[training.Township]
	place := c.Answers[training.Place]
	for _, code := range v.villages() {
		if strings.HasPrefix(code, township) && strings.Contains(place, villageName(v.place(code))) {
			return code
		}
	}
	return township
}

// villageName is the name by which people call a village: 左门 of 左门村民委员会.
func villageName(name string) string {
	for _, tail := range []string{"村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"} {
		if s, ok := strings.CutSuffix(name, tail); ok && len([]rune(s)) >= 2 {
			name = s
		}
	}
	return name
}

// villages are the villages in use, in the order of their codes.
func (v *view) villages() []string {
	if v.inUse == nil {
		seen := map[string]bool{}
		for _, h := range v.houses {
			if code := h.Village(); !seen[code] && len(code) == int(region.Village) {
				seen[code] = true
				v.inUse = append(v.inUse, code)
			}
		}
		slices.Sort(v.inUse)
	}
	return v.inUse
}
