// Package person is the page of one person: the file to be read, the form to be filled in, and the wishes for training.
package person

import (
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Page is one person: the file, or a form.
type Page struct {
	form.Sheet
	d         page.Deps
	household string // of somebody new
	file      *file
	merging   *merger // two records are compared; nil otherwise
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d}
	p.Draw, p.Rest, p.Doubles = p.draw, p.rest, p.doubles
	return p
}

// rest is where the keyboard stands in the file: the button that edits.
func (p *Page) rest() fyne.Focusable {
	if p.merging != nil {
		return p.merging.yes
	}
	if p.file == nil {
		return nil
	}
	return p.file.change
}

// Open shows a person; page.New begins a new one, page.Edit and page.Wish lead to a form.
func (p *Page) Open(arg string) {
	p.Done()
	p.household, p.merging = "", nil
	if two, ok := strings.CutPrefix(arg, page.Merge); ok {
		keep, drop, _ := strings.Cut(two, "/")
		p.ID = keep
		p.compare(keep, drop)
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Record); ok {
		typ, rest, _ := strings.Cut(rest, "/")
		id, record, _ := strings.Cut(rest, "/")
		p.ID = id
		p.editRecord(typ, record)
		return
	}
	if household, ok := strings.CutPrefix(arg, page.New); ok {
		p.ID, p.household = "", household
		p.edit()
		return
	}
	if id, ok := strings.CutPrefix(arg, page.Edit); ok {
		p.ID, p.At, _ = strings.Cut(id, "/")
		p.edit()
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Wish); ok {
		id, wish, _ := strings.Cut(rest, "/")
		p.ID = id
		p.editWish(wish)
		return
	}
	p.ID = arg
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	if p.ID == "" {
		return p.Sheet.Commands()
	}
	return append([]kit.Command{
		kit.Ctrl(text.T("person.edit"), fyne.KeyE, p.IfRead(p.edit)),
		kit.Ctrl(text.T("person.wish"), fyne.KeyW, p.IfRead(func() { p.editWish("") })),
		kit.Ctrl(text.T("person.fact.add"), fyne.KeyK, p.IfRead(func() { p.editRecord(registry.TypeFact, "") })),
		kit.Ctrl(text.T("person.add.followup"), fyne.KeyG, p.IfRead(func() { p.editRecord(registry.TypeFollowUp, "") })),
		kit.Ctrl(text.T("person.add.jobrec"), fyne.KeyJ, p.IfRead(func() { p.editRecord(registry.TypeJobRec, "") })),
		kit.Ctrl(text.T("person.add.referral"), fyne.KeyR, p.IfRead(func() { p.editRecord(registry.TypeReferral, "") })),
		kit.Ctrl(text.T("person.attach"), fyne.KeyT, p.IfRead(func() { form.AttachFile(p.d, p.ref()) })),
		kit.Ctrl(text.T("person.print"), fyne.KeyP, p.IfRead(p.print)),
		kit.Ctrl(text.T("person.to_household"), fyne.KeyH, p.toHousehold),
		{},
	}, p.Sheet.Commands()...)
}

// Refresh draws the file again, but not over two records that are being compared.
func (p *Page) Refresh() {
	if p.merging == nil {
		p.Sheet.Refresh()
	}
}

// Drop attaches a file that was dropped on the window.
func (p *Page) Drop(paths []string) {
	if p.ID != "" && len(paths) > 0 {
		p.IfRead(func() { form.AttachPath(p.d, p.ref(), paths[0]) })()
	}
}

func (p *Page) toHousehold() {
	if p.file != nil && p.file.person.HouseholdID() != "" {
		p.d.Show(page.Household, p.file.person.HouseholdID())
	}
}

// edit shows the form.
func (p *Page) edit() {
	a, seen := p.first(), change.Entity{}
	title, draft := text.T("person.new"), page.New+p.household
	if p.ID != "" {
		x, err := p.d.Desk.Person(p.ID)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		seen, _ = p.d.Desk.Seen(registry.TypePerson, p.ID) // what Person just read
		a, title, draft = x.Unpack(), text.T("person.edit.title", x.Name()), p.ID
	}
	p.Fill(title, p.d.Desk.Table(registry.TypePerson), draft, "", a, func(a survey.Answers, how []desk.How) error { return p.save(a, seen, how) })
}

// first is what is known of somebody new: the household, its people's ethnic group, and that the first one is the head.
func (p *Page) first() survey.Answers {
	a := survey.Answers{survey.InHousehold: p.household}
	members, err := p.d.Desk.Members(p.household)
	if err != nil {
		return a
	}
	if len(members) > 0 {
		if e := members[0].Get(survey.Ethnic); e != "" {
			a[survey.Ethnic] = e
		}
		return a
	}
	if h, err := p.d.Desk.Household(p.household); err == nil {
		a[survey.Relation] = registry.Head
		for from, to := range map[string]string{survey.HeadName: survey.FullName, survey.HeadIDNo: survey.IDNo, survey.HousePhone: survey.Phone} {
			if v := h.Get(from); v != "" {
				a[to] = v
			}
		}
	}
	return a
}

func (p *Page) save(a survey.Answers, seen change.Entity, how []desk.How) error {
	if seen.Exists() {
		how = append(how, desk.Over(seen))
	}
	id, err := p.d.Desk.SavePerson(p.ID, a, how...)
	if err != nil {
		return err
	}
	if p.ID == "" {
		p.saved(page.Household, a[survey.InHousehold], text.T("person.saved", a[survey.FullName]))
		return nil
	}
	p.saved(page.Person, id, text.T("person.saved", a[survey.FullName]))
	return nil
}

// editWish shows the form of a wish; "" is a new one of today.
func (p *Page) editWish(id string) {
	a := survey.Answers{survey.OfPerson: p.ID, survey.WishedOn: p.d.Desk.Today().Format("2006-01-02")}
	x, err := p.d.Desk.Person(p.ID)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	wishes, err := p.d.Desk.Wishes(p.ID)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	first := survey.WishText
	for _, w := range wishes {
		if w.ID == id {
			a, first = w.Unpack(), ""
		}
	}
	p.Fill(text.T("person.wish.title", x.Name()), p.d.Desk.Table(registry.TypeWish), p.ID+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if _, err := p.d.Desk.SaveWish(id, a, how...); err != nil {
			return err
		}
		p.saved(page.Person, p.ID, text.T("person.wish.saved"))
		return nil
	})
}

// editRecord shows the form of a fact or of what was done for the person; "" is a new one of today, by who works here.
func (p *Page) editRecord(typ, id string) {
	today := p.d.Desk.Today().Format("2006-01-02")
	preset := survey.Answers{survey.OfPerson: p.ID}
	first := ""
	switch typ {
	case registry.TypeFact:
		preset[survey.SaidOn] = today
	case registry.TypeReferral:
		preset[survey.ReferredOn], preset[survey.DoneBy], first = today, p.d.Desk.Actor(), survey.ReferralKind
	case registry.TypeJobRec:
		preset[survey.RecommendedOn], preset[survey.DoneBy], first = today, p.d.Desk.Actor(), "employer"
	case registry.TypeFollowUp:
		preset[survey.FollowedOn], preset[survey.DoneBy], first = today, p.d.Desk.Actor(), survey.FollowWay
	}
	title := "person.add." + typ
	if typ == registry.TypeFact && id != "" {
		title = "person.fact.mend"
	}
	name := page.PersonName(p.d.Desk, p.ID)
	p.FillRecord(text.T("person.record.title", text.T(title), name), typ, id, first, preset, func() {
		p.saved(page.Person, p.ID, text.T("person.record.saved", text.T("person.add."+typ)))
	})
}

// saved goes on: from somebody new to the household, where the next one is added.
func (p *Page) saved(name, arg, message string) {
	p.Done()
	if name == page.Household {
		p.d.Forget()
	}
	p.d.Show(name, arg)
	p.d.Undo(message)
}
