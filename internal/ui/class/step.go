package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
)

// step is one stage on the page: its name with a tick once it is reached, whose it is, and by when or since when. A press tells more.
type step struct {
	kit.Pressable
	stage stage
	sheet *canvas.Rectangle
	words fyne.CanvasObject
}

func newStep(s stage, press func()) *step {
	b := &step{stage: s, sheet: ground()}
	when, tone := s.when()
	name := kit.Plain
	switch {
	case s.Reached:
		name = kit.Good
	case s.next:
		name = kit.Accent
	}
	b.words = container.New(layout.NewCustomPaddedVBoxLayout(0), kit.NewClipped(kit.Strong(s.title(), name)),
		kit.NewClipped(kit.Caption(s.Owner, kit.Quiet)), kit.NewClipped(kit.Caption(when, tone)))
	b.Become(b, press, b.colour)
	return b
}

func (s stage) title() string {
	switch {
	case s.Reached:
		return text.T("class.stage.done", s.Stage)
	case s.next && len(s.Missing) > 0 && len(s.must()) == 0:
		return text.T("class.stage.look", s.Stage, len(s.Missing))
	case s.next && len(s.Missing) > 0:
		return text.T("class.stage.short", s.Stage, len(s.Missing))
	}
	return s.Stage
}

// when is the day reached, or the day by which, in words where it is over.
func (s stage) when() (string, kit.Tone) {
	switch {
	case s.Reached && s.DoneOn != "" && s.Late:
		return text.T("class.stage.on_late", s.DoneOn), kit.Warn
	case s.Reached && s.DoneOn != "":
		return text.T("class.stage.on", s.DoneOn), kit.Plain
	case s.Reached || s.By.IsZero():
		return " ", kit.Quiet
	case s.days < 0:
		return text.T("class.stage.over", -s.days), kit.Bad
	case s.days == 0:
		return text.T("class.stage.today"), kit.Warn
	}
	return text.T("class.stage.by", s.By.Format("01-02")), kit.Plain
}

func (b *step) colour() {
	b.sheet.FillColor = kit.Color(kit.ColorPanel)
	b.sheet.StrokeColor, b.sheet.StrokeWidth = kit.Color(theme.ColorNameSeparator), 1
	if b.stage.Reached {
		b.sheet.FillColor = kit.Good.Ground()
	}
	if b.stage.next {
		b.sheet.FillColor, b.sheet.StrokeColor = kit.Accent.Ground(), kit.Accent.Color()
	}
	if b.Lit() {
		b.sheet.StrokeColor, b.sheet.StrokeWidth = kit.Color(theme.ColorNamePrimary), 2
	}
	b.sheet.Refresh()
}

// CreateRenderer lays the words over the sheet.
func (b *step) CreateRenderer() fyne.WidgetRenderer {
	b.colour()
	return widget.NewSimpleRenderer(container.NewStack(b.sheet, container.New(layout.NewCustomPaddedLayout(4, 4, 8, 6), b.words)))
}

// fitLayout puts objects side by side: the first two always, of the others as many as there is room for. The second stands last.
type fitLayout struct{}

const fitGap = 6

func (*fitLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+fitGap+b.Width, max(a.Height, b.Height))
}

func (*fitLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	put := func(c fyne.CanvasObject) {
		m := c.MinSize()
		c.Resize(m)
		c.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		c.Show()
		x += m.Width + fitGap
	}
	put(o[0])
	room := s.Width - o[1].MinSize().Width
	full := false
	for _, c := range o[2:] {
		full = full || x+c.MinSize().Width > room
		if full {
			c.Hide()
			continue
		}
		put(c)
	}
	put(o[1])
}
