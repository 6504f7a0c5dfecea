package intake

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// part is one side of a book that is shown by itself: its rows, its headings, the form of a class.
type part interface {
	name() string
	content() fyne.CanvasObject
	focus() fyne.Focusable
	redraw() // after a decision
}

// preview shows what a file is and what would become of each row, before anything is written.
type preview struct {
	p       *Page
	path    string
	plan    *intake.Plan
	parts   []part
	at      int
	rows    *rows // nil where the book has none to decide about
	ask     *questions
	tabs    *kit.Toggle
	left    *fyne.Container // how many are undecided
	what    *kit.Paragraph
	body    *fyne.Container
	do      *kit.Button
	past    []deed // decisions, to be taken back
	open    bool   // ID numbers are shown whole
	keeping bool   // what was decided will be kept in a moment
}

func (p *Page) showPreview(path string, plan *intake.Plan) *preview {
	v := &preview{p: p, path: path, plan: plan, left: container.NewStack(), body: container.NewStack(), what: kit.Prose("", kit.Quiet)}
	p.preview, p.waiting = v, nil
	v.do = kit.NewPrimary("", v.confirm)
	v.parts = v.partsOf()
	other := kit.NewButton(text.T("import.other"), v.leave)
	badge := kit.Badge(text.T("import.kind."+string(plan.Kind)), kit.Accent)
	head := kit.Rows(7, kit.Head(kit.Line(10, kit.Title(text.T("import.preview")), badge, kit.Words(filepath.Base(plan.File), kit.Quiet)), kit.Line(8, other, v.do)), v.what)
	tools := kit.Line(8, kit.Gap(), v.left)
	if len(v.parts) > 1 {
		v.makeTabs()
		tools = kit.Line(8, v.tabs, kit.Gap(), v.left)
	}
	if len(v.parts) > 1 || v.rows != nil {
		head.Add(tools)
	}
	v.goTo(v.at)
	p.show(container.NewBorder(kit.Rows(0, head, kit.Gap()), nil, nil, nil, v.body), v.parts[v.at].focus())
	v.count()
	p.Focus()
	return v
}

// partsOf are the parts of a book of its kind; where people have to decide something, they begin there.
func (v *preview) partsOf() []part {
	if v.plan.Kind == intake.Questions {
		v.ask = newQuestions(v)
		return []part{v.ask}
	}
	var out []part
	if v.plan.Class != nil && v.plan.Class.Sheet != "" {
		out = append(out, &classForm{v: v})
	}
	if v.plan.Kind == intake.Targets {
		out = append(out, newTargets(v))
	} else if len(v.plan.Rows) > 0 {
		v.rows = newRows(v)
		if v.at = len(out); waits(v.plan) == 0 {
			v.at = 0
		}
		out = append(out, v.rows)
	}
	return append(out, newHeads(v))
}

// makeTabs lets one go from part to part.
func (v *preview) makeTabs() {
	var names []string
	for _, x := range v.parts {
		names = append(names, x.name())
	}
	v.tabs = kit.NewToggle(names...)
	v.tabs.OnChange(func() { v.goTo(slices.Index(names, v.tabs.Value())) })
}

func (v *preview) goTo(i int) {
	if v.p.busy {
		v.tabs.SetValue(v.parts[v.at].name())
		return
	}
	v.at = max(i, 0)
	if v.tabs != nil {
		v.tabs.SetValue(v.parts[i].name())
	}
	v.body.Objects = []fyne.CanvasObject{v.parts[i].content()}
	v.body.Refresh()
	v.parts[i].redraw()
	v.p.focus = v.parts[i].focus()
}

// count says anew what the book is, how many are left, and what would be written.
func (v *preview) count() {
	v.what.Set(told(v.plan), kit.Quiet)
	v.do.SetText(goesIn(v.plan))
	v.left.Objects = nil
	if v.rows != nil {
		v.left.Objects = []fyne.CanvasObject{v.rows.leftWords()}
	}
	v.left.Refresh()
	if v.ask != nil {
		v.ask.count()
	}
}

// leave lets the file be for now. What was decided is kept.
func (v *preview) leave() {
	if v.p.busy {
		return
	}
	v.keepNow(func() {
		v.p.begin()
		v.p.Focus()
	})
}

// confirm says once more what will happen, where rows are still undecided.
func (v *preview) confirm() {
	if v.p.busy {
		return
	}
	open := waits(v.plan)
	switch {
	case v.ask != nil:
		v.ask.take()
	case open+v.plan.Rejected == 0:
		v.p.write(v)
	default:
		words := text.T("import.confirm.ask", v.plan.New, v.plan.Changed, open, v.plan.Rejected)
		kit.Ask(v.p.d.Window, text.T("import.confirm"), words, text.T("import.confirm.yes"), false, func(yes bool) {
			if yes {
				v.p.write(v)
			}
		})
	}
}
