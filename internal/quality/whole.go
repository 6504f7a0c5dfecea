package quality

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// numbers finds what several records share and only one may have: ID numbers, numbers of households, a name with a birth date in
// one village; and phones that many households share.
func (w *search) numbers() {
	byID, byPerson, byPhone := map[string][]*subject{}, map[samePerson][]*subject{}, map[string][]*subject{}
	for i := range w.everyone {
		x := &w.everyone[i]
		if x.idErr == nil {
			byID[x.id.Number] = append(byID[x.id.Number], x)
		}
		if x.aged && x.left == "" {
			key := samePerson{registry.NameKey(x.Name()), x.born, x.house.Village()}
			byPerson[key] = append(byPerson[key], x)
		}
		if x.Phone() != "" && x.left == "" {
			byPhone[x.Phone()] = append(byPhone[x.Phone()], x)
		}
	}
	twice(w, "id_twice", byID, func([]*subject) bool { return true })
	twice(w, "same_person", byPerson, func(group []*subject) bool { return !oneNumber(group) && !twoNumbers(group) })
	w.shared(byPhone)
	w.houseNumbers()
}

// oneNumber and twoNumbers leave to id_twice what is its, and let two people be two whose good numbers differ.
func oneNumber(group []*subject) bool {
	return group[0].idErr == nil && !slices.ContainsFunc(group, func(x *subject) bool { return x.id.Number != group[0].id.Number })
}

func twoNumbers(group []*subject) bool {
	return !slices.ContainsFunc(group, func(x *subject) bool { return x.idErr != nil })
}

// samePerson is what two records of one person have in common where a number is missing.
type samePerson struct {
	name    string
	born    time.Time // of one zone: the days of birth are all UTC
	village string
}

func twice[K comparable](w *search, code string, groups map[K][]*subject, wanted func([]*subject) bool) {
	c, on := w.checks[code]
	if !on {
		return
	}
	for _, group := range groups {
		if len(group) < 2 || !wanted(group) {
			continue
		}
		for _, x := range group {
			w.say(x, c, others(group, x))
		}
	}
}

// others names a few others of a group, with whose household they are of. A number that thousands share is named once for each,
// not once for each pair.
func others(group []*subject, but *subject) string {
	var out []string
	for _, x := range group[:min(len(group), 4)] {
		if x != but && len(out) < 3 {
			out = append(out, text.T("quality.other", x.Name(), x.house.Head()))
		}
	}
	if n := len(group) - 1 - len(out); n > 0 {
		out = append(out, text.T("quality.more", n))
	}
	return strings.Join(out, "、")
}

// shared finds phones of more households than a family's would be.
func (w *search) shared(byPhone map[string][]*subject) {
	c, on := w.checks["phone_shared"]
	if !on {
		return
	}
	for _, group := range byPhone {
		in := map[string]bool{}
		for _, x := range group {
			in[x.HouseholdID()] = true
		}
		if len(in) >= c.number("households") {
			for _, x := range group {
				w.say(x, c, len(in))
			}
		}
	}
}

func (w *search) houseNumbers() {
	c, on := w.checks["house_no_twice"]
	if !on {
		return
	}
	byNo := map[string][]registry.Household{}
	for _, h := range w.src.Households {
		if h.No() != "" && h.Get(survey.MergedInto) == "" {
			byNo[h.No()] = append(byNo[h.No()], h)
		}
	}
	for _, group := range byNo {
		for _, h := range group {
			if len(group) > 1 {
				w.of(h, c, "", sentence(c, len(group)-1))
			}
		}
	}
}
