package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Empty is what a page shows where there is nothing yet: what is missing, what to do, and the buttons that do it.
func Empty(icon fyne.Resource, title, hint string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	i := widget.NewIcon(theme.NewColoredResource(icon, theme.ColorNameDisabled))
	t := line(title, Plain, theme.SizeNameSubHeadingText, true)
	t.Alignment = fyne.TextAlignCenter
	h := Prose(hint, Quiet)
	h.middle = true
	rows := []fyne.CanvasObject{container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(44), i)), t, Wide(420, h)}
	if len(actions) > 0 {
		rows = append(rows, container.NewCenter(Line(8, actions...)))
	}
	return container.NewCenter(Rows(6, rows...))
}
