package intake

import (
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// goesIn tells whether the row's person will be in the register.
func (r *Row) goesIn() bool { return r.Outcome == Fresh || r.Outcome == Same || r.Outcome == Changed }

// households puts each household's answers together from the rows that go in, and shows what they change at the first.
func (p *Plan) households() {
	numbers := map[string]bool{}
	for _, h := range p.houses {
		in := h.goingIn(p)
		if len(h.rows) > 0 && (h.no != "" || h.named) {
			numbers[h.label()] = true
		}
		if len(in) == 0 {
			continue
		}
		h.answers = h.gather(p, in)
		h.joinTypes(p, in)
		if h.known == nil {
			continue
		}
		first := &p.Rows[in[0]]
		diffs := remarks(survey.Household, differences(survey.Household, h.known.Unpack(), h.answers))
		h.diffs = p.sift(first, registry.TypeHousehold, h.known.ID, diffs, func(d Diff) (take, known bool) { return h.decidedOn(p, in, d.Key) })
		if len(h.diffs) > 0 {
			first.Diffs = append(first.Diffs, h.diffs...)
			if first.Outcome == Same {
				first.Outcome = Changed
			}
		}
	}
	p.Households = len(numbers)
}

// decideHouses takes the household of a person whom people have found in the register for one that the list does not number.
func (p *Plan) decideHouses() {
	for _, h := range p.houses {
		if h.decided {
			h.known, h.decided = nil, false
		}
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		h, m := r.state.house, r.known()
		if h == nil || h.known != nil || h.no != "" || m == nil || r.Outcome == Merge || r.Outcome == Skip {
			continue
		}
		if at, ok := p.reg.Household(m.HouseholdID()); ok {
			h.known, h.decided = &at, true
		}
	}
}

// isWritten tells whether a household that the register does not have is to be in it: somebody new lives there, or moves there.
func (h *house) isWritten(p *Plan) bool {
	return slices.ContainsFunc(h.goingIn(p), func(i int) bool {
		r := &p.Rows[i]
		return r.ID == "" || slices.ContainsFunc(r.Diffs, func(d Diff) bool { return d.Key == survey.InHousehold })
	})
}

// label tells households apart when they are counted.
func (h *house) label() string {
	if h.no != "" {
		return h.no
	}
	return "row " + strconv.Itoa(h.rows[0])
}

func (h *house) goingIn(p *Plan) []int {
	var in []int
	for _, i := range h.rows {
		if r := &p.Rows[i]; r.goesIn() && !r.staysAway() {
			in = append(in, i)
		}
	}
	return in
}

// staysAway tells a person known in another household, whom nobody has decided to move.
func (r *Row) staysAway() bool { return r.has(kindConflictHousehold) && r.Chosen != Theirs }

// decidedOn tells whether people have decided about a household's answer in one of its rows, and for which side.
func (h *house) decidedOn(p *Plan, in []int, key string) (take, known bool) {
	for _, i := range in {
		switch r := &p.Rows[i]; {
		case (r.Chosen == Ours || r.Chosen == Accept) && r.contested(key):
			return false, true
		case r.Chosen == Theirs:
			take, known = true, true
		}
	}
	return take, known
}

// gather takes for each question the answer that most rows give.
func (h *house) gather(p *Plan, in []int) survey.Answers {
	a := survey.Answers{}
	for _, i := range in {
		for key := range p.Rows[i].Household {
			if _, done := a[key]; !done {
				a[key] = voteOf(p.Rows, in, key)
			}
		}
	}
	for _, i := range in {
		if r := &p.Rows[i]; (r.Person[survey.Relation] == registry.Head || r.state.headOnly && h.known == nil) && a[survey.HeadName] == "" {
			a[survey.HeadName] = r.settledName()
		}
	}
	if v := h.settledVillage(p, in); v != "" {
		a[survey.Village] = v
	}
	return a
}

// settledName is the name under which the row's person will be in the register.
func (r *Row) settledName() string {
	if m := r.known(); m != nil && r.Chosen != Theirs {
		return m.Name()
	}
	return r.Name()
}

// settledVillage is the register's, unless people have decided for the list's.
func (h *house) settledVillage(p *Plan, in []int) string {
	for _, i := range in {
		if r := &p.Rows[i]; r.Chosen == Theirs && r.has(kindConflictVillage) {
			return r.state.village
		}
	}
	return h.village
}
