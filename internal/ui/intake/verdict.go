package intake

import (
	"fyne.io/fyne/v2"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// verdict says in a word whether somebody on a roster is enrolled; "" for rows that are on none.
func verdict(r *intake.Row) (string, kit.Tone) {
	e := r.Enrol
	switch {
	case e == nil:
		return "", kit.Plain
	case e.In:
		return text.T("import.enrol.in"), kit.Quiet
	case e.Enrol == intake.MayNotEnrol:
		return text.T("import.enrol.no"), kit.Bad
	case e.Enrol == intake.MayEnrol, e.Decided == intake.Enrol:
		return text.T("import.enrol.yes"), kit.Good
	case e.Decided == intake.NotEnrol:
		return text.T("import.enrol.not"), kit.Quiet
	}
	return text.T("import.enrol.ask"), kit.Warn
}

// reasons are the sentences of the rules for somebody on a roster.
func reasons(r *intake.Row) fyne.CanvasObject {
	if r.Enrol == nil || len(r.Enrol.Words) == 0 {
		return nil
	}
	_, tone := verdict(r)
	if tone == kit.Good {
		tone = kit.Quiet
	}
	rows := kit.Rows(4, kit.Strong(text.T("import.rules"), kit.Plain))
	for _, w := range r.Enrol.Words {
		rows.Add(kit.Prose("· "+w, tone))
	}
	return rows
}
