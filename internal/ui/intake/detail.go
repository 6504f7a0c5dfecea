package intake

import (
	"strings"

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

var tones = map[intake.Outcome]kit.Tone{
	intake.Fresh: kit.Good, intake.Changed: kit.Accent, intake.Same: kit.Quiet, intake.Merge: kit.Quiet, intake.Decide: kit.Warn,
	intake.Reject: kit.Bad, intake.Skip: kit.Quiet,
}

// levelTones are how loud a problem is.
var levelTones = map[intake.Level]kit.Tone{
	intake.Normalised: kit.Quiet, intake.Skipped: kit.Quiet, intake.Merged: kit.Quiet, intake.Warning: kit.Warn, intake.Doubt: kit.Warn, intake.Rejected: kit.Bad,
}

// look shows one row of the plan: what was found, what can be decided, both sides, what would be registered.
func (x *rows) look(i int) {
	r := &x.v.plan.Rows[i]
	head := kit.Line(8, kit.Subtitle(rowTitle(r.Row, r.Name())), kit.Badge(r.Outcome.Label(), tones[r.Outcome]))
	if words, tone := verdict(r); words != "" {
		head.Add(kit.Badge(words, tone))
	}
	head.Objects = append(head.Objects, kit.Gap(), x.eye(i))
	all := kit.Rows(10, head)
	loud, quiet := parted(r.Problems)
	if o := problemRows(loud, x.v.open); o != nil {
		all.Add(o)
	}
	if o := reasons(r); o != nil {
		all.Add(o)
	}
	differs, same := sides(x.v.p.d, x.v.plan, i, x.v.open)
	if differs != nil {
		all.Add(differs)
	}
	if len(r.Choices) > 0 {
		all.Add(x.choices(i, r))
	}
	if same != nil {
		all.Add(kit.Strong(text.T("import.same"), kit.Plain))
		all.Add(same)
	}
	if len(r.Problems)+len(r.Diffs) == 0 {
		all.Add(kit.Prose(text.T("import.nothing_odd"), kit.Quiet))
	}
	all.Objects = append(all.Objects, answerRows(r, x.v.open)...)
	if len(quiet) > 0 {
		all.Add(kit.Strong(text.T("import.tidied"), kit.Plain))
		all.Add(problemRows(quiet, x.v.open))
	}
	fill(x.detail, all)
}

// fill puts rows that may be longer than the room into a place.
func fill(place, rows *fyne.Container) {
	place.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), rows))}
	place.Refresh()
}

func rowTitle(row int, name string) string {
	if name == "" {
		return text.T("import.row", row)
	}
	return text.T("import.row_of", row, name)
}

// eye shows ID numbers whole, to compare them digit by digit, or masks them again.
func (x *rows) eye(i int) fyne.CanvasObject {
	words := text.T("import.open_numbers")
	if x.v.open {
		words = text.T("import.mask_numbers")
	}
	return kit.NewQuiet(words, func() {
		x.v.open = !x.v.open
		x.look(i)
		x.v.p.d.Window.Canvas().Focus(x.table)
	})
}

// choices are the decisions a row allows, each with its key; the chosen one can be taken back.
func (x *rows) choices(i int, r *intake.Row) fyne.CanvasObject {
	title := text.T("import.decide")
	if chosen(r) != "" && !r.Waits() {
		title = text.T("import.decide.done")
	}
	all := kit.Rows(5, kit.Strong(title, kit.Plain))
	all.Add(buttons(r.Choices, func(c intake.Choice) (string, bool) { return labelOf(x.v.plan, i, c), isChosen(r, c) }, func(c intake.Choice) { x.decide(i, c) }))
	if n := len(x.alikeRows(r, "")); n > 1 && r.Waits() {
		check := widget.NewCheck(text.T("import.decide_all", n), func(on bool) { x.alike = on })
		check.SetChecked(x.alike)
		all.Add(check)
	}
	return kit.Tinted(kit.Warn, all)
}

// buttons are decisions side by side, each with its key: all of them are in sight beneath two records that differ in much. face is what
// one is called, and whether it is the one taken.
func buttons(choices []intake.Choice, face func(intake.Choice) (string, bool), do func(intake.Choice)) fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, c := range byKey(choices) {
		words, taken := face(c)
		b := kit.NewButton(string(keyOf(c))+"　"+words, func() { do(c) })
		if taken {
			b.Importance = widget.HighImportance
		}
		all = append(all, b)
	}
	return kit.Flow(6, all...)
}

// parted are the problems to be looked at, and those that were put right without asking.
func parted(problems []intake.Problem) (loud, quiet []intake.Problem) {
	for _, p := range problems {
		if p.Level == intake.Normalised {
			quiet = append(quiet, p)
		} else {
			loud = append(loud, p)
		}
	}
	return loud, quiet
}

func problemRows(problems []intake.Problem, open bool) fyne.CanvasObject {
	if len(problems) == 0 {
		return nil
	}
	rows, named := kit.Rows(4), map[string]bool{}
	for _, p := range problems {
		words := p.Message
		if p.Column != "" {
			words = text.T("import.problem", p.Column, p.Message)
		}
		if found := asFound(p, open); found != "" && !named[p.Column] {
			named[p.Column] = true
			words += text.T("import.as_found", found)
		}
		rows.Add(kit.Prose("· "+words, levelTones[p.Level]))
	}
	return rows
}

// asFound is an ID number or phone as the list has it, which messages never name: the middle of an ID number is hidden unless open.
func asFound(p intake.Problem, open bool) string {
	f, ok := survey.Person.Field(p.Key)
	switch {
	case !ok || p.Level == intake.Normalised:
		return ""
	case f.Kind == survey.PhoneKind:
		return p.Found
	case f.Kind != survey.IDNumber || len(p.Found) < 8:
		return ""
	case open, strings.ContainsAny(p.Found, "Ee"): // 5.3E+17 tells nothing of anybody
		return p.Found
	}
	if m := survey.MaskID(p.Found); strings.Trim(m, "*") != "" {
		return m
	}
	return "" // all of it is masked
}

// answerRows are what the row says of the person, the household, the wish and the fact, as it would be registered.
func answerRows(r *intake.Row, open bool) (rows []fyne.CanvasObject) {
	for _, part := range []struct {
		key   string
		table *survey.Table
		told  survey.Answers
	}{{"import.person", survey.Person, r.Person}, {"import.household", survey.Household, r.Household}, {"import.wish", survey.Wish, r.Wish}, {"import.fact", survey.Fact, r.Fact}} {
		facts := form.Facts(part.table, part.told, open, func(f survey.Field) bool {
			return f.Kind != survey.Link && (open || f.Key != survey.IDPending) // which is masked above, as found
		})
		if len(facts.Objects) > 0 {
			rows = append(rows, kit.Strong(text.T(part.key), kit.Plain), facts)
		}
	}
	return rows
}
