package report

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var certificates = sheet{
	name: "zhengshu", of: training.TypeEnrolment,
	columns: slices.Concat(
		whoColumns(),
		of(training.ClassTable, training.ClassName, training.ClassNo, training.Trade, training.Level, training.Institution, training.EndsOn),
		of(training.EnrolmentTable, training.CertName, training.CertNo, training.CertOn),
		own("cert_until", 12, false), of(training.EnrolmentTable, training.CertIssuer), own("days_left", 10, true),
	),
	note: []note{plain("report.note.certificates")},
	pickRecord: func(v *view, e *entry) bool {
		on := e.record.Get(training.CertOn)
		enrolment := training.Enrolment{ID: e.id, Answers: e.record.Unpack()}
		if !enrolment.Certified() || on > v.today || !v.between(cmp.Or(on, e.class.Answers[training.EndsOn])) {
			return false
		}
		e.certified(v, enrolment)
		return true
	},
}

// Certificates is the register of certificates, with the day up to which each is good: their own, otherwise by the catalogue's years of the
// trade (粤人社函〔2019〕1812号: 发放结业证书; 海府办〔2020〕4号: 持证上岗检查).
func Certificates(src Source, f Filter) Table { return certificates.make(src, f) }

func (e *entry) certified(v *view, enrolment training.Enrolment) {
	given := enrolment.Answers[training.CertOn]
	until := enrolment.Answers[training.CertUntil]
	if day, ok := survey.Day(cmp.Or(given, e.class.Answers[training.EndsOn])); ok && until == "" {
		trade, _ := v.Catalogue.Trade(e.class.Trade(), e.class.Answers[training.Level], day)
		until = trade.CertUntil(given)
	}
	e.say("cert_until", until)
	last, ok := survey.LastDay(until)
	if !ok {
		e.status = text.T("report.cert.always")
		return
	}
	left := daysBetween(v.on, last)
	e.say("days_left", itoa(left))
	switch {
	case left < 0:
		e.status = text.T("report.cert.over")
	case left <= v.Rules.Refresh(v.on).SoonDays:
		e.status = text.T("report.cert.soon", v.Rules.Refresh(v.on).SoonDays)
	default:
		e.status = text.T("report.cert.good")
	}
}

// daysBetween is how many days there are from one day to another.
func daysBetween(from, to time.Time) int {
	y, m, d := from.Date()
	return int(to.Sub(time.Date(y, m, d, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}
