package report

import (
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var wishes = sheet{
	name: "yiyuan",
	columns: slices.Concat(
		own(number, 6, false),
		of(survey.Household, survey.Village, survey.Group, survey.HeadName),
		of(survey.Person, survey.FullName, survey.Sex, survey.Ethnic, survey.Age, survey.IDNo, survey.Phone, survey.Education, survey.Employed,
			survey.AwayPlace, survey.JobTrade, survey.JobIncome, "trained", "cert", survey.WantsTraining, "no_wish_cause"),
		of(survey.Wish, survey.WishText, survey.Trade1, survey.Trade2, survey.Trade3, survey.WishWay, "wish_place", "wish_time", survey.WishedOn, survey.WishDone),
	),
	pick: pickWish,
}

// Wishes is the ledger of wishes to be trained: everybody who was asked, with the latest wish. Its statuses are the first
// trades, so that a class can be formed from one.
func Wishes(src Source, f Filter) Table { return wishes.make(src, f) }

func pickWish(_ *view, e *entry) bool {
	wants, trades := e.person.Get(survey.WantsTraining), e.wish.Trades()
	switch {
	case len(trades) > 0:
		e.status = trades[0]
	case wants == survey.No:
		e.status = text.T("report.wants_not")
	case wants == survey.Yes || e.wish.Text() != "":
		e.status = text.T("report.no_trade")
	default:
		return false
	}
	return true
}
