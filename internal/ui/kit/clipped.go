package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Clipped is a line of words that gives way: it is cut where there is no room, instead of making its place wider.
type Clipped struct {
	widget.BaseWidget
	of    *canvas.Text
	whole string
}

// NewClipped makes a line give way.
func NewClipped(line *canvas.Text) *Clipped {
	c := &Clipped{of: line, whole: line.Text}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other words.
func (c *Clipped) Set(words string) {
	c.whole = words
	c.cut(c.Size().Width)
	c.Refresh()
}

// MinSize is the height of the line and hardly a width.
func (c *Clipped) MinSize() fyne.Size { return fyne.NewSize(20, c.of.MinSize().Height) }

// Resize cuts the words to the width.
func (c *Clipped) Resize(s fyne.Size) {
	c.cut(s.Width)
	c.BaseWidget.Resize(s)
}

func (c *Clipped) cut(width float32) {
	c.of.Text = Ellipsis(c.whole, width, c.of.TextSize, c.of.TextStyle)
}

// CreateRenderer draws the line.
func (c *Clipped) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.of) }
