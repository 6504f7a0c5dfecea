package cataloguepage

import (
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

func (p *Page) add() {
	preset := survey.Answers{}
	if p.ends() {
		preset[survey.ValidFrom] = p.today()
	}
	p.FillRecord(text.T("cataloguepage.new", kindName(p.typ)), p.typ, "", "", preset, p.saved)
}

// change shows the form of a row. What ships stays as it is: the county's own row is made from it, and counts from its day on.
func (p *Page) change(i int) {
	r := p.all[i]
	if r.ID != "" {
		p.fillOwn(r.ID)
		return
	}
	a := r.Unpack()
	a[survey.ValidFrom] = p.today()
	delete(a, survey.CatSource) // the county's own words have another
	p.FillRecord(text.T("cataloguepage.instead", name(r)), p.typ, "", shown[p.typ][1].key, a, p.saved)
}

func (p *Page) fillOwn(id string) {
	p.FillRecord(text.T("cataloguepage.edit", kindName(p.typ)), p.typ, id, "", nil, p.saved)
}

func (p *Page) saved() {
	p.draw()
	p.Focus()
	p.d.Undo(text.T("cataloguepage.saved", kindName(p.typ)))
}

// name is what a row is called; a trade with its level.
func name(r registry.Record) string {
	words := r.Get(shown[r.Type][0].key)
	if level := r.Get(survey.TradeLevel); level != "" {
		return text.T("cataloguepage.at_level", words, level)
	}
	return words
}

func (p *Page) today() string { return p.d.Desk.Today().Format(time.DateOnly) }

// ends tells whether rows of the catalogue have a last day.
func (p *Page) ends() bool {
	_, ok := p.d.Desk.Table(p.typ).Field(survey.ValidTo)
	return ok
}

// end asks for the last day on which the current row counts.
func (p *Page) end() {
	i, ok := p.current()
	switch {
	case !ok:
		return
	case !p.ends():
		p.d.Toast(text.T("cataloguepage.endless", kindName(p.typ)))
		return
	}
	r := p.all[i]
	day, note := kit.NewDateEntry(p.d.Desk.Today), kit.NewNote()
	note.Keep = true
	day.SetQuietly(p.today())
	d := &kit.Dialog{Title: text.T("cataloguepage.end"), First: day, Default: 1}
	d.Content = kit.Rows(8, kit.Prose(text.T("cataloguepage.end.ask", name(r)), kit.Plain), kit.Caption(text.T("cataloguepage.end.day"), kit.Quiet), day, note)
	done := func() {
		if err := p.endOn(r, day.Text); err != nil {
			note.Set(text.Explain(err).String(), kit.Bad)
			return
		}
		d.Close()
	}
	day.Enter = func() bool { done(); return true }
	day.Save, day.Escape = done, d.Close
	d.Buttons = []*kit.Button{kit.NewButton(text.T("kit.cancel"), d.Close), kit.NewPrimary(text.T("cataloguepage.end.yes"), done)}
	d.OnClose = p.toRows
	d.Show(p.d.Window)
}

// endOn writes the last day into the county's own row. Of what ships one is made that stands in its place: from the same day, so that
// what was so stays so.
func (p *Page) endOn(r registry.Record, typed string) error {
	last, err := survey.ParseDate(typed)
	if err != nil {
		return err
	}
	a := r.Unpack()
	a[survey.ValidTo] = last
	if _, err := p.d.Desk.SaveRecord(p.typ, r.ID, a); err != nil {
		return err
	}
	p.draw()
	p.d.Undo(text.T("cataloguepage.end.done", name(r), last))
	return nil
}

// remove takes out a row of the county's that was entered by mistake; what ships stays.
func (p *Page) remove() {
	i, ok := p.current()
	switch {
	case !ok:
		return
	case p.all[i].ID == "":
		p.d.Toast(text.T("cataloguepage.stays"))
		return
	}
	r := p.all[i]
	kit.AskWords(p.d.Window, text.T("cataloguepage.remove"), text.T("cataloguepage.remove.ask", name(r)), text.T("cataloguepage.remove.why"), text.T("cataloguepage.remove"), func(why string) {
		if why == "" {
			return
		}
		if err := p.d.Desk.DeleteRecord(p.typ, r.ID, why); err != nil {
			p.d.ShowError(err)
			return
		}
		p.draw()
		p.toRows()
		p.d.Undo(text.T("cataloguepage.removed", name(r)))
	})
}
