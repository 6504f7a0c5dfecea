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
// people who finished them, each once.
var counters = map[string]bool{"people": true, "heads": true, "turns": true, "classes": true, "households": true, "visits": true, "slips": true, "referrals": true, "jobs": true, "followups": true, "outreach": true}

// thing is one thing that is counted, with whom it is about. What costs something to find out is found out once.
type thing struct {
	v       *view
	id      string
	person  registry.Person
	house   registry.Household
	turn    finished
	record  survey.Answers
	day     survey.Date // of what happened
	village string

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
	return t.fate.of(func() rules.Fate { return rules.FateOf(t.person, t.v.learning(t.person.ID), t.v.on) })
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
	case "households":
		for id, h := range v.houses {
			add(&thing{id: id, house: h})
		}
	default:
		for e := range v.entries(recordOf[count]) {
			add(&thing{id: e.id, person: e.person, house: e.house, record: e.record, day: registry.Record{Type: recordOf[count], Answers: e.record}.Day()})
		}
	}
	slices.SortFunc(out, func(a, b *thing) int { return strings.Compare(a.id, b.id) })
	return out
}

// recordOf are the types of the records that are counted under these names.
var recordOf = map[string]string{
	"visits": registry.TypeVisit, "slips": registry.TypeSlip, "referrals": registry.TypeReferral,
	"jobs": registry.TypeJobRec, "followups": registry.TypeFollowUp, "outreach": registry.TypeOutreach,
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

// conditions are what the columns of tables of numbers ask for, by name; value is what stands behind "=".
var conditions = map[string]func(t *thing, value string) bool{
	// people
	"here":       func(t *thing, _ string) bool { return rules.Left(t.person, t.v.on) == "" },
	"labour":     func(t *thing, _ string) bool { return t.isLabour() },
	"group":      func(t *thing, value string) bool { return t.isOf(value) },
	"poor":       func(t *thing, _ string) bool { return t.isOf(rules.LeftPoverty) || t.isOf(rules.Monitored) },
	"minority":   func(t *thing, _ string) bool { return t.isOf(rules.Minority) },
	"education":  func(t *thing, value string) bool { return t.person.Answers[survey.Education] == value },
	"wishes":     func(t *thing, _ string) bool { return t.doesWish() },
	"wishes_not": func(t *thing, _ string) bool { return t.person.Answers[survey.WantsTraining] == survey.No },
	"wish":       func(t *thing, value string) bool { return t.wish() == value },
	"owed":       func(t *thing, _ string) bool { v, _ := t.v.owes(t.entry()); return v.In },
	"asked":      func(t *thing, _ string) bool { return t.asked() },
	"to_ask": func(t *thing, _ string) bool {
		r := rules.AskRule()
		return r.Holds(t.person, t.v.on) && (len(r.Groups) == 0 || slices.ContainsFunc(r.Groups, t.isOf))
	},
	"trained":   func(t *thing, value string) bool { return t.v.trainedIn(t.person, value) },
	"certified": func(t *thing, _ string) bool { return t.certified() },
	"works":     func(t *thing, value string) bool { return t.works(value) },
	"employed": func(t *thing, _ string) bool {
		e := t.person.Answers[survey.Employed]
		return e == "就业" || e == "创业"
	},
	"cohort":    func(t *thing, _ string) bool { return t.cohort.of(t.inCohort) },
	"to_verify": func(t *thing, _ string) bool { return t.verify.of(t.toVerify) },
	"fate":      func(t *thing, value string) bool { return string(t.became()) == value },
	"yulu_right": func(t *thing, _ string) bool {
		return rules.YuluRule().Judge(t.person, t.house, t.v.on).In || t.yulu() == rules.YuluGot
	},
	"yulu_got": func(t *thing, _ string) bool { return t.yulu() == rules.YuluGot },
	// what happened when
	"in_period":   func(t *thing, _ string) bool { return t.within(t.v.from, t.v.until) },
	"in_previous": func(t *thing, _ string) bool { return t.within(t.v.before.from, t.v.before.until) },
	"in_year":     func(t *thing, _ string) bool { return t.within(t.v.until[:4], t.v.until) },
	// turns
	"passed": func(t *thing, _ string) bool { return t.turn.Passed(t.turn.class) },
	"judged": func(t *thing, _ string) bool {
		return t.turn.Passed(t.turn.class) || t.turn.Answers[training.Result] != ""
	},
	"project":  func(t *thing, value string) bool { return t.turn.class.Answers[training.Project] == value },
	"trade":    func(t *thing, value string) bool { return t.turn.class.Trade() == value },
	"accepted": func(t *thing, _ string) bool { return t.upTo(t.turn.Accepted(t.turn.class)) },
	"claimed":  func(t *thing, _ string) bool { return t.upTo(t.either(training.ClaimedOn)) },
	"paid":     func(t *thing, _ string) bool { return t.upTo(t.either(training.PaidOn)) },
	"held":     func(t *thing, _ string) bool { return t.turn.class.Held() },
	"running":  func(t *thing, _ string) bool { return t.running() },
	// households
	"due":       func(t *thing, _ string) bool { return rules.VisitRule().Judge(t.house, t.v.Visits[t.id], t.v.on).In },
	"delivered": func(t *thing, _ string) bool { return t.upTo(t.record[survey.DeliveredOn]) },
	"at_home":   func(t *thing, _ string) bool { return t.record[survey.Method] == "入户" },
	"taken":     func(t *thing, _ string) bool { return t.record[survey.JobOutcome] == survey.JobTaken },
	"enrolled":  func(t *thing, _ string) bool { return t.record[survey.ReferralOutcome] == "已入学" },
}

func (t *thing) entry() *entry {
	return &entry{id: t.person.ID, person: t.person, house: t.house, wish: t.v.wish(t.person.ID)}
}

// within compares the first day of what is known of the day.
func (t *thing) within(from, until string) bool {
	s := t.first.of(func() string { return firstOf(t.day) })
	return s != "" && s >= from && s <= until
}

func (t *thing) upTo(day survey.Date) bool { return day != "" && lastOf(day) <= t.v.until }

// either is an answer of the person's enrolment, otherwise of the class.
func (t *thing) either(key string) string {
	if own := t.turn.Answers[key]; own != "" {
		return own
	}
	return t.turn.class.Answers[key]
}

// wish is the first trade that somebody who wishes to be trained wishes for; noTrade where none was named.
func (t *thing) wish() string {
	if trades := t.v.wish(t.person.ID).Trades(); len(trades) > 0 {
		return trades[0]
	}
	return noTrade
}

// noTrade is the column of those who wish and named no trade.
const noTrade = "未选工种"

func (t *thing) asked() bool {
	asked := rules.Asked(t.person, t.v.Wishes[t.person.ID], t.v.on)
	day, ok := survey.Day(asked)
	return ok && !day.Before(rules.AskRule().Round(t.v.on))
}

// trainedIn tells whether somebody finished a class in the year, or ever: by the classes here, or by what they said of before.
func (v *view) trainedIn(p registry.Person, when string) bool {
	for _, d := range v.done(p.ID) {
		if when != "year" || strings.HasPrefix(d.day, v.until[:4]) {
			return true
		}
	}
	return when == "ever" && p.Answers["trained"] == survey.Yes
}

func (t *thing) certified() bool {
	if t.turn.ID != "" {
		return t.turn.Certified()
	}
	return slices.ContainsFunc(t.v.done(t.person.ID), func(d finished) bool { return d.Certified() }) || t.person.Answers[survey.CertTrade] != ""
}

// works tells whether somebody went to work after a class, or where value says so how. One who was in several is counted by the
// latest of which anything is known, so that the ways of working never overlap; of a turn, by those of its year.
func (t *thing) works(value string) bool {
	after, latest := "", ""
	for _, d := range t.v.done(t.person.ID) {
		ofYear := t.turn.ID == "" || strings.HasPrefix(d.day, t.v.until[:4])
		if said := d.Answers[training.After]; said != "" && ofYear && d.day+d.ID > latest {
			after, latest = said, d.day+d.ID
		}
	}
	return slices.Contains(training.AtWork, after) && (value == "" || value == after)
}

// inCohort tells whether somebody is in the base of the 两后生 table; of those who have left, only this year's are.
func (t *thing) inCohort() bool {
	if left := t.person.Answers[survey.LeftOn]; left != "" && left < t.v.until[:4] {
		return false
	}
	return t.v.LeftSchool.Cohort(t.person, t.v.on)
}

func (t *thing) toVerify() bool {
	if rules.Left(t.person, t.v.on) != "" || !t.v.LeftSchool.OfAge(t.person, t.v.on) {
		return false
	}
	v := t.v.LeftSchool.Judge(t.person)
	return v.Ask && !slices.Contains(v.Kinds, "birth_unknown")
}

func (t *thing) yulu() string { return t.person.Answers[survey.YuluState] }

func (t *thing) running() bool {
	first, last := t.turn.class.Dates()
	return t.turn.class.Held() && !first.IsZero() && !first.After(t.v.on) && !last.Before(t.v.on)
}
