package rulespage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// show puts the current rule beside the list.
func (p *Page) show() {
	r, ok := p.current()
	if !ok {
		return
	}
	ships, err := p.ships(r.Name)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	rows := kit.Rows(10, p.head(r), kit.Prose(says(r.Name), kit.Plain))
	for _, o := range values(r, ships) {
		rows.Add(o)
	}
	rows.Add(kit.Rows(3, kit.Caption(text.T("rulespage.source"), kit.Quiet), kit.Prose(r.Source, kit.Plain)))
	rows.Add(kit.Rows(3, kit.Caption(text.T("rulespage.from"), kit.Quiet), kit.Prose(p.spans(r), kit.Plain)))
	p.card.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), rows))}
	p.card.Refresh()
}

func (p *Page) head(r desk.Rule) fyne.CanvasObject {
	edit, reset := kit.NewPrimary(text.T("rulespage.edit"), p.IfRead(p.edit)), kit.NewButton(text.T("rulespage.reset"), p.IfRead(p.reset))
	if !r.Own {
		reset.Hide()
	}
	return kit.Head(kit.Subtitle(r.Title), kit.Line(8, reset, edit))
}

// says is what a rule decides, in a sentence; of a table of numbers, what can be changed here.
func says(name string) string {
	if key := "rulespage.says." + name; text.Has(key) {
		return text.T(key)
	}
	return text.T("rulespage.says.table")
}

// values are the parameters in force; where the county's own is otherwise, with what ships beside it.
func values(r, ships desk.Rule) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	params := parameters(r.Whole)
	now, before := answers(params, r.Whole), answers(params, ships.Whole)
	section := text.T("rulespage.section.numbers")
	var facts *fyne.Container
	for _, x := range params {
		if facts == nil || x.field.Section != section {
			section, facts = x.field.Section, kit.Rows(4)
			out = append(out, kit.Rows(4, kit.Strong(section, kit.Plain), facts))
		}
		facts.Add(value(x.field, now[x.field.Key], before[x.field.Key]))
	}
	return out
}

func value(f survey.Field, now, before string) fyne.CanvasObject {
	shown, tone := blank(f, now), kit.Plain
	if now != before {
		shown, tone = text.T("rulespage.instead", shown, blank(f, before)), kit.Accent
	}
	return container.NewBorder(nil, nil, kit.Em(9, kit.Words(f.Label, kit.Quiet)), nil, kit.Prose(shown, tone))
}

// blank says that nothing is set, in the place of nothing.
func blank(f survey.Field, v string) string {
	if v == "" || v == "0" && !f.Required {
		return text.T("rulespage.blank")
	}
	return v
}

// spans says from which day the rule in force counts, and which versions there are beside it.
func (p *Page) spans(r desk.Rule) string {
	all, err := p.d.Desk.RuleVersions(r.Name)
	if err != nil || len(all) < 2 {
		return r.From
	}
	words := ""
	for _, v := range all {
		state := text.T("rulespage.ships")
		if v.Own {
			state = text.T("rulespage.own")
		}
		words += text.T("rulespage.version", v.From, state) + "\n"
	}
	return words[:len(words)-1]
}
