package search

import (
	"slices"
	"unicode"
)

// names holds every different name once: its text, and its characters without what is not searched for, so that
// 古丽·阿不都热依木 is found by guliabudu too.
type names struct {
	all      []byte
	ends     []uint32 // of each in all
	chars    []int32  // places in sounds
	stops    []uint32 // of each in chars
	marks    []uint64 // of each, what its characters are and can begin with: a first sieve
	numbers  multimap // text -> name
	sounds   []sound
	soundNo  map[rune]int32
	outlines multimap // how the first and the last character are read -> names
}

func newNames() *names { return &names{soundNo: map[rune]int32{}} }

func span(ends []uint32, n int32) (from, to uint32) {
	if n > 0 {
		from = ends[n-1]
	}
	return from, ends[n]
}

func (l *names) text(n int32) string {
	from, to := span(l.ends, n)
	return string(l.all[from:to])
}

// of gives the characters of a name.
func (l *names) of(n int32) []int32 {
	from, to := span(l.stops, n)
	return l.chars[from:to]
}

// number gives the number of a name, a new one where it has none.
func (l *names) number(full string) int32 {
	hash := hashOf(full)
	for n := range l.numbers.each(hash) {
		if from, to := span(l.ends, n); string(l.all[from:to]) == full {
			return n
		}
	}
	n := int32(len(l.ends))
	l.all = append(l.all, full...)
	l.ends = append(l.ends, uint32(len(l.all)))
	l.chars = l.spell(l.chars, full)
	l.stops = append(l.stops, uint32(len(l.chars)))
	l.numbers.add(hash, n)
	l.marks = append(l.marks, l.marksOf(l.of(n)))
	if nm := l.of(n); len(nm) > 0 {
		for _, h := range l.outline(nm) {
			l.outlines.add(h, n)
		}
	}
	return n
}

// spell adds the characters of a name. Dots, blanks and brackets are not searched for.
func (l *names) spell(to []int32, full string) []int32 {
	for _, r := range full {
		if r = foldRune(r); unicode.IsLetter(r) || unicode.IsDigit(r) {
			to = append(to, l.soundOf(r))
		}
	}
	return to
}

func (l *names) soundOf(r rune) int32 {
	n, ok := l.soundNo[r]
	if !ok {
		n = int32(len(l.sounds))
		l.sounds, l.soundNo[r] = append(l.sounds, soundOf(r)), n
	}
	return n
}

// letterMarks is how many bits of a mark stand for the letters a to z; the others are shared by all other characters.
const letterMarks = 26

func (l *names) marksOf(nm []int32) (m uint64) {
	for _, c := range nm {
		s := &l.sounds[c]
		m |= uint64(s.firsts) | markOf(s.r)
	}
	return m
}

// markOf is the mark of a letter or another character.
func markOf(r rune) uint64 {
	if r >= 'a' && r <= 'z' {
		return 1 << (r - 'a')
	}
	return 1 << (letterMarks + uint32(r)%(64-letterMarks))
}

// outline gives a hash for each way to read the first and the last character of a name together. Names that are read alike have
// one in common.
func (l *names) outline(nm []int32) (list []uint32) {
	for _, a := range l.sounds[nm[0]].ways() {
		for _, z := range l.sounds[nm[len(nm)-1]].ways() {
			list = append(list, hashOf(a)*31+hashOf(z)+uint32(len(nm)))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// alike gives the names that are read like this one.
func (l *names) alike(full string) (list []int32) {
	var want []sound
	for _, r := range full {
		if r = foldRune(r); unicode.IsLetter(r) || unicode.IsDigit(r) {
			want = append(want, l.heard(r))
		}
	}
	if len(want) == 0 {
		return nil
	}
	for _, a := range want[0].ways() {
		for _, z := range want[len(want)-1].ways() {
			for n := range l.outlines.each(hashOf(a)*31 + hashOf(z) + uint32(len(want))) {
				if l.soundsLike(n, want) {
					list = append(list, n)
				}
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// heard is the sound of a character, whether a name has it or not; l stays as it is.
func (l *names) heard(r rune) sound {
	if n, ok := l.soundNo[r]; ok {
		return l.sounds[n]
	}
	return soundOf(r)
}

func (l *names) soundsLike(n int32, want []sound) bool {
	nm := l.of(n)
	return len(nm) == len(want) && !slices.ContainsFunc(want, func(s sound) bool {
		t := &l.sounds[nm[0]]
		nm = nm[1:]
		return s.r != t.r && !slices.ContainsFunc(s.readings, func(rd string) bool { return slices.Contains(t.readings, rd) })
	})
}
