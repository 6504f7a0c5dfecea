package sheet_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func TestAnUnknownHeadingHasLikelyMeanings(t *testing.T) {
	h := sheet.HeadingsOf(survey.Person, survey.Household, survey.Wish)
	for _, c := range []struct {
		title  string
		values []string
		want   string
	}{
		{"本人身份证", []string{"530000200801010015", "53000020080101004X"}, survey.IDNo},
		{"号", []string{"530000200801010015", "530000200801020010"}, survey.IDNo},
		{"手机号码（本人）", []string{"15400000001", "15400000002"}, survey.Phone},
		{"民族成份", []string{"汉族", "彝族", "傣族"}, survey.Ethnic},
		{"关系", []string{"户主", "配偶", "之子"}, survey.Relation},
		{"每月收入多少元", []string{"2900", "3500元"}, survey.JobIncome},
		{"想学什么技能", []string{"电工、焊工", "挖掘机"}, survey.WishText},
	} {
		var keys []string
		for _, x := range h.Candidates(c.title, c.values) {
			if keys = append(keys, x.Target.Key); x.Score < 0 || x.Score > 1 {
				t.Errorf("%s: score %v", c.title, x.Score)
			}
		}
		if !slices.Contains(keys[:min(3, len(keys))], c.want) {
			t.Errorf("%s: %v, want %s", c.title, keys, c.want)
		}
	}
	for _, title := range []string{"", "天气", strings.Repeat("长", 200)} {
		if got := h.Candidates(title, []string{"晴"}); len(got) > 0 && title != "" {
			t.Errorf("%.10s: %v", title, got)
		}
	}
}

// TestWhichColumnAnswersWhatDoesNotRestOnTheirOrder shuffles the columns of lists with any headings we know, some twice, some
// unknown: each heading must answer what it answered before. Only of two of one heading the first is meant.
func TestWhichColumnAnswersWhatDoesNotRestOnTheirOrder(t *testing.T) {
	h := sheet.HeadingsOf(survey.Person, survey.Household, survey.Wish)
	var known []string
	for _, table := range []*survey.Table{survey.Person, survey.Household, survey.Wish} {
		for _, f := range table.Fields {
			known = append(append(known, f.Label), f.Also...)
		}
	}
	known = append(known, "不认识", "又一栏", "备注说明之类")
	rapid.Check(t, func(t *rapid.T) {
		titles := rapid.SliceOfNDistinct(rapid.SampledFrom(known), 3, 40, letters).Draw(t, "titles")
		before := meanings(h, titles)
		mixed := slices.Clone(titles)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		after := meanings(h, mixed)
		if len(before) != len(after) {
			t.Fatalf("%v became %v", before, after)
		}
		for title, target := range before {
			if after[title] != target {
				t.Errorf("%s answered %v, and %v when the columns were %q", title, target, after[title], mixed)
			}
		}
	})
}

// letters is what counts in a heading.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, survey.Fold(s))
}

func meanings(h *sheet.Headings, titles []string) map[string]sheet.Target {
	out := map[string]sheet.Target{}
	l, err := sheet.Lay(sheetOf(strings.Join(titles, "|")), h)
	if err != nil {
		return out
	}
	for _, c := range l.Columns {
		out[c.Title] = c.Target
	}
	return out
}
