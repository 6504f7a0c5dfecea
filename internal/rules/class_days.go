package rules

import (
	"cmp"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// inOrder are pairs of days of a class of which the second must not lie before the first.
var inOrder = [][2]string{
	{training.FiledOn, training.ApprovedOn}, {training.ApprovedOn, training.StartsOn}, {training.StartsOn, training.EndsOn},
	{training.BoardPostedOn, training.StartsOn}, {training.LicencePostedOn, training.StartsOn}, {training.StartedOn, training.AssessedOn},
	{training.EndsOn, training.ClosedOn}, {training.AssessedOn, training.ClosedOn}, {training.EndsOn, training.ClaimedOn},
}

// dates wants the days of a class to follow one another, and no session before board and licence hang on the wall (云人社发〔2018〕71号
// 二（一）2 “同时亮证亮牌开展培训”).
func (j *judged) dates() {
	a := j.Class.Answers
	for _, pair := range inOrder {
		before, after := dayOf(a[pair[0]]), dayOf(a[pair[1]])
		if before.IsZero() || after.IsZero() || !after.Before(before) {
			continue
		}
		j.say("order", pair[1], label(pair[1]), a[pair[1]], label(pair[0]), a[pair[0]])
	}
	j.unposted()
	j.outside()
}

func label(key string) string {
	f, _ := training.ClassTable.Field(key)
	return cmp.Or(f.Label, key)
}

// unposted finds sessions held before both board and licence were up.
func (j *judged) unposted() {
	board, licence := j.Class.Answers[training.BoardPostedOn], j.Class.Answers[training.LicencePostedOn]
	n, first := 0, training.Session{}
	for _, s := range j.Sessions {
		day := s.Date()
		switch {
		case day.IsZero() || day.After(j.on): // not held yet: the start gate sees to it
		case board == "" || licence == "" || s.Answers[training.HeldOn] < max(board, licence):
			if n++; n == 1 || training.ByTime(s, first) < 0 {
				first = s
			}
		}
	}
	if n == 0 || !j.Class.Held() {
		return
	}
	field := training.BoardPostedOn
	if board != "" && (licence == "" || licence > board) {
		field = training.LicencePostedOn
	}
	j.say("unposted", field, n, first.Answers[training.HeldOn])
}

// outside finds sessions on days that are not the class's.
func (j *judged) outside() {
	from, until := j.Class.Dates()
	if from.IsZero() || until.IsZero() {
		return
	}
	for _, s := range j.Sessions {
		if day := s.Date(); !day.IsZero() && (day.Before(from) || day.After(until)) {
			j.ask("session_outside", training.HeldOn, s.Answers[training.HeldOn]).of(training.TypeSession, s.ID)
			return
		}
	}
}

// trainees looks at what each trainee's own record has to do with the class.
func (j *judged) trainees() {
	for _, e := range j.Life.trainees() {
		x := findings{source: j.source}
		p := j.People[e.PersonID()]
		j.certificate(&x, e, p)
		j.disabled(&x, e, p)
		j.passed(&x, e, p)
		for i := range x.all {
			x.all[i].Type, x.all[i].ID, x.all[i].Person = training.TypeEnrolment, e.ID, e.PersonID()
		}
		j.all = append(j.all, x.all...)
	}
}

// certificate finds one that is older than the end of the class.
func (j *judged) certificate(x *findings, e training.Enrolment, p registry.Person) {
	_, last := j.Class.Dates()
	given, ok := survey.LastDay(e.Answers[training.CertOn])
	if ok && !last.IsZero() && given.Before(last) {
		x.say("cert_early", training.CertOn, p.Name(), e.Answers[training.CertOn], last.Format(time.DateOnly))
	}
}

// disabled finds trainees counted as 残疾人 whose disability was recognised after the class.
func (j *judged) disabled(x *findings, e training.Enrolment, p registry.Person) {
	_, last := j.Class.Dates()
	since, after := "", false
	for _, r := range j.Facts[e.PersonID()] {
		f := registry.Fact{Record: r}
		if f.Kind() != survey.FactDisability {
			continue
		}
		from, ok := survey.Day(r.Get(survey.StartsOn))
		if !ok || last.IsZero() || !from.After(last) {
			return // disabled before the class, by another record
		}
		since, after = r.Get(survey.StartsOn), true
	}
	if after {
		x.ask("disabled_after", training.OfPerson, p.Name(), since, last.Format(time.DateOnly))
	}
}

// passed finds who had to pass the examination within some months of taking the post, and has not (粤人社函〔2019〕1812号 之九:
// “自任职之日起6个月内考核合格”). Of whom nobody wrote down since when they work, nothing is known.
func (j *judged) passed(x *findings, e training.Enrolment, p registry.Person) {
	since, ok := survey.Day(p.Get(survey.JobSince))
	if j.programme.PassMonths == 0 || !ok || j.again() {
		return
	}
	by := monthsAfter(since, j.programme.PassMonths)
	done := dayOf(e.DoneOn(j.Class))
	if e.Passed(j.Class) && !done.IsZero() && !done.After(by) || !e.Passed(j.Class) && !j.on.After(by) {
		return
	}
	x.say("pass_late", training.Result, p.Name(), since.Format(time.DateOnly), j.programme.PassMonths, by.Format(time.DateOnly)).by(j.programme.Source())
}
