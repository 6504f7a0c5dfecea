package intake

import (
	"slices"

	"ruhu/internal/registry"
)

// DecideRows decides alike about rows of the plan, by their places in Rows, where they allow it, and tells how many those were; ""
// takes their decisions back. All is worked out anew once, however many rows there are.
func (p *Plan) DecideRows(rows []int, c Choice) int {
	n := 0
	for _, i := range rows {
		if i < 0 || i >= len(p.Rows) || c != "" && !slices.Contains(p.Rows[i].Choices, c) {
			continue
		}
		p.Rows[i].choose(c)
		n++
	}
	p.settle()
	return n
}

// Facing is whom a row is held against: somebody of the register, or the person of an earlier row of the list, whose place in Rows
// is earlier. Neither is found for somebody new.
func (p *Plan) Facing(row int) (who *registry.Person, earlier int) {
	r := &p.Rows[row]
	switch s := r.state; {
	case s == nil:
		return nil, -1
	case r.With >= 0:
		return nil, r.With
	case s.match != nil:
		return s.match, -1
	case s.rival != nil:
		return s.rival, -1
	default:
		return nil, s.other
	}
}
