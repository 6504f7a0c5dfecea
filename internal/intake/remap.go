package intake

import (
	"context"

	"ruhu/internal/sheet"
)

// Book is the book that the plan was made of.
func (p *Plan) Book() *sheet.Book { return p.book }

// Remap makes the plan anew, with a heading (ColumnUse.Title) meaning another question; a target without Key leaves the column
// unread. What people have decided stays with its rows.
func (p *Plan) Remap(ctx context.Context, title string, t sheet.Target) (*Plan, error) {
	o := p.o
	o.Columns = with(p.o.Columns, title, t)
	before, decided := map[string]Choice{}, p.o.Decided
	for i := range p.Rows {
		if r := &p.Rows[i]; r.state.noise == "" {
			for key, c := range r.Decisions() {
				before[key] = c
			}
		}
	}
	o.Decided = func(key string) Choice {
		if c := before[key]; c != "" || decided == nil {
			return c
		}
		return decided(key)
	}
	return New(ctx, p.book, p.reg, o)
}
