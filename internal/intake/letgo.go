package intake

import (
	"slices"

	"ruhu/internal/sheet"
)

// LetGo lets go of the book, when the plan is about to be written: the cells of a long list take more room than all that the plan
// says of it. What writing the plan needs of them stays, also to write it again after it was stopped: the keys of the rows, and the
// cells of those that wait. A form of questions is read from the book itself, and keeps it. Remap cannot follow.
func (p *Plan) LetGo() {
	if p.Kind == Questions {
		return
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		st := r.state
		if st.noise == "" {
			st.key = r.Key()
		}
		rest := &sheet.Sheet{Name: r.Sheet}
		if r.Waits() || r.Outcome == Reject {
			rest.Rows = [][]sheet.Cell{slices.Clone(st.cells())}
		}
		st.sheet, st.whole, st.line = rest, nil, 0
	}
	for i := range p.book.Sheets {
		p.book.Sheets[i].Rows = nil
	}
}

// Wrote says that the first n records that EachPut gives are in the register. What their rows say is let go but for what the report
// tells of them; EachPut goes on behind them.
func (p *Plan) Wrote(n int) {
	for ; p.wrote < len(p.Rows); p.wrote++ {
		r := &p.Rows[p.wrote]
		if r.goesIn() && (r.state.upto == 0 || r.state.upto > n) {
			return
		}
		r.state.name = r.Name()
		r.Person, r.Household, r.Wish, r.Fact, r.state.extra, r.state.fact = nil, nil, nil, nil, More{}, nil
	}
}
