package form

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Sheet is a page that is read as a file until it is filled in as a form: what the pages of a household and of a person share.
// Such a page embeds it and says how its file is drawn.
type Sheet struct {
	ID   string                // of what is shown; "" is something new
	Draw func()                // shows the file, with Put or Lay
	Rest func() fyne.Focusable // where the keyboard stands in the file; nil for nowhere
	At   string                // the question that the next form begins at

	// Doubles finds who may be the same while a form of a person is filled in; nil finds nobody.
	Doubles func(survey.Answers) []Double

	d       page.Deps
	content *fyne.Container
	form    *Form  // nil while the file is read
	parts   *parts // nil where the file is not laid out in parts
	laid    string // the id of what parts show
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

// Lay shows a file in parts under a heading. Drawn again, it stays where one had scrolled to.
func (s *Sheet) Lay(head fyne.CanvasObject, top []fyne.CanvasObject, all []Part) {
	before := s.parts
	s.parts = newParts(top, all)
	s.Put(kit.Padded(container.NewBorder(kit.Rows(8, head, kit.Gap()), nil, nil, nil, s.parts.content)))
	if before != nil && s.laid == s.ID {
		s.parts.scroll.ScrollToOffset(before.scroll.Offset)
		s.d.After(0, s.parts.follow) // where the parts stand is known once they are laid out
	}
	s.laid = s.ID
}

// Turn goes to the next part of the form or the file, or with -1 to the one before.
func (s *Sheet) Turn(by int) {
	switch {
	case s.form != nil:
		s.form.NextPart(by)
	case s.parts != nil:
		s.parts.jump.Step(by)
	}
}

// Commands are the keys that every such page has.
func (s *Sheet) Commands() []kit.Command {
	return []kit.Command{
		kit.Ctrl(text.T("form.next_part"), fyne.KeyPageDown, func() { s.Turn(1) }),
		kit.Ctrl(text.T("form.part_before"), fyne.KeyPageUp, func() { s.Turn(-1) }),
		{Label: text.T("form.to_doubles"), Key: fyne.KeyF4, Do: func() {
			if s.form != nil {
				s.form.ToDoubles()
			}
		}},
		{Label: text.T("form.next_problem"), Key: fyne.KeyF8, Do: func() {
			if s.form != nil {
				s.form.NextProblem()
			}
		}},
		{Label: text.T("kit.cancel"), Key: fyne.KeyEscape, Do: func() { // where nothing of the form has the keyboard
			if s.form != nil {
				s.cancel()
			}
		}},
	}
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
	if s.At != "" {
		first, s.At = s.At, ""
	}
	o := Options{
		Window: s.d.Window, Now: s.d.Now, First: first, Drafts: s.d.Desk, DraftID: draft, After: s.d.After,
		Items: page.Choices(s.d.Desk), Brief: page.Brief, Cancel: s.cancel,
		Offers: page.Offers(s.d.Desk), Touched: s.filler(t),
		Save: func(a survey.Answers, anyway bool) error { return save(a, page.How(anyway)) },
	}
	if t.Name == registry.TypePerson {
		o.Doubles, o.Watch = s.Doubles, Watched
	}
	s.form = New(t, o)
	s.form.Load(a)
	s.Put(kit.Padded(container.NewBorder(kit.Rows(8, kit.Title(title), kit.Gap()), nil, nil, nil, s.form.Content())))
}

// FillRecord fills in a record of any kind in the place of the file: preset is what a new one begins with, first where the
// keyboard begins. done is called once it is saved.
func (s *Sheet) FillRecord(title, typ, id, first string, preset survey.Answers, done func()) {
	a, seen := preset, change.Entity{}
	if id != "" {
		r, err := s.d.Desk.Record(typ, id)
		if err != nil {
			s.d.ShowError(err)
			return
		}
		seen, _ = s.d.Desk.Seen(typ, id) // what Record just read
		a, first = r.Unpack(), ""
	}
	s.Fill(title, s.d.Desk.Table(typ), s.ID+"/"+id, first, a, func(a survey.Answers, how []desk.How) error {
		if seen.Exists() {
			how = append(how, desk.Over(seen))
		}
		_, err := s.d.Desk.SaveRecord(typ, id, a, how...)
		if err == nil {
			s.Done()
			done()
		}
		return err
	})
}

// Filled are the answers that stand in the open form; nil while none is open.
func (s *Sheet) Filled() survey.Answers {
	if s.form == nil {
		return nil
	}
	return s.form.Answers()
}

// Forsake throws the open form and its draft away.
func (s *Sheet) Forsake() {
	if s.form != nil {
		s.form.round++
		s.form.drop()
		s.form = nil
	}
}

// Offer puts an answer into the open form where it has none.
func (s *Sheet) Offer(key, value string) {
	if s.form != nil && value != "" && s.form.Answers()[key] == "" {
		s.form.Set(key, value)
	}
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
