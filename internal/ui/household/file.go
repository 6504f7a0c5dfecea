package household

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// file is a household to be read: who it is, its members, what looks wrong, who visited.
type file struct {
	p       *Page
	h       registry.Household
	members []registry.Person
	visits  []registry.Visit
	open    bool // ID numbers are shown whole
	add     *kit.Button
}

// draw reads the household and shows its file.
func (p *Page) draw() {
	f := &file{p: p}
	if p.file != nil && p.file.h.ID == p.ID {
		f.open = p.file.open
	}
	if err := f.read(); err != nil {
		p.Put(kit.Empty(theme.AccountIcon(), text.T("household.gone"), text.Explain(err).String(),
			kit.NewButton(text.T("household.to_list"), func() { p.d.Show(page.Houses, "") })))
		p.file = nil
		return
	}
	p.file = f
	p.Put(f.lay())
}

func (f *file) read() (err error) {
	if f.h, err = f.p.d.Desk.Household(f.p.ID); err != nil {
		return err
	}
	if f.members, err = f.p.d.Desk.Members(f.p.ID); err != nil {
		return err
	}
	f.visits, err = f.p.d.Desk.Visits(f.p.ID)
	return err
}

func (f *file) lay() fyne.CanvasObject {
	rows := kit.Rows(10)
	if o := form.Disputes(f.p.d, f.ours); o != nil {
		rows.Add(o)
	}
	if problems := registry.CheckHouse(f.h, f.members); len(problems) > 0 && len(f.members) > 0 {
		rows.Add(problemsOf(problems))
	}
	rows.Add(kit.Panel(form.Facts(survey.Household, f.h.Answers, f.open, atAGlance)))
	rows.Add(kit.Panel(f.memberPart()))
	rows.Add(kit.Panel(f.visitPart()))
	rest := form.File(survey.Household, f.h.Answers, f.open, survey.Village, survey.Group, survey.Address, survey.HousePhone, survey.HouseNo, survey.HeadName,
		survey.Province, survey.Prefecture, survey.County, survey.Township) // these follow from the village
	if len(rest.Objects) > 0 {
		rows.Add(kit.Panel(rest))
	}
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	return kit.Padded(container.NewBorder(kit.Rows(8, f.head(), kit.Gap()), nil, nil, nil, body))
}

// ours are the disputes about the household, its members and its visits.
func (f *file) ours(c desk.Conflict) bool {
	return c.ID == f.h.ID ||
		slices.ContainsFunc(f.members, func(m registry.Person) bool { return m.ID == c.ID }) ||
		slices.ContainsFunc(f.visits, func(v registry.Visit) bool { return v.ID == c.ID })
}

func (f *file) head() fyne.CanvasObject {
	p := f.p
	back := kit.NewIcon(text.T("household.back"), theme.NavigateBackIcon(), p.d.Back)
	f.add = kit.NewPrimary(text.T("household.add"), p.addMember)
	left := kit.Line(8, back, kit.Title(text.T("household.title", f.h.Head())))
	for _, kind := range strings.Split(f.h.Type(), "、") {
		if kind != "" {
			left.Add(kit.Badge(kind, kit.Accent))
		}
	}
	right := kit.Line(8, kit.NewQuiet(text.T("household.delete"), func() { p.Delete(registry.TypeHousehold, parting(f.h.Head())) }),
		kit.NewButton(text.T("household.visit"), p.IfRead(func() { p.editVisit("") })), kit.NewButton(text.T("household.edit"), p.IfRead(p.edit)), f.add)
	return kit.Head(left, right)
}

// atAGlance are the questions whose answers stand over the members: where the household is and how to reach it.
func atAGlance(f survey.Field) bool {
	switch f.Key {
	case survey.Village, survey.Group, survey.Address, survey.HousePhone, survey.HouseNo:
		return true
	}
	return false
}

func problemsOf(problems []survey.Problem) fyne.CanvasObject {
	lines := make([]string, len(problems))
	for i, x := range problems {
		lines[i] = "· " + text.Explain(x.Err).What
	}
	return kit.Tinted(kit.Warn, kit.Prose(strings.Join(lines, "\n"), kit.Warn))
}

func (f *file) memberPart() fyne.CanvasObject {
	label := text.T("household.show_ids")
	if f.open {
		label = text.T("household.hide_ids")
	}
	reveal := kit.NewQuiet(label, func() {
		f.open = !f.open
		f.p.draw()
	})
	head := kit.Line(8, kit.Subtitle(text.T("household.members", len(f.members))), kit.Gap(), reveal)
	if len(f.members) == 0 {
		return kit.Rows(6, kit.Subtitle(text.T("household.members", 0)), kit.Prose(text.T("household.no_members"), kit.Quiet))
	}
	columns := []kit.Column{
		{Title: text.T("household.col.name"), Em: 7.6, Grow: true}, {Title: text.T("household.col.relation"), Em: 4.6},
		{Title: text.T("household.col.sex"), Em: 2}, {Title: text.T("household.col.age"), Em: 2, Right: true},
		{Title: text.T("household.col.id"), Em: 10.6}, {Title: text.T("household.col.phone"), Em: 6.3},
		{Title: text.T("household.col.school"), Em: 3.8, Grow: true}, {Title: text.T("household.col.now"), Em: 3.8, Grow: true},
	}
	t := kit.NewTable(columns, func() int { return len(f.members) }, f.member)
	t.Fit = true
	t.OnOpen = func(i int) { f.p.d.Show(page.Person, f.members[i].ID) }
	t.OnMove = func(int) {}
	return kit.Rows(6, head, t)
}

func (f *file) member(i, column int) kit.Cell {
	m := f.members[i]
	a := m.Answers
	switch column {
	case 0:
		return kit.Cell{Text: m.Name()}
	case 1:
		return kit.Cell{Text: m.Relation()}
	case 2:
		return kit.Cell{Text: a[survey.Sex]}
	case 3:
		return kit.Cell{Text: a[survey.Age]}
	case 4:
		id, _ := survey.Person.Field(survey.IDNo)
		return kit.Cell{Text: form.Shown(id, a[survey.IDNo], f.open), Tone: kit.Quiet}
	case 5:
		return kit.Cell{Text: m.Phone(), Tone: kit.Quiet}
	case 6:
		return kit.Cell{Text: a[survey.Education] + a[survey.Schooling]}
	}
	return kit.Cell{Text: a[survey.Destination]}
}

func (f *file) visitPart() fyne.CanvasObject {
	rows := kit.Rows(8, kit.Subtitle(text.T("household.visits", len(f.visits))))
	if len(f.visits) == 0 {
		rows.Add(kit.Prose(text.T("household.no_visits"), kit.Quiet))
	}
	for _, v := range f.visits {
		open := kit.NewQuiet(text.T("household.visit.open"), f.p.IfRead(func() { f.p.editVisit(v.ID) }))
		words := strings.Join(filled(v.On(), v.Answers[survey.Visitor], v.Answers[survey.Role], v.Answers[survey.Method]), "　")
		rows.Add(container.NewBorder(nil, nil, nil, open, kit.Rows(2, kit.Words(words, kit.Plain), kit.Prose(v.Answers[survey.Outcome], kit.Quiet))))
	}
	return rows
}

func filled(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// parting asks whether a household was entered by mistake.
func parting(name string) form.Parting {
	return form.Parting{
		Title: text.T("household.delete"), Ask: text.T("household.delete.ask", name), Hint: text.T("household.delete.hint"),
		Yes: text.T("household.delete.yes"), Done: text.T("household.deleted", name),
	}
}
