package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune chooses a row with Space and hands letters on.
func (g *Grid) TypedRune(r rune) {
	switch {
	case r == ' ':
		g.choose(g.at, g.col, fyne.KeyModifierControl)
	case g.OnType != nil:
		g.OnType(r)
	}
}

// TypedKey walks through the cells.
func (g *Grid) TypedKey(k *fyne.KeyEvent) {
	if g.Keys != nil && g.Keys(k) {
		return
	}
	switch to, ok := g.step(k.Name, g.scroll.Size().Height/g.rowHeight()); {
	case ok:
		g.choose(to, g.col, g.with())
	case k.Name == fyne.KeyRight:
		g.choose(g.at, g.col+1, g.with())
	case k.Name == fyne.KeyLeft:
		g.choose(g.at, g.col-1, g.with())
	case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter:
		g.open()
	case k.Name == fyne.KeyEscape:
		call(g.Escape)
	default:
		pass(g, k)
	}
}

// choose goes to a cell; with Ctrl its row is switched on or off, with Shift all rows from where it began are taken.
func (g *Grid) choose(p, column int, held fyne.KeyModifier) {
	g.pick(p, held)
	g.moveTo(p, column)
}

// TypedShortcut copies rows, chooses all, and goes to the first or last column with Ctrl and an arrow.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(g.Copy())
		if g.Copied != nil {
			g.Copied(len(g.Selected()))
		}
	case *fyne.ShortcutSelectAll:
		g.pickAll()
		g.paint()
	case *desktop.CustomShortcut:
		if s.Modifier == fyne.KeyModifierControl {
			g.leap(s.KeyName)
		}
	}
}

// leap goes to the edge: over columns with the arrows, to the first or last cell with Home and End.
func (g *Grid) leap(k fyne.KeyName) {
	switch k {
	case fyne.KeyRight:
		g.moveTo(g.at, len(g.Columns)-1)
	case fyne.KeyLeft:
		g.moveTo(g.at, 0)
	case fyne.KeyHome:
		g.moveTo(0, 0)
	case fyne.KeyEnd:
		g.moveTo(g.Len()-1, len(g.Columns)-1)
	}
}

var _ interface {
	fyne.Focusable
	fyne.Shortcutable
	desktop.Keyable
} = (*Grid)(nil)
