package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Sheet is a page that is read as a file until it is filled in as a form: what the pages of a household and of a person share.
// Such a page embeds it and says how its file is drawn.
type Sheet struct {
	ID   string                // of what is shown; "" is something new
	Draw func()                // shows the file, with Put
	Rest func() fyne.Focusable // where the keyboard stands in the file; nil for nowhere

	d       page.Deps
	content *fyne.Container
	form    *Form // nil while the file is read
}

// NewSheet makes an empty sheet.
func NewSheet(d page.Deps) Sheet { return Sheet{d: d, content: container.NewStack()} }

// Content is the page.
func (s *Sheet) Content() fyne.CanvasObject { return s.content }

// Put shows o as the page.
func (s *Sheet) Put(o fyne.CanvasObject) {
	s.content.Objects = []fyne.CanvasObject{o}
	s.content.Refresh()
}

// Refresh draws the file again. A form is left alone: what came in meanwhile is told when it is saved.
func (s *Sheet) Refresh() {
	if s.form == nil && s.ID != "" {
		s.Draw()
	}
}

// Leave asks what becomes of an unsaved form.
func (s *Sheet) Leave(then func()) {
	if s.form == nil {
		then()
		return
	}
	s.form.Leave(func() {
		s.form = nil
		then()
	})
}

// Focus puts the keyboard on the form, or on what comes next in the file.
func (s *Sheet) Focus() {
	if s.form != nil {
		s.form.FocusFirst()
		return
	}
	if f := s.Rest(); f != nil {
		s.d.Window.Canvas().Focus(f)
	}
}

// IfRead makes what a button or a key does: it shows a form, unless one is open already.
func (s *Sheet) IfRead(do func()) func() {
	return func() {
		if s.form == nil {
			do()
			s.Focus()
		}
	}
}

// Fill puts a form in the place of the file: draft is what its draft is called, first where the keyboard begins ("" is the
// first question).
func (s *Sheet) Fill(title string, t *survey.Table, draft, first string, a survey.Answers, save func(survey.Answers, []desk.How) error) {
	s.form = New(t, Options{
		Window: s.d.Window, Now: s.d.Now, First: first, Drafts: s.d.Desk, DraftID: draft, After: s.d.After,
		Items: page.Choices(s.d.Desk), Brief: page.Brief, Cancel: s.cancel,
		Save: func(a survey.Answers, anyway bool) error { return save(a, page.How(anyway)) },
	})
	s.form.Load(a)
	s.Put(kit.Padded(container.NewBorder(kit.Rows(8, kit.Title(title), kit.Gap()), nil, nil, nil, s.form.Content())))
}

// Done forgets the form: it was saved, or another thing is shown.
func (s *Sheet) Done() { s.form = nil }

// cancel leaves the form; something new that nobody wants leaves the page.
func (s *Sheet) cancel() {
	s.Leave(func() {
		if s.ID == "" {
			s.d.Back()
			return
		}
		s.Draw()
		s.Focus()
	})
}

// Parting are the words in which a page asks for the reason before it deletes, and tells that it did.
type Parting struct{ Title, Ask, Hint, Yes, Done string }

// Delete takes out what was entered by mistake, for a reason.
func (s *Sheet) Delete(typ string, words Parting) {
	kit.AskWords(s.d.Window, words.Title, words.Ask, words.Hint, words.Yes, func(reason string) {
		if reason == "" {
			return
		}
		if err := s.d.Desk.Delete(typ, s.ID, reason); err != nil {
			s.d.ShowError(err)
			return
		}
		s.ID = ""
		s.d.Back()
		s.d.Undo(words.Done)
	})
}
