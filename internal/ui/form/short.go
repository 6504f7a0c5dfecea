package form

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// Short is a dialog with a few questions and one act: a move, an end, a mark of delivery. Enter leads through the questions to the
// button; what is wrong is said in the dialog, which stays open.
type Short struct {
	Title string
	Intro string
	Rows  []ShortRow
	Yes   string
	Why   string // what is asked of who goes on in spite of doubts; "" goes on at a second press
	More  int    // what is asked grows by up to so many lines as one answers: there is room for them from the start
	// Do does it; how holds the person's word that it is right in spite of doubts. An error keeps the dialog open.
	Do func(how ...desk.How) error

	dialog  *kit.Dialog
	trouble *kit.Paragraph
	yes     *kit.Button
	anyway  bool
	reason  *kit.Entry // why in spite of doubts; nil until it is asked
	list    *fyne.Container
	outer   *fyne.Container // what list scrolls in; nil where it does not
	window  fyne.Window
}

// ShortRow is one question: a label over an input, or an object that is only shown, with the inputs that stand in it now.
type ShortRow struct {
	Label  string
	Input  kit.Input
	Shown  fyne.CanvasObject
	Inside func() []kit.Input
	Hint   string
}

// inputs are those the keyboard stops at.
func (r ShortRow) inputs() []kit.Input {
	switch {
	case r.Input != nil:
		return []kit.Input{r.Input}
	case r.Inside != nil:
		return r.Inside()
	}
	return nil
}

// NewDay makes an entry for a day that begins with today.
func NewDay(d page.Deps) *kit.DateEntry {
	e := kit.NewDateEntry(d.Now)
	e.SetValue(d.Desk.Today().Format("2006-01-02"))
	return e
}

// Show opens the dialog.
func (s *Short) Show(d page.Deps) {
	s.window = d.Window
	s.list = kit.Rows(10)
	if s.Intro != "" {
		s.list.Add(kit.Prose(s.Intro, kit.Plain))
	}
	for _, r := range s.Rows {
		s.list.Add(s.row(r))
	}
	s.trouble = kit.Prose("", kit.Bad)
	s.trouble.Hide()
	s.list.Add(s.trouble)
	s.yes = kit.NewPrimary(s.Yes, s.act)
	s.yes.Save = s.act // a warning puts the keyboard here: Ctrl+Enter goes on past it
	s.dialog = &kit.Dialog{Title: s.Title, Content: s.content(d.Window), First: s.first()}
	s.dialog.Buttons = []*kit.Button{kit.NewButton(text.T("kit.cancel"), s.Close), s.yes}
	s.dialog.Show(d.Window)
}

// content scrolls where the questions are higher than the window.
func (s *Short) content(w fyne.Window) fyne.CanvasObject {
	most := w.Canvas().Size().Height - 190
	h := s.list.MinSize().Height + float32(s.More)*kit.Size(theme.SizeNameText)*3.2
	if h < most && s.More == 0 {
		return s.list
	}
	s.outer = container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), s.list)
	scroll := container.NewVScroll(s.outer)
	scroll.SetMinSize(fyne.NewSize(kit.Size(theme.SizeNameText)*38, min(most, h)))
	return scroll
}

// Relay gives what is asked the room it needs now.
func (s *Short) Relay() {
	if s.list == nil {
		return
	}
	s.list.Refresh()
	if s.outer != nil {
		s.outer.Refresh()
	}
}

func (s *Short) row(r ShortRow) fyne.CanvasObject {
	if r.Input == nil {
		return r.Shown
	}
	s.wire(r.Input)
	rows := container.New(layout.NewCustomPaddedVBoxLayout(3), kit.Caption(r.Label, kit.Quiet), r.Input)
	if r.Hint != "" {
		rows.Add(kit.Caption(r.Hint, kit.Quiet))
	}
	return rows
}

func (s *Short) first() fyne.Focusable {
	if inputs := s.inputs(); len(inputs) > 0 {
		return inputs[0]
	}
	return s.yes
}

// inputs are those that can be answered now, in order.
func (s *Short) inputs() []kit.Input {
	var out []kit.Input
	for _, r := range s.Rows {
		for _, i := range r.inputs() {
			if i.Visible() {
				out = append(out, i)
			}
		}
	}
	return out
}

// next goes to the question after this one, from the last one to the button.
func (s *Short) next(input kit.Input) {
	inputs := s.inputs()
	at := slices.Index(inputs, input) + 1
	if at == len(inputs) {
		s.window.Canvas().Focus(s.yes)
		return
	}
	s.wire(inputs[at])
	s.window.Canvas().Focus(inputs[at])
}

// wire gives an input the keys of the dialog; those that come as one answers get theirs when they are reached.
func (s *Short) wire(input kit.Input) {
	input.Wire(s.act, s.Close, func() { s.next(input) })
}

// Close takes the dialog away.
func (s *Short) Close() { s.dialog.Close() }

func (s *Short) act() {
	for _, r := range s.Rows {
		if r.Input != nil && r.Input.Problem() != nil {
			s.say(text.Explain(r.Input.Problem()).String(), kit.Bad)
			s.window.Canvas().Focus(r.Input)
			return
		}
	}
	if s.reason != nil && strings.TrimSpace(s.reason.Value()) == "" {
		s.window.Canvas().Focus(s.reason)
		return
	}
	err := s.Do(s.how()...)
	var refusal *desk.Refusal
	switch {
	case err == nil:
		s.Close()
	case errors.As(err, &refusal) && refusal.Warnings() && !s.anyway:
		s.doubt(refusal)
	case errors.As(err, &refusal):
		s.say(linesOf(refusal), kit.Bad)
	default:
		s.say(text.Explain(err).String(), kit.Bad)
		s.window.Canvas().Focus(s.first())
	}
}

// doubt says what speaks against it. It is done all the same at a second press, or for a reason.
func (s *Short) doubt(r *desk.Refusal) {
	s.anyway = true
	s.yes.SetText(text.T("form.anyway"))
	to := fyne.Focusable(s.yes)
	if s.Why != "" {
		s.reason = kit.NewEntry()
		s.reason.Wire(s.act, s.Close, func() { s.window.Canvas().Focus(s.yes) })
		s.list.Add(container.New(layout.NewCustomPaddedVBoxLayout(3), kit.Caption(s.Why, kit.Quiet), s.reason))
		to = s.reason
	}
	s.say(linesOf(r), kit.Warn)
	s.window.Canvas().Focus(to)
}

// how is the person's word that it is right, in their own words where they were asked for them.
func (s *Short) how() []desk.How {
	if s.reason == nil {
		return page.How(s.anyway)
	}
	return []desk.How{desk.Anyway(strings.TrimSpace(s.reason.Value()))}
}

func linesOf(r *desk.Refusal) string {
	var lines []string
	for _, p := range r.Problems {
		lines = append(lines, "· "+r.Line(p))
	}
	return strings.Join(lines, "\n")
}

func (s *Short) say(words string, tone kit.Tone) {
	s.trouble.Set(words, tone)
	s.trouble.Show()
	s.Relay()
	s.dialog.Resize(fyne.Size{})
}

// Ask is the input for a field of a table, as a form would have it, with its label.
func Ask(d page.Deps, t *survey.Table, key, value string) ShortRow {
	f, _ := t.Field(key)
	input := NewInput(f, Options{Now: d.Now, Items: page.Choices(d.Desk)})
	input.SetValue(value)
	return ShortRow{Label: f.Label, Input: input}
}
