package search

import "strings"

// How a word lies in a name, best first. A match by characters beats one by full pinyin, and that one by initials.
const (
	byInitials = iota + 1
	byPinyin
	byRune
)

// fit is how well a word fits a name: how it was read, where it begins and whether it covers the whole name. Zero is no match.
type fit struct {
	by    int
	start bool
	whole bool
}

func (f fit) score() int {
	if f.by == 0 {
		return 0
	}
	s := 30 + 4*f.by
	if f.start {
		s += 20
	}
	if f.whole {
		s += 30
	}
	return s
}

// matcher matches one word with names, one after the other.
type matcher struct {
	w      string
	names  *names
	begins []bool // by character: can the word begin at it
}

func newMatcher(l *names, w string) *matcher {
	m := &matcher{w: w, names: l, begins: make([]bool, len(l.sounds))}
	for i := range l.sounds {
		m.begins[i] = l.sounds[i].begins(w)
	}
	return m
}

// match finds the best place of the word in a name.
func (m *matcher) match(nm []int32) fit {
	var best fit
	for i, c := range nm {
		if !m.begins[c] {
			continue
		}
		by, end := m.along(nm[i:], m.w, byRune)
		f := fit{by: by, start: i == 0, whole: i == 0 && end == len(nm)}
		if f.score() > best.score() {
			best = f
		}
	}
	return best
}

// begins tells quickly whether w can begin at this character.
func (s *sound) begins(w string) bool {
	if w[0] >= 0x80 || len(s.readings) == 0 {
		return strings.HasPrefix(w, s.text)
	}
	for _, rd := range s.readings {
		if rd[0] == w[0] {
			return true
		}
	}
	return false
}

// along walks w along the name from its first character: each character takes its own self, a whole reading, the first letter
// or the zh, ch, sh of a reading, and the last one any beginning of a reading. by is the weakest of the ways used, 0 for no match;
// end is how many characters were used.
func (m *matcher) along(nm []int32, w string, so int) (by, end int) {
	if w == "" {
		return so, 0
	}
	if len(nm) == 0 {
		return 0, 0
	}
	try := func(rest string, way int) {
		b, e := m.along(nm[1:], rest, min(so, way))
		if b > by || b == by && b > 0 && e+1 > end {
			by, end = b, e+1
		}
	}
	s := &m.names.sounds[nm[0]]
	if rest, ok := strings.CutPrefix(w, s.text); ok {
		try(rest, byRune)
	}
	for _, rd := range s.readings {
		s.spell(w, rd, try)
	}
	return by, end
}

// spell tries the ways in which w can begin with reading rd.
func (s *sound) spell(w, rd string, try func(rest string, way int)) {
	if w[0] != rd[0] || rd == s.text {
		return
	}
	if rest, ok := strings.CutPrefix(w, rd); ok {
		try(rest, byPinyin)
	} else if len(w) > 1 && strings.HasPrefix(rd, w) {
		try("", byInitials)
	}
	try(w[1:], byInitials)
	if len(rd) > 2 && rd[1] == 'h' && strings.HasPrefix(w, rd[:2]) {
		try(w[2:], byInitials)
	}
}
