package ledger

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keyboard stands.
func (g *Grid) FocusGained() { g.focused = true; g.paint() }

// FocusLost hides it.
func (g *Grid) FocusLost() { g.focused, g.shift = false, false; g.paint() }

// KeyDown and KeyUp watch Shift, which TypedKey does not tell of.
func (g *Grid) KeyDown(k *fyne.KeyEvent) { g.watch(k, true) }
func (g *Grid) KeyUp(k *fyne.KeyEvent)   { g.watch(k, false) }

func (g *Grid) watch(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		g.shift = down
	}
}

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
	page := max(int(g.scroll.Size().Height/g.rowHeight())-1, 1)
	to, column := g.at, g.col
	switch k.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyRight:
		column++
	case fyne.KeyLeft:
		column--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = g.Len() - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open()
		return
	case fyne.KeyEscape:
		if g.Escape != nil {
			g.Escape()
		}
		return
	default:
		g.hand(k)
		return
	}
	held := fyne.KeyModifier(0)
	if g.shift {
		held = fyne.KeyModifierShift
	}
	g.choose(max(min(to, g.Len()-1), 0), column, held)
}

// hand gives a key that the grid has no use for to the window: F1 to F12 stand in the menu.
func (g *Grid) hand(k *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// choose goes to a cell; with Ctrl its row is switched on or off, with Shift all rows from where it began are taken.
func (g *Grid) choose(p, column int, held fyne.KeyModifier) {
	switch {
	case held&fyne.KeyModifierControl != 0:
		if row := g.row(p); g.selected[row] {
			delete(g.selected, row)
		} else if p < g.Len() {
			g.selected[row] = true
		}
		g.anchor = p
	case held&fyne.KeyModifierShift != 0:
		g.selected = map[int]bool{}
		for i := min(g.anchor, p); i <= max(g.anchor, p) && i < g.Len(); i++ {
			g.selected[g.row(i)] = true
		}
	default:
		g.selected = map[int]bool{}
		g.anchor = p
	}
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
		for p := range g.Len() {
			g.selected[g.row(p)] = true
		}
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
