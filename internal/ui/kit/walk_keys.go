package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keyboard stands, FocusLost hides it.
func (w *walk) FocusGained() { w.focused = true; w.redraw() }
func (w *walk) FocusLost()   { w.focused, w.shift = false, false; w.redraw() }

// KeyDown and KeyUp watch Shift, which TypedKey does not tell of.
func (w *walk) KeyDown(k *fyne.KeyEvent) { w.watch(k, true) }
func (w *walk) KeyUp(k *fyne.KeyEvent)   { w.watch(k, false) }

func (w *walk) watch(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		w.shift = down
	}
}

// with is what is held now.
func (w *walk) with() fyne.KeyModifier {
	if w.shift {
		return fyne.KeyModifierShift
	}
	return 0
}

// step is where a key leads from the current row, where high is the height of what is in sight in rows; false for keys that lead
// to no row.
func (w *walk) step(k fyne.KeyName, high float32) (to int, ok bool) {
	page := max(int(high)-1, 1)
	switch to = w.at; k {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = w.Len() - 1
	default:
		return to, false
	}
	return max(min(to, w.Len()-1), 0), true
}
