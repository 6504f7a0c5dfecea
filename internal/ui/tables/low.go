package tables

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// lowLayout gives a scroller the height of what is in it, up to a bound.
type lowLayout struct {
	rows fyne.CanvasObject
	most float32
}

// low lays rows into a scroller that is no higher than most.
func low(rows fyne.CanvasObject, most float32) fyne.CanvasObject {
	return &fyne.Container{Layout: &lowLayout{rows: rows, most: most}, Objects: []fyne.CanvasObject{container.NewVScroll(rows)}}
}

// MinSize is the height at the width last given: text that wraps knows it only then.
func (l *lowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, min(l.rows.MinSize().Height+2, l.most))
}

// Layout gives the scroller all there is.
func (l *lowLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	objects[0].Resize(s)
}
