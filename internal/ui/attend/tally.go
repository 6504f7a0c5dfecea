package attend

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// tally is the line of numbers that is always in sight, with what can be done for all who are still open.
type tally struct {
	due, came, leave, absent, open *canvas.Text
	late                           *canvas.Text
	box                            *fyne.Container
	rest                           []*kit.Button
}

func newTally(p *Page) *tally {
	t := &tally{late: kit.Caption("", kit.Quiet)}
	t.box = kit.Line(6)
	for _, c := range []struct {
		number **canvas.Text
		label  string
	}{
		{&t.due, text.T("attend.due")}, {&t.came, text.T("attend.came")}, {&t.leave, text.T("attend.leave")},
		{&t.absent, text.T("attend.absent")}, {&t.open, text.T("attend.open")},
	} {
		*c.number = kit.Words("0", kit.Plain)
		t.box.Add(kit.Words(c.label, kit.Quiet))
		t.box.Add(*c.number)
		if c.number == &t.came {
			t.box.Add(t.late)
		}
		t.box.Add(kit.Words(" ", kit.Plain))
	}
	t.rest = []*kit.Button{
		kit.NewButton(text.T("attend.rest.present"), func() { p.rest(training.Present) }),
		kit.NewButton(text.T("attend.rest.absent"), func() { p.rest(training.Absent) }),
	}
	t.box.Add(kit.Gap())
	t.box.Add(t.rest[0])
	t.box.Add(t.rest[1])
	return t
}

func (t *tally) show(c counts) {
	t.number(t.due, c.due, kit.Plain)
	t.number(t.came, c.came, kit.Good)
	t.number(t.leave, c.leave, kit.Accent)
	t.number(t.absent, c.absent, kit.Bad)
	t.number(t.open, c.open, kit.Warn)
	t.late.Text = ""
	if c.late > 0 {
		t.late.Text = text.T("attend.late_among", c.late)
	}
	for _, b := range t.rest {
		if c.open == 0 {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	t.box.Refresh()
}

// number is grey at nought: only what is there calls for the eye.
func (t *tally) number(n *canvas.Text, count int, tone kit.Tone) {
	if count == 0 {
		tone = kit.Quiet
	}
	paint(n, strconv.Itoa(count), tone, kit.Size(theme.SizeNameText)*1.6, true)
	n.Refresh()
}
