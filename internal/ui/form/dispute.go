package form

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Disputes shows what two people wrote differently without knowing of each other, with both values, who wrote them and when;
// a button takes one. It is nil where nothing of what keep says is in dispute.
func Disputes(d page.Deps, keep func(desk.Conflict) bool) fyne.CanvasObject {
	all, err := d.Desk.Conflicts()
	if err != nil {
		d.ShowError(err)
		return nil
	}
	rows := kit.Rows(10, kit.Strong(text.T("form.disputes"), kit.Warn), kit.Prose(text.T("form.disputes.what"), kit.Plain))
	none := len(rows.Objects)
	for _, c := range all {
		if keep(c) {
			rows.Add(dispute(d, c))
		}
	}
	if len(rows.Objects) == none {
		return nil
	}
	return kit.Tinted(kit.Warn, rows)
}

// dispute is one field with a button for each value.
func dispute(d page.Deps, c desk.Conflict) fyne.CanvasObject {
	rows := kit.Rows(4, kit.Line(8, kit.Strong(c.Name, kit.Plain), kit.Words(c.Label, kit.Plain)))
	add := func(words, value string) {
		b := kit.NewButton(words, func() { decide(d, c, value) })
		b.Alignment = widget.ButtonAlignLeading
		rows.Add(b)
	}
	if c.Field == change.Deleted {
		add(text.T("form.dispute.keep", labels(c)), "")
	}
	for _, h := range c.Heads {
		who, when := cmp.Or(h.Actor, text.T("form.dispute.nobody")), h.Stamp.When().Local().Format("2006-01-02 15:04")
		switch {
		case c.Field != change.Deleted:
			add(text.T("form.dispute.value", cmp.Or(linked(d, c, h.Value), shownIn(c, h.Value)), who, when), h.Value)
		case h.Value != "":
			add(text.T("form.dispute.delete", who, when), h.Value)
		}
	}
	return rows
}

// fieldIn is the question that a key is the answer to.
func fieldIn(typ, key string) (survey.Field, bool) {
	t := survey.TableOf(typ)
	switch typ {
	case training.TypeClass:
		t = training.ClassTable
	case training.TypeSession:
		t = training.SessionTable
	}
	if t == nil {
		return survey.Field{}, false
	}
	return t.Field(key)
}

// shownIn is a value in the words of its field. An ID number is whole: one cannot choose between two that are masked.
func shownIn(c desk.Conflict, value string) string {
	if value == "" {
		return text.T("form.dispute.blank")
	}
	if f, ok := fieldIn(c.Type, c.Field); ok {
		return f.Show(value)
	}
	return value
}

// linked names the person or the household that an answer links to; "" for every other answer.
func linked(d page.Deps, c desk.Conflict, value string) string {
	if f, ok := fieldIn(c.Type, c.Field); !ok || f.Kind != survey.Link || value == "" {
		return ""
	}
	if p, err := d.Desk.Person(value); err == nil {
		return p.Name()
	}
	if h, err := d.Desk.Household(value); err == nil {
		return strings.TrimSpace(h.Head() + " " + h.Get(survey.HouseNo))
	}
	return ""
}

// labels are the fields that were edited without knowing of a deletion.
func labels(c desk.Conflict) string {
	var all []string
	for _, key := range c.Edited {
		if f, ok := fieldIn(c.Type, key); ok {
			all = append(all, f.Label)
		}
	}
	return strings.Join(all, "、")
}

func decide(d page.Deps, c desk.Conflict, value string) {
	if err := d.Desk.Decide(c, value); err != nil {
		d.ShowError(err)
		return
	}
	d.Undo(text.T("form.dispute.decided", c.Name, c.Label))
	d.Changed()
}
