package report

import (
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var moneyByPerson = sheet{
	name: "butie-mingxi", of: training.TypeEnrolment,
	columns: slices.Concat(
		whoColumns(), own("groups", 24, true),
		of(training.ClassTable, training.ClassName, training.ClassNo, training.Programme, training.Trade, training.Level, training.Institution, training.EndsOn),
		of(training.EnrolmentTable, training.Result, training.CertNo),
		counted("due", 10, false), own("by_month", 8, false), own("upstream", 16, true), own("accepted", 10, false), counted("claimed", 10, true), counted("paid", 10, false), own("basis", 30, true),
	),
	note: []note{plain("report.note.money_person")},
	pickRecord: func(v *view, e *entry) bool {
		enrolment := training.Enrolment{ID: e.id, Answers: e.record.Unpack()}
		done := enrolment.DoneOn(e.class)
		if done == "" || lastOf(done) > v.today || !v.between(done) || !enrolment.Passed(e.class) {
			return false
		}
		e.money(v, finished{enrolment, e.class, done})
		return true
	},
}

// MoneyByPerson is what each person's training costs the fund: by the catalogue, and whether the platform accepted it (落实培训补贴实名制,
// 穗人社函〔2020〕22号). Its public variant is what is posted (定期公开资金使用情况, 三湖政办〔2019〕17号).
func MoneyByPerson(src Source, f Filter) Table { return moneyByPerson.make(src, f) }

func (e *entry) money(v *view, d finished) {
	t := &thing{v: v, id: e.id, person: e.person, house: e.house, turn: d, day: d.day}
	sum := v.subsidy(t)
	e.status = text.T("report.money.unclaimed")
	if sum.Known {
		e.say("due", strconv.FormatFloat(sum.Total, 'f', -1, 64))
		e.say("basis", sum.Source)
		if sum.ByMonth {
			e.say("by_month", itoa(sum.Months))
		}
	}
	first, _ := d.class.Dates()
	e.say("groups", survey.JoinList(v.groupsThen(t, first)))
	e.say("upstream", d.Answers[training.UpstreamNo])
	e.say("claimed", d.Answers[training.Claimed])
	e.say("paid", d.Answers[training.Paid])
	if v.claimed(d) {
		e.status = text.T("report.money.claimed")
	}
	if d.Accepted(d.class) != "" && d.Accepted(d.class) <= v.today {
		e.say("accepted", survey.Yes)
		e.status = text.T("report.money.accepted")
	}
	if v.paid(d) {
		e.status = text.T("report.money.paid")
	}
	if !sum.Known {
		e.status = text.T("report.money.unknown")
	}
}

// claimed tells whether the person's class was claimed for up to the day, wholly or in part.
func (v *view) claimed(d finished) bool {
	return d.Answers[training.ClaimedOn] != "" || slices.ContainsFunc(v.Claims[d.class.ID], func(r registry.Record) bool {
		return r.Get(training.AppliedOn) != "" && r.Get(training.AppliedOn) <= v.today
	})
}

// paid tells whether all of it is there: a last or a whole payment, not one in advance.
func (v *view) paid(d finished) bool {
	return d.Answers[training.PaidOn] != "" || slices.ContainsFunc(v.Claims[d.class.ID], func(r registry.Record) bool {
		return r.Get(training.ClaimPart) != training.InAdvance && r.Get(training.PaidOn) != "" && r.Get(training.PaidOn) <= v.today
	})
}
