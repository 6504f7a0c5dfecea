package intake

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/survey"
)

// settle works out what becomes of each row, by its problems and by what people have decided, and counts.
func (p *Plan) settle() {
	if p.Kind == Targets {
		p.settleTargets()
		return
	}
	p.resetCounts()
	for i := range p.Rows {
		r := &p.Rows[i]
		r.state.extra = r.state.more.clone()
		r.Problems = slices.DeleteFunc(r.Problems, func(q Problem) bool { return q.made })
		r.Choices = r.choices()
		r.Outcome = r.outcome()
	}
	for i := range p.Rows {
		p.gather(&p.Rows[i])
	}
	p.decideHouses()
	for i := range p.Rows {
		p.compare(&p.Rows[i])
	}
	p.households()
	p.settleFacts()
	p.judge()
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
		if p.enrol {
			continue
		}
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

// More is what rows that were merged into one know beyond it.
type More struct {
	Person survey.Answers `json:"person,omitempty"`
	Wish   survey.Answers `json:"wish,omitempty"`
}

func (m More) clone() More { return More{maps.Clone(m.Person), m.Wish} }

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
	extra := &first.state.extra
	if extra.Person == nil {
		extra.Person = survey.Answers{}
	}
	for key, v := range r.Person {
		if _, told := first.Person[key]; !told || r.Chosen == Theirs {
			extra.Person[key] = v
		}
	}
	if wish := r.wished(); wish != nil && (extra.Wish == nil || r.Chosen == Theirs) {
		extra.Wish = wish
	}
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
