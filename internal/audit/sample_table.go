package audit

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// SampleTable lays out whom to call of a class, or "" of each class that was at least applied for, as Sample draws them: with the phone,
// and what the last call gave. The rule of audits says how many. It is an inner list: it names people.
func SampleTable(src *report.Source, class, seed string) report.Table {
	rule := src.Rules.Audit(src.On)
	t := report.Table{Name: "audit_sample", Title: text.T("audit.sample", seed), Of: training.TypeClass, Period: src.On.Format(time.DateOnly)}
	for _, c := range []struct {
		key   string
		width int
	}{{"no", 6}, {"class", 30}, {"class_no", 20}, {"seat", 6}, {"person", 12}, {"phone", 14}, {"called", 12}, {"said", 20}} {
		t.Columns = append(t.Columns, report.Column{Key: c.key, Label: text.T("audit.list." + c.key), Width: c.width, Right: c.key == "no" || c.key == "seat", Text: c.key == "phone"})
	}
	people := map[string]registry.Person{}
	in := map[string][]training.Enrolment{}
	for _, p := range src.People {
		for _, e := range src.Enrolments[p.ID] {
			in[e.ClassID()] = append(in[e.ClassID()], e)
			people[e.PersonID()] = p
		}
	}
	for _, c := range classesOf(src, class) {
		for _, e := range Sample(in[c.ID], seed, rule.Share, rule.Least) {
			p := people[e.PersonID()]
			day, said := lastCall(src.Calls[c.ID], e.PersonID())
			t.Rows = append(t.Rows, []string{strconv.Itoa(len(t.Rows) + 1), c.Name(), c.No(), strconv.Itoa(e.Seat()), p.Name(), p.Get(survey.Phone), day, said})
			t.IDs = append(t.IDs, c.ID)
		}
	}
	t.Note = []string{text.T("audit.sample.note", seed, strconv.FormatFloat(rule.Share, 'f', -1, 64), rule.Least)}
	return t
}

// classesOf is one class, or all that were applied for in the order of their numbers.
func classesOf(src *report.Source, class string) []training.Class {
	if c, ok := src.Classes[class]; ok {
		return []training.Class{c}
	}
	var all []training.Class
	for _, c := range src.Classes {
		if c.Stage() != training.Draft {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b training.Class) int { return cmp.Or(cmp.Compare(a.No(), b.No()), cmp.Compare(a.ID, b.ID)) })
	return all
}

// lastCall is when somebody was last called, and what came of it.
func lastCall(calls []registry.Record, person string) (day, said string) {
	for _, c := range calls {
		if c.Get(training.OfPerson) != person || c.Get(training.CalledOn) < day {
			continue
		}
		day = c.Get(training.CalledOn)
		switch {
		case c.Get(training.Reached) != survey.Yes:
			said = text.T("audit.said.none")
		case c.Get(training.CameTo) == survey.No:
			said = text.T("audit.said.absent")
		case c.Get(training.Agrees) == survey.No:
			said = text.T("audit.said.differs")
		default:
			said = text.T("audit.said.agrees")
		}
	}
	return day, said
}
