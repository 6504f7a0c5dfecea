package paper

import (
	"cmp"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// entry is one line of a section: the day it is sorted by, when in words, and what.
type entry struct{ day, when, words string }

// section is a part of an e-file with its entries, the latest first.
type section struct {
	title   string // key
	entries []entry
}

// Kinds of fact by the section they stand in; what is in neither is a status (低保, 残疾, 监测对象 …).
var (
	workFacts = []string{survey.FactEmployment, survey.FactAway, survey.FactPost}
	aidFacts  = []string{survey.FactYulu, "教育资助", "医疗救助", "临时救助", "补贴"}
)

// sections are the parts of the page, in order.
func (f efile) sections() []section {
	return []section{
		{"paper.efile_members", f.members()},
		{"paper.efile_status", byDay(slices.Concat(f.facts(func(kind string) bool { return !slices.Contains(workFacts, kind) && !slices.Contains(aidFacts, kind) }), f.log(registry.TypeEvent)))},
		{"paper.efile_wishes", f.log(registry.TypeWish)},
		{"paper.efile_training", f.classes()},
		{"paper.efile_work", byDay(slices.Concat(f.facts(func(kind string) bool { return slices.Contains(workFacts, kind) }), f.log(registry.TypeJobRec), f.log(registry.TypeFollowUp)))},
		{"paper.efile_school", f.log(registry.TypeReferral)},
		{"paper.efile_aid", f.facts(func(kind string) bool { return slices.Contains(aidFacts, kind) })},
		{"paper.efile_visits", f.log(registry.TypeVisit)},
	}
}

// log are the records of one table, each told by its fields in order, the day in front.
func (f efile) log(typ string) []entry {
	t := survey.TableOf(typ)
	if t == nil {
		return nil
	}
	var out []entry
	for _, a := range f.Logs[typ] {
		day := registry.Record{Type: typ, Packed: survey.Pack(a)}.Day()
		out = append(out, entry{day, day, told(t, a, day)})
	}
	return byDay(out)
}

// told puts a record into words: what its fields say, those of yes or no with their name.
func told(t *survey.Table, a survey.Answers, day string) string {
	var parts []string
	for _, field := range t.Fields {
		v := a[field.Key]
		if v == "" || field.Hidden || field.Kind == survey.Link || field.Kind == survey.DateKind && v == day {
			continue
		}
		switch {
		case field.Kind == survey.Flag, field.Kind == survey.DateKind, field.Kind == survey.Number, field.Kind == survey.Money:
			parts = append(parts, field.Label+field.Show(v))
		default:
			parts = append(parts, field.Show(v))
		}
	}
	return joined("，", parts...)
}

// facts are the facts of some kinds: from when to when, what, and who says so.
func (f efile) facts(of func(kind string) bool) []entry {
	var out []entry
	for _, a := range f.Logs[registry.TypeFact] {
		if !of(a[survey.FactKind]) {
			continue
		}
		e := entry{day: a[survey.StartsOn], when: fromTo(a[survey.StartsOn], a[survey.EndsOn])}
		rest := survey.Answers{}
		for key, v := range a {
			if key != survey.StartsOn && key != survey.EndsOn && key != survey.SaidOn {
				rest[key] = v
			}
		}
		e.words = told(survey.Fact, rest, "")
		out = append(out, e)
	}
	return byDay(out)
}

// fromTo is when a fact held, in words.
func fromTo(from, until string) string {
	switch {
	case from == "" && until == "":
		return text.T("paper.efile_undated")
	case until == "":
		return from + text.T("paper.efile_since")
	case from == until: // given once
		return from
	}
	return from + text.T("paper.efile_until", until)
}

// classes are the classes with what came of them.
func (f efile) classes() []entry {
	var out []entry
	for _, at := range f.Classes {
		c, e := at.Class, at.Enrolment
		hours := ""
		if at.Hours > 0 {
			hours = text.T("paper.hours", strconv.FormatFloat(at.Hours, 'f', -1, 64))
		}
		words := joined("，", c.Name(), c.No(), hours, e.Standing(), told(training.EnrolmentTable, e.Answers, ""))
		on := c.Answers[training.StartsOn]
		out = append(out, entry{on, on, words})
	}
	return byDay(out)
}

// byDay sorts entries, the latest first; what has no day comes last.
func byDay(all []entry) []entry {
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.day, a.day) })
	return all
}
