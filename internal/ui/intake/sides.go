package intake

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

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
	key, label, theirs, ours string
	differs                  bool
}

// sides shows the row beside whom it is held against: somebody of the register, or of an earlier row. differs is what people have to
// look at, same the rest; both are nil for somebody new.
func sides(d page.Deps, plan *intake.Plan, i int, open bool) (differs, same fyne.CanvasObject) {
	r := &plan.Rows[i]
	ours, house, title := facing(d.Desk, plan, i)
	if ours == nil {
		return nil, nil
	}
	pairs := append(pairsOf(d.Desk, survey.Person, keysOf(r), r.Person, ours, open), pairsOf(d.Desk, survey.Household, ofHouse, r.Household, house, open)...)
	pairs = append(contested(r, pairs), pairs...)
	var unlike, like []pair
	for _, p := range pairs {
		if p.differs {
			unlike = append(unlike, p)
		} else {
			like = append(like, p)
		}
	}
	theirs := text.T("import.theirs", r.Row)
	return pairRows(theirs, title, unlike), pairRows(theirs, title, like)
}

// facing is whom a row is held against, with the household, and what that side is called.
func facing(d *desk.Desk, plan *intake.Plan, i int) (ours, house survey.Answers, title string) {
	who, earlier := plan.Facing(i)
	switch {
	case who != nil:
		house = survey.Answers{}
		if h, err := d.Household(who.HouseholdID()); err == nil {
			house = h.Unpack()
		}
		return who.Unpack(), house, text.T("import.ours")
	case earlier >= 0 && earlier < len(plan.Rows) && earlier != i:
		e := &plan.Rows[earlier]
		return e.Person, e.Household, text.T("import.earlier", e.Row)
	}
	return nil, nil, ""
}

// labelOf is a choice in words; where the row is held against an earlier row of the list, it names that.
func labelOf(plan *intake.Plan, i int, c intake.Choice) string {
	if who, earlier := plan.Facing(i); c == intake.Ours && who == nil && earlier >= 0 {
		return text.T("import.earlier.right", plan.Rows[earlier].Row)
	}
	return c.Label()
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

// contested are the differences that the row's problems name and no answer of the two sides shows: another village, another
// household.
func contested(r *intake.Row, have []pair) (out []pair) {
	for _, p := range r.Problems {
		shown := slices.ContainsFunc(have, func(x pair) bool { return x.key == p.Key && x.differs })
		if p.Level == intake.Doubt && strings.HasPrefix(p.Kind, "conflict_") && p.Found != "" && p.To != "" && !shown {
			out = append(out, pair{p.Key, p.Column, p.Found, p.To, true})
		}
	}
	return out
}

func pairsOf(d *desk.Desk, t *survey.Table, keys []string, theirs, ours survey.Answers, open bool) (out []pair) {
	if full := d.Table(t.Name); full != nil {
		t = full
	}
	theirs, ours = numbered(t.Derive(theirs, d.Today())), numbered(t.Derive(ours, d.Today()))
	for _, key := range keys {
		f, ok := t.Field(key)
		a, b := theirs[key], ours[key]
		if !ok || f.Kind == survey.Link || a == "" && b == "" {
			continue
		}
		out = append(out, pair{key, f.Label, form.Shown(f, a, open), form.Shown(f, b, open), a != "" && b != "" && a != b})
	}
	return out
}

// numbered puts a number that could not be taken for an ID number in its place, to be held against the other side's.
func numbered(a survey.Answers) survey.Answers {
	if a[survey.IDNo] == "" && a[survey.IDPending] != "" {
		a = maps.Clone(a)
		a[survey.IDNo] = a[survey.IDPending]
	}
	return a
}

// pairRows lays the pairs out as three columns; where both sides say something and differ, the ground says so.
func pairRows(theirs, ours string, pairs []pair) fyne.CanvasObject {
	if len(pairs) == 0 {
		return nil
	}
	rows := kit.Rows(2, &fyne.Container{Layout: &inset{8, 0}, Objects: []fyne.CanvasObject{three(kit.Caption("", kit.Quiet), kit.Caption(theirs, kit.Quiet), kit.Caption(ours, kit.Quiet))}})
	for _, p := range pairs {
		tone := kit.Plain
		if p.differs {
			tone = kit.Warn
		}
		rows.Add(marked(p.differs, three(kit.Prose(p.label, kit.Quiet), kit.Prose(dash(p.theirs), tone), kit.Prose(dash(p.ours), tone))))
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

// marked lays a line on a ground that says that its two sides differ; the others stay in step with it.
func marked(differs bool, o fyne.CanvasObject) fyne.CanvasObject {
	in := &fyne.Container{Layout: &inset{8, 2}, Objects: []fyne.CanvasObject{o}}
	if !differs {
		return in
	}
	ground := canvas.NewRectangle(kit.Warn.Ground())
	ground.CornerRadius = 4
	return container.NewStack(ground, in)
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

type threeLayout struct{}

func (l *threeLayout) widths(width float32) [3]float32 {
	label := min(width*0.24, kit.Size("text")*6.4)
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
