package form

import "fyne.io/fyne/v2"

// Distances between cells.
const (
	flowGapX = 18
	flowGapY = 6
)

// flow lays cells out in columns of one width, line by line, so that Tab reads as the eye does.
type flow struct {
	box     *fyne.Container
	wide    []bool // by cell: takes a line for itself
	columns int
	width   float32
}

func (l *flow) has(o fyne.CanvasObject) bool {
	for _, x := range l.box.Objects {
		if x == o {
			return true
		}
	}
	return false
}

// lines calls f with each cell and its place, and gives the height of all.
func (l *flow) lines(objects []fyne.CanvasObject, f func(o fyne.CanvasObject, column int, y float32, wide bool)) float32 {
	y, high, column := float32(0), float32(0), 0
	next := func() {
		if column > 0 {
			y, high, column = y+high+flowGapY, 0, 0
		}
	}
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if l.wide[i] || column == l.columns {
			next()
		}
		if f != nil {
			f(o, column, y, l.wide[i])
		}
		high = max(high, o.MinSize().Height)
		column++
		if l.wide[i] {
			next()
		}
	}
	next()
	return max(y-flowGapY, 0)
}

// MinSize is as high as the lines for the width it was last given.
func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, l.lines(objects, nil))
}

// Layout puts each cell into its column.
func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - flowGapX*float32(l.columns-1)) / float32(l.columns)
	l.lines(objects, func(o fyne.CanvasObject, column int, y float32, wide bool) {
		x, ow := float32(column)*(w+flowGapX), w
		if wide {
			x, ow = 0, size.Width
		}
		o.Resize(fyne.NewSize(ow, o.MinSize().Height))
		o.Move(fyne.NewPos(x, y))
	})
}
