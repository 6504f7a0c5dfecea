package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// spots lights up the one of several places of a widget that the pointer is over. It is embedded.
type spots struct {
	hover  int // -1 none
	under  func(fyne.Position) int
	redraw func()
}

// MouseIn, MouseMoved and MouseOut show what a tap would do.
func (s *spots) MouseIn(e *desktop.MouseEvent)    { s.MouseMoved(e) }
func (s *spots) MouseMoved(e *desktop.MouseEvent) { s.setHover(s.under(e.Position)) }
func (s *spots) MouseOut()                        { s.setHover(-1) }

func (s *spots) setHover(i int) {
	if i != s.hover {
		s.hover = i
		s.redraw()
	}
}

// chips are places side by side, in as many lines as the width needs. A place without a width is not there now.
type chips struct {
	spots
	lines int // as last laid out; what the height depends on
	wide  func(i int) float32
	count func() int
	high  func() float32
}

// chipGap is the room between two chips, and between two lines of them.
const chipGap = 4

// places are where the chips stand within width.
func (c *chips) places(width float32) (at []fyne.Position, size []fyne.Size) {
	x, line := float32(0), 0
	for i := range c.count() {
		w := c.wide(i)
		if w == 0 {
			at, size = append(at, fyne.Position{}), append(size, fyne.Size{})
			continue
		}
		if x > 0 && x+w > width {
			x, line = 0, line+1
		}
		at = append(at, fyne.NewPos(x, float32(line)*(c.high()+chipGap)))
		size = append(size, fyne.NewSize(w, c.high()))
		x += w + chipGap
	}
	c.lines = line + 1
	return at, size
}

// hit is the chip at a point, -1 where there is none.
func (c *chips) hit(p fyne.Position, width float32) int {
	at, size := c.places(width)
	for i := range at {
		if p.X >= at[i].X && p.X < at[i].X+size[i].Width && p.Y >= at[i].Y && p.Y < at[i].Y+size[i].Height {
			return i
		}
	}
	return -1
}

func (c *chips) least() fyne.Size {
	return fyne.NewSize(120, float32(c.lines)*(c.high()+chipGap)-chipGap)
}
