package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Suggest is an entry for free words with a list of usual ones: the arrow down, or the button, opens it. What is offered may
// change with other answers; with nothing to offer it is a plain entry.
type Suggest struct {
	Entry
	Offers func() []Item
	picker *Picker
	button *tapIcon
}

// NewSuggest makes an empty entry that offers words.
func NewSuggest(offers func() []Item) *Suggest {
	s := &Suggest{Offers: offers}
	s.start(s)
	s.picker = NewPickerOf(offers)
	s.picker.anchor = s
	s.picker.OnChange(func() { s.SetText(s.picker.Value()) })
	s.button = newTapIcon(theme.MenuDropDownIcon(), func() { Focus(s); s.open("") })
	s.ActionItem = s.button
	s.Keys = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyDown {
			return false
		}
		s.open("")
		return true
	}
	return s
}

// Update shows whether there is something to offer now.
func (s *Suggest) Update() {
	if none := len(s.Offers()) == 0; none != s.button.Hidden {
		s.button.Hidden = none
		s.Refresh()
	}
}

func (s *Suggest) open(typed string) {
	if len(s.Offers()) == 0 {
		return
	}
	s.picker.Next, s.picker.Save = s.Next, s.Save
	s.picker.SetValue(s.Text)
	s.picker.Open(typed)
}
