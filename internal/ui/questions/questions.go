// Package questions is the page of a county's own questions: forms brought from a file, what is in them, and what of a file was
// not understood.
package questions

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
	"ruhu/internal/xlsform"
)

// Page is the list of forms, or what a file holds before it is taken into use.
type Page struct {
	d       page.Deps
	content *fyne.Container
	add     *kit.Button
	reading bool // a file is looked at: the list waits
}

// New makes the page.
func New(d page.Deps) page.Page {
	p := &Page{d: d, content: container.NewStack()}
	p.add = kit.NewPrimary(text.T("questions.add"), p.choose)
	return p
}

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Open begins with the list.
func (p *Page) Open(string) { p.reading = false }

// Focus puts the keyboard on the button that brings a form.
func (p *Page) Focus() { p.d.Window.Canvas().Focus(p.add) }

// Drop takes a form that was dropped on the window.
func (p *Page) Drop(paths []string) {
	if len(paths) > 0 {
		p.read(paths[0], registry.TypePerson)
	}
}

// Refresh lists the forms.
func (p *Page) Refresh() {
	if p.reading {
		return
	}
	all, err := p.d.Desk.Questions()
	if err != nil {
		p.d.ShowError(err)
		return
	}
	if len(all) == 0 {
		p.put(kit.Empty(theme.QuestionIcon(), text.T("questions.none"), text.T("questions.none.hint"), p.add))
		return
	}
	rows := kit.Rows(10)
	for _, q := range all {
		rows.Add(kit.Panel(p.form(q)))
	}
	head := kit.Head(kit.Title(text.T("ui.page.questions")), p.add)
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 0, 14), rows))
	p.put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Prose(text.T("questions.what"), kit.Quiet), kit.Gap()), nil, nil, nil, body)))
}

func (p *Page) put(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

// form is one form with its questions and how many answered each.
func (p *Page) form(q desk.Questions) fyne.CanvasObject {
	state, turn := kit.Badge(text.T("questions.on"), kit.Good), text.T("questions.retire")
	if q.Off {
		state, turn = kit.Badge(text.T("questions.off"), kit.Quiet), text.T("questions.again")
	}
	head := kit.Line(10, kit.Subtitle(q.Form.Title), kit.Badge(text.T("questions.of."+q.Form.Table), kit.Accent), state, kit.Caption(version(q.Form.Version), kit.Quiet), kit.Gap(),
		kit.NewQuiet(turn, func() { p.retire(q) }))
	answered, err := p.d.Desk.Answered(q)
	if err != nil {
		p.d.ShowError(err)
	}
	return kit.Rows(8, head, fieldsTable(q.Form, answered))
}

// version says what the number is; a form without one says nothing.
func version(v string) string {
	if v == "" {
		return ""
	}
	return text.T("questions.version", v)
}

// fieldsTable lists the questions of a form.
func fieldsTable(f xlsform.Form, answered map[string]int) fyne.CanvasObject {
	columns := []kit.Column{{Title: text.T("questions.question"), Em: 14, Grow: true}, {Title: text.T("questions.kind"), Em: 6},
		{Title: text.T("questions.choices"), Em: 14, Grow: true}, {Title: text.T("questions.answered"), Em: 4, Right: true}}
	t := kit.NewTable(columns, func() int { return len(f.Fields) }, func(i, column int) kit.Cell {
		x := f.Fields[i]
		switch column {
		case 0:
			return kit.Cell{Text: x.Label}
		case 1:
			return kit.Cell{Text: kindWords(x), Tone: kit.Quiet}
		case 2:
			return kit.Cell{Text: choicesOf(x), Tone: kit.Quiet}
		}
		if answered == nil {
			return kit.Cell{}
		}
		return kit.Cell{Text: text.T("questions.n", answered[x.Key]), Tone: kit.Quiet}
	})
	t.Fit = true
	return t
}

func kindWords(f survey.Field) string { return text.T("questions.kind." + f.Kind.Name) }

func choicesOf(f survey.Field) string {
	var names []string
	for _, c := range f.Options() {
		names = append(names, c.Name)
	}
	return strings.Join(names, "、")
}

func (p *Page) retire(q desk.Questions) {
	if err := p.d.Desk.RetireQuestions(q.ID, !q.Off); err != nil {
		p.d.ShowError(err)
		return
	}
	p.d.Undo(text.T("questions.turned", q.Form.Title))
	p.d.Changed()
	p.Refresh()
}

// prefFolder is the folder that a form was brought from last.
const prefFolder = "questions.folder"

// choose asks for a file and for whom its questions are, where it does not say.
func (p *Page) choose() {
	kit.ChooseFile(p.d.Window, text.T("questions.add"), text.T("questions.choose"), []string{".xlsx", ".csv", ".xls"}, p.d.Prefs.String(prefFolder), func(path string) {
		if path == "" {
			return
		}
		p.d.Prefs.SetString(prefFolder, filepath.Dir(path))
		p.read(path, registry.TypePerson)
	})
}

// read reads a file and shows what it holds.
func (p *Page) read(path, table string) {
	var f xlsform.Form
	var problems []xlsform.Problem
	var err error
	p.d.Go(func() { f, problems, err = p.d.Desk.ReadQuestions(context.Background(), path, table) }, func() {
		if err != nil {
			p.d.ShowError(err)
			return
		}
		p.reading = true
		p.preview(path, f, problems)
	})
}
