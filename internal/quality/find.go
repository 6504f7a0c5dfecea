package quality

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Find makes the checks that ship.
func Find(src *report.Source) []Finding { return Checks().Find(src) }

// Find looks the whole register through, and gives what it found by village and household, the worst first.
func (s Set) Find(src *report.Source) []Finding {
	w := &search{src: src, on: src.On, today: src.On.Format(time.DateOnly), checks: map[string]Check{}, ofPeople: inOrder(people), ofHouses: inOrder(houses)}
	for _, c := range s {
		if c.On {
			w.checks[c.Code] = c
		}
	}
	w.look()
	slices.SortStableFunc(w.out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Village, b.Village), cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity)),
			cmp.Compare(a.Household, b.Household), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Check, b.Check))
	})
	return w.out
}

// search is one round through the register.
type search struct {
	src    *report.Source
	on     time.Time
	today  string
	checks map[string]Check
	out    []Finding

	ofPeople, ofHouses []string // the codes, in order

	people map[string]*subject
	inside map[string][]*subject // by household
}

// subject is one person, with what costs something to find out.
type subject struct {
	registry.Person
	house registry.Household
	left  string // why they are no longer here
	id    survey.ID
	idErr error
	born  time.Time
	age   int
	aged  bool // the age is known
}

func (w *search) look() {
	w.gather()
	for _, p := range w.src.People {
		if x := w.people[p.ID]; x != nil {
			w.person(x)
		}
	}
	for id, h := range w.src.Households {
		if h.Get(survey.MergedInto) == "" && h.Get(survey.EndedOn) == "" {
			w.household(id, h)
		}
	}
	w.numbers()
	w.classes()
	w.records()
}

// gather leaves out who was merged into another record. Who has left is kept apart: what their record says need not be put right.
func (w *search) gather() {
	w.people, w.inside = make(map[string]*subject, len(w.src.People)), map[string][]*subject{}
	for _, p := range w.src.People {
		if p.Get(survey.SameAs) != "" {
			continue
		}
		x := &subject{Person: p, house: w.src.Households[p.HouseholdID()], left: rules.Left(p, w.on)}
		x.id, x.idErr = survey.ParseID(p.Get(survey.IDNo))
		if x.idErr == nil {
			x.born, x.aged = x.id.Born, true
		} else {
			x.born, _, x.aged = p.Born()
		}
		if x.aged {
			x.age = survey.AgeOn(x.born, w.on)
		}
		w.people[p.ID] = x
		if x.left == "" || p.Get(survey.LeftWhy) == "" && p.Get(survey.LeftOn) == "" {
			w.inside[p.HouseholdID()] = append(w.inside[p.HouseholdID()], x)
		}
	}
}

func (w *search) person(x *subject) {
	for _, code := range w.ofPeople {
		if c, on := w.checks[code]; on && (x.left == "" || afterwards[code]) {
			people[code](w, c, x)
		}
	}
	if x.left != "" {
		return
	}
	for _, r := range survey.Person.Rules {
		if err := r.Check(x.Unpack(), w.on); err != nil {
			if c, on := w.checks[codeOf(err)]; on && people[c.Code] == nil {
				w.about(x, c, r.Key, text.Explain(err).What)
			}
		}
	}
	if wishes := w.src.Wishes[x.ID]; len(wishes) > 0 {
		for _, p := range registry.CheckWish(x.Person, wishes[0]) {
			if c, on := w.checks[codeOf(p.Err)]; on {
				w.about(x, c, p.Key, text.Explain(p.Err).What)
			}
		}
	}
}

func (w *search) household(id string, h registry.Household) {
	for _, code := range w.ofHouses {
		if c, on := w.checks[code]; on {
			houses[code](w, c, h, w.inside[id])
		}
	}
	var members []registry.Person
	for _, x := range w.inside[id] {
		members = append(members, x.Person)
	}
	for _, p := range registry.CheckHouse(h, members) {
		c, on := w.checks[codeOf(p.Err)]
		switch x := w.people[p.Of]; {
		case !on:
		case x != nil:
			w.about(x, c, p.Key, text.Explain(p.Err).What)
		default:
			w.of(h, c, p.Key, text.Explain(p.Err).What)
		}
	}
}

// about notes a finding about a person.
func (w *search) about(x *subject, c Check, key, sentence string) {
	w.out = append(w.out, Finding{Check: c.Code, Severity: c.Severity, Type: registry.TypePerson, ID: x.ID, Person: x.ID, Household: x.HouseholdID(),
		Village: x.house.Village(), Key: cmp.Or(key, c.Field), Sentence: sentence})
}

// say is about with the check's own sentence and field.
func (w *search) say(x *subject, c Check, args ...any) { w.about(x, c, "", sentence(c, args...)) }

// of notes a finding about a household.
func (w *search) of(h registry.Household, c Check, key, words string) {
	w.out = append(w.out, Finding{Check: c.Code, Severity: c.Severity, Type: registry.TypeHousehold, ID: h.ID, Household: h.ID,
		Village: h.Village(), Key: cmp.Or(key, c.Field), Sentence: words})
}

// besides notes a finding about something else that belongs to a person or a household.
func (w *search) besides(typ, id string, x *subject, h registry.Household, c Check, key string, args ...any) {
	f := Finding{Check: c.Code, Severity: c.Severity, Type: typ, ID: id, Household: h.ID, Village: h.Village(), Key: cmp.Or(key, c.Field), Sentence: sentence(c, args...)}
	if x != nil {
		f.Person, f.Household, f.Village = x.ID, x.HouseholdID(), x.house.Village()
	}
	w.out = append(w.out, f)
}

func sentence(c Check, args ...any) string { return text.T("quality."+c.Code, args...) }

// known tells whether a check is one that the program can make.
func known(code string) bool {
	_, a := people[code]
	_, b := houses[code]
	return a || b || elsewhere[code]
}

// elsewhere are the codes of checks that look at several things at once, and of those that other packages make.
var elsewhere = func() map[string]bool {
	out := map[string]bool{}
	for _, code := range []string{
		"id_missing", "sex_against_id", "birth_against_id", "edu_and_school", "edu_nor_school", "disability_mismatch", "skill_yet_away", "month_range",
		"month_without_place", "place_without_month", "job_contradicts", "yesno_blank",
		"wish_against_trades", "wish_empty", "wish_vague", "trade_unknown",
		"house_no_head", "house_two_heads", "house_two_spouses", "house_couple_same_sex", "house_head_differs",
		"id_twice", "same_person", "phone_shared", "house_no_twice",
		"two_classes", "class_repeat", "class_under_age", "class_over_age", "class_school", "class_gone", "class_employed", "class_no_id", "class_disabled_after",
		"cert_early", "cert_twice", "class_too_big", "class_no_upstream",
		"visit_future", "wish_future", "late_entry", "fact_ends_first", "fact_against_answer", "slip_open",
	} {
		out[code] = true
	}
	return out
}()

// inOrder are the codes of a table of checks, in one order for every round.
func inOrder[T any](m map[string]T) []string {
	var out []string
	for code := range m {
		out = append(out, code)
	}
	slices.Sort(out)
	return out
}

// enrolled are somebody's classes that were held or are being held.
func (w *search) enrolled(person string) []training.Enrolment {
	return slices.DeleteFunc(slices.Clone(w.src.Enrolments[person]), func(e training.Enrolment) bool { return e.Standing() != training.Enrolled })
}
