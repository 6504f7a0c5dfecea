package questions

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ruhu/internal/registry"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/xlsform"
)

// tables are what questions can be about.
var tables = []string{registry.TypePerson, registry.TypeHousehold, registry.TypeVisit, registry.TypeWish}

// preview shows what a file holds, and what of it was not understood, before it is taken into use.
func (p *Page) preview(path string, f xlsform.Form, problems []xlsform.Problem) {
	of := kit.NewToggle(names()...)
	of.SetValue(text.T("questions.of." + f.Table))
	of.OnChange(func() {
		for _, t := range tables {
			if text.T("questions.of."+t) == of.Value() {
				p.read(path, t)
			}
		}
	})
	take := kit.NewPrimary(text.T("questions.take"), func() { p.take(f) })
	if len(f.Fields) == 0 {
		take.Disable()
	}
	back := kit.NewButton(text.T("kit.cancel"), p.back)
	take.Escape, back.Escape = p.back, p.back
	head := kit.Head(kit.Line(10, kit.Title(f.Title), kit.Caption(filepath.Base(path), kit.Quiet)), kit.Line(8, back, take))
	rows := kit.Rows(10, kit.Line(10, kit.Words(text.T("questions.whom"), kit.Plain), of))
	if len(problems) > 0 {
		rows.Add(problemsOf(problems))
	}
	rows.Add(kit.Panel(kit.Rows(8, kit.Subtitle(text.T("questions.count", len(f.Fields))), fieldsTable(f, nil))))
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	p.put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, body)))
	p.d.Window.Canvas().Focus(take)
}

func names() (out []string) {
	for _, t := range tables {
		out = append(out, text.T("questions.of."+t))
	}
	return out
}

// problemsOf names what is not supported, with row and column.
func problemsOf(problems []xlsform.Problem) fyne.CanvasObject {
	rows := kit.Rows(4, kit.Strong(text.T("questions.problems", len(problems)), kit.Warn))
	for _, x := range problems {
		at := strings.Join(places(x), "　")
		tone := kit.Plain
		if x.Left {
			tone = kit.Bad
		}
		rows.Add(kit.Prose(at+"　"+text.Explain(x.Err).String(), tone))
	}
	return kit.Tinted(kit.Warn, rows)
}

func places(x xlsform.Problem) []string {
	var at []string
	if x.Sheet != "" {
		at = append(at, x.Sheet)
	}
	if x.Row > 0 {
		at = append(at, text.T("questions.row", strconv.Itoa(x.Row)))
	}
	if x.Column != "" {
		at = append(at, x.Column)
	}
	if x.Name != "" {
		at = append(at, x.Name)
	}
	return at
}

func (p *Page) back() {
	p.reading = false
	p.Refresh()
	p.Focus()
}

// take takes a form into use.
func (p *Page) take(f xlsform.Form) {
	if _, err := p.d.Desk.AddQuestions(f); err != nil {
		p.d.ShowError(err)
		return
	}
	p.back()
	p.d.Undo(text.T("questions.taken", f.Title, len(f.Fields)))
	p.d.Changed()
}
