package intake

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// classForm shows the form with which a class is applied for: its particulars, its courses with their sums, its teachers, and what
// is missing or does not add up.
type classForm struct {
	v     *preview
	whole *container.Scroll
}

func (c *classForm) name() string { return text.T("import.part.form") }
func (c *classForm) redraw()      {}

// focus is the button that goes on: there is nothing to walk through.
func (c *classForm) focus() fyne.Focusable { return c.v.do }

func (c *classForm) content() fyne.CanvasObject {
	if c.whole != nil {
		return c.whole
	}
	k := c.v.plan.Class
	rows := kit.Rows(10, c.known())
	if o := c.notices(); o != nil {
		rows.Add(o)
	}
	rows.Add(kit.Panel(form.File(training.ClassTable, k.Answers, true)))
	if len(k.Courses) > 0 {
		rows.Add(kit.Panel(kit.Rows(8, kit.Subtitle(text.T("import.class.courses", len(k.Courses))), courses(k))))
	}
	if len(k.Teachers) > 0 {
		rows.Add(kit.Panel(kit.Rows(8, kit.Subtitle(text.T("import.class.teachers", len(k.Teachers))), teachers(k))))
	}
	if len(k.Unread) > 0 {
		rows.Add(kit.Panel(kit.Rows(6, kit.Subtitle(text.T("import.class.unread")), kit.Prose(strings.Join(k.Unread, "\n"), kit.Quiet))))
	}
	c.whole = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	return c.whole
}

// known says whether the register has the class, and what would change in it.
func (c *classForm) known() fyne.CanvasObject {
	k := c.v.plan.Class
	switch {
	case !k.Known:
		return kit.Tinted(kit.Good, kit.Words(text.T("import.class.new", k.Answers[training.ClassName]), kit.Plain))
	case len(k.Diffs)+len(k.Kept) == 0:
		return kit.Tinted(kit.Accent, kit.Words(text.T("import.class.same", k.Answers[training.ClassName]), kit.Plain))
	}
	rows := kit.Rows(4, kit.Words(text.T("import.class.known", k.Answers[training.ClassName]), kit.Plain))
	if slices.ContainsFunc(k.Kept, func(d intake.Diff) bool { return d.Key == training.Trade || d.Key == training.StartsOn }) {
		rows.Add(kit.Prose(text.T("import.class.other"), kit.Bad))
	}
	for _, d := range k.Diffs {
		rows.Add(kit.Prose("· "+text.T("import.class.adds", d.Label, d.New), kit.Plain))
	}
	for _, d := range k.Kept {
		rows.Add(kit.Prose("· "+text.T("import.class.keeps", d.Label, d.New, d.Old), kit.Warn))
	}
	return kit.Tinted(kit.Accent, rows)
}

// notices are what is wrong with the form, and what it lacks to be handed in.
func (c *classForm) notices() fyne.CanvasObject {
	var found []intake.Problem
	for _, p := range c.v.plan.Problems {
		if p.Sheet == c.v.plan.Class.Sheet {
			found = append(found, p)
		}
	}
	rows := kit.Rows(8)
	if o := problemRows(found, true); o != nil {
		rows.Add(kit.Rows(4, kit.Strong(text.T("import.class.problems"), kit.Plain), o))
	}
	if missing := c.v.plan.Class.Missing; len(missing) > 0 {
		list := kit.Rows(3, kit.Strong(text.T("import.class.missing"), kit.Plain))
		for _, s := range missing {
			list.Add(kit.Prose("· "+s, kit.Warn))
		}
		rows.Add(list)
	}
	if len(rows.Objects) == 0 {
		return nil
	}
	return kit.Tinted(kit.Warn, rows)
}

func courses(k *intake.Class) fyne.CanvasObject {
	sum := intake.Course{Name: text.T("import.class.sum")}
	for _, c := range k.Courses {
		sum.Theory, sum.Practice = sum.Theory+c.Theory, sum.Practice+c.Practice
	}
	all := append(append([]intake.Course{}, k.Courses...), sum)
	columns := []kit.Column{{Title: text.T("import.class.course"), Em: 14, Grow: true}, {Title: text.T("import.class.theory"), Em: 5, Right: true},
		{Title: text.T("import.class.practice"), Em: 5, Right: true}, {Title: text.T("import.class.hours"), Em: 5, Right: true}, {Title: text.T("import.class.teacher"), Em: 6}}
	t := kit.NewTable(columns, func() int { return len(all) }, func(i, column int) kit.Cell {
		c := all[i]
		words := []string{c.Name, hours(c.Theory), hours(c.Practice), hours(c.Theory + c.Practice), c.Teacher}
		return kit.Cell{Text: words[column], Bold: i == len(all)-1}
	})
	t.Fit = true
	return t
}

func hours(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func teachers(k *intake.Class) fyne.CanvasObject {
	columns := []kit.Column{{Title: text.T("import.class.teacher"), Em: 6}, {Title: text.T("import.class.education"), Em: 6}, {Title: text.T("import.class.title"), Em: 8, Grow: true},
		{Title: text.T("import.class.teaches"), Em: 12, Grow: true}, {Title: text.T("import.class.phone"), Em: 8}}
	t := kit.NewTable(columns, func() int { return len(k.Teachers) }, func(i, column int) kit.Cell {
		x := k.Teachers[i]
		return kit.Cell{Text: []string{x.Name, x.Education, x.Title, x.Teaches, x.Phone}[column]}
	})
	t.Fit = true
	return t
}
