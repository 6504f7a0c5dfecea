package registry

import (
	"cmp"
	"slices"
)

// Pair is two records that may be about one person, A the one that stands first.
type Pair struct {
	A, B string // ids
	Match
}

// Doubles finds all pairs of records that may be about one person, the surest first. Records that are merged already are not to be
// among them. A way of hearing a name that more than crowd people of a village share leads nowhere.
func Doubles(people []Seen) []Pair {
	at := map[string][]int{}
	for i := range people {
		for _, k := range people[i].Keys() {
			at[k] = append(at[k], i)
		}
	}
	seen := map[[2]int]bool{}
	var out []Pair
	for _, list := range at {
		if len(list) < 2 || len(list) > crowd {
			continue
		}
		for x, i := range list {
			for _, j := range list[x+1:] {
				if seen[[2]int{i, j}] {
					continue
				}
				seen[[2]int{i, j}] = true
				if m := Compare(people[i], people[j]); m.Likeness != Different {
					out = append(out, Pair{people[i].ID, people[j].ID, m})
				}
			}
		}
	}
	slices.SortFunc(out, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(q.Likeness, p.Likeness), cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
	return out
}

// crowd is how many people of one village may share a way of hearing their names before it says nothing.
const crowd = 300
