package registry

import (
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What does not fit together in a household. All are doubts: the register must be able to hold what the village is like
// before somebody has sorted it out. The last part of each key is the importer's word for it.
var (
	ErrNoHead        = text.NewError("registry.house_no_head")
	ErrTwoHeads      = text.NewError("registry.house_two_heads")
	ErrTwoSpouses    = text.NewError("registry.house_two_spouses")
	ErrCoupleSameSex = text.NewError("registry.house_couple_same_sex")
	ErrTwoVillages   = text.NewError("registry.house_two_villages")
	ErrHeadDiffers   = text.NewError("registry.house_head_differs")
)

// The relations that the rules ask about.
const (
	Head   = "户主"
	Spouse = "配偶"
)

// CheckHouse looks at a household with all its members. Members may carry a village and a head's name of their own, as the
// rows of an export do; then these are compared too. Of says which member a problem is about, "" the household.
func CheckHouse(h Household, members []Person) []survey.Problem {
	if len(members) == 0 {
		return nil
	}
	heads, spouses := related(members, Head), related(members, Spouse)
	var out []survey.Problem
	add := func(key, of string, err error) {
		out = append(out, survey.Problem{Key: key, Err: err, Warn: true, Of: of})
	}
	if len(heads) == 0 {
		add(survey.Relation, "", ErrNoHead.With(headGiven(h)))
	}
	for _, p := range after(heads, 1) {
		add(survey.Relation, p.ID, ErrTwoHeads.With(heads[0].Name(), p.Name()))
	}
	for _, p := range after(spouses, 1) {
		add(survey.Relation, p.ID, ErrTwoSpouses.With(spouses[0].Name(), p.Name()))
	}
	for _, p := range spouses {
		if len(heads) == 1 && len(spouses) == 1 && p.Sex() != "" && p.Sex() == heads[0].Sex() {
			add(survey.Relation, p.ID, ErrCoupleSameSex.With(heads[0].Name(), p.Name()))
		}
	}
	for _, p := range members {
		if v := p.Get(survey.Village); v != "" && h.Village() != "" && v != h.Village() {
			add(survey.Village, p.ID, ErrTwoVillages.With(p.Name()))
		}
	}
	return append(out, headsDiffer(h, heads, members)...)
}

// headGiven says in brackets who is given as the head; "" where nobody is.
func headGiven(h Household) string {
	if h.Head() == "" {
		return ""
	}
	return text.T("registry.head_given", h.Head())
}

// headsDiffer compares the head among the members with the head's name that stands on the household and on the members' rows.
func headsDiffer(h Household, heads, members []Person) []survey.Problem {
	if len(heads) != 1 {
		return nil
	}
	var out []survey.Problem
	check := func(of, said string) {
		if said != "" && NameKey(said) != NameKey(heads[0].Name()) {
			out = append(out, survey.Problem{Key: survey.HeadName, Err: ErrHeadDiffers.With(said, heads[0].Name()), Warn: true, Of: of})
		}
	}
	check("", h.Head())
	for _, p := range members {
		check(p.ID, p.Get(survey.HeadName))
	}
	return out
}

func related(members []Person, relation string) []Person {
	var out []Person
	for _, p := range members {
		if p.Relation() == relation {
			out = append(out, p)
		}
	}
	return out
}

func after(people []Person, n int) []Person {
	if len(people) <= n {
		return nil
	}
	return people[n:]
}
