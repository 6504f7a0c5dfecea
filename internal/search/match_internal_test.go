package search

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// fits tries each way to take a word along a name one by one, where the matcher follows all of them at once.
func fits(sounds []sound, w string, so int) (by, end int) {
	if w == "" {
		return so, 0
	}
	if len(sounds) == 0 {
		return 0, 0
	}
	try := func(rest string, way int) {
		if b, e := fits(sounds[1:], rest, min(so, way)); b > by || b == by && b > 0 && e+1 > end {
			by, end = b, e+1
		}
	}
	s := sounds[0]
	if rest, ok := strings.CutPrefix(w, s.text); ok {
		try(rest, byRune)
	}
	for _, rd := range s.readings {
		switch {
		case rd == s.text || rd[0] != w[0]:
			continue
		case strings.HasPrefix(w, rd):
			try(w[len(rd):], byPinyin)
		case strings.HasPrefix(rd, w):
			try("", byInitials)
		}
		try(w[1:], byInitials)
		if strings.HasPrefix(rd, "zh") || strings.HasPrefix(rd, "ch") || strings.HasPrefix(rd, "sh") {
			if rest, ok := strings.CutPrefix(w, rd[:2]); ok {
				try(rest, byInitials)
			}
		}
	}
	return by, end
}

// TestAllWaysAtOnceAreEachOfThem makes words out of parts of readings of names whose characters have several.
func TestAllWaysAtOnceAreEachOfThem(t *testing.T) {
	chars := rapid.SampledFrom([]rune("王张单曾重行长乐吕绿女略尉迟朴覃娥安昂恩嗯诸葛朱赵哲志㛃𠮷𬭳za5A·"))
	rapid.Check(t, func(t *rapid.T) {
		l := newNames()
		n := l.number(string(rapid.SliceOfN(chars, 1, 5).Draw(t, "name")))
		var sounds []sound
		for _, c := range l.of(n) {
			sounds = append(sounds, l.sounds[c])
		}
		w := typed(t, sounds)
		if w == "" {
			return
		}
		want := fit{}
		for i := range sounds {
			by, end := fits(sounds[i:], w, byRune)
			if f := (fit{by, i == 0, i == 0 && end == len(sounds)}); f.score() > want.score() {
				want = f
			}
		}
		m := newMatcher(l, w)
		if got := m.match(l.of(n)); got != want || want.by > 0 && !m.possible(n) {
			t.Fatalf("%q in %q: %+v, want %+v; possible: %v", w, l.text(n), got, want, m.possible(n))
		}
	})
}

// typed is a word as it is typed for a name, or part of it.
func typed(t *rapid.T, sounds []sound) (w string) {
	for _, s := range sounds[min(len(sounds), rapid.IntRange(0, 1).Draw(t, "from")):] {
		rd := rapid.SampledFrom(s.ways()).Draw(t, "reading")
		if rd[0] < 0x80 {
			rd = rd[:rapid.IntRange(0, len(rd)).Draw(t, "letters")]
		}
		w += rapid.SampledFrom([]string{rd, rd, s.text}).Draw(t, "way")
	}
	return w
}
