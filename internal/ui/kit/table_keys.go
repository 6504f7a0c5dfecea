package kit

import (
	"fyne.io/fyne/v2"
)

// TypedRune chooses with Space and hands letters on.
func (t *Table) TypedRune(r rune) {
	if r == ' ' && t.OnSelect != nil {
		t.choose(t.at, fyne.KeyModifierControl)
		return
	}
	if t.OnType != nil && r != ' ' {
		t.OnType(r)
	}
}

// TypedKey walks through the rows.
func (t *Table) TypedKey(k *fyne.KeyEvent) {
	if t.Keys != nil && t.Keys(k) {
		return
	}
	view, _ := t.view()
	switch to, ok := t.step(k.Name, view.Height/t.rowHeight()); {
	case ok:
		t.choose(to, t.with())
	case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter:
		t.open()
	case k.Name == fyne.KeyEscape:
		call(t.Escape)
	default:
		pass(t, k)
	}
}

// choose goes to position p and, where several rows can be chosen, chooses as Ctrl and Shift say.
func (t *Table) choose(p int, held fyne.KeyModifier) {
	many := t.OnSelect != nil
	if !many {
		held = 0
	}
	t.pick(p, held)
	t.moveTo(p)
	if many {
		t.told()
	}
}

// TypedShortcut copies rows and chooses all.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(t.Copy())
	case *fyne.ShortcutSelectAll:
		if t.OnSelect != nil {
			t.pickAll()
			t.told()
		}
	}
}
