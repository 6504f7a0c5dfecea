package form

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Records shows records one under the other: the day and what is on their card, the rest beneath. open leads to the form; with
// named, each says what kind of record it is.
func Records(d page.Deps, all []registry.Record, none string, named bool, open func(typ, id string)) fyne.CanvasObject {
	rows := kit.Rows(8)
	for _, r := range all {
		rows.Add(recordLine(d, r, named, open))
	}
	if len(rows.Objects) == 0 {
		rows.Add(kit.Prose(none, kit.Quiet))
	}
	return rows
}

func recordLine(d page.Deps, r registry.Record, named bool, open func(typ, id string)) fyne.CanvasObject {
	head := kit.Line(10, kit.Words(r.Day(), kit.Quiet))
	if named {
		head.Add(kit.Badge(text.T("form.type."+r.Type), kit.Quiet))
	}
	card, rest := recordWords(d, r)
	body := Beside(head, kit.Prose(strings.Join(card, "　"), kit.Plain))
	if len(rest) > 0 {
		body = kit.Rows(1, body, kit.Prose(strings.Join(rest, "　"), kit.Quiet))
	}
	if open == nil {
		return body
	}
	return container.NewBorder(nil, nil, nil, kit.NewQuiet(text.T("form.open"), func() { open(r.Type, r.ID) }), body)
}

// recordWords are the answers of a record: those of its card and of ledgers, which say by themselves what they are, and the others,
// each under its name.
func recordWords(d page.Deps, r registry.Record) (card, rest []string) {
	for _, f := range d.Desk.Table(r.Type).Fields {
		v := r.Get(f.Key)
		if v == "" || v == r.Day() || f.Kind == survey.Link || f.Hidden {
			continue
		}
		switch {
		case f.Kind == survey.Note, f.Kind == survey.Flag, f.Kind == survey.Number, f.On&(survey.Card|survey.Ledger) == 0:
			rest = append(rest, text.T("form.labelled", f.Label, f.Show(v)))
		default:
			card = append(card, f.Show(v))
		}
	}
	return card, rest
}

// Beside puts words that wrap to the right of what leads them.
func Beside(lead, words fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&besideLayout{}, lead, words)
}

// besideLayout gives the words the width that is left, and asks for the height that they need in it.
type besideLayout struct{}

const besideGap = 10

func (l *besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+besideGap+80, max(a.Height, b.Height))
}

func (l *besideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	a := o[0].MinSize()
	o[0].Resize(a)
	o[0].Move(fyne.Position{})
	w := max(size.Width-a.Width-besideGap, 0)
	o[1].Resize(fyne.NewSize(w, size.Height))
	h := o[1].MinSize().Height // of words that wrap it is known only now
	o[1].Resize(fyne.NewSize(w, h))
	o[1].Move(fyne.NewPos(a.Width+besideGap, max((a.Height-h)/2, 0)))
}
