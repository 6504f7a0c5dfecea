package intake

import (
	"maps"
	"slices"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// person gives the answers with which a row's person goes in.
func (r *Row) person() survey.Answers {
	a := r.Person
	if r.state.extra.Person == nil && r.Chosen != Two {
		return a
	}
	a = maps.Clone(a)
	maps.Copy(a, r.state.extra.Person)
	if r.Chosen == Two && a[survey.IDNo] != "" && !r.has(kindProbableSame) {
		r.without(a)
	}
	return a
}

// known is the person of the register whom the row is about, nil for somebody new.
func (r *Row) known() *registry.Person {
	if r.state.match == nil && (r.Chosen == Ours || r.Chosen == Theirs || r.Chosen == Accept) {
		return r.state.rival
	}
	return r.state.match
}

// compare finds what a row would change, field by field.
func (p *Plan) compare(r *Row) {
	if r.Outcome == Merge && r.With >= 0 || r.state.noise != "" {
		return // differences with the earlier row are there since the rows were merged
	}
	m := r.known()
	r.ID, r.Diffs, r.Kept = "", nil, nil
	if m == nil {
		m = r.state.rival
	} else {
		r.ID = m.ID
	}
	if m == nil && r.Outcome == Decide && r.state.other >= 0 { // both sides, for who decides
		r.Diffs = differences(survey.Person, p.Rows[r.state.other].Person, r.Person)
	}
	if m == nil || r.Outcome == Merge || r.Outcome == Reject {
		return
	}
	r.Diffs = p.personDiffs(r, m)
	if r.ID != "" {
		r.Diffs = p.addWish(r, r.Diffs)
	}
	if r.Outcome == Fresh && r.ID != "" {
		r.Outcome = Same
		if len(r.Diffs) > 0 {
			r.Outcome = Changed
		}
	}
}

// personDiffs gives the fields in which the row would change a person. Nothing is cleared, but for what stood in place of an
// ID number that is known now.
func (p *Plan) personDiffs(r *Row, m *registry.Person) []Diff {
	mine := r.person()
	if m.IDNumber() != "" && mine[survey.IDPending] != "" {
		mine = maps.Clone(mine)
		delete(mine, survey.IDPending)
	}
	if tags := r.joinTags(m); tags != nil {
		mine = maps.Clone(mine)
		maps.Copy(mine, tags)
	}
	diffs := slices.DeleteFunc(differences(survey.Person, m.Unpack(), mine), func(d Diff) bool {
		return d.Key == survey.Phone && d.Old != "" && r.state.house.answersAt(d.New)
	})
	out := p.sift(r, registry.TypePerson, m.ID, remarks(survey.Person, diffs), r.decidedOn)
	if pending := m.Get(survey.IDPending); pending != "" && mine[survey.IDNo] != "" {
		f, _ := survey.Person.Field(survey.IDPending)
		out = append(out, Diff{survey.Person.Name, f.Key, f.Label, pending, ""})
	}
	return r.moves(out)
}

// decidedOn tells whether people have decided about a difference, and for which side.
func (r *Row) decidedOn(d Diff) (take, known bool) {
	switch {
	case r.Chosen == Theirs:
		return true, true
	case (r.Chosen == Ours || r.Chosen == Accept) && (r.state.rival != nil || r.contested(d.Key)):
		return false, true
	}
	return false, r.Chosen == Ours && !r.hasLevel(Doubt)
}

// remarks adds what a list remarks to what stands there: remarks of two lists do not contradict each other.
func remarks(t *survey.Table, diffs []Diff) []Diff {
	var out []Diff
	for _, d := range diffs {
		f, _ := t.Field(d.Key)
		switch {
		case f.Kind != survey.Note || d.Old == "" || d.Key == survey.AsFound:
			out = append(out, d)
		case !strings.Contains(d.Old, d.New):
			d.New = d.Old + "\n" + d.New
			out = append(out, d)
		}
	}
	return out
}

// contested are the fields about which a decision was asked.
func (r *Row) contested(key string) bool {
	for _, p := range r.Problems {
		if p.Level == Doubt && p.Key == key {
			return true
		}
	}
	return false
}

// moves adds the move to another household, where people have decided for it.
func (r *Row) moves(out []Diff) []Diff {
	if r.Chosen == Theirs && r.has(kindConflictHousehold) {
		f, _ := survey.Person.Field(survey.InHousehold)
		h := r.state.house
		old := ""
		for _, p := range r.Problems {
			if p.Kind == kindConflictHousehold {
				old = p.To
			}
		}
		out = append(out, Diff{survey.Person.Name, f.Key, f.Label, old, h.no})
	}
	return out
}
