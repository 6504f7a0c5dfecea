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
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d}
	p.Draw, p.Rest = p.draw, p.rest
	return p
}

// rest is where the keyboard stands in the file: the button that edits.
func (p *Page) rest() fyne.Focusable {
	if p.file == nil {
		return nil
	}
	return p.file.change
}

// Open shows a person; page.New begins a new one, page.Edit and page.Wish lead to a form.
func (p *Page) Open(arg string) {
	p.Done()
	p.household = ""
	if household, ok := strings.CutPrefix(arg, page.New); ok {
		p.ID, p.household = "", household
		p.edit()
		return
	}
	if id, ok := strings.CutPrefix(arg, page.Edit); ok {
		p.ID = id
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
		return nil
	}
	return []kit.Command{
		kit.Ctrl(text.T("person.edit"), fyne.KeyE, p.IfRead(p.edit)),
		kit.Ctrl(text.T("person.wish"), fyne.KeyW, p.IfRead(func() { p.editWish("") })),
		kit.Ctrl(text.T("person.to_household"), fyne.KeyH, p.toHousehold),
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
		a, title, draft = x.Answers, text.T("person.edit.title", x.Name()), p.ID
	}
	p.Fill(title, survey.Person, draft, "", a, func(a survey.Answers, how []desk.How) error { return p.save(a, seen, how) })
}

// first is what is known of somebody new: the household, its people's ethnic group, and that the first one is the head.
func (p *Page) first() survey.Answers {
	a := survey.Answers{survey.InHousehold: p.household}
	members, err := p.d.Desk.Members(p.household)
	if err != nil {
		return a
	}
	if len(members) > 0 {
		if e := members[0].Answers[survey.Ethnic]; e != "" {
			a[survey.Ethnic] = e
		}
		return a
	}
	if h, err := p.d.Desk.Household(p.household); err == nil {
		a[survey.Relation] = registry.Head
		for from, to := range map[string]string{survey.HeadName: survey.FullName, survey.HeadIDNo: survey.IDNo, survey.HousePhone: survey.Phone} {
			if v := h.Answers[from]; v != "" {
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
			a, first = w.Answers, ""
		}
	}
	p.Fill(text.T("person.wish.title", x.Name()), survey.Wish, p.ID+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if _, err := p.d.Desk.SaveWish(id, a, how...); err != nil {
			return err
		}
		p.saved(page.Person, p.ID, text.T("person.wish.saved"))
		return nil
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
