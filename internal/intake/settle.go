package intake

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// settle works out what becomes of each row, by its problems and by what people have decided, and counts.
func (p *Plan) settle() {
	p.resetCounts()
	for i := range p.Rows {
		r := &p.Rows[i]
		r.state.extra = nil
		r.Choices = r.choices()
		r.Outcome = r.outcome()
	}
	for i := range p.Rows {
		p.gather(&p.Rows[i])
	}
	for i := range p.Rows {
		p.compare(&p.Rows[i])
	}
	p.households()
	for i := range p.Rows {
		p.count(&p.Rows[i])
	}
	p.gatherProblems()
}

func (p *Plan) resetCounts() {
	p.Data, p.Households, p.Persons, p.New, p.Changed, p.Same, p.Merged, p.Undecided, p.Rejected, p.Skipped = 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
}

// choices are what a row's doubts leave open.
func (r *Row) choices() []Choice {
	who, said, any := false, false, false
	for _, p := range r.Problems {
		any = any || p.Level == Doubt
		who = who || identity[p.Kind] && p.Level == Doubt
		said = said || against[p.Kind]
	}
	switch {
	case !any || r.rejected() || r.With >= 0:
		return nil
	case r.has(kindDupIDOtherName):
		return []Choice{Two, Ours, Theirs, Leave}
	case who:
		return []Choice{Ours, Theirs, Two, Leave}
	case said:
		return []Choice{Ours, Theirs, Leave}
	}
	return []Choice{Accept, Leave}
}

func (r *Row) outcome() Outcome {
	switch {
	case r.state.noise != "" || r.Chosen == Leave:
		return Skip
	case r.rejected():
		return Reject
	case r.With >= 0:
		return Merge
	case len(r.Choices) > 0 && r.Chosen == "":
		return Decide
	case r.state.other >= 0 && (r.Chosen == Ours || r.Chosen == Theirs):
		return Merge
	}
	return Fresh
}

// target is the index of the row whose person a merged row speaks of.
func (r *Row) target() int {
	if r.With >= 0 {
		return r.With
	}
	return r.state.other
}

// gather gives what a merged row knows more to the row of its person; a decision for the later row lets it win.
func (p *Plan) gather(r *Row) {
	if r.Outcome != Merge {
		return
	}
	first := &p.Rows[r.target()]
	if first.state.extra == nil {
		first.state.extra = survey.Answers{}
	}
	for key, v := range r.Person {
		if _, told := first.Person[key]; !told || r.Chosen == Theirs {
			first.state.extra[key] = v
		}
	}
}

// person gives the answers with which a row's person goes in.
func (r *Row) person() survey.Answers {
	a := r.Person
	if r.state.extra == nil && r.Chosen != Two {
		return a
	}
	a = maps.Clone(a)
	maps.Copy(a, r.state.extra)
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
	r.ID, r.Diffs = "", nil
	if m == nil {
		m = r.state.rival
	} else {
		r.ID = m.ID
	}
	if m == nil || r.Outcome == Merge || r.Outcome == Reject {
		return
	}
	r.Diffs = r.personDiffs(m)
	if r.Outcome == Fresh && r.ID != "" {
		r.Outcome = Same
		if len(r.Diffs) > 0 {
			r.Outcome = Changed
		}
	}
}

// personDiffs gives the fields in which the row would change a person. Nothing is cleared, but for what stood in place of an
// ID number that is known now.
func (r *Row) personDiffs(m *registry.Person) []Diff {
	mine := r.person()
	if m.IDNumber() != "" && mine[survey.IDPending] != "" {
		mine = maps.Clone(mine)
		delete(mine, survey.IDPending)
	}
	var out []Diff
	for _, d := range differences(survey.Person, m.Answers, mine) {
		if d.Key == survey.Phone && d.Old != "" && r.state.house.answersAt(d.New) {
			continue
		}
		if d.Old == "" || r.Chosen != Ours && r.Chosen != Accept || r.state.rival == nil && !r.contested(d.Key) {
			out = append(out, d)
		}
	}
	if pending := m.Answers[survey.IDPending]; pending != "" && mine[survey.IDNo] != "" {
		f, _ := survey.Person.Field(survey.IDPending)
		out = append(out, Diff{survey.Person.Name, f.Key, f.Label, pending, ""})
	}
	return r.moves(out)
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
		if h.known == nil {
			continue
		}
		h.diffs = nil
		for _, d := range differences(survey.Household, h.known.Answers, h.answers) {
			if d.Old == "" || !h.kept(p, in, d.Key) {
				h.diffs = append(h.diffs, d)
			}
		}
		if first := &p.Rows[in[0]]; len(h.diffs) > 0 {
			first.Diffs = append(first.Diffs, h.diffs...)
			if first.Outcome == Same {
				first.Outcome = Changed
			}
		}
	}
	p.Households = len(numbers)
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

// kept tells whether people have decided for the register's side of a household's answer.
func (h *house) kept(p *Plan, in []int, key string) bool {
	for _, i := range in {
		if r := &p.Rows[i]; (r.Chosen == Ours || r.Chosen == Accept) && r.contested(key) {
			return true
		}
	}
	return false
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
		if r := &p.Rows[i]; r.Person[survey.Relation] == registry.Head && a[survey.HeadName] == "" {
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

func (p *Plan) count(r *Row) {
	if r.state.noise == "" {
		p.Data++
	}
	switch r.Outcome {
	case Fresh:
		p.New++
	case Changed:
		p.Changed++
	case Same:
		p.Same++
	case Merge:
		p.Merged++
	case Decide:
		p.Undecided++
	case Reject:
		p.Rejected++
	case Skip:
		p.Skipped++
	}
	if r.goesIn() {
		p.Persons++
	}
}

// gatherProblems puts all problems in the order of the book and into words.
func (p *Plan) gatherProblems() {
	p.Problems = p.Problems[:0]
	for i := range p.sheetProblems {
		q := &p.sheetProblems[i]
		q.Message = q.message("")
		p.Problems = append(p.Problems, *q)
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		slices.SortStableFunc(r.Problems, func(a, b Problem) int { return cmp.Compare(a.at, b.at) })
		for j := range r.Problems {
			if q := &r.Problems[j]; q.Message == "" {
				q.Message = q.message(numbers(q.With))
			}
		}
		p.Problems = append(p.Problems, r.Problems...)
	}
}

func numbers(rows []int) string {
	s := make([]string, len(rows))
	for i, n := range rows {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, "、")
}
