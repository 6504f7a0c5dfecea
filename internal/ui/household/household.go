package household

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

// prefVillage remembers the village last registered in: the next household is likely to be there too.
const prefVillage = "household.village"

// prefRole remembers as what one visits: village cadre, leader of a working party.
const prefRole = "household.role"

// Page is one household: its file, or its form.
type Page struct {
	d       page.Deps
	content *fyne.Container
	id      string
	form    *form.Form // nil while it is read
	file    *file
}

// New makes the page.
func New(d page.Deps) page.Page { return &Page{d: d, content: container.NewStack()} }

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open shows a household; "" begins a new one, page.Edit and page.Visit lead to a form.
func (p *Page) Open(arg string) {
	p.form = nil
	if id, ok := strings.CutPrefix(arg, page.Edit); ok {
		p.id = id
		p.edit()
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Visit); ok {
		id, visit, _ := strings.Cut(rest, "/")
		p.id = id
		p.editVisit(visit)
		return
	}
	if p.id = arg; arg == "" {
		p.edit()
	}
}

// Refresh reads the household again. A form is left alone: what came in meanwhile is told when it is saved.
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

// Focus puts the keyboard on the form, or on what comes next: adding a member.
func (p *Page) Focus() {
	switch {
	case p.form != nil:
		p.form.FocusFirst()
	case p.file != nil:
		p.d.Window.Canvas().Focus(p.file.add)
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	if p.id == "" {
		return nil
	}
	return []kit.Command{
		kit.Ctrl(text.T("household.edit"), fyne.KeyE, p.ifRead(p.edit)),
		kit.Ctrl(text.T("household.add"), fyne.KeyM, p.addMember),
		kit.Ctrl(text.T("household.visit"), fyne.KeyD, p.ifRead(func() { p.editVisit("") })),
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

func (p *Page) addMember() { p.d.Show(page.Person, page.New+p.id) }

// edit shows the form of the household.
func (p *Page) edit() {
	a, seen := survey.Answers{}, change.Entity{}
	title := text.T("household.new")
	if p.id != "" {
		h, err := p.d.Desk.Household(p.id)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		seen, _ = p.d.Desk.Seen(registry.TypeHousehold, p.id) // what Household just read
		a, title = h.Answers, text.T("household.edit.title", h.Head())
	} else if v := p.d.Prefs.String(prefVillage); v != "" {
		a[survey.Village] = v
	}
	p.show(title, survey.Household, p.id, "", a, func(a survey.Answers, how []desk.How) error { return p.save(a, seen, how) })
}

func (p *Page) save(a survey.Answers, seen change.Entity, how []desk.How) error {
	if seen.Exists() {
		how = append(how, desk.Over(seen))
	}
	id, err := p.d.Desk.SaveHousehold(p.id, a, how...)
	if err != nil {
		return err
	}
	p.d.Prefs.SetString(prefVillage, a[survey.Village])
	p.id = id
	p.saved(text.T("household.saved", a[survey.HeadName]))
	return nil
}

// editVisit shows the form of a visit; "" is a new one, today, by who works here, who was the same the last time.
func (p *Page) editVisit(id string) {
	a := survey.Answers{survey.OfHousehold: p.id, survey.VisitedOn: p.d.Desk.Today().Format("2006-01-02"), survey.Visitor: p.d.Desk.Actor()}
	if role := p.d.Prefs.String(prefRole); role != "" {
		a[survey.Role] = role
	}
	first := survey.Role
	if id != "" {
		first = ""
		visits, err := p.d.Desk.Visits(p.id)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		for _, v := range visits {
			if v.ID == id {
				a = v.Answers
			}
		}
	}
	p.show(text.T("household.visit"), survey.Visit, p.id+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if _, err := p.d.Desk.SaveVisit(id, a, how...); err != nil {
			return err
		}
		p.d.Prefs.SetString(prefRole, a[survey.Role])
		p.saved(text.T("household.visit.saved"))
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

// saved goes back to the file at once: the next key may be pressed already.
func (p *Page) saved(message string) {
	p.form = nil
	p.d.Show(page.Household, p.id)
	p.d.Undo(message)
}

// cancel leaves the form; a new household that nobody wants leaves the page.
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

// delete takes out a household entered by mistake.
func (p *Page) delete(name string) {
	kit.AskWords(p.d.Window, text.T("household.delete"), text.T("household.delete.ask", name), text.T("household.delete.hint"), text.T("household.delete.yes"), func(reason string) {
		if reason == "" {
			return
		}
		if err := p.d.Desk.Delete(registry.TypeHousehold, p.id, reason); err != nil {
			p.d.ShowError(err)
			return
		}
		p.id = ""
		p.d.Back()
		p.d.Undo(text.T("household.deleted", name))
	})
}
