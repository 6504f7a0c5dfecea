package attend

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// question asks what a symbol needs beside itself: how many minutes, and why. It stands in the page, not over it, so that the
// roster stays in sight; Enter goes through it and Esc leaves everything as it was.
type question struct {
	box     *fyne.Container
	minutes *kit.Entry
	reason  *kit.Entry
	must    bool // without a reason it is not taken: a correction
	done    func(minutes int, reason string)
	stop    func()
	scanned func(code string)
	focus   func(fyne.Focusable)
}

func newQuestion() *question {
	q := &question{minutes: kit.NewEntry(), reason: kit.NewEntry(), box: container.NewStack()}
	q.reason.SetPlaceHolder(text.T("attend.ask.reason.hint"))
	for _, e := range []*kit.Entry{q.minutes, q.reason} {
		e.Escape = func() { q.stop() }
		e.Save = q.take
	}
	q.minutes.Enter = func() bool {
		if !q.cardInstead(q.minutes) {
			q.focus(q.reason)
		}
		return true
	}
	q.reason.Enter = func() bool {
		if !q.cardInstead(q.reason) {
			q.take()
		}
		return true
	}
	q.box.Hide()
	return q
}

// ask shows the question for a person and a symbol. must wants a reason, as a correction does.
func (q *question) ask(name string, s training.Symbol, must bool) {
	q.must = must
	q.minutes.SetQuietly("")
	q.reason.SetQuietly("")
	title := text.T("attend.ask.title", name, s.Name)
	if must {
		title = text.T("attend.ask.correct", name, s.Name)
	}
	fields := []fyne.CanvasObject{}
	first := q.reason
	if s.Minutes {
		first = q.minutes
		fields = append(fields, kit.Words(text.T("attend.ask.minutes"), kit.Plain), kit.Wide(70, q.minutes))
	}
	fields = append(fields, kit.Words(text.T("attend.ask.reason"), kit.Plain))
	left := kit.Line(8, fields...)
	right := kit.Line(6, kit.NewPrimary(text.T("attend.ask.ok"), q.take), kit.NewButton(text.T("attend.ask.cancel"), func() { q.stop() }))
	rows := kit.Rows(6, kit.Strong(title, kit.Plain), container.NewBorder(nil, nil, left, right, q.reason), q.suggestions(s, must))
	q.box.Objects = []fyne.CanvasObject{kit.Tinted(kit.Accent, rows)}
	q.box.Show()
	q.box.Refresh()
	q.focus(first)
}

// suggestions are the reasons that come up every day; one press takes it and is done.
func (q *question) suggestions(s training.Symbol, must bool) fyne.CanvasObject {
	key := "attend.reasons.leave"
	switch {
	case must:
		key = "attend.reasons.correct"
	case s.Minutes:
		key = "attend.reasons.late"
	case s.Name == training.Sick:
		key = "attend.reasons.sick"
	}
	line := kit.Line(6)
	for _, reason := range strings.Split(text.T(key), "|") {
		line.Add(kit.NewQuiet(reason, func() {
			q.reason.SetQuietly(reason)
			if s.Minutes && q.minutes.Text == "" {
				q.focus(q.minutes)
				return
			}
			q.take()
		}))
	}
	return line
}

func (q *question) take() {
	reason := strings.TrimSpace(q.reason.Text)
	if q.must && reason == "" {
		q.focus(q.reason)
		return
	}
	minutes, _ := strconv.Atoi(strings.TrimSpace(q.minutes.Text))
	q.hide()
	q.done(max(minutes, 0), reason)
}

// cardInstead notices that a scanner typed a card into the question: the next trainee does not wait for the last one's reason.
func (q *question) cardInstead(e *kit.Entry) bool {
	typed := strings.TrimSpace(e.Text)
	if _, err := training.ParseCode(typed); err != nil || q.scanned == nil {
		return false
	}
	e.SetQuietly("")
	q.scanned(typed)
	return true
}

func (q *question) open() bool { return q.box.Visible() }

func (q *question) hide() {
	q.box.Hide()
	q.box.Objects = nil
}
