package report

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var trained = sheet{
	name: "peixun", of: training.TypeEnrolment,
	columns: slices.Concat(
		whoColumns(survey.Education), own("groups", 24, true),
		of(training.ClassTable, training.ClassName, training.ClassNo, training.Project, training.Trade, training.Level, training.Length, training.StartsOn, training.EndsOn, training.Hours, training.Institution),
		ledgerRows(training.EnrolmentTable), own("accepted", 10, false),
	),
	note: []note{plain("report.note.turns")},
	pickRecord: func(v *view, e *entry) bool {
		enrolment := training.Enrolment{ID: e.id, Answers: e.record.Unpack()}
		if !v.between(e.class.Answers[training.StartsOn]) || !e.class.Held() && e.record.Get(training.Result) == "" {
			return false
		}
		e.say("groups", strings.Join(v.groups.Of(e.person, e.house, v.on), "、"))
		if enrolment.Accepted(e.class) != "" {
			e.say("accepted", survey.Yes)
		}
		e.status = v.outcome(enrolment, e.class)
		return true
	},
}

// Trained is the real-name register of training (农村劳动力培训实名信息登记制度, 穗人社函〔2020〕22号 之六): a row for each person in each
// class, with what came of it and whether the province's platform accepted it.
func Trained(src Source, f Filter) Table { return trained.make(src, f) }

// outcome is how an enrolment stands on the day, in a word.
func (v *view) outcome(e training.Enrolment, c training.Class) string {
	done := e.DoneOn(c)
	switch {
	case e.Standing() != training.Enrolled:
		return e.Standing()
	case e.Answers[training.Result] == training.Unfinished:
		return training.Unfinished
	case done == "" || done > v.today:
		return text.T("report.turn.running")
	case e.Passed(c):
		return training.Passed
	case e.Answers[training.Result] != "":
		return e.Answers[training.Result]
	}
	return text.T("report.turn.unjudged")
}
