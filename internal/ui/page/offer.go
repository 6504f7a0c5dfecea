package page

import (
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
)

// Offer gives the words that are usual for a question, as the others are answered now.
type Offer func(survey.Answers) []kit.Item

// Offers are the questions of free words for which the register itself knows the usual ones.
func Offers(d *desk.Desk) map[string]Offer {
	return map[string]Offer{
		survey.Group:          func(a survey.Answers) []kit.Item { return Groups(d, a[survey.Village]) },
		survey.ReferralSchool: func(survey.Answers) []kit.Item { return schools(d) },
	}
}

// schools are those of the directory of whom to call (云人社发〔2018〕71号), each to be found by its kind too.
func schools(d *desk.Desk) (items []kit.Item) {
	for _, r := range directory(d) {
		items = append(items, kit.Item{Value: r.Get(survey.SchoolName), Also: []string{r.Get(survey.SchoolKind)}})
	}
	return items
}

// School is what the directory says of a school.
func School(d *desk.Desk, name string) (survey.Answers, bool) {
	for _, r := range directory(d) {
		if r.Get(survey.SchoolName) == name {
			return r.Unpack(), true
		}
	}
	return nil, false
}

// directory is empty where it cannot be read: the school can still be typed.
func directory(d *desk.Desk) []registry.Record {
	all, err := d.Records(registry.TypeSchool, "")
	if err != nil {
		return nil
	}
	return all
}
