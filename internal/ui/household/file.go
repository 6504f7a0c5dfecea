package household

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// file is a household to be read: who it is, its members, what looks wrong, who visited, what was offered.
type file struct {
	p       *Page
	h       registry.Household
	name    string            // by whom it is known
	members []registry.Person // who are there
	gone    []registry.Person // who left
	visits  []registry.Visit
	facts   []registry.Record
	events  []registry.Record
	slips   []registry.Record
	pinned  []registry.Record
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
	p.Lay(f.head(), f.top(), f.parts())
}

func (f *file) read() (err error) {
	d, id := f.p.d.Desk, f.p.ID
	if f.h, err = d.Household(id); err != nil {
		return err
	}
	f.name = page.Called(d, f.h)
	all, err := d.Members(id)
	if err != nil {
		return err
	}
	for _, m := range all {
		if desk.Left(m) {
			f.gone = append(f.gone, m)
		} else {
			f.members = append(f.members, m)
		}
	}
	if f.visits, err = d.Visits(id); err != nil {
		return err
	}
	for _, list := range []struct {
		typ  string
		into *[]registry.Record
	}{{registry.TypeFact, &f.facts}, {registry.TypeEvent, &f.events}, {registry.TypeSlip, &f.slips}, {registry.TypeAttachment, &f.pinned}} {
		if *list.into, err = d.Records(list.typ, id); err != nil {
			return err
		}
	}
	return nil
}

// top is what stands over the parts: disputes, that the household is merged or ended, what looks wrong.
func (f *file) top() (rows []fyne.CanvasObject) {
	if o := form.Disputes(f.p.d, f.ours); o != nil {
		rows = append(rows, o)
	}
	if into := f.h.Get(survey.MergedInto); into != "" {
		open := kit.NewButton(text.T("household.merged.open"), func() { f.p.d.Show(page.Household, into) })
		words := text.T("household.merged", f.h.Get(survey.EndedOn), page.HouseName(f.p.d.Desk, into))
		rows = append(rows, kit.Tinted(kit.Warn, kit.Line(10, kit.Words(words, kit.Warn), kit.Gap(), open)))
	}
	if problems := registry.CheckHouse(f.h, f.members); len(problems) > 0 && len(f.members) > 0 {
		rows = append(rows, problemsOf(problems))
	}
	return rows
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
	left := kit.Line(8, back, kit.Title(text.T("household.title", f.name)))
	for _, kind := range strings.Split(f.h.Type(), "、") {
		if kind != "" {
			left.Add(kit.Badge(kind, kit.Accent))
		}
	}
	right := kit.Line(8, kit.NewMore(text.T("household.more"), f.acts),
		kit.NewButton(text.T("household.edit"), p.IfRead(p.edit)),
		kit.NewButton(text.T("household.visit"), p.IfRead(func() { p.editVisit("") })), f.add)
	return kit.Head(left, right)
}

func (f *file) parts() []form.Part {
	return []form.Part{f.placePart(), f.memberPart(), f.visitPart(), f.factPart(), f.slipPart(), f.pinnedPart(), f.restPart(), f.historyPart()}
}

// placePart is where the household is and how to reach it, and what it was on a day.
func (f *file) placePart() form.Part {
	facts := form.Facts(f.table(), f.h.Unpack(), f.open, atAGlance)
	body := kit.Rows(10, facts, form.Standing(f.p.d, f.standing))
	return form.Part{Title: text.T("household.place"), Body: body, Bare: true}
}

// standing is what the household was on a day, and how many people lived in it.
func (f *file) standing(day time.Time) []fyne.CanvasObject {
	then := registry.Standing(registry.TypeHousehold, f.h.Packed, f.facts, day)
	var out []fyne.CanvasObject
	for _, kind := range survey.SplitList(then.Get(survey.HouseType)) {
		out = append(out, kit.Badge(kind, kit.Accent))
	}
	if v := then.Get(survey.Monitor); v != "" {
		out = append(out, kit.Badge(v, kit.Accent))
	}
	if v := then.Get(survey.RiskGone); v != "" {
		tone := map[bool]kit.Tone{true: kit.Good, false: kit.Warn}[v == survey.Yes]
		out = append(out, kit.Badge(text.T("household.risk."+map[bool]string{true: "gone", false: "there"}[v == survey.Yes]), tone))
	}
	if then.Get(survey.Resettled) == survey.Yes {
		out = append(out, kit.Badge(survey.FactResettled, kit.Accent))
	}
	return append(out, kit.Words(text.T("household.people", f.peopleOn(day)), kit.Quiet))
}

// peopleOn counts who had not left by a day.
func (f *file) peopleOn(day time.Time) int {
	n := len(f.members)
	for _, m := range f.gone {
		if left, ok := survey.Day(m.Get(survey.LeftOn)); ok && day.Before(left) {
			n++
		}
	}
	return n
}

func (f *file) table() *survey.Table { return f.p.d.Desk.Table(registry.TypeHousehold) }

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

// restPart is what else was answered.
func (f *file) restPart() form.Part {
	rest := form.File(f.table(), f.h.Unpack(), f.open, survey.Village, survey.Group, survey.Address, survey.HousePhone, survey.HouseNo, survey.HeadName,
		survey.Province, survey.Prefecture, survey.County, survey.Township, // these follow from the village
		survey.EndedOn, survey.EndedWhy)
	if len(rest.Objects) == 0 {
		rest.Add(kit.Prose(text.T("household.no_rest"), kit.Quiet))
	}
	return form.Part{Title: text.T("household.rest"), Body: rest, Bare: true}
}

func (f *file) historyPart() form.Part {
	return form.Part{Title: text.T("household.history"), Body: form.History(f.p.d, f.p.ref(), f.events, f.open)}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func filled(words ...string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// parting asks whether a household was entered by mistake.
func parting(name string) form.Parting {
	return form.Parting{
		Title: text.T("household.delete"), Ask: text.T("household.delete.ask", name), Hint: text.T("household.delete.hint"),
		Yes: text.T("household.delete.yes"), Done: text.T("household.deleted", name),
	}
}
