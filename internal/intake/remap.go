package intake

import (
	"context"

	"ruhu/internal/sheet"
)

// Book is the book that the plan was made of.
func (p *Plan) Book() *sheet.Book { return p.book }

// Remap makes the plan anew, with a heading meaning another question; a target without Key leaves the column unread. Decisions
// stay with their rows.
func (p *Plan) Remap(ctx context.Context, heading string, t sheet.Target) (*Plan, error) {
	o := p.o
	o.Columns = map[string]sheet.Target{heading: t}
	for h, was := range p.o.Columns {
		if h != heading {
			o.Columns[h] = was
		}
	}
	return New(ctx, p.book, p.reg, o)
}
