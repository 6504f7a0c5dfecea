package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// Panel lays content on a sheet of white with room around it.
func Panel(content fyne.CanvasObject) fyne.CanvasObject { return paper(content, ColorPanel, 12) }

// Tinted lays content on a coloured ground: a notice within a page.
func Tinted(tone Tone, content fyne.CanvasObject) fyne.CanvasObject {
	return paper(content, toneGround[tone], 8)
}

func paper(content fyne.CanvasObject, ground fyne.ThemeColorName, pad float32) fyne.CanvasObject {
	bg := canvas.NewRectangle(Color(ground))
	bg.CornerRadius = 6
	if ground == ColorPanel {
		bg.StrokeWidth, bg.StrokeColor = 1, Color(theme.ColorNameSeparator)
	}
	return container.NewStack(bg, container.New(layout.NewCustomPaddedLayout(pad, pad, pad+2, pad+2), content))
}

// Padded puts room around content: the margin of a page.
func Padded(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(12, 12, 16, 16), content)
}

// Rows stacks objects with gap between them.
func Rows(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowsLayout{gap}, objects...)
}

type rowsLayout struct{ gap float32 }

func (l *rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s, n := fyne.Size{}, 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
		n++
	}
	s.Height += l.gap * float32(max(n-1, 0))
	return s
}

// Layout gives each row the height it needs.
func (l *rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height // of text that wraps it is known only now
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + l.gap
	}
}

// Line puts objects side by side with gap between them, each in the middle of the height.
func Line(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&lineLayout{gap}, objects...)
}

// Gap is a piece of a Line that takes all the room left.
func Gap() fyne.CanvasObject { return layout.NewSpacer() }

// lineLayout is a horizontal box that centres what is lower than the highest.
type lineLayout struct{ gap float32 }

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.Size{}
	n := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		s.Width += m.Width
		s.Height = max(s.Height, m.Height)
		n++
	}
	s.Width += l.gap * float32(max(n-1, 0))
	return s
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, spacers := size.Width-l.MinSize(objects).Width, 0
	for _, o := range objects {
		if _, ok := o.(layout.SpacerObject); ok && o.Visible() {
			spacers++
		}
	}
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if _, ok := o.(layout.SpacerObject); ok {
			m.Width += max(left, 0) / float32(spacers)
		}
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + l.gap
	}
}

// Wide gives o at least width.
func Wide(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&wideLayout{width: width}, o)
}

// Em gives o at least the width of so many characters, whatever size they are.
func Em(characters float32, o fyne.CanvasObject) fyne.CanvasObject {
	return Wide(characters*Size(theme.SizeNameText), o)
}

type wideLayout struct{ width float32 }

func (l *wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(max(m.Width, l.width), m.Height)
}

func (l *wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.Position{})
}

// Narrow keeps content from growing wider than width, at the left.
func Narrow(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&narrowLayout{width}, content)
}

type narrowLayout struct{ width float32 }

func (l *narrowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l *narrowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(min(size.Width, max(l.width, objects[0].MinSize().Width)), size.Height))
	objects[0].Move(fyne.Position{})
}
