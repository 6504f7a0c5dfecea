package report

import (
	"cmp"
	"strings"
	"time"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// view is the register as it stood on a day, the way one table looks at it: who was there, with the answers of that day.
type view struct {
	Source
	filter      Filter
	on          time.Time
	today       string // on, as it is stored
	from, until string // what happened between, both days with it

	everyone []registry.Person             // with those who have left since
	people   []registry.Person             // those who are of the township on the day
	houses   map[string]registry.Household // those that exist on the day

	labour rules.Labour
	groups rules.Groups
	fates  rules.Fates
	ask    rules.Ask

	inside map[string][]registry.Person // people by household, made when first asked for
	byID   map[string]int               // everyone by id, the same
	inUse  []string                     // the villages, the same
	before span                         // the time before from and until, as long as that
	did    map[string][]finished        // what done found: each is asked for by many columns
}

// lookAt works out what stood on the filter's day. Facts decide what is dated; what was never dated is as it is now.
func lookAt(src Source, f Filter) *view {
	v := &view{Source: src, filter: f, on: src.On}
	if day, ok := survey.LastDay(f.On); ok {
		v.on = day
	}
	v.today = v.on.Format(time.DateOnly)
	v.until = cmp.Or(lastOf(f.Until), v.today)
	v.from = firstOf(f.From)
	if v.LeftSchool == (rules.LeftSchool{}) {
		v.LeftSchool = v.Rules.LeftSchool(v.on)
	}
	v.labour, v.fates, v.ask = v.Rules.Labour(v.on), v.Rules.Fates(v.on), v.Rules.Ask(v.on)
	v.groups = v.Rules.Groups(v.LeftSchool, v.on)
	v.houses = v.housesThen()
	v.gather()
	return v
}

// lastOf is the last day of a date that may be a month or a year.
func lastOf(d survey.Date) string {
	day, ok := survey.LastDay(d)
	if !ok {
		return ""
	}
	return day.Format(time.DateOnly)
}

// firstOf is the first day of a date that may be a month or a year.
func firstOf(d survey.Date) string {
	day, ok := survey.Day(d)
	if !ok {
		return ""
	}
	return day.Format(time.DateOnly)
}

// housesThen shares the source's households as long as none of them was otherwise on the day.
func (v *view) housesThen() map[string]registry.Household {
	var out map[string]registry.Household
	change := func(id string, h *registry.Household) {
		if out == nil {
			out = make(map[string]registry.Household, len(v.Households))
			for k, o := range v.Households {
				out[k] = o
			}
		}
		if h == nil {
			delete(out, id)
		} else {
			out[id] = *h
		}
	}
	for id, h := range v.Households {
		if v.hidden(id, h.Get(survey.MergedInto)) || v.ended(h) {
			change(id, nil)
		} else if facts := v.Facts[id]; len(facts) > 0 {
			h.Packed = registry.Standing(registry.TypeHousehold, h.Packed, facts, v.on)
			change(id, &h)
		}
	}
	if out == nil {
		return v.Households
	}
	return out
}

// hidden tells whether a record is merged into another one. Of a ring of records each stays to be seen.
func (v *view) hidden(id, into string) bool {
	return into != "" && (v.merged == nil || v.survivor(id) != id)
}

func (v *view) ended(h registry.Household) bool {
	since := h.Get(survey.EndedOn)
	day, ok := survey.Day(since)
	return since != "" && (!ok || !day.After(v.on))
}

func (v *view) gather() {
	past := v.on.Before(v.Source.On)
	v.everyone = make([]registry.Person, 0, len(v.People))
	for _, p := range v.People {
		if v.hidden(p.ID, p.Get(survey.SameAs)) || past && v.unborn(p) {
			continue
		}
		if facts := v.Facts[p.ID]; len(facts) > 0 {
			p.Packed = registry.Standing(registry.TypePerson, p.Packed, facts, v.on)
		}
		if past {
			p = v.movedBack(p)
		}
		v.everyone = append(v.everyone, p)
		if rules.Left(p, v.on) == "" || v.destinationOnly(p) {
			v.people = append(v.people, p)
		}
	}
}

// destinationOnly tells those apart of whom only the 当前去向 says that they are gone: nobody has taken them off the register yet,
// so they stay on the lists of families, marked as what they are.
func (v *view) destinationOnly(p registry.Person) bool {
	return p.Get(survey.LeftWhy) == "" && p.Get(survey.LeftOn) == ""
}

func (v *view) unborn(p registry.Person) bool {
	born, _, ok := p.Born()
	return ok && born.After(v.on)
}

// movedBack puts somebody into the household that they moved out of after the day.
func (v *view) movedBack(p registry.Person) registry.Person {
	first := ""
	for _, e := range v.Events[p.ID] {
		day, from := e.Day(), e.Get(survey.OfHousehold)
		if day > v.today && from != "" && e.Get(survey.ToHousehold) != "" && (first == "" || day < first) {
			first = day
			p.Packed = p.With(survey.InHousehold, from)
		}
	}
	return p
}

// house is the household that somebody belongs to.
func (v *view) house(p registry.Person) registry.Household {
	return v.houses[v.survivor(p.HouseholdID())]
}

// wish is the latest wish up to the day.
func (v *view) wish(person string) registry.Wish {
	for _, w := range v.Wishes[person] {
		if w.Get(survey.WishedOn) <= v.today {
			return w
		}
	}
	return registry.Wish{}
}

// here tells whether something in a village is asked for.
func (v *view) here(village string) bool { return strings.HasPrefix(village, v.filter.Village) }

// between tells whether a day lies in the time asked for. A date of which only the month is known lies where its first day does;
// what has no date lies only in a time without a beginning.
func (v *view) between(d survey.Date) bool {
	if d == "" {
		return v.from == ""
	}
	day, _ := survey.Day(d)
	s := day.Format(time.DateOnly)
	return s >= v.from && s <= v.until
}

// members are the people of a household on the day.
func (v *view) members(house string) []registry.Person {
	if v.inside == nil {
		v.inside = map[string][]registry.Person{}
		for _, p := range v.people {
			id := v.survivor(p.HouseholdID())
			v.inside[id] = append(v.inside[id], p)
		}
	}
	return v.inside[house]
}

// place is the name of a place, as the county calls it.
func (v *view) place(code string) string {
	switch {
	case code == "":
		return ""
	case v.Tree != nil && v.Tree.Name(code) != "":
		return v.Tree.Name(code)
	}
	return region.Name(code)
}

// done are the classes that somebody finished up to the day, with the day.
func (v *view) done(person string) []finished {
	all := v.Enrolments[person]
	if len(all) == 0 {
		return nil
	}
	out, known := v.did[person]
	if known {
		return out
	}
	for _, e := range all {
		c := v.Classes[e.ClassID()]
		if day := e.DoneOn(c); day != "" && lastOf(day) <= v.today {
			out = append(out, finished{e, c, day})
		}
	}
	put(&v.did, person, out)
	return out
}

// finished is a class that somebody finished.
type finished struct {
	training.Enrolment
	class training.Class
	day   survey.Date
}

// learning tells whether somebody is in a class on the day.
func (v *view) learning(person string) bool {
	for _, e := range v.Enrolments[person] {
		first, last := v.Classes[e.ClassID()].Dates()
		if e.In(v.today) && v.Classes[e.ClassID()].Held() && !first.After(v.on) && !last.Before(v.on) {
			return true
		}
	}
	return false
}
