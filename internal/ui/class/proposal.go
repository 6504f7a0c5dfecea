package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// proposal is what the class may ask for now, of a kind and a part, with how it was reckoned and what the rules say of it.
type proposal struct {
	s    *money
	kind *kit.Picker
	part *kit.Toggle
	plan desk.ClaimPlan
	says *fyne.Container
	box  fyne.CanvasObject
}

func newProposal(s *money) *proposal {
	o := &proposal{s: s, kind: kit.NewPicker(form.Items("claim_kind")...), part: kit.NewToggle(training.InAdvance, training.TheRest, training.InFull), says: kit.Rows(2)}
	o.kind.SetValue(o.kind.Items()[0].Value)
	o.part.SetValue(training.InFull)
	o.kind.OnChange(o.reckon)
	o.part.OnChange(o.reckon)
	add := kit.NewPrimary(text.T("class.claim.add"), s.add)
	left := kit.Line(8, kit.Strong(text.T("class.claim.may"), kit.Plain), kit.Em(9, o.kind), o.part)
	o.box = kit.Panel(kit.Rows(6, kit.Head(left, add), o.says))
	return o
}

// reckon shows what the class may ask for as it is chosen.
func (o *proposal) reckon() {
	if o.kind.Value() == "" || o.part.Value() == "" {
		return
	}
	var err error
	o.says.Objects = nil
	if o.plan, err = o.s.p.deps.Desk.PlanClaim(o.s.p.class.ID, o.kind.Value(), o.part.Value()); err != nil {
		o.says.Add(kit.Prose(text.Explain(err).String(), kit.Bad))
		return
	}
	for _, why := range o.plan.Why {
		o.says.Add(kit.Prose(why, kit.Plain))
	}
	for _, f := range o.plan.Verdict.Findings {
		o.says.Add(container.NewBorder(nil, nil, kit.Words("· ", kit.Warn), nil, kit.Prose(f.Sentence, kit.Warn)))
	}
	o.says.Refresh()
	o.box.Refresh()
}
