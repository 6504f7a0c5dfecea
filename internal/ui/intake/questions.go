package intake

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/xlsform"
)

// asked are what questions can be about.
var asked = []string{registry.TypePerson, registry.TypeHousehold, registry.TypeVisit, registry.TypeWish}

// questions shows a form of a county's own questions: what of it goes in, and what is not supported, row by row.
type questions struct {
	v        *preview
	about    string // the table that they are about where the file does not say
	form     xlsform.Form
	problems []xlsform.Problem
	err      error
	body     *fyne.Container
	whole    fyne.CanvasObject
}

func newQuestions(v *preview) *questions {
	q := &questions{v: v, about: registry.TypePerson, body: container.NewStack()}
	q.whole = q.body
	q.read()
	return q
}

func (q *questions) read() {
	q.form, q.problems, q.err = xlsform.Read(q.v.plan.Book(), xlsform.For(q.about))
}

func (q *questions) name() string               { return text.T("import.part.questions") }
func (q *questions) content() fyne.CanvasObject { return q.whole }
func (q *questions) focus() fyne.Focusable      { return q.v.do }

// count says how much goes in.
func (q *questions) count() {
	left := 0
	for _, x := range q.problems {
		if x.Left {
			left++
		}
	}
	q.v.what.Set(text.T("import.told.form", q.form.Title, len(q.form.Fields), left), kit.Quiet)
	q.v.do.Enable()
	if len(q.form.Fields) == 0 {
		q.v.do.Disable()
	}
}

func (q *questions) redraw() {
	rows := kit.Rows(10)
	if q.err != nil {
		rows.Add(kit.Tinted(kit.Bad, kit.Prose(text.Explain(q.err).String(), kit.Bad)))
	}
	rows.Add(kit.Line(10, kit.Words(text.T("import.questions.whom"), kit.Plain), q.whom()))
	if len(q.problems) > 0 {
		rows.Add(q.unsupported())
	}
	if len(q.form.Fields) > 0 {
		rows.Add(kit.Panel(kit.Rows(8, kit.Subtitle(text.T("import.questions.in", len(q.form.Fields))), q.fields())))
	}
	q.body.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))}
	q.body.Refresh()
}

// whom says what the questions are about; where the file does not say, people do.
func (q *questions) whom() fyne.CanvasObject {
	var names []string
	for _, t := range asked {
		names = append(names, text.T("import.of."+t))
	}
	of := kit.NewToggle(names...)
	of.SetValue(text.T("import.of." + q.form.Table))
	of.OnChange(func() {
		for i, t := range asked {
			if names[i] == of.Value() {
				q.about = t
			}
		}
		q.read()
		q.redraw()
		q.count()
	})
	return of
}

// unsupported names what does not go in, with row and column.
func (q *questions) unsupported() fyne.CanvasObject {
	rows := kit.Rows(4, kit.Strong(text.T("import.questions.problems", len(q.problems)), kit.Warn))
	for _, x := range q.problems {
		tone := kit.Plain
		if x.Left {
			tone = kit.Bad
		}
		rows.Add(kit.Prose("· "+placeOf(x)+text.Explain(x.Err).String(), tone))
	}
	return kit.Tinted(kit.Warn, rows)
}

func placeOf(x xlsform.Problem) string {
	var at []string
	if x.Sheet != "" {
		at = append(at, x.Sheet)
	}
	if x.Row > 0 {
		at = append(at, text.T("import.row", x.Row))
	}
	for _, s := range []string{x.Column, x.Name} {
		if s != "" {
			at = append(at, s)
		}
	}
	if len(at) == 0 {
		return ""
	}
	return strings.Join(at, " ") + "　"
}

func (q *questions) fields() fyne.CanvasObject {
	columns := []kit.Column{{Title: text.T("import.questions.no"), Em: 2.4, Right: true}, {Title: text.T("import.questions.question"), Em: 14, Grow: true},
		{Title: text.T("import.questions.kind"), Em: 6}, {Title: text.T("import.questions.choices"), Em: 14, Grow: true}, {Title: text.T("import.questions.required"), Em: 3.4}}
	t := kit.NewTable(columns, func() int { return len(q.form.Fields) }, func(i, column int) kit.Cell {
		f := q.form.Fields[i]
		switch column {
		case 0:
			return kit.Cell{Text: strconv.Itoa(i + 1), Tone: kit.Quiet}
		case 1:
			return kit.Cell{Text: f.Label}
		case 2:
			return kit.Cell{Text: text.T("questions.kind." + f.Kind.Name), Tone: kit.Quiet}
		case 3:
			return kit.Cell{Text: choicesOf(f), Tone: kit.Quiet}
		}
		if f.Required {
			return kit.Cell{Text: text.T("import.questions.must"), Tone: kit.Warn}
		}
		return kit.Cell{}
	})
	t.Fit = true
	return t
}

func choicesOf(f survey.Field) string {
	var names []string
	for _, c := range f.Options() {
		names = append(names, c.Name)
	}
	return strings.Join(names, text.T("import.and"))
}

// take takes the form into use. Questions about people go the way of all imports, with a report; about others the person said so
// here, and the form is added as it stands on the screen.
func (q *questions) take() {
	v := q.v
	if len(q.form.Fields) == 0 {
		return
	}
	if q.about == registry.TypePerson {
		v.p.write(v)
		return
	}
	if _, err := v.p.d.Desk.AddQuestions(q.form); err != nil {
		v.p.d.ShowError(err)
		return
	}
	v.p.begin()
	v.p.d.Undo(text.T("import.questions.taken", q.form.Title, len(q.form.Fields)))
	v.p.d.Changed()
}
