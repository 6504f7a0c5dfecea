package attend

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// head says which class and which session is being noted, and changes both.
type head struct {
	p        *Page
	class    *kit.Picker
	session  *kit.Picker
	box      *fyne.Container
	previous *kit.Button
	next     *kit.Button
}

func newHead(p *Page) *head {
	h := &head{p: p}
	h.class = kit.NewPickerOf(h.classes)
	h.session = kit.NewPickerOf(h.sessions)
	h.class.OnChange(func() { h.changed(func() { p.chooseClass(h.class.Value()) }) })
	h.session.OnChange(func() { h.changed(func() { p.chooseSession(h.session.Value()) }) })
	h.previous = kit.NewIcon("", theme.NavigateBackIcon(), func() { p.step(-1) })
	h.next = kit.NewIcon("", theme.NavigateNextIcon(), func() { p.step(1) })
	em := kit.Size(theme.SizeNameText)
	session := container.NewBorder(nil, nil, h.previous, h.next, kit.Wide(em*15, h.session))
	h.box = container.NewBorder(nil, nil, kit.Line(6, kit.Strong(text.T("attend.class"), kit.Plain), kit.Words("", kit.Plain)),
		kit.Line(8, kit.Wide(0, kit.Words(" ", kit.Plain)), kit.Strong(text.T("attend.session"), kit.Plain), session), h.class)
	return h
}

// changed runs f for a choice by a person, then gives the keyboard back to the scan field.
func (h *head) changed(f func()) {
	if h.p.choosing {
		return
	}
	f()
	h.p.deps.After(scanGap, h.p.Focus) // after the picker's own list has closed
}

func (h *head) show() {
	h.class.SetValue(h.p.class.ID)
	h.session.SetValue(h.p.session.ID)
}

func (h *head) classes() []kit.Item {
	var items []kit.Item
	for _, c := range h.p.classes {
		items = append(items, kit.Item{Value: c.ID, Name: c.Name(), Code: c.Stage(), Also: []string{c.Trade()}})
	}
	return items
}

func (h *head) sessions() []kit.Item {
	var items []kit.Item
	today := h.p.deps.Now().Format("2006-01-02")
	for i, s := range h.p.sessions {
		code := text.T("attend.session.no", i+1, len(h.p.sessions))
		if s.Answers[training.HeldOn] == today {
			code = text.T("attend.today")
		}
		items = append(items, kit.Item{Value: s.ID, Name: sessionName(s), Code: code})
	}
	return items
}

func sessionName(s training.Session) string {
	if s.Date().IsZero() {
		return s.Half()
	}
	return text.T("attend.session.name", s.Answers[training.HeldOn], text.T("attend.weekday."+s.Date().Weekday().String()), s.Half())
}
