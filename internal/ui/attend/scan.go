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

// lateGap is longer than an input method holds characters back. Where one runs, X hands Enter on at once but the characters
// typed before it only when the method has seen them: a scanner's Enter overtakes the last digits of the card.
const lateGap = 200 * time.Millisecond

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
	Done    func(string) // what was scanned, or typed and ended with Enter
	ended   bool         // Enter came, digits may still
	read    bool         // a card was read a moment ago
}

func newScanField(hint string, after func(time.Duration, func())) *scanField {
	s := &scanField{after: after}
	s.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(hint)
	s.Keys = s.key
	return s
}

// end is Enter: it gives what was typed, at once where that is a whole code or words, and otherwise when no more digits come.
// The Enter of a card that was read already is nothing new.
func (s *scanField) end() {
	switch {
	case s.read:
	case s.whole() || strings.Trim(s.Text, "0123456789") != "":
		s.give()
	default:
		s.ended = true
		s.wait(lateGap, s.give)
	}
}

// whole tells whether the field holds a code. A card is read by its last digit; its Enter may come before, after or never.
func (s *scanField) whole() bool {
	_, err := training.ParseCode(s.Text)
	return err == nil
}

func (s *scanField) give() {
	s.ended = false
	s.round++ // nothing is waited for any more
	s.Done(s.take())
}

// wait calls do after d, unless something else is waited for by then.
func (s *scanField) wait(d time.Duration, do func()) {
	s.round++
	round := s.round
	s.after(d, func() {
		if round == s.round {
			do()
		}
	})
}

// TypedRune holds a symbol's letter back for a moment. A Chinese input method that is on sends the word itself, and 到 typed
// that way is the same. With something typed already, letters belong to it.
func (s *scanField) TypedRune(r rune) {
	defer s.digit()
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
	s.wait(scanGap, s.settle)
}

// digit looks at the field after each character.
func (s *scanField) digit() {
	switch {
	case s.whole():
		s.read = true
		s.after(lateGap, func() { s.read = false })
		s.give()
	case s.ended:
		s.wait(lateGap, s.give)
	}
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
