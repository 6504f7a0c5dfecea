package class

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// typing is a cell that is being typed into. Nothing is written until one goes on: by Enter, which goes down, an arrow, or a click.
type typing struct {
	on          bool
	row, column int
	words       string
}

func (t typing) at(row, column int) bool { return t.on && t.row == row && t.column == column }

// resultLetters choose a result with one key in its column.
var resultLetters = map[rune]string{'h': training.Passed, 'b': training.Failed, 'q': training.NoShow, 'w': training.Unfinished}

// typedRune begins a cell or goes on in it; in the column of results a letter is the result.
func (s *scores) typedRune(r rune) {
	row, column := s.grid.Current()
	if row < 0 {
		return
	}
	if result := resultLetters[toLower(r)]; result != "" && (column == colResult || result == training.NoShow && scoreKeys[column] != "") {
		s.typed = typing{}
		if s.judge(row, result) {
			s.down(row, column)
		}
		return
	}
	digit := string(half(r))
	if scoreKeys[column] == "" || !strings.Contains("0123456789.", digit) {
		return
	}
	if !s.typed.at(row, column) {
		s.typed = typing{on: true, row: row, column: column}
	}
	s.typed.words += digit
	s.grid.Refresh()
}

// half is a full-width digit or point as a Chinese input method types it, as a plain one.
func half(r rune) rune {
	if r >= '０' && r <= '９' || r == '．' {
		return r - '０' + '0'
	}
	if r == '。' {
		return '.'
	}
	return r
}

func toLower(r rune) rune { return []rune(strings.ToLower(string(r)))[0] }

// key edits the cell that is being typed into; other keys are the grid's.
func (s *scores) key(k *fyne.KeyEvent) bool {
	row, column := s.grid.Current()
	switch k.Name {
	case fyne.KeyBackspace, fyne.KeyDelete:
		return s.erase(row, column)
	case fyne.KeyEscape:
		was := s.typed.on
		s.typed = typing{}
		s.grid.Refresh()
		return was
	case fyne.KeyReturn, fyne.KeyEnter:
		if !s.typed.on && scoreKeys[column] == "" {
			return false
		}
		if s.commit() {
			s.down(row, column)
		}
		return true
	}
	// a digit comes as a key before it comes as a rune: only what leads to another cell writes the score. What can be none keeps the cell.
	return s.typed.on && slices.Contains(leading, k.Name) && !s.commit()
}

// leading are the keys that lead to another cell.
var leading = []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd}

// erase takes the last letter, or empties a cell that nothing is being typed into.
func (s *scores) erase(row, column int) bool {
	if row < 0 || scoreKeys[column] == "" && column != colResult {
		return false
	}
	switch {
	case s.typed.at(row, column) && s.typed.words != "":
		s.typed.words = s.typed.words[:len(s.typed.words)-1]
	case column == colResult:
		return s.write(row, survey.Answers{training.Result: ""})
	default:
		s.typed = typing{on: true, row: row, column: column}
	}
	s.grid.Refresh()
	return true
}

func (s *scores) down(row, column int) {
	if row+1 < len(s.in) {
		s.grid.SetCurrent(row+1, column)
	}
}

// moved is told once the keyboard is at another cell.
func (s *scores) moved(row, column int) {
	if s.typed.on && !s.typed.at(row, column) {
		s.commit()
		return
	}
	s.explain()
}

// commit writes what was typed; false where it is no score.
func (s *scores) commit() bool {
	t := s.typed
	if !t.on {
		return true
	}
	if !validScore(t.words) {
		s.p.deps.Toast(text.T("class.score.bad", t.words))
		s.grid.SetCurrent(t.row, t.column)
		return false
	}
	s.typed = typing{}
	if s.in[t.row].Answers[scoreKeys[t.column]] == t.words {
		s.grid.Refresh()
		return true
	}
	return s.examined(t)
}
