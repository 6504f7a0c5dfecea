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
	w := &search{src: src, on: src.On, today: src.On.Format(time.DateOnly), checks: map[string]Check{}, said: survey.Answers{}}
	for _, c := range s {
		if c.On {
			w.checks[c.Code] = c
		}
	}
	w.ofPeople, w.ofHouses = turnedOn(w, people), turnedOn(w, houses)
	w.look()
	slices.SortFunc(w.out, inOrder)
	return w.out
}

// inOrder leaves nothing to chance: what is looked through in no order comes out in one.
func inOrder(a, b Finding) int {
	if c := cmp.Compare(a.Village, b.Village); c != 0 {
		return c
	}
	if c := cmp.Compare(slices.Index(Severities, a.Severity), slices.Index(Severities, b.Severity)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Household, b.Household), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Check, b.Check), cmp.Compare(a.Key, b.Key),
		cmp.Compare(a.Sentence, b.Sentence))
}

// search is one round through the register.
type search struct {
	src    *report.Source
	on     time.Time
	today  string
	checks map[string]Check
	out    []Finding

	ofPeople []turned[func(*search, Check, *subject)]
	ofHouses []turned[func(*search, Check, registry.Household, []*subject)]
	said     survey.Answers // of the person being looked at, for the form's own checks

	everyone []subject
	people   map[string]*subject   // the same by id
	inside   map[string][]*subject // by household
}

// turned is a check that is turned on, with what makes it.
type turned[F any] struct {
	Check
	look F
}

func turnedOn[F any](w *search, all map[string]F) []turned[F] {
	var out []turned[F]
	for code, look := range all {
		if c, on := w.checks[code]; on {
			out = append(out, turned[F]{c, look})
		}
	}
	return out
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
	for i := range w.everyone {
		w.person(&w.everyone[i])
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
	w.everyone = make([]subject, 0, len(w.src.People)) // never grown: what points into it stays good
	w.people, w.inside = make(map[string]*subject, len(w.src.People)), make(map[string][]*subject, len(w.src.Households))
	for _, p := range w.src.People {
		if p.Get(survey.SameAs) != "" {
			continue
		}
		w.everyone = append(w.everyone, subject{Person: p, house: w.src.Households[p.HouseholdID()], left: rules.Left(p, w.on)})
		x := &w.everyone[len(w.everyone)-1]
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
	for _, c := range w.ofPeople {
		if x.left == "" || afterwards[c.Code] {
			c.look(w, c.Check, x)
		}
	}
	if x.left != "" {
		return
	}
	x.Into(w.said)
	for _, r := range survey.Person.Rules {
		if err := r.Check(w.said, w.on); err != nil {
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
	for _, c := range w.ofHouses {
		c.look(w, c.Check, h, w.inside[id])
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

// enrolled are somebody's classes that were held or are being held.
func (w *search) enrolled(person string) []training.Enrolment {
	return slices.DeleteFunc(slices.Clone(w.src.Enrolments[person]), func(e training.Enrolment) bool { return e.Standing() != training.Enrolled })
}
