package search_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/search"
	"ruhu/internal/search/crowd"
)

// plain asks every row alone, in an index of its own, and orders the answers: what Find does, without any of its short cuts.
type plain []one

type one struct {
	row   search.Row
	index *search.Index
}

func plainOf(rows []search.Row) (p plain) {
	for _, r := range rows {
		p = append(p, one{r, indexOf([]search.Row{r})})
	}
	return p
}

func (p plain) find(query string, limit int) (hits []search.Hit) {
	names := map[string]string{}
	for _, o := range p {
		hits, names[o.row.ID] = append(hits, o.index.Find(query, 1)...), o.row.Name
	}
	slices.SortFunc(hits, func(a, b search.Hit) int {
		if a.Score == b.Score && a.Head != b.Head {
			if a.Head {
				return -1
			}
			return 1
		}
		return cmp.Or(b.Score-a.Score, cmp.Compare(names[a.ID], names[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	if limit > 0 {
		hits = hits[:min(limit, len(hits))]
	}
	return hits
}

// TestTheShortCutsFindWhatAPlainWalkFinds takes its queries out of the rows, so that they begin, end and lie within what is there; some
// rows change between the queries, so that some are in order and some came since.
func TestTheShortCutsFindWhatAPlainWalkFinds(t *testing.T) {
	rows := append(crowd.Of(700), village...)
	for i := range rows {
		switch {
		case i%50 == 0: // a number of the same few digits that ID numbers begin with
			rows[i].HouseNo = []string{"5", "53", "530", "5300", "530000", "１５４-00", "154 7", "0"}[i/50%8]
		case i%60 == 1:
			rows[i].Aliases = []string{"张三", "wang5", "5"}[i/60%3 : i/60%3+1]
		case i%90 == 2:
			rows[i].Name = "户154"
		}
	}
	all := plainOf(rows)
	rapid.Check(t, func(t *rapid.T) {
		x := indexOf(rows)
		now := slices.Clone(all)
		for range rapid.IntRange(1, 12).Draw(t, "queries") {
			if rapid.Bool().Draw(t, "change") {
				i, j := rapid.IntRange(0, len(now)-1).Draw(t, "row"), rapid.IntRange(0, len(now)-1).Draw(t, "like")
				r := now[j].row
				r.ID = now[i].row.ID
				now[i] = one{r, indexOf([]search.Row{r})}
				x.Put(r)
			}
			q := aQuery(t, rows)
			for _, limit := range []int{1, 20, 0} {
				x.Remove("nobody") // what was found before is forgotten
				if got, want := x.Find(q, limit), now.find(q, limit); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("%q, best %d: %v, want %v", q, limit, got, want)
				}
			}
		}
	})
}

func aQuery(t *rapid.T, rows []search.Row) string {
	r := rapid.SampledFrom(rows).Draw(t, "row")
	from := []string{r.IDNo, r.HouseNo, r.Name, "zhang", "wangjianguo", "530000199", "z", "w"}
	from = append(append(from, r.Phones...), r.Places...)
	var words []string
	for range rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, "words") {
		rs := []rune(rapid.SampledFrom(from).Draw(t, "word"))
		at := rapid.IntRange(0, len(rs)).Draw(t, "at")
		if rapid.Bool().Draw(t, "begins") {
			at = 0
		}
		words = append(words, string(rs[at:rapid.IntRange(at, min(len(rs), at+7)).Draw(t, "end")]))
	}
	return strings.Join(words, " ")
}
