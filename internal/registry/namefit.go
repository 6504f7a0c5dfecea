package registry

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
)

// NameFit says how well two names fit, from not at all to one name.
type NameFit int

// The fits.
const (
	NoFit    NameFit = iota
	LooseFit         // heard alike (陈 and 程), one character that looks like the other (昊 and 吴), the first part of a long name
	SoundFit         // spoken alike (琳 and 林), or one is the other's 曾用名
	SameName         // one name, whatever way its characters are written (峰 and 峯)
)

// FitNames compares two names. The order makes no difference.
func FitNames(a, b string) NameFit {
	x, y := usual([]rune(NameKey(a))), usual([]rune(NameKey(b)))
	switch {
	case len(x) == 0 || len(y) == 0:
		return NoFit
	case slices.Equal(x, y):
		return SameName
	case len(x) == len(y):
		return fitRunes(x, y)
	case firstPart(a) != "" && firstPart(a) == firstPart(b):
		return LooseFit
	}
	return NoFit
}

func fitRunes(x, y []rune) NameFit {
	g, fit, looks := glyph(), SoundFit, 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		p, q := readings(x[i]), readings(y[i])
		switch {
		case meet(p.plain, q.plain):
		case meet(p.soft, q.soft):
			fit = LooseFit
		case g.alike[[2]rune{x[i], y[i]}]:
			fit, looks = LooseFit, looks+1
		default:
			return NoFit
		}
	}
	if looks > 1 {
		return NoFit
	}
	return fit
}

// firstPart is the given name of a name that goes on with the father's: lists often leave the father out.
func firstPart(name string) string {
	name, _ = survey.CleanName(name)
	part, _, _ := strings.Cut(name, string(survey.Dot))
	if len([]rune(part)) < 2 {
		return ""
	}
	return string(usual([]rune(NameKey(part))))
}

// names are all names of a person, the full name first.
func (p Person) names() []string {
	out := []string{p.Name()}
	for _, n := range survey.SplitList(p.Get(survey.UsedName)) {
		if n != "" && NameKey(n) != "" {
			out = append(out, n)
		}
	}
	return out
}

// fitPeople compares all names of both; a name once used counts as one spoken alike.
func fitPeople(a, b Person) NameFit {
	best := FitNames(a.Name(), b.Name())
	for i, x := range a.names() {
		for j, y := range b.names() {
			if (i > 0 || j > 0) && FitNames(x, y) == SameName {
				best = max(best, SoundFit)
			}
		}
	}
	return best
}
