package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// show paints the cells in sight.
func (p *pane) show() {
	g, h := p.g, p.g.rowHeight()
	view, at := g.scroll.Size(), g.scroll.Offset
	p.ink.begin()
	first := int(at.Y / h)
	last := min(first+int(view.Height/h)+2, g.Len())
	if view.Height <= 0 {
		last = first
	}
	for pos := first; pos < last; pos++ {
		y := float32(pos) * h
		if p.stays() {
			y -= at.Y
		}
		p.paintRow(pos, y, view, at)
	}
	p.outline(at)
	if p.stays() {
		p.ink.rect(fyne.NewPos(p.Size().Width-1, 0), fyne.NewSize(1, p.Size().Height), Color(theme.ColorNameInputBorder))
	}
	p.ink.end()
	canvas.Refresh(p.self)
}

// outline draws a frame around the current cell, over the grounds of all rows.
func (p *pane) outline(scrolled fyne.Position) {
	g, h := p.g, p.g.rowHeight()
	if !g.focused || g.Len() == 0 || g.col < p.from || g.col >= p.to {
		return
	}
	at := fyne.NewPos(g.left(p.from, g.col), float32(g.at)*h)
	if p.stays() {
		at.Y -= scrolled.Y
	}
	r := p.ink.rect(at.AddXY(1, 1), fyne.NewSize(g.widths()[g.col]-3, h-2), color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = Color(theme.ColorNamePrimary), 2, 3
}

func (p *pane) paintRow(pos int, y float32, view fyne.Size, at fyne.Position) {
	g, h := p.g, p.g.rowHeight()
	row, ws := g.row(pos), g.widths()
	room, from := p.Size().Width, float32(0)
	if !p.stays() {
		room, from = view.Width, at.X
	}
	p.ink.rect(fyne.NewPos(from, y), fyne.NewSize(room, h), Color(p.ground(pos, row)))
	if pos == g.at && g.focused && p.from == 0 {
		p.ink.rect(fyne.NewPos(0, y), fyne.NewSize(3, h), Color(theme.ColorNamePrimary))
	}
	x := float32(0)
	for i := p.from; i < p.to; i++ {
		if x+ws[i] > from && x < from+room {
			p.paintCell(pos, row, i, fyne.NewPos(x, y), fyne.NewSize(ws[i], h))
		}
		x += ws[i]
	}
}

func (p *pane) ground(pos, row int) fyne.ThemeColorName {
	g := p.g
	switch {
	case g.selected[row], pos == g.at && (g.focused || g.OnMove != nil):
		return ColorTint
	case pos == g.stay.hover || pos == g.slide.hover:
		return ColorQuietBG
	case pos%2 == 1:
		return ColorStripe
	}
	return ColorPanel
}

func (p *pane) paintCell(pos, row, i int, at fyne.Position, s fyne.Size) {
	g, c := p.g, p.g.Cell(row, i)
	if c.Text == "" {
		return
	}
	t := p.ink.text()
	style := fyne.TextStyle{Bold: c.Bold && BoldHas(c.Text)}
	t.TextSize, t.TextStyle, t.Color = Size(theme.SizeNameText), style, c.Tone.Color()
	pad := float32(cellPad)
	if c.Badge {
		t.TextSize = Size(theme.SizeNameCaptionText)
		pad += 5
	}
	t.Text = Ellipsis(c.Text, s.Width-pad-cellPad+1, t.TextSize, style)
	t.Alignment = align(g.Columns[i].Right)
	t.Move(fyne.NewPos(at.X+pad, at.Y))
	t.Resize(fyne.NewSize(max(s.Width-pad-cellPad, 0), s.Height))
	t.Refresh()
	if c.Badge {
		m := fyne.MeasureText(t.Text, t.TextSize, style)
		r := p.ink.rect(fyne.NewPos(at.X+cellPad-1, at.Y+(s.Height-m.Height)/2-1), fyne.NewSize(m.Width+12, m.Height+2), c.Tone.Ground())
		r.CornerRadius = 4
	}
}
