package report

import (
	"cmp"
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var leftSchool = sheet{
	name: "lianghousheng",
	columns: slices.Concat(
		own(number, 6, false),
		of(survey.Household, survey.Township, survey.Village, survey.Group, survey.HeadName),
		of(survey.Person, survey.Relation, survey.FullName, survey.Sex, survey.Ethnic, survey.Born, survey.Age, survey.IDNo, survey.Phone, "guardian_name", "guardian_phone"),
		of(survey.Household, survey.HouseType),
		of(survey.Person, survey.Health, survey.Education, survey.School, survey.SchoolYear, survey.SchoolStage, survey.SchoolResult, "no_school_cause",
			survey.Destination, survey.AwayPlace, survey.AwayFirm, survey.JobTrade, survey.JobIncome, "trained", "cert", survey.WantsSchool, survey.WantsTraining, "no_wish_cause"),
		of(survey.Wish, survey.WishText, survey.WishWay, "wish_place", "wish_time"),
		of(survey.Person, "yulu", "plan_place", "plan_trade", "plan_time", "plan_cert", "plan_done"),
		own("verdict", 10, true), own("why", 40, true),
	),
	note: []note{noteDestinations, noteLeftSchool},
	pick: pickLeftSchool,
}

// LeftSchool is the ledger of 两后生: those whom the rule counts, and those whom it cannot judge, marked as to be asked. The
// last column says why each stands there.
func LeftSchool(src Source, f Filter) Table { return leftSchool.make(src, f) }

// pickLeftSchool passes over people who only want asking because next to nothing is known of them: without a birth date
// nobody is on a ledger of an age.
func pickLeftSchool(v *view, e *entry) bool {
	verdict := v.LeftSchool.Judge(e.person)
	if !verdict.In && !verdict.Ask || verdict.Ask && slices.Contains(verdict.Kinds, "birth_unknown") {
		return false
	}
	e.say("verdict", text.T("report.in"))
	e.say("why", verdict.Words())
	e.status = cmp.Or(e.person.Get(survey.Destination), text.T("report.no_destination"))
	if verdict.Ask {
		e.say("verdict", text.T("report.ask"))
		e.status = text.T("report.ask")
	}
	return true
}
