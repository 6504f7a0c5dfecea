package attend

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// scanGap is longer than a scanner rests between two characters and shorter than a hand does.
const scanGap = 50 * time.Millisecond

// scanField has the keyboard all the time: a scanner types the digits of a card into it and ends them with Enter. A letter
// of a symbol alone notes the person the arrow stands at, so that by hand one key is one person; the arrows walk the roster;
// a seat number or a piece of a name with Enter goes there.
//
// A letter is taken for a symbol only when nothing follows at a scanner's speed: a foreign QR that begins with "d" must not
// note anybody as present.
type scanField struct {
	kit.Entry
	Symbol  func(training.Symbol)
	Walk    func(by int)
	after   func(time.Duration, func())
	waiting rune
	round   int
}

func newScanField(hint string, after func(time.Duration, func())) *scanField {
	s := &scanField{after: after}
	s.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(hint)
	s.Keys = s.key
	return s
}

// TypedRune holds a symbol's letter back for a moment. A Chinese input method that is on sends the word itself, and 到 typed
// that way is the same. With something typed already, letters belong to it.
func (s *scanField) TypedRune(r rune) {
	held := s.waiting
	s.waiting = 0
	if held != 0 {
		s.Entry.TypedRune(held)
	}
	if _, ok := symbolOf(r); !ok || s.Text != "" || s.Symbol == nil {
		s.Entry.TypedRune(r)
		return
	}
	s.waiting = r
	s.round++
	round := s.round
	s.after(scanGap, func() {
		if round == s.round {
			s.settle()
		}
	})
}

// settle takes the letter held back for a symbol.
func (s *scanField) settle() {
	held := s.waiting
	s.waiting = 0
	if symbol, ok := symbolOf(held); ok && held != 0 {
		s.Symbol(symbol)
	}
}

func symbolOf(r rune) (training.Symbol, bool) {
	if s, ok := training.SymbolAt(r); ok {
		return s, true
	}
	return training.SymbolOf(string(r))
}

func (s *scanField) key(k *fyne.KeyEvent) bool {
	s.settle()
	by, ok := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 8, fyne.KeyPageUp: -8}[k.Name]
	if ok && s.Walk != nil {
		s.Walk(by)
	}
	if k.Name == fyne.KeyEscape {
		s.SetText("")
		return true
	}
	return ok
}

// take empties the field and gives what was in it.
func (s *scanField) take() string {
	typed := strings.TrimSpace(s.Text)
	s.SetText("")
	return typed
}
