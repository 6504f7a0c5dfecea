package intake

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// always are the answers by which people know somebody: they stand in both sides even where they agree.
var always = []string{survey.FullName, survey.IDNo, survey.Sex, survey.Born, survey.Relation, survey.Phone}

// ofHouse are those about the household.
var ofHouse = []string{survey.HeadName, survey.Village, survey.Group}

// pair is one question with what each side says.
type pair struct {
	label, theirs, ours string
	differs             bool
}

// sides shows the row beside whom it is held against: somebody of the register, or of an earlier row. Nil for somebody new.
func (v *preview) sides(i int) fyne.CanvasObject { return sides(v.p.d, v.plan, i, v.open) }

func sides(d page.Deps, plan *intake.Plan, i int, open bool) fyne.CanvasObject {
	r := &plan.Rows[i]
	who, earlier := plan.Facing(i)
	var ours survey.Answers
	house := survey.Answers{}
	title := text.T("import.ours")
	switch {
	case who != nil:
		ours = who.Answers
		if h, err := d.Desk.Household(who.HouseholdID()); err == nil {
			house = h.Answers
		}
	case earlier >= 0 && earlier < len(plan.Rows) && earlier != i:
		e := &plan.Rows[earlier]
		ours, house, title = e.Person, e.Household, text.T("import.earlier", e.Row)
	default:
		return nil
	}
	pairs := append(pairsOf(d.Desk, survey.Person, keysOf(r), r.Person, ours, open), pairsOf(d.Desk, survey.Household, ofHouse, r.Household, house, open)...)
	return pairRows(text.T("import.theirs", r.Row), title, pairs)
}

// keysOf are the questions to be held side by side: who somebody is, and whatever differs.
func keysOf(r *intake.Row) []string {
	keys := slices.Clone(always)
	for _, ds := range [][]intake.Diff{r.Diffs, r.Kept} {
		for _, d := range ds {
			if (d.Table == "" || d.Table == survey.Person.Name) && !slices.Contains(keys, d.Key) {
				keys = append(keys, d.Key)
			}
		}
	}
	for _, p := range r.Problems {
		if _, ok := survey.Person.Field(p.Key); ok && p.Level == intake.Doubt && !slices.Contains(keys, p.Key) {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

func pairsOf(d *desk.Desk, t *survey.Table, keys []string, theirs, ours survey.Answers, open bool) (out []pair) {
	if full := d.Table(t.Name); full != nil {
		t = full
	}
	theirs, ours = t.Derive(theirs, d.Today()), t.Derive(ours, d.Today())
	for _, key := range keys {
		f, ok := t.Field(key)
		a, b := theirs[key], ours[key]
		if !ok || f.Kind == survey.Link || a == "" && b == "" {
			continue
		}
		out = append(out, pair{f.Label, form.Shown(f, a, open), form.Shown(f, b, open), a != "" && b != "" && a != b})
	}
	return out
}

// pairRows lays the pairs out as three columns; where both sides say something and differ, the ground says so.
func pairRows(theirs, ours string, pairs []pair) fyne.CanvasObject {
	rows := kit.Rows(1, three(kit.Caption("", kit.Quiet), kit.Caption(theirs, kit.Quiet), kit.Caption(ours, kit.Quiet)))
	for _, p := range pairs {
		tone := kit.Plain
		if p.differs {
			tone = kit.Warn
		}
		line := three(kit.Prose(p.label, kit.Quiet), kit.Prose(dash(p.theirs), tone), kit.Prose(dash(p.ours), tone))
		if p.differs {
			rows.Add(kit.Tinted(kit.Warn, line))
		} else {
			rows.Add(padded(line))
		}
	}
	return rows
}

// dash stands for nothing.
func dash(s string) string {
	if s == "" {
		return text.T("import.blank")
	}
	return s
}

// padded keeps a plain line in step with those on a coloured ground.
func padded(o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &inset{10, 2}, Objects: []fyne.CanvasObject{o}}
}

type inset struct{ x, y float32 }

func (l *inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Add(fyne.NewSize(2*l.x, 2*l.y))
}

func (l *inset) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(l.x, l.y))
	o[0].Resize(s.Subtract(fyne.NewSize(2*l.x, 2*l.y)))
}

// three lays a label and two values out in columns of fixed shares.
func three(o ...fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &threeLayout{}, Objects: o}
}

type threeLayout struct{ width float32 }

func (l *threeLayout) widths(width float32) [3]float32 {
	label := min(width*0.26, kit.Size("text")*6.5)
	return [3]float32{label, (width - label) / 2, (width - label) / 2}
}

func (l *threeLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(120, h)
}

func (l *threeLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, w := range l.widths(s.Width) {
		o[i].Move(fyne.NewPos(x, 0))
		if t, ok := o[i].(*canvas.Text); ok {
			t.Resize(fyne.NewSize(w-6, t.MinSize().Height))
		} else {
			o[i].Resize(fyne.NewSize(w-6, s.Height))
		}
		x += w
	}
}
