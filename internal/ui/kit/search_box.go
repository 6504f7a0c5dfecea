package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchBox is an entry that tells of each letter. Esc empties it, Down and Enter go to what was found.
type SearchBox struct {
	Entry
	Search func(typed string)
	Down   func()
	Go     func()
}

// NewSearchBox makes an empty search box.
func NewSearchBox(hint string) *SearchBox {
	s := &SearchBox{}
	s.start(s)
	s.SetPlaceHolder(hint)
	s.Icon = theme.SearchIcon()
	clear := widget.NewButtonWithIcon("", theme.CancelIcon(), s.Clear)
	clear.Importance = widget.LowImportance
	clear.Hide()
	s.ActionItem = clear
	s.OnChange(func() {
		if s.Text == "" {
			clear.Hide()
		} else {
			clear.Show()
		}
		if s.Search != nil {
			s.Search(s.Text)
		}
	})
	s.Escape = s.Clear
	s.Enter = func() bool { call(s.Go); return true }
	s.Keys = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyDown {
			return false
		}
		call(s.Down)
		return true
	}
	return s
}

// Clear empties the box and tells of it.
func (s *SearchBox) Clear() { s.SetText("") }

func call(f func()) {
	if f != nil {
		f()
	}
}
