package intake

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// houseRules looks at the rows of a household, and at those members in the register of whom the list does not speak.
func (w *work) houseRules(h *house) {
	heads, spouses, absent := w.roles(h)
	w.oneHead(h, heads, absent)
	t := person(survey.Relation)
	for n, i := range spouses {
		r := &w.plan.Rows[i]
		if n > 0 {
			r.say(t, Warning, kindHouseTwoSpouses, r.found(t), "", w.others(h, i)...)
		} else if len(heads) > 0 && sexOf(r) != "" && sexOf(r) == sexOf(&w.plan.Rows[heads[0]]) {
			r.say(t, Warning, kindHouseCoupleSameSex, sexOf(r), "", w.others(h, i)...)
		}
	}
}

// roles gives the rows of heads and spouses, and how many heads the register has beside them. Rejected rows count: they are
// people too, although they do not go in.
func (w *work) roles(h *house) (heads, spouses []int, absent int) {
	spoken := map[string]bool{}
	for _, i := range h.rows {
		r := &w.plan.Rows[i]
		if r.state.match != nil {
			spoken[r.state.match.ID] = true
		}
		switch {
		case r.With >= 0:
		case r.Person[survey.Relation] == registry.Head:
			heads = append(heads, i)
		case r.Person[survey.Relation] == registry.Spouse:
			spouses = append(spouses, i)
		}
	}
	for _, m := range h.members {
		if m.Relation() == registry.Head && !spoken[m.ID] {
			absent++
		}
	}
	return heads, spouses, absent
}

// oneHead checks that a household has one head, and that its rows name that one.
func (w *work) oneHead(h *house, heads []int, absent int) {
	t := person(survey.Relation)
	if len(h.rows) == 0 || !w.plan.Rows[h.rows[0]].state.has(t) || h.no == "" {
		return
	}
	if i := w.firstOf(h); i >= 0 && len(heads)+absent == 0 {
		r := &w.plan.Rows[i]
		r.say(t, Warning, kindHouseNoHead, r.found(t), "", w.others(h, i)...)
	}
	for n, i := range heads {
		if r := &w.plan.Rows[i]; n+absent > 0 && r.state.match == nil {
			r.say(t, Doubt, kindHouseTwoHeads, r.found(t), "", w.others(h, i)...)
		}
	}
	w.headNames(h, heads)
}

// firstOf is the first row of a household that is somebody's own, -1 where there is none.
func (w *work) firstOf(h *house) int {
	for _, i := range h.rows {
		if r := &w.plan.Rows[i]; r.With < 0 && !r.rejected() {
			return i
		}
	}
	return -1
}

// headNames finds rows that name somebody else as head: not one of the heads, or, where none is known, not whom most name.
func (w *work) headNames(h *house, heads []int) {
	t := household(survey.HeadName)
	right := map[string]bool{}
	for _, i := range heads {
		right[w.plan.Rows[i].Name()] = true
	}
	if len(heads) == 0 {
		right[w.vote(h, survey.HeadName)] = true
	}
	for _, i := range h.rows {
		r := &w.plan.Rows[i]
		if said := r.Household[survey.HeadName]; said != "" && !right[said] && !right[""] && r.With < 0 && !r.rejected() {
			r.say(t, Warning, kindHouseHeadDiffers, said, "", w.others(h, i)...)
		}
	}
}

// vote gives the answer that most rows of a household give; among equals that of the head, then the first by its characters, so
// that the order of rows does not matter.
func (w *work) vote(h *house, key string) string {
	return voteOf(w.plan.Rows, h.rows, key)
}

func voteOf(rows []Row, of []int, key string) string {
	count, best := map[string]int{}, ""
	for _, i := range of {
		v := rows[i].Household[key]
		if v == "" {
			continue
		}
		count[v] += 2
		if rows[i].Person[survey.Relation] == registry.Head {
			count[v]++
		}
	}
	for v, n := range count {
		if n > count[best] || n == count[best] && v < best {
			best = v
		}
	}
	return best
}

func sexOf(r *Row) string { return registry.SexOf(r.Person) }
