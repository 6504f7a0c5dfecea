package quality

import (
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// What rules find in classes is shown under the checks of this package: the same rules judge at entry and in package audit, and their
// numbers are the county's rules enrol and class.
var (
	ofTrainees = map[string]string{
		"under_16": "class_under_age", "under_age": "class_under_age", "over_age": "class_over_age", "at_school": "class_school", "gone": "class_gone",
		"employed": "class_employed", "id_missing": "class_no_id", "two_classes": "two_classes", "same_level": "class_repeat", "higher_level": "class_repeat",
	}
	ofClasses = map[string]string{
		"too_big": "class_too_big", "room": "class_too_big", "over_planned": "class_too_big", "no_upstream": "class_no_upstream",
		"cert_early": "cert_early", "disabled_after": "class_disabled_after",
	}
)

// course is a class with the rules that count on its first day.
type course struct {
	rules.Life
	first, last time.Time
	enrol       rules.Enrol
	groups      rules.Groups
}

// turn is one person in one class.
type turn struct {
	training.Enrolment
	*course
}

func (t turn) attended() rules.Attended {
	return rules.Attended{Class: t.Class, Passed: t.Passed(t.Class), First: t.first, Last: t.last}
}

// classes makes the checks by which audits find false training: who was elsewhere, too young, gone, or in two classes at once.
func (w *search) classes() {
	all := map[string]*course{}
	for id, c := range w.src.Classes {
		all[id] = w.course(c)
	}
	certs := map[string][]turn{}
	for person := range w.src.Enrolments {
		x := w.people[person]
		var turns []turn
		for _, e := range w.enrolled(person) {
			c := all[e.ClassID()]
			if c == nil {
				continue
			}
			c.Enrolments = append(c.Enrolments, e)
			turns = append(turns, turn{e, c})
			if no := e.Answers[training.CertNo]; no != "" {
				certs[no] = append(certs[no], turn{e, c})
			}
			if x != nil {
				c.People[e.PersonID()], c.Facts[e.PersonID()] = x.Person, w.src.Facts[person]
			}
		}
		if x != nil {
			w.together(x, turns)
		}
	}
	w.certs(certs)
	for _, c := range all {
		w.class(c)
	}
}

func (w *search) course(c training.Class) *course {
	first, last := c.Dates()
	on := first
	if on.IsZero() {
		on = w.on
	}
	book := w.src.Rules
	return &course{Life: rules.Life{Class: c, Sessions: w.src.Sessions[c.ID], People: map[string]registry.Person{}, Facts: map[string][]registry.Record{}},
		first: first, last: last, enrol: book.Enrol(on), groups: book.Groups(book.LeftSchool(on), on)}
}

// together asks of all classes of one person, as they began, whether the person might have been enrolled.
func (w *search) together(x *subject, turns []turn) {
	slices.SortFunc(turns, func(a, b turn) int { return rules.Compare(a.attended(), b.attended()) })
	var before []rules.Attended
	for _, t := range turns {
		on := t.first
		if on.IsZero() {
			on = w.on
		}
		a := rules.Applicant{Person: x.Person, Groups: t.groups.Of(x.Person, x.house, on), Facts: w.src.Facts[x.ID], Before: before, Held: true}
		for _, g := range t.enrol.Admit(a, t.Class, nil, w.on).Grounds {
			if c, on := w.checks[ofTrainees[g.Code]]; on {
				w.inClass(c, x, t.Enrolment.ID, t.Class, text.T("quality.in_class", x.Name(), t.Class.Name(), g.Sentence), g.Source)
			}
		}
		before = append(before, t.attended())
	}
}

// inClass notes a finding about somebody in a class.
func (w *search) inClass(c Check, x *subject, enrolment string, class training.Class, words, source string) {
	w.out = append(w.out, Finding{Check: c.Code, Severity: c.Severity, Type: training.TypeEnrolment, ID: enrolment, Person: x.ID, Household: x.HouseholdID(),
		Village: x.house.Village(), Key: c.Field, Sentence: words, Class: class.ID, Source: source})
}

func (w *search) certs(certs map[string][]turn) {
	c, on := w.checks["cert_twice"]
	for _, group := range certs {
		for _, t := range group {
			if x := w.people[t.PersonID()]; on && len(group) > 1 && x != nil {
				w.inClass(c, x, t.Enrolment.ID, t.Class, sentence(c, x.Name(), t.Class.Name(), len(group)), "")
			}
		}
	}
}

// class asks the rule of classes, of what does not need the catalogues: package audit asks about all.
func (w *search) class(class *course) {
	on := class.first
	if on.IsZero() {
		on = w.on
	}
	for _, f := range w.src.Rules.Class(on).Judge(class.Life, nil, w.on).Findings {
		c, made := w.checks[ofClasses[f.Code]]
		if !made {
			continue
		}
		words := text.T("quality.of_class", class.Class.Name(), f.Sentence)
		if x := w.people[class.People[f.Person].ID]; f.Person != "" && x != nil {
			w.inClass(c, x, f.ID, class.Class, words, f.Source)
			continue
		}
		w.out = append(w.out, Finding{Check: c.Code, Severity: c.Severity, Type: training.TypeClass, ID: class.Class.ID, Village: class.Class.Answers[training.Township],
			Key: f.Field, Sentence: words, Class: class.Class.ID, Source: f.Source})
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
