package class

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// drawHead is the name of the class over its life over the names of its parts.
func (p *Page) drawHead() fyne.CanvasObject {
	back := kit.NewIcon(text.T("class.all"), theme.NavigateBackIcon(), func() { p.deps.Show(page.Class, "") })
	if p.id == newClass {
		return kit.Line(12, back, kit.Subtitle(text.T("class.new")), kit.Caption(text.T("class.new.how"), kit.Quiet))
	}
	right := kit.Line(8, kit.NewButton(text.T("class.attend"), func() { p.deps.Show(page.Attend, p.id) }),
		kit.NewButton(text.T("class.papers"), func() { p.deps.Show(page.Papers, p.id) }))
	name := kit.Strong(p.class.Name(), kit.Plain)
	name.TextSize = kit.Size(theme.SizeNameSubHeadingText)
	title := container.NewBorder(nil, nil, back, right, container.NewPadded(kit.NewClipped(name)))
	return kit.Rows(8, title, p.life.draw(), kit.Line(0, p.tabs))
}

// toneOf is how a stage looks.
func toneOf(stage string) kit.Tone {
	switch stage {
	case training.Draft:
		return kit.Quiet
	case training.Running:
		return kit.Good
	case training.Closed:
		return kit.Plain
	}
	return kit.Accent
}

// ground is a coloured sheet with round corners.
func ground() *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.CornerRadius = 5
	return r
}
