package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// strip is the line at the foot: who works here, what is not sent yet.
type strip struct {
	f       *frame
	content fyne.CanvasObject
	row     *fyne.Container
	who     *canvas.Text
	unsent  *widget.Button
}

func newStrip(f *frame) *strip {
	s := &strip{f: f, who: kit.Caption("", kit.Quiet)}
	s.unsent = widget.NewButton("", func() { f.show(page.Exchange, "") })
	s.unsent.Importance = widget.LowImportance
	row := kit.Line(10, s.who, kit.Gap(), kit.Caption(text.T("ui.strip.keys"), kit.Quiet), s.unsent)
	if f.w.o.Sample {
		row.Objects = append([]fyne.CanvasObject{kit.Badge(text.T("ui.sample"), kit.Warn)}, row.Objects...)
	}
	s.row = row
	line := canvas.NewRectangle(kit.Color(theme.ColorNameSeparator))
	line.SetMinSize(fyne.NewSize(1, 1))
	s.content = container.NewStack(canvas.NewRectangle(kit.Color(kit.ColorRail)),
		container.NewVBox(line, container.New(layout.NewCustomPaddedLayout(0, 0, 14, 8), row)))
	return s
}

func (s *strip) refresh() {
	set, err := s.f.desk.Settings()
	who := s.f.desk.Actor()
	if err == nil && set.Unit != "" {
		who += "　" + set.Unit
	}
	if who == "" {
		who = text.T("ui.strip.nobody")
	}
	kit.SetWords(s.who, who, kit.Quiet)
	s.unsent.SetText(s.state())
	s.row.Refresh()
}

// state counts what the county has no receipt for.
func (s *strip) state() string {
	st := s.f.exchange.Status()
	switch {
	case !st.Enrolled && st.Unsent == 0:
		return text.T("ui.strip.alone")
	case st.Syncing:
		return text.T("ui.strip.syncing", st.Unsent)
	case st.Unsent > 0:
		return text.T("ui.strip.unsent", st.Unsent)
	}
	return text.T("ui.strip.sent")
}
