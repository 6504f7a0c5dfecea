package sheet

import (
	"cmp"
	"slices"
	"strings"

	"ruhu/internal/survey"
)

// Candidate is a question that a column of an unknown heading might answer.
type Candidate struct {
	Target Target
	Score  float64 // from 0 to 1: how much of its heading and of its values speaks for it
}

// What a candidate must reach, and how many are told: a person reads them one by one.
const (
	leastScore     = 0.3
	mostCandidates = 5
	valuesLooked   = 60
)

// Candidates gives the questions that a heading might mean, the likeliest first, by the words that it shares with known
// headings and by what stands in the column. It only proposes: a column is never read by it until a person has said so.
func (h *Headings) Candidates(title string, values []string) []Candidate {
	words := h.likeWords(title)
	values = sample(values)
	var out []Candidate
	for t, f := range h.fields {
		if f.Retired || f.Kind == survey.Link {
			continue
		}
		if s := score(words[t], fits(f, values), tells[f.Kind], len(values) > 0); s >= leastScore {
			out = append(out, Candidate{t, s})
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Target.Table+a.Target.Key, b.Target.Table+b.Target.Key))
	})
	return out[:min(len(out), mostCandidates)]
}

// tells is how much it says that all values are of a kind: hardly anything but an ID number is one, while any word is a text,
// and any question can be answered 是.
var tells = map[*survey.Kind]float64{
	survey.IDNumber: 1, survey.PhoneKind: 0.9, survey.CreditCode: 1, survey.DateKind: 0.5, survey.Choice: 0.7, survey.Choices: 0.6,
	survey.Flag: 0.2, survey.Money: 0.3, survey.Number: 0.2, survey.Region: 0.6, survey.Name: 0.3,
}

// score weighs words and values. Values that do not fit speak against a question whose kind is strict.
func score(words, fit, tells float64, seen bool) float64 {
	switch {
	case !seen || tells == 0:
		return 0.7 * words
	case fit < 0.4:
		return 0.3 * words
	}
	return min(1, 0.7*words+0.5*tells*fit)
}

func sample(values []string) []string {
	var out []string
	for _, v := range values {
		if !IsBlank(v) && len(v) < 200 {
			out = append(out, v)
		}
		if len(out) == valuesLooked {
			break
		}
	}
	return out
}

// fits is the part of the values that a question can take.
func fits(f survey.Field, values []string) float64 {
	if len(values) == 0 || tells[f.Kind] == 0 {
		return 0
	}
	n := 0
	for _, v := range values {
		if f.Kind == survey.Name && !likeName(v) {
			continue
		}
		if _, err := f.Clean(v); err == nil {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// likeName: two to four characters of Chinese, or a name with a dot.
func likeName(v string) bool {
	v = strings.Join(strings.Fields(v), "")
	n := len([]rune(v))
	return !strings.ContainsAny(v, "0123456789，。、,") && (n >= 2 && n <= 4 && v[0] >= 0x80 || strings.Contains(v, "·") && n < 25)
}

// likeWords tells for each question how much of a title is in one of its headings: pairs of characters that both have.
func (h *Headings) likeWords(title string) map[Target]float64 {
	out := map[Target]float64{}
	if len(title) > 300 {
		return out
	}
	mine := pairs(foldHeading(numbered.ReplaceAllString(hints.ReplaceAllString(title, ""), "")))
	for heading, targets := range h.by {
		like := alike(mine, pairs(heading))
		for _, t := range targets {
			out[t] = max(out[t], like)
		}
	}
	return out
}

// pairs are a text's neighbouring characters; of a single one, itself.
func pairs(s string) map[string]bool {
	r, out := []rune(s), map[string]bool{}
	if len(r) == 1 {
		out[s] = true
	}
	for i := 0; i+1 < len(r); i++ {
		out[string(r[i:i+2])] = true
	}
	return out
}

func alike(a, b map[string]bool) float64 {
	both := 0
	for p := range a {
		if b[p] {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
