package report

import (
	"cmp"
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var leftSchool = sheet{
	title: "report.lianghousheng",
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
	pick: pickLeftSchool,
}

// LeftSchool is the ledger of 两后生: those whom the rule counts, and those whom it cannot judge, marked as to be asked. The
// last column says why each stands there.
func LeftSchool(src Source, f Filter) Table {
	if src.LeftSchool == (rules.LeftSchool{}) {
		src.LeftSchool = rules.LeftSchoolOn(src.On)
	}
	return leftSchool.make(src, f)
}

// pickLeftSchool passes over people who only want asking because next to nothing is known of them: without a birth date
// nobody is on a ledger of an age.
func pickLeftSchool(src Source, e entry) (entry, bool) {
	v := src.LeftSchool.Judge(e.person)
	if !v.In && !v.Ask || v.Ask && slices.Contains(v.Kinds, "birth_unknown") {
		return e, false
	}
	e.own["verdict"], e.own["why"] = text.T("report.in"), v.Words()
	e.status = cmp.Or(e.person.Answers[survey.Destination], text.T("report.no_destination"))
	if v.Ask {
		e.own["verdict"] = text.T("report.ask")
		e.status = text.T("report.ask")
	}
	return e, true
}
