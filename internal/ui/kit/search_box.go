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
	clear  *widget.Button
	Down   func()
	Go     func()
}

// NewSearchBox makes an empty search box.
func NewSearchBox(hint string) *SearchBox {
	s := &SearchBox{}
	s.start(s)
	s.SetPlaceHolder(hint)
	s.Icon = theme.SearchIcon()
	s.clear = widget.NewButtonWithIcon("", theme.CancelIcon(), s.Clear)
	s.clear.Importance = widget.LowImportance
	s.clear.Hide()
	s.ActionItem = s.clear
	s.OnChange(func() {
		s.clear.Hidden = s.Text == ""
		s.clear.Refresh()
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

// SetQuietly shows what is typed without a search.
func (s *SearchBox) SetQuietly(typed string) {
	s.Entry.SetQuietly(typed)
	s.clear.Hidden = typed == ""
	s.clear.Refresh()
}

// Clear empties the box and tells of it.
func (s *SearchBox) Clear() { s.SetText("") }

func call(f func()) {
	if f != nil {
		f()
	}
}
