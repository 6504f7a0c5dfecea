package ledger

import (
	"slices"
	"strings"

	"ruhu/internal/report"
)

// Match gives the rows of a table in which each of some words stands in a cell, as report.Filter.Text does. within, where it is
// not nil, are the only rows looked at: those of a search that this one goes on from.
func Match(t report.Table, words string, within []int) []int {
	if within == nil {
		within = All(t)
	}
	wanted := strings.Fields(words)
	if len(wanted) == 0 {
		return within
	}
	rows := make([]int, 0, len(within))
	for _, i := range within {
		if holds(t.Rows[i], wanted) {
			rows = append(rows, i)
		}
	}
	return rows
}

func holds(cells, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool {
		return !slices.ContainsFunc(cells, func(c string) bool { return strings.Contains(c, w) })
	})
}
