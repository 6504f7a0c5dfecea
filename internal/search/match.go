package search

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

// longestWord is how many characters of a word are compared with names: places in a word are the bits of one number, so that all
// ways to read a name are followed at once.
const longestWord = 63

// matcher matches one word with names, one after the other.
type matcher struct {
	w      []rune
	names  *names
	begins []bool  // by character: can the word begin at it
	steps  []*step // by character; nil until a name needs it
	need   uint64  // the marks that a name has which it can match
}

func newMatcher(l *names, w string) *matcher {
	rs := []rune(w)
	m := &matcher{w: rs[:min(len(rs), longestWord)], names: l, begins: make([]bool, len(l.sounds)), steps: make([]*step, len(l.sounds))}
	for i := range l.sounds {
		m.begins[i] = l.sounds[i].begins(m.w[0])
	}
	for i, r := range m.w {
		if letter := r >= 'a' && r <= 'z'; !letter || i == 0 {
			m.need |= markOf(r)
		}
	}
	return m
}

// possible tells quickly of most names that the word cannot match them.
func (m *matcher) possible(name int32) bool { return m.names.marks[name]&m.need == m.need }

// match finds the best place of the word in a name.
func (m *matcher) match(nm []int32) (best fit) {
	for i, c := range nm {
		if !m.begins[c] {
			continue
		}
		by, end := m.along(nm[i:])
		f := fit{by: by, start: i == 0, whole: i == 0 && end == len(nm)}
		if f.score() > best.score() {
			best = f
		}
	}
	return best
}

// along walks the word along the name from its first character: each character takes its own self, a whole reading, the first letter
// or the zh, ch, sh of a reading, and the last one any beginning of a reading. by is the weakest of the ways used, 0 for no match;
// end is how many characters were used.
func (m *matcher) along(nm []int32) (by, end int) {
	all := uint64(1) << len(m.w)
	runes, sounds, some := uint64(1), uint64(1), uint64(1) // reached by characters only, by readings too, in any way
	for i, c := range nm {
		s := m.step(c)
		runes, sounds, some = runes&s.self<<1, s.read(sounds), s.read(some)|s.short(some, all)
		switch {
		case runes&all != 0:
			return byRune, i + 1
		case sounds&all != 0:
			by, end = byPinyin, i+1
		case some&all != 0 && by <= byInitials:
			by, end = byInitials, i+1
		case some == 0:
			return by, end
		}
	}
	return by, end
}

// step is how a character leads on in a word: at which places of the word each way to take it is open.
type step struct {
	self  uint64 // the character itself
	whole []hop  // a whole reading
	first uint64 // the first letter of a reading
	pair  uint64 // zh, ch, sh
	rest  uint64 // the rest of the word is the beginning of a reading
}

// hop leads from a place to one further on.
type hop struct {
	at  uint64
	far int
}

func (s *step) read(at uint64) (to uint64) {
	to = at & s.self << 1
	for _, h := range s.whole {
		to |= at & h.at << h.far
	}
	return to
}

func (s *step) short(at, all uint64) (to uint64) {
	to = at&s.first<<1 | at&s.pair<<2
	if at&s.rest != 0 {
		to |= all
	}
	return to
}

func (m *matcher) step(c int32) *step {
	if m.steps[c] == nil {
		m.steps[c] = m.names.sounds[c].step(m.w)
	}
	return m.steps[c]
}

// step works out where in a word a character can be taken.
func (s *sound) step(w []rune) *step {
	st := &step{}
	for p, r := range w {
		if r == s.r {
			st.self |= 1 << p
		}
		for _, rd := range s.readings {
			if rd != s.text && r == rune(rd[0]) {
				st.spell(w, p, rd)
			}
		}
	}
	return st
}

// spell adds the ways in which the word can go on at a place with a reading.
func (st *step) spell(w []rune, p int, rd string) {
	same := 0
	for same < len(rd) && p+same < len(w) && w[p+same] == rune(rd[same]) {
		same++
	}
	at := uint64(1) << p
	switch {
	case same == len(rd):
		st.whole = append(st.whole, hop{at, same})
	case p+same == len(w):
		st.rest |= at
	}
	st.first |= at
	if len(rd) > 2 && rd[1] == 'h' && same > 1 {
		st.pair |= at
	}
}
