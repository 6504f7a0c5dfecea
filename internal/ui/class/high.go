package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/ui/kit"
)

// newHigh gives text that wraps a fixed height of so many lines, so that what lies around it does not jump from row to row.
func newHigh(o fyne.CanvasObject, lines float32) fyne.CanvasObject {
	return container.New(&high{lines}, o)
}

type high struct{ lines float32 }

func (h *high) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, kit.Size(theme.SizeNameText)*1.5*h.lines)
}

func (h *high) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	o[0].Move(fyne.Position{})
}
