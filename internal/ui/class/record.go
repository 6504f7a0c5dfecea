package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// filling is a record of the class that is filled in over the page: an inspection, a call, a claim.
type filling struct {
	title, typ, id string
	first          string // the question that the keyboard begins at
	preset         survey.Answers
	skip           []string
	said           string // once it is saved
}

// fill shows the form of a record; saved, the page reads again.
func (p *Page) fill(f filling) {
	a, seen := f.preset, change.Entity{}
	if f.id != "" {
		r, err := p.deps.Desk.Record(f.typ, f.id)
		if err != nil {
			p.deps.ShowError(err)
			return
		}
		seen, _ = p.deps.Desk.Seen(f.typ, f.id)
		a = r.Unpack()
	}
	d := &kit.Dialog{Title: f.title, OnClose: p.Focus}
	var of *form.Form
	cancel := func() { of.Leave(d.Close) }
	of = form.New(p.deps.Desk.Table(f.typ), form.Options{
		Window: p.deps.Window, Now: p.deps.Now, After: p.deps.After, Items: page.Choices(p.deps.Desk), Offers: page.Offers(p.deps.Desk),
		Skip: f.skip, First: f.first, Cancel: cancel,
		Save: func(a survey.Answers, anyway bool) error {
			how := page.How(anyway)
			if seen.Exists() {
				how = append(how, desk.Over(seen))
			}
			if _, err := p.deps.Desk.SaveRecord(f.typ, f.id, a, how...); err != nil {
				return err
			}
			d.Close()
			p.saved(f.said)
			return nil
		},
	})
	of.Load(a)
	d.Content = container.NewGridWrap(p.roomy(), of.Content())
	d.Show(p.deps.Window)
	of.FocusFirst()
}

// roomy is as large as a form over the page may be.
func (p *Page) roomy() fyne.Size {
	s := p.deps.Window.Canvas().Size()
	return fyne.NewSize(min(s.Width-120, 860), min(s.Height-150, 620))
}

// drop asks for the reason, and takes out a record that was entered by mistake.
func (p *Page) drop(typ, id, what string) {
	kit.AskWords(p.deps.Window, text.T("class.drop"), text.T("class.drop.ask", what), text.T("class.reason.hint"), text.T("class.drop"), func(why string) {
		if why == "" {
			p.Focus()
			return
		}
		if err := p.deps.Desk.DeleteRecord(typ, id, why); err != nil {
			p.deps.ShowError(err)
			return
		}
		p.saved(text.T("class.dropped"))
	})
}
