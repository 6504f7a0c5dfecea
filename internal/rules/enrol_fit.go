package rules

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// education wants what the programme asks for, or the trade: 粤人社函〔2019〕1812号 之九 wants “高中以上文化程度” of who works with
// dangerous chemicals. Where nobody wrote down what somebody finished, it is asked.
func (e *entry) education() {
	want, source := e.programme.Education, e.programme.Source()
	if want == "" {
		if e.c.Trade() == "" {
			return
		}
		t, ok := e.cat.Trade(e.c.Trade(), e.c.Answers[training.Level], e.on)
		if !ok || t.MinEducation == "" {
			return
		}
		want, source = t.MinEducation, t.Source()
	}
	switch has := e.a.Get(survey.Education); {
	case has == "" && e.a.AtSchool(): // school has been spoken of
	case has == "":
		e.v.ask("edu_unknown", text.T("rules.class_edu_unknown", want))
		e.v.from(source)
	case educationRank(has) < educationRank(want):
		e.v.out("education", text.T("rules.class_education", want, has))
		e.v.from(source)
	}
}

// educationRank is the place of an education among all; what the list does not have is none.
func educationRank(name string) int {
	return slices.IndexFunc(survey.List("education"), func(c survey.ChoiceItem) bool { return c.Name == name })
}

// employed asks about who has a job and is insured as an employee while a class for people without work is held: the register may be older
// than the job.
func (e *entry) employed() {
	if !e.rule.Insured || slices.Contains(e.rule.ForWorkers, e.c.Answers[training.Project]) || e.a.Get("pension_work") != survey.Yes {
		return
	}
	if since, works := worked(e.a, e.on, e.last); works {
		e.v.ask("employed", text.T("rules.employed", since))
	}
}

// worked tells whether somebody had a job all the while from a day to another, and since when, in words. A job that nobody knows the
// beginning of counts only before the class: afterwards it may have come of it.
func worked(a Applicant, from, until time.Time) (string, bool) {
	for _, r := range a.Facts {
		f := registry.Fact{Record: r}
		if (f.Kind() == survey.FactEmployment && f.Detail() != "未就业" || f.Kind() == survey.FactAway) && f.On(from) && f.On(until) {
			return sinceWords(r.Get(survey.StartsOn)), true
		}
	}
	said := a.Get(survey.JobSince)
	since, dated := survey.Day(said)
	return sinceWords(said), a.Get(survey.Employed) == "就业" && (dated && !since.After(from) || !dated && !a.Held)
}

func sinceWords(day survey.Date) string {
	if day == "" {
		return text.T("rules.since_unknown")
	}
	return day
}

// group asks about who is of none of the groups that the programme is for, as far as the register can know them.
func (e *entry) group() {
	want := e.programme.Groups
	if len(want) == 0 || e.a.Groups == nil || within(want, e.a.Groups) {
		return
	}
	known := GroupNames()
	if slices.ContainsFunc(want, func(g string) bool { return !slices.Contains(known, g) }) {
		return
	}
	e.v.ask("not_of_groups", text.T("rules.class_not_of_groups", e.programme.Name, strings.Join(want, "、")))
	e.v.from(e.programme.Source())
}
