package registry

import (
	"cmp"

	"ruhu/internal/survey"
)

// Record is one of the things that hang on a person or a household, or on nothing: a fact, an event, a slip, a target …
type Record struct {
	Type, ID string
	survey.Packed
}

// Table is the table of the record's type.
func (r Record) Table() *survey.Table { return survey.TableOf(r.Type) }

// Owner is what the record hangs on: a person where it names one, otherwise a household; "" for both where it hangs on nothing.
func (r Record) Owner() (typ, id string) {
	switch {
	case r.Type == TypeAttachment:
		return r.Get(survey.OfType), r.Get(survey.Of)
	case r.Get(survey.OfPerson) != "":
		return TypePerson, r.Get(survey.OfPerson)
	case r.Get(survey.OfHousehold) != "":
		return TypeHousehold, r.Get(survey.OfHousehold)
	}
	return "", ""
}

// dayKeys are the answers that say when a record of a type was: what lists of them are sorted by.
var dayKeys = map[string]string{
	TypeFact: survey.StartsOn, TypeEvent: survey.EventOn, TypeSlip: survey.OfferedOn, TypeReferral: survey.ReferredOn,
	TypeJobRec: survey.RecommendedOn, TypeFollowUp: survey.FollowedOn, TypeOutreach: survey.OutreachOn,
	TypeAttachment: survey.TakenOn, TypeTarget: survey.TargetFrom, TypePlace: survey.PlaceFrom, TypeQuestion: survey.FormFrom, TypeRule: survey.RuleFrom,
	TypeVisit: survey.VisitedOn, TypeWish: survey.WishedOn,
	TypeTrade: survey.ValidFrom, TypeProgramme: survey.ValidFrom, TypeInstitution: survey.ValidFrom, TypeAssessor: survey.ValidFrom, TypeTeacher: survey.ValidFrom,
	"inspection": "inspected_on", "check_call": "called_on", "feedback": "given_on", "claim": "applied_on", "seal": "sealed_on", // of package training, which stands after this one
}

// Day is when it was, "" where nobody said.
func (r Record) Day() survey.Date { return r.Get(dayKeys[r.Type]) }

// LatestFirst is for slices.SortFunc: the latest first, those without a day last.
func LatestFirst(a, b Record) int {
	return cmp.Or(cmp.Compare(b.Day(), a.Day()), cmp.Compare(a.ID, b.ID))
}
