package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows where the keyboard stands.
func (t *Table) FocusGained() { t.focused = true; t.body.show() }

// FocusLost hides it.
func (t *Table) FocusLost() { t.focused, t.shift = false, false; t.body.show() }

// KeyDown and KeyUp watch Shift, which TypedKey does not tell of.
func (t *Table) KeyDown(k *fyne.KeyEvent) { t.watch(k, true) }
func (t *Table) KeyUp(k *fyne.KeyEvent)   { t.watch(k, false) }

func (t *Table) watch(k *fyne.KeyEvent, down bool) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		t.shift = down
	}
}

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
	page := max(int(view.Height/t.rowHeight())-1, 1)
	to := t.at
	switch k.Name {
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
		to = t.Len() - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open()
		return
	case fyne.KeyEscape:
		call(t.Escape)
		return
	default:
		pass(t, k)
		return
	}
	held := fyne.KeyModifier(0)
	if t.shift {
		held = fyne.KeyModifierShift
	}
	t.choose(max(min(to, t.Len()-1), 0), held)
}

// choose goes to position p; with Ctrl it switches the row on or off, with Shift it takes all rows from where it began.
func (t *Table) choose(p int, held fyne.KeyModifier) {
	many := t.OnSelect != nil
	switch {
	case many && held&fyne.KeyModifierControl != 0:
		t.toggle(t.row(p))
		t.anchor = p
	case many && held&fyne.KeyModifierShift != 0:
		t.selected = map[int]bool{}
		for i := min(t.anchor, p); i <= max(t.anchor, p) && i < t.Len(); i++ {
			t.selected[t.row(i)] = true
		}
	default:
		t.selected = map[int]bool{}
		t.anchor = p
	}
	t.moveTo(p)
	if many {
		t.told()
	}
}

func (t *Table) toggle(row int) {
	if t.selected[row] {
		delete(t.selected, row)
	} else {
		t.selected[row] = true
	}
}

// TypedShortcut copies rows and chooses all.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(t.Copy())
	case *fyne.ShortcutSelectAll:
		if t.OnSelect != nil {
			for p := range t.Len() {
				t.selected[p] = true
			}
			t.told()
		}
	}
}

// Copy gives the selected rows as cells that a spreadsheet pastes; where several are chosen the titles come with them. Cells
// are what the table shows, so a masked number stays masked.
func (t *Table) Copy() string {
	var b strings.Builder
	rows := t.Selected()
	if len(rows) > 1 {
		titles := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			titles[i] = c.Title
		}
		b.WriteString(strings.Join(titles, "\t") + "\r\n")
	}
	for _, r := range rows {
		cells := make([]string, len(t.Columns))
		for i := range t.Columns {
			cells[i] = strings.NewReplacer("\t", " ", "\n", " ", "\r", "").Replace(t.Cell(r, i).Text)
		}
		b.WriteString(strings.Join(cells, "\t") + "\r\n")
	}
	return b.String()
}
