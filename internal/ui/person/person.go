// Package person is the page of one person: the file to be read, the form to be filled in, and the wishes for training.
package person

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	d         page.Deps
	content   *fyne.Container
	id        string
	household string     // of somebody new
	form      *form.Form // nil while it is read
	file      *file
}

// New makes the page.
func New(d page.Deps) page.Page { return &Page{d: d, content: container.NewStack()} }

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows a person; page.New begins a new one, page.Edit and page.Wish lead to a form.
func (p *Page) Open(arg string) {
	p.form, p.household = nil, ""
	if household, ok := strings.CutPrefix(arg, page.New); ok {
		p.id, p.household = "", household
		p.edit()
		return
	}
	if id, ok := strings.CutPrefix(arg, page.Edit); ok {
		p.id = id
		p.edit()
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Wish); ok {
		id, wish, _ := strings.Cut(rest, "/")
		p.id = id
		p.editWish(wish)
		return
	}
	p.id = arg
}

// Refresh reads the person again; a form is left alone.
func (p *Page) Refresh() {
	if p.form == nil && p.id != "" {
		p.draw()
	}
}

// Leave asks what becomes of an unsaved form.
func (p *Page) Leave(then func()) {
	if p.form == nil {
		then()
		return
	}
	p.form.Leave(func() {
		p.form = nil
		then()
	})
}

// Focus puts the keyboard on the form, or on the button that edits.
func (p *Page) Focus() {
	switch {
	case p.form != nil:
		p.form.FocusFirst()
	case p.file != nil:
		p.d.Window.Canvas().Focus(p.file.change)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	if p.id == "" {
		return nil
	}
	return []kit.Command{
		kit.Ctrl(text.T("person.edit"), fyne.KeyE, p.ifRead(p.edit)),
		kit.Ctrl(text.T("person.wish"), fyne.KeyW, p.ifRead(func() { p.editWish("") })),
		kit.Ctrl(text.T("person.to_household"), fyne.KeyH, p.toHousehold),
	}
}

// ifRead makes what a button or a key does: it shows a form, unless one is open already.
func (p *Page) ifRead(do func()) func() {
	return func() {
		if p.form == nil {
			do()
			p.Focus()
		}
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
	if p.id != "" {
		x, err := p.d.Desk.Person(p.id)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		seen, _ = p.d.Desk.Seen(registry.TypePerson, p.id) // what Person just read
		a, title, draft = x.Answers, text.T("person.edit.title", x.Name()), p.id
	}
	p.show(title, survey.Person, draft, "", a, func(a survey.Answers, how []desk.How) error { return p.save(a, seen, how) })
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
	id, err := p.d.Desk.SavePerson(p.id, a, how...)
	if err != nil {
		return err
	}
	if p.id == "" {
		p.saved(page.Household, a[survey.InHousehold], text.T("person.saved", a[survey.FullName]))
		return nil
	}
	p.saved(page.Person, id, text.T("person.saved", a[survey.FullName]))
	return nil
}

// editWish shows the form of a wish; "" is a new one of today.
func (p *Page) editWish(id string) {
	a := survey.Answers{survey.OfPerson: p.id, survey.WishedOn: p.d.Desk.Today().Format("2006-01-02")}
	x, err := p.d.Desk.Person(p.id)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	wishes, err := p.d.Desk.Wishes(p.id)
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
	p.show(text.T("person.wish.title", x.Name()), survey.Wish, p.id+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if _, err := p.d.Desk.SaveWish(id, a, how...); err != nil {
			return err
		}
		p.saved(page.Person, p.id, text.T("person.wish.saved"))
		return nil
	})
}

// show puts a form in the place of the file.
func (p *Page) show(title string, t *survey.Table, draft, first string, a survey.Answers, save func(survey.Answers, []desk.How) error) {
	p.form = form.New(t, form.Options{
		Window: p.d.Window, Now: p.d.Now, First: first, Drafts: p.d.Desk, DraftID: draft, After: p.d.After,
		Items: page.Choices(p.d.Desk), Brief: page.Brief, Cancel: p.cancel,
		Save: func(a survey.Answers, anyway bool) error { return save(a, page.How(anyway)) },
	})
	p.form.Load(a)
	p.content.Objects = []fyne.CanvasObject{kit.Padded(container.NewBorder(kit.Rows(8, kit.Title(title), kit.Gap()), nil, nil, nil, p.form.Content()))}
	p.content.Refresh()
}

// saved goes on: from somebody new to the household, where the next one is added.
func (p *Page) saved(name, arg, message string) {
	p.form = nil
	if name == page.Household {
		p.d.Forget()
	}
	p.d.Show(name, arg)
	p.d.Undo(message)
}

func (p *Page) cancel() {
	p.Leave(func() {
		if p.id == "" {
			p.d.Back()
			return
		}
		p.draw()
		p.Focus()
	})
}

// delete takes out somebody entered by mistake; who died or moved away is not deleted.
func (p *Page) delete(name string) {
	kit.AskWords(p.d.Window, text.T("person.delete"), text.T("person.delete.ask", name), text.T("person.delete.hint"), text.T("person.delete.yes"), func(reason string) {
		if reason == "" {
			return
		}
		if err := p.d.Desk.Delete(registry.TypePerson, p.id, reason); err != nil {
			p.d.ShowError(err)
			return
		}
		p.id = ""
		p.d.Back()
		p.d.Undo(text.T("person.deleted", name))
	})
}
