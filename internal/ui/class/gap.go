package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// gap is the room between a page's head and what lies below it.
func gap() fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(1, 4))
	return r
}
