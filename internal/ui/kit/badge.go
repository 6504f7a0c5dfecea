package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Badge is a short word on a coloured ground: a state.
func Badge(s string, tone Tone) fyne.CanvasObject {
	bg := canvas.NewRectangle(tone.Ground())
	bg.CornerRadius = 4
	return container.NewStack(bg, container.New(layout.NewCustomPaddedLayout(1, 1, 7, 7), Caption(s, tone)))
}
