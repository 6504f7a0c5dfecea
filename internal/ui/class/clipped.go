package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ruhu/internal/ui/kit"
)

// clipped is a heading that gives way to what stands beside it: a long name is cut with "…", the window does not grow.
type clipped struct {
	widget.BaseWidget
	text string
}

// CreateRenderer draws as much of the text as there is room for.
func (c *clipped) CreateRenderer() fyne.WidgetRenderer {
	t := canvas.NewText(c.text, kit.Plain.Color())
	t.TextStyle.Bold = kit.BoldHas(c.text)
	return &clippedRenderer{c, t}
}

type clippedRenderer struct {
	c *clipped
	t *canvas.Text
}

func (r *clippedRenderer) Destroy()                     {}
func (r *clippedRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.t} }
func (r *clippedRenderer) Refresh()                     { r.Layout(r.c.Size()) }

func (r *clippedRenderer) MinSize() fyne.Size {
	em := kit.Size(theme.SizeNameSubHeadingText)
	return fyne.NewSize(em*4, em*1.6)
}

func (r *clippedRenderer) Layout(s fyne.Size) {
	r.t.TextSize = kit.Size(theme.SizeNameSubHeadingText)
	r.t.Text = kit.Ellipsis(r.c.text, s.Width-8, r.t.TextSize, r.t.TextStyle)
	r.t.Move(fyne.NewPos(8, 0))
	r.t.Resize(fyne.NewSize(s.Width-8, s.Height))
}
