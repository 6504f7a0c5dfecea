package person

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// file is a person to be read.
type file struct {
	p       *Page
	person  registry.Person
	house   registry.Household
	wishes  []registry.Wish
	classes []training.Enrolment
	open    bool // the ID number is shown whole
	change  *kit.Button
}

// draw reads the person and shows the file.
func (p *Page) draw() {
	f := &file{p: p}
	if p.file != nil && p.file.person.ID == p.ID {
		f.open = p.file.open
	}
	if err := f.read(); err != nil {
		p.file = nil
		p.Put(kit.Empty(theme.AccountIcon(), text.T("person.gone"), text.Explain(err).String(),
			kit.NewButton(text.T("person.to_list"), func() { p.d.Show(page.Houses, "") })))
		return
	}
	p.file = f
	p.Put(f.lay())
}

func (f *file) read() (err error) {
	d := f.p.d.Desk
	if f.person, err = d.Person(f.p.ID); err != nil {
		return err
	}
	if id := f.person.HouseholdID(); id != "" {
		if f.house, err = d.Household(id); err != nil {
			return err
		}
	}
	if f.wishes, err = d.Wishes(f.p.ID); err != nil {
		return err
	}
	f.classes, err = d.ClassesOf(f.p.ID)
	return err
}

func (f *file) lay() fyne.CanvasObject {
	rows := kit.Rows(10, kit.Panel(f.housePart()), kit.Panel(f.wishPart()))
	if len(f.classes) > 0 {
		rows.Add(kit.Panel(f.classPart()))
	}
	label := text.T("person.show_id")
	if f.open {
		label = text.T("person.hide_id")
	}
	reveal := kit.NewQuiet(label, func() {
		f.open = !f.open
		f.p.draw()
	})
	facts := form.File(survey.Person, f.person.Answers, f.open, survey.FullName)
	top := []fyne.CanvasObject{}
	if o := form.Disputes(f.p.d, f.ours); o != nil {
		top = append(top, o)
	}
	rows.Objects = append(append(top, kit.Panel(container.NewStack(facts, container.NewVBox(kit.Line(0, kit.Gap(), reveal))))), rows.Objects...)
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	return kit.Padded(container.NewBorder(kit.Rows(8, f.head(), kit.Gap()), nil, nil, nil, body))
}

// ours are the disputes about the person and the person's wishes.
func (f *file) ours(c desk.Conflict) bool {
	return c.ID == f.person.ID || slices.ContainsFunc(f.wishes, func(w registry.Wish) bool { return w.ID == c.ID })
}

func (f *file) head() fyne.CanvasObject {
	p, x := f.p, f.person
	f.change = kit.NewPrimary(text.T("person.edit"), p.IfRead(p.edit))
	row := kit.Line(8, kit.NewIcon(text.T("person.back"), theme.NavigateBackIcon(), p.d.Back), kit.Title(x.Name()))
	for _, s := range []string{x.Relation(), x.Sex(), ageWords(x.Answers[survey.Age])} {
		if s != "" {
			row.Add(kit.Badge(s, kit.Quiet))
		}
	}
	if v := rules.LeftSchoolOn(p.d.Desk.Today()).Judge(x); v.In {
		row.Add(kit.Badge(text.T("person.left_school"), kit.Accent))
	}
	right := kit.Line(8, kit.NewQuiet(text.T("person.delete"), func() { p.Delete(registry.TypePerson, parting(x.Name())) }),
		kit.NewButton(text.T("person.wish"), p.IfRead(func() { p.editWish("") })), f.change)
	return kit.Head(row, right)
}

func ageWords(age string) string {
	if age == "" {
		return ""
	}
	return text.T("person.age", age)
}

func (f *file) housePart() fyne.CanvasObject {
	if f.house.ID == "" {
		return kit.Prose(text.T("person.no_household"), kit.Warn)
	}
	where := strings.TrimSpace(page.VillageName(f.house.Village()) + "　" + f.house.Group())
	open := kit.NewButton(text.T("person.to_household"), f.p.toHousehold)
	return kit.Line(10, kit.Subtitle(text.T("person.household", f.house.Head())), kit.Words(where, kit.Quiet), kit.Gap(), open)
}

func (f *file) wishPart() fyne.CanvasObject {
	rows := kit.Rows(8, kit.Subtitle(text.T("person.wishes")))
	if len(f.wishes) == 0 {
		rows.Add(kit.Prose(text.T("person.no_wishes"), kit.Quiet))
	}
	for _, w := range f.wishes {
		change := kit.NewQuiet(text.T("person.wish.open"), f.p.IfRead(func() { f.p.editWish(w.ID) }))
		what := strings.Join(w.Trades(), "、")
		if what == "" {
			what = w.Text()
		}
		when := w.Answers[survey.WishedOn]
		note := strings.TrimSpace(w.Answers[survey.WishWay] + "　" + w.Answers["wish_place"] + "　" + w.Answers["wish_time"])
		if len(w.Trades()) > 0 && w.Text() != "" {
			note = text.T("person.wish.said", w.Text()) + "　" + note
		}
		rows.Add(container.NewBorder(nil, nil, nil, change, kit.Rows(2, kit.Line(10, kit.Strong(what, kit.Plain), kit.Caption(when, kit.Quiet)), kit.Prose(strings.TrimSpace(note), kit.Quiet))))
	}
	return rows
}

func (f *file) classPart() fyne.CanvasObject {
	rows := kit.Rows(6, kit.Subtitle(text.T("person.classes")))
	for _, e := range f.classes {
		c, err := f.p.d.Desk.Class(e.ClassID())
		if err != nil {
			continue // the class was taken out; its enrolments go with it
		}
		open := kit.NewQuiet(text.T("person.class.open"), func() { f.p.d.Show(page.Class, c.ID) })
		rows.Add(kit.Line(10, kit.Words(c.Name(), kit.Plain), kit.Gap(), open))
	}
	return rows
}

// parting asks whether somebody was entered by mistake; who died or moved away is not deleted.
func parting(name string) form.Parting {
	return form.Parting{
		Title: text.T("person.delete"), Ask: text.T("person.delete.ask", name), Hint: text.T("person.delete.hint"),
		Yes: text.T("person.delete.yes"), Done: text.T("person.deleted", name),
	}
}
