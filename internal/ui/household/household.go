package household

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

// prefVillage remembers the village last registered in: the next household is likely to be there too.
const prefVillage = "household.village"

// prefRole remembers as what one visits: village cadre, leader of a working party.
const prefRole = "household.role"

// Page is one household: its file, or its form.
type Page struct {
	form.Sheet
	d    page.Deps
	file *file
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{Sheet: form.NewSheet(d), d: d}
	p.Draw, p.Rest = p.draw, p.rest
	return p
}

// rest is where the keyboard stands in the file: adding a member comes next.
func (p *Page) rest() fyne.Focusable {
	if p.file == nil {
		return nil
	}
	return p.file.add
}

// Open shows a household; "" begins a new one, page.Edit and page.Visit lead to a form.
func (p *Page) Open(arg string) {
	p.Done()
	if id, ok := strings.CutPrefix(arg, page.Edit); ok {
		p.ID, p.At, _ = strings.Cut(id, "/")
		p.edit()
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Visit); ok {
		id, visit, _ := strings.Cut(rest, "/")
		p.ID = id
		p.editVisit(visit)
		return
	}
	if rest, ok := strings.CutPrefix(arg, page.Record); ok {
		typ, rest, _ := strings.Cut(rest, "/")
		id, record, _ := strings.Cut(rest, "/")
		p.ID = id
		p.editRecord(typ, record)
		return
	}
	if p.ID = arg; arg == "" {
		p.edit()
	}
}

// Commands are the keys of the page.
func (p *Page) Commands() []kit.Command {
	if p.ID == "" {
		return p.Sheet.Commands()
	}
	return append([]kit.Command{
		kit.Ctrl(text.T("household.edit"), fyne.KeyE, p.IfRead(p.edit)),
		kit.Ctrl(text.T("household.add"), fyne.KeyM, p.addMember),
		kit.Ctrl(text.T("household.visit"), fyne.KeyD, p.IfRead(func() { p.editVisit("") })),
		kit.Ctrl(text.T("household.fact.add"), fyne.KeyK, p.IfRead(func() { p.editRecord(registry.TypeFact, "") })),
		kit.Ctrl(text.T("household.slip.add"), fyne.KeyG, p.IfRead(func() { p.editRecord(registry.TypeSlip, "") })),
		kit.Ctrl(text.T("household.slip.print"), fyne.KeyP, p.IfRead(p.printSlip)),
		kit.Ctrl(text.T("household.attach"), fyne.KeyT, p.IfRead(func() { form.AttachFile(p.d, p.ref()) })),
		{},
	}, p.Sheet.Commands()...)
}

// Drop attaches a file that was dropped on the window.
func (p *Page) Drop(paths []string) {
	if p.ID != "" && len(paths) > 0 {
		p.IfRead(func() { form.AttachPath(p.d, p.ref(), paths[0]) })()
	}
}

// editRecord shows the form of a fact or a slip; a new slip begins with what was offered to a family last.
func (p *Page) editRecord(typ, id string) {
	today := p.d.Desk.Today().Format("2006-01-02")
	preset, first := survey.Answers{survey.OfHousehold: p.ID}, ""
	title := "household.fact.add"
	switch typ {
	case registry.TypeFact:
		preset[survey.SaidOn] = today
	case registry.TypeSlip:
		title, first = "household.slip.add", survey.OfferJobs
		p.lastOffer(preset)
		preset[survey.OfferedOn] = today
	}
	if typ == registry.TypeFact && id != "" {
		title = "household.fact.mend"
	}
	name := page.HouseName(p.d.Desk, p.ID)
	p.FillRecord(text.T("household.record.title", text.T(title), name), typ, id, first, preset, func() {
		p.saved(text.T("household.record.saved"))
	})
}

// offered are the answers of a slip that are the same for many families.
var offered = []string{survey.OfferJobs, survey.OfferTraining, survey.OfferTime, survey.OfferWay, survey.OfferHelp, survey.OfferContact}

// lastOffer fills in what the last slip offered, to whichever family: a round of visits tells everybody the same.
func (p *Page) lastOffer(a survey.Answers) {
	all, err := p.d.Desk.Records(registry.TypeSlip, "")
	if err != nil || len(all) == 0 {
		return
	}
	for _, key := range offered {
		if v := all[0].Get(key); v != "" {
			a[key] = v
		}
	}
}

func (p *Page) addMember() { p.d.Show(page.Person, page.New+p.ID) }

// errNoVillage is a household that no village's list, ledger or visit would have.
var errNoVillage = text.NewError("household.no_village")

// edit shows the form of the household.
func (p *Page) edit() {
	a, seen := survey.Answers{}, change.Entity{}
	title := text.T("household.new")
	if p.ID != "" {
		h, err := p.d.Desk.Household(p.ID)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		seen, _ = p.d.Desk.Seen(registry.TypeHousehold, p.ID) // what Household just read
		a, title = h.Unpack(), text.T("household.edit.title", page.Called(p.d.Desk, h))
	} else if v := p.d.Prefs.String(prefVillage); v != "" {
		a[survey.Village] = v
	}
	p.Fill(title, p.d.Desk.Table(registry.TypeHousehold), p.ID, "", a, func(a survey.Answers, how []desk.How) error { return p.save(a, seen, how) })
}

func (p *Page) save(a survey.Answers, seen change.Entity, how []desk.How) error {
	if seen.Exists() {
		how = append(how, desk.Over(seen))
	}
	if a[survey.Village] == "" {
		how = append(how, desk.Doubting(survey.Village, errNoVillage))
	}
	id, err := p.d.Desk.SaveHousehold(p.ID, a, how...)
	if err != nil {
		return err
	}
	p.d.Prefs.SetString(prefVillage, a[survey.Village])
	p.ID = id
	p.saved(text.T("household.saved", a[survey.HeadName]))
	return nil
}

// editVisit shows the form of a visit; "" is a new one, today, by who works here, who was the same the last time.
func (p *Page) editVisit(id string) {
	a := survey.Answers{survey.OfHousehold: p.ID, survey.VisitedOn: p.d.Desk.Today().Format("2006-01-02"), survey.Visitor: p.d.Desk.Actor()}
	if role := p.d.Prefs.String(prefRole); role != "" {
		a[survey.Role] = role
	}
	first := survey.Role
	if id != "" {
		first = ""
		visits, err := p.d.Desk.Visits(p.ID)
		if err != nil {
			p.d.ShowError(err)
			return
		}
		for _, v := range visits {
			if v.ID == id {
				a = v.Unpack()
			}
		}
	}
	p.Fill(text.T("household.visit"), p.d.Desk.Table(registry.TypeVisit), p.ID+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if _, err := p.d.Desk.SaveVisit(id, a, how...); err != nil {
			return err
		}
		p.d.Prefs.SetString(prefRole, a[survey.Role])
		p.saved(text.T("household.visit.saved"))
		return nil
	})
}

// saved goes back to the file at once: the next key may be pressed already.
func (p *Page) saved(message string) {
	p.Done()
	p.d.Show(page.Household, p.ID)
	p.d.Undo(message)
}
