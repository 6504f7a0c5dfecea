package intake

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// levelTones are how loud a problem is.
var levelTones = map[intake.Level]kit.Tone{
	intake.Normalised: kit.Quiet, intake.Skipped: kit.Quiet, intake.Merged: kit.Quiet, intake.Warning: kit.Warn, intake.Doubt: kit.Warn, intake.Rejected: kit.Bad,
}

// look shows one row of the plan: what was found, what would change, what can be decided.
func (v *preview) look(i int) {
	r := &v.plan.Rows[i]
	rows := kit.Rows(10, kit.Line(8, kit.Subtitle(rowTitle(r)), kit.Badge(r.Outcome.Label(), tones[r.Outcome])))
	if o := problemRows(r.Problems); o != nil {
		rows.Add(o)
	}
	if len(r.Choices) > 0 {
		rows.Add(v.choices(i, r))
	}
	if o := diffRows(r.Diffs); o != nil {
		rows.Add(o)
	}
	if len(r.Problems)+len(r.Diffs) == 0 {
		rows.Add(kit.Prose(text.T("import.nothing_odd"), kit.Quiet))
	}
	rows.Objects = append(rows.Objects, answerRows(r)...)
	v.detail.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), rows))}
	v.detail.Refresh()
}

func rowTitle(r *intake.Row) string {
	if r.Name() == "" {
		return text.T("import.row", r.Row)
	}
	return text.T("import.row_of", r.Row, r.Name())
}

// choices are the decisions a row allows, each with its number; the chosen one can be taken back.
func (v *preview) choices(i int, r *intake.Row) fyne.CanvasObject {
	rows := kit.Rows(5, kit.Strong(text.T("import.decide"), kit.Plain))
	for n, c := range r.Choices {
		b := kit.NewButton(strconv.Itoa(n+1)+"　"+c.Label(), func() { v.decide(i, c) })
		b.Alignment = widget.ButtonAlignLeading
		if r.Chosen == c {
			b.Importance = widget.HighImportance
		}
		rows.Add(b)
	}
	if n := v.alikeRows(doubtOf(r)); n > 1 {
		all := widget.NewCheck(text.T("import.decide_all", n), func(on bool) { v.alike = on })
		all.SetChecked(v.alike)
		rows.Add(all)
	}
	return kit.Tinted(kit.Warn, rows)
}

// doubtOf is the kind of doubt that a row is to be decided for.
func doubtOf(r *intake.Row) string {
	for _, p := range r.Problems {
		if p.Level == intake.Doubt {
			return p.Kind
		}
	}
	return ""
}

// alikeRows counts the rows that wait for the same reason.
func (v *preview) alikeRows(kind string) (n int) {
	for i := range v.plan.Rows {
		if r := &v.plan.Rows[i]; kind != "" && r.Outcome == intake.Decide && doubtOf(r) == kind {
			n++
		}
	}
	return n
}

// decide settles one row, or all that wait for the same reason where the person ticked that. The same choice again takes the
// decision back.
func (v *preview) decide(i int, c intake.Choice) {
	r := &v.plan.Rows[i]
	if v.alike && r.Chosen == "" && doubtOf(r) != "" {
		v.alike = false
		v.p.d.Toast(text.T("import.decided_all", v.plan.DecideAll(doubtOf(r), c)))
		v.redraw()
		return
	}
	if r.Chosen == c {
		c = ""
	}
	if err := v.plan.Decide(i, c); err != nil {
		v.p.d.ShowError(err)
		return
	}
	v.redraw()
	v.p.d.Window.Canvas().Focus(v.table)
}

// byNumber decides about the current row with a digit; 0 says first that the decision is for all rows like it.
func (v *preview) byNumber(r rune) {
	i := v.table.Current()
	if i < 0 {
		return
	}
	row := v.shown[i]
	if r == '0' && v.alikeRows(doubtOf(&v.plan.Rows[row])) > 1 {
		v.alike = !v.alike
		v.look(row)
		return
	}
	n := int(r - '1')
	if n < 0 || n >= len(v.plan.Rows[row].Choices) {
		return
	}
	v.decide(row, v.plan.Rows[row].Choices[n])
}

func problemRows(problems []intake.Problem) fyne.CanvasObject {
	if len(problems) == 0 {
		return nil
	}
	rows := kit.Rows(4, kit.Strong(text.T("import.found"), kit.Plain))
	for _, p := range problems {
		words := p.Message
		if p.Column != "" {
			words = text.T("import.problem", p.Column, p.Message)
		}
		rows.Add(kit.Prose("· "+words, levelTones[p.Level]))
	}
	return rows
}

// answerRows are what the row says of the person, the household and the wish, as it would be registered: ID numbers masked.
func answerRows(r *intake.Row) (rows []fyne.CanvasObject) {
	for _, part := range []struct {
		key   string
		table *survey.Table
		told  survey.Answers
	}{{"import.person", survey.Person, r.Person}, {"import.household", survey.Household, r.Household}, {"import.wish", survey.Wish, r.Wish}} {
		facts := form.Facts(part.table, part.told, false, func(f survey.Field) bool { return f.Kind != survey.Link })
		if len(facts.Objects) > 0 {
			rows = append(rows, kit.Strong(text.T(part.key), kit.Plain), facts)
		}
	}
	return rows
}

// diffRows show field by field what would change.
func diffRows(diffs []intake.Diff) fyne.CanvasObject {
	if len(diffs) == 0 {
		return nil
	}
	rows := kit.Rows(6, kit.Strong(text.T("import.differences"), kit.Plain))
	for _, d := range diffs {
		old := d.Old
		if old == "" {
			old = text.T("import.blank")
		}
		rows.Add(kit.Rows(1, kit.Caption(d.Label, kit.Quiet), kit.Prose(text.T("import.from_to", old, d.New), kit.Plain)))
	}
	return rows
}
