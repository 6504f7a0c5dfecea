package person

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
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
	visits  []registry.Visit
	classes []training.Enrolment
	facts   []registry.Record
	events  []registry.Record
	logs    []registry.Record // referrals, jobs offered, follow-ups
	pinned  []registry.Record // attachments
	merged  []registry.Record // records that are read as this one
	open    bool              // the ID number is shown whole
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
	p.Lay(f.head(), f.top(), f.parts())
}

// logTypes are the kinds of records that say what was done for a person.
var logTypes = []string{registry.TypeReferral, registry.TypeJobRec, registry.TypeFollowUp}

func (f *file) read() (err error) {
	d, id := f.p.d.Desk, f.p.ID
	if f.person, err = d.Person(id); err != nil {
		return err
	}
	if house := f.person.HouseholdID(); house != "" {
		if f.house, err = d.Household(house); err != nil {
			return err
		}
		if f.visits, err = d.Visits(house); err != nil {
			return err
		}
	}
	if f.wishes, err = d.Wishes(id); err != nil {
		return err
	}
	if f.classes, err = d.ClassesOf(id); err != nil {
		return err
	}
	return f.readRecords(d, id)
}

func (f *file) readRecords(d *desk.Desk, id string) (err error) {
	if f.facts, err = d.Facts(id); err != nil {
		return err
	}
	if f.events, err = d.Events(id); err != nil {
		return err
	}
	for _, typ := range logTypes {
		all, err := d.Records(typ, id)
		if err != nil {
			return err
		}
		f.logs = append(f.logs, all...)
	}
	slices.SortFunc(f.logs, registry.LatestFirst)
	if f.pinned, err = d.Attachments(id); err != nil {
		return err
	}
	f.merged, err = d.MergedInto(registry.TypePerson, id)
	return err
}

// top is what stands over the parts: disputes, that the person left, that there is no household.
func (f *file) top() (rows []fyne.CanvasObject) {
	if o := form.Disputes(f.p.d, f.ours); o != nil {
		rows = append(rows, o)
	}
	if desk.Left(f.person) {
		words := text.T("person.left", f.person.Get(survey.LeftWhy), f.person.Get(survey.LeftOn))
		back := kit.NewButton(text.T("person.return"), f.p.IfRead(f.p.comeBack))
		rows = append(rows, kit.Tinted(kit.Warn, kit.Line(10, kit.Words(words, kit.Warn), kit.Gap(), back)))
	}
	if f.house.ID == "" {
		to := kit.NewButton(text.T("person.move"), f.p.IfRead(f.p.move))
		rows = append(rows, kit.Tinted(kit.Warn, kit.Line(10, kit.Words(text.T("person.no_household"), kit.Warn), kit.Gap(), to)))
	}
	for _, m := range f.merged {
		part := kit.NewQuiet(text.T("person.unmerge"), f.p.IfRead(func() { f.p.unmerge(m) }))
		rows = append(rows, kit.Tinted(kit.Plain, kit.Line(10, kit.Words(text.T("person.merged", m.Get(survey.FullName)), kit.Quiet), kit.Gap(), part)))
	}
	return rows
}

// ours are the disputes about the person and the person's wishes.
func (f *file) ours(c desk.Conflict) bool {
	return c.ID == f.person.ID || slices.ContainsFunc(f.wishes, func(w registry.Wish) bool { return w.ID == c.ID })
}

func (f *file) head() fyne.CanvasObject {
	p, x := f.p, f.person
	f.change = kit.NewPrimary(text.T("person.edit"), p.IfRead(p.edit))
	row := kit.Line(8, kit.NewIcon(text.T("person.back"), theme.NavigateBackIcon(), p.d.Back), kit.Title(x.Name()))
	for _, s := range []string{x.Relation(), x.Sex(), ageWords(x.Get(survey.Age))} {
		if s != "" {
			row.Add(kit.Badge(s, kit.Quiet))
		}
	}
	if v := p.d.Desk.RuleBook().LeftSchool(p.d.Desk.Today()).Judge(x); v.In {
		row.Add(kit.Badge(text.T("person.left_school"), kit.Accent))
	}
	right := kit.Line(8, kit.NewMore(text.T("person.more"), f.acts),
		kit.NewButton(text.T("person.wish"), p.IfRead(func() { p.editWish("") })), f.change)
	return kit.Head(row, right)
}

func ageWords(age string) string {
	if age == "" {
		return ""
	}
	return text.T("person.age", age)
}

// parts are the file, part by part.
func (f *file) parts() []form.Part {
	return []form.Part{
		f.whoPart(), f.factPart(), f.wishPart(), f.classPart(), f.logPart(), f.visitPart(), f.pinnedPart(), f.restPart(), f.historyPart(),
	}
}

// whoPart is who it is and how to reach them.
func (f *file) whoPart() form.Part {
	label := text.T("person.show_id")
	if f.open {
		label = text.T("person.hide_id")
	}
	reveal := kit.NewQuiet(label, func() {
		f.open = !f.open
		f.p.draw()
	})
	buttons := []fyne.CanvasObject{reveal}
	body := kit.Rows(8)
	if f.house.ID != "" {
		where := strings.TrimSpace(page.VillageName(f.house.Village()) + "　" + f.house.Group())
		body.Add(kit.Line(10, kit.Words(page.HouseName(f.p.d.Desk, f.house.ID), kit.Plain), kit.Words(where, kit.Quiet)))
		buttons = append(buttons, kit.NewButton(text.T("person.to_household"), f.p.toHousehold))
	}
	body.Add(form.Facts(f.table(), f.person.Unpack(), f.open, func(x survey.Field) bool {
		return x.Section == "who" && x.Key != survey.FullName && x.Kind != survey.Link && !x.Hidden
	}))
	return form.Part{Title: text.T("survey.section.who"), Buttons: buttons, Body: body}
}

func (f *file) table() *survey.Table { return f.p.d.Desk.Table(registry.TypePerson) }

// restPart is what else was answered.
func (f *file) restPart() form.Part {
	var who []string
	for _, x := range f.table().Fields {
		if x.Section == "who" {
			who = append(who, x.Key)
		}
	}
	body := form.File(f.table(), f.person.Unpack(), f.open, append(who, survey.LeftWhy, survey.LeftOn)...)
	if len(body.Objects) == 0 {
		body.Add(kit.Prose(text.T("person.no_rest"), kit.Quiet))
	}
	return form.Part{Title: text.T("person.rest"), Body: body, Bare: true}
}

// parting asks whether somebody was entered by mistake; who died or moved away is not deleted.
func parting(name string) form.Parting {
	return form.Parting{
		Title: text.T("person.delete"), Ask: text.T("person.delete.ask", name), Hint: text.T("person.delete.hint"),
		Yes: text.T("person.delete.yes"), Done: text.T("person.deleted", name),
	}
}
