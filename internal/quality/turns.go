package quality

import (
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// turn is one person in one class.
type turn struct {
	training.Enrolment
	class       training.Class
	first, last time.Time
}

// classes makes the checks by which audits find false training: who was elsewhere, too young, gone, or in two classes at once.
func (w *search) classes() {
	certs, size := map[string][]turn{}, map[string]int{}
	for person := range w.src.Enrolments {
		x := w.people[person]
		var turns []turn
		for _, e := range w.enrolled(person) {
			c, ok := w.src.Classes[e.ClassID()]
			if !ok {
				continue
			}
			first, last := c.Dates()
			t := turn{e, c, first, last}
			turns = append(turns, t)
			size[c.ID]++
			if no := e.Answers[training.CertNo]; no != "" {
				certs[no] = append(certs[no], t)
			}
			if x != nil {
				w.turn(x, t)
			}
		}
		if x != nil {
			w.together(x, turns)
		}
	}
	w.certs(certs)
	w.sizes(size)
}

// flag notes a finding about somebody in a class.
func (w *search) flag(code string, x *subject, t turn, args ...any) {
	if c, on := w.checks[code]; on {
		w.besides(training.TypeEnrolment, t.ID, x, x.house, c, "", append([]any{x.Name(), t.class.Name()}, args...)...)
	}
}

func (w *search) turn(x *subject, t turn) {
	w.ages(x, t)
	if x.idErr != nil {
		w.flag("class_no_id", x, t)
	}
	if x.AtSchool() {
		w.flag("class_school", x, t, x.Get(survey.Schooling))
	}
	if why, since := x.Get(survey.LeftWhy), x.Get(survey.LeftOn); why != "" && t.during(since) || x.left != "" && why == "" {
		w.flag("class_gone", x, t, x.left)
	} else if d := x.Get(survey.Destination); d == "服刑" || d == "参军" {
		w.flag("class_gone", x, t, d)
	}
	if x.Get("pension_work") == survey.Yes && w.worked(x, t) {
		w.flag("class_employed", x, t)
	}
	if cert := t.Answers[training.CertOn]; cert != "" && !t.last.IsZero() && cert < t.last.Format(time.DateOnly)[:len(cert)] {
		w.flag("cert_early", x, t, cert, t.last.Format(time.DateOnly))
	}
	w.disabledAfter(x, t)
}

// during tells whether the class was not over when something began; a day that nobody knows may be any.
func (t turn) during(since survey.Date) bool {
	day, ok := survey.Day(since)
	return !ok || t.last.IsZero() || !day.After(t.last)
}

func (w *search) ages(x *subject, t turn) {
	if !x.aged || t.first.IsZero() {
		return
	}
	age := survey.AgeOn(x.born, t.first)
	if c := w.checks["class_under_age"]; survey.AgeOn(x.born, t.first.AddDate(0, 0, 1)) < c.number("age") {
		w.flag("class_under_age", x, t, age)
	}
	limit := "men"
	if x.Sex() == survey.Female {
		limit = "women"
	}
	if c := w.checks["class_over_age"]; age > c.number(limit) {
		w.flag("class_over_age", x, t, age)
	}
}

// worked tells whether somebody who is insured as an employee was at work while the class was held.
func (w *search) worked(x *subject, t turn) bool {
	for _, r := range w.src.Facts[x.ID] {
		if f := (registry.Fact{Record: r}); (f.Kind() == survey.FactEmployment || f.Kind() == survey.FactAway) && f.On(t.first) && f.On(t.last) {
			return true
		}
	}
	since, ok := survey.Day(x.Get(survey.JobSince))
	return ok && !since.After(t.first) && x.Get(survey.Employed) == "就业"
}

// disabledAfter finds trainees counted as 残疾人 whose certificate is younger than the class.
func (w *search) disabledAfter(x *subject, t turn) {
	for _, r := range w.src.Facts[x.ID] {
		from, ok := survey.Day(r.Get(survey.StartsOn))
		if (registry.Fact{Record: r}).Kind() == survey.FactDisability && ok && !t.last.IsZero() && from.After(t.last) {
			w.flag("class_disabled_after", x, t, r.Get(survey.StartsOn))
			return
		}
	}
}

// together looks at all classes of one person: two at one time, one trade at one level twice.
func (w *search) together(x *subject, turns []turn) {
	slices.SortFunc(turns, func(a, b turn) int { return a.first.Compare(b.first) })
	for i, a := range turns {
		for _, b := range turns[i+1:] {
			if !b.first.IsZero() && !a.last.IsZero() && !b.first.After(a.last) {
				w.flag("two_classes", x, b, a.class.Name())
			} else if a.class.Trade() != "" && a.class.Trade() == b.class.Trade() && a.class.Answers[training.Level] == b.class.Answers[training.Level] {
				w.flag("class_repeat", x, b, a.class.TradeAndLevel(), a.class.Name())
			}
		}
	}
}

func (w *search) certs(certs map[string][]turn) {
	for _, group := range certs {
		for _, t := range group {
			if x := w.people[t.PersonID()]; len(group) > 1 && x != nil {
				w.flag("cert_twice", x, t, len(group))
			}
		}
	}
}

// sizes finds classes with more people than planned, or than a class should have; and those long over that the province's platform
// has no number for.
func (w *search) sizes(size map[string]int) {
	big, on := w.checks["class_too_big"]
	up, upOn := w.checks["class_no_upstream"]
	for id, class := range w.src.Classes {
		limit := big.number("people")
		if planned := class.Planned(); planned > 0 {
			limit = min(limit, planned)
		}
		if on && size[id] > limit {
			w.class(class, big, size[id], limit)
		}
		_, last := class.Dates()
		if upOn && class.Held() && !last.IsZero() && last.AddDate(0, 0, up.number("days")).Before(w.on) && class.Answers[training.UpstreamNo] == "" {
			w.class(class, up, up.number("days"))
		}
	}
}

func (w *search) class(class training.Class, c Check, args ...any) {
	w.out = append(w.out, Finding{Check: c.Code, Severity: c.Severity, Type: training.TypeClass, ID: class.ID, Village: class.Answers[training.Township],
		Key: c.Field, Sentence: sentence(c, append([]any{class.Name()}, args...)...)})
}

func itoa(n int) string { return strconv.Itoa(n) }
