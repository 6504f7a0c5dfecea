package ledgers

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/kit"
)

// columns lays cards out in columns that stand one under the other from group to group, however many cards a group has.
type columns struct{ width float32 }

const (
	columnEm  = 17 // the least width, in characters
	columnGap = 8
	scrollBar = 10 // what the bar of the page covers
)

// across is how many stand side by side.
func (c *columns) across() int {
	return max(int((c.width-scrollBar+columnGap)/(columnEm*kit.Size(theme.SizeNameText)+columnGap)), 1)
}

// MinSize is the height of the lines at the width last given.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	lines := (len(objects) + c.across() - 1) / c.across()
	h := objects[0].MinSize().Height
	return fyne.NewSize(200, float32(lines)*(h+columnGap)-columnGap)
}

// Layout puts the cards side by side.
func (c *columns) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	c.width = s.Width
	n := c.across()
	w := (s.Width - scrollBar - columnGap*float32(n-1)) / float32(n)
	for i, o := range objects {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(float32(i%n)*(w+columnGap), float32(i/n)*(h+columnGap)))
	}
}
