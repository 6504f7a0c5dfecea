package ledger

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"ruhu/internal/ui/kit"
)

// SortBy sorts by a column: the first time up, then down, then not at all.
func (g *Grid) SortBy(column int) {
	switch {
	case g.sorted != column:
		g.sorted, g.down = column, false
	case !g.down:
		g.down = true
	default:
		g.sorted = -1
	}
	row, at := g.Current()
	g.resort()
	g.Refresh()
	if row >= 0 {
		g.SetCurrent(row, at)
	}
}

// resort works out the order: numbers by value, the rest by pinyin, equal ones as they came; what is empty comes last, whichever
// way one sorts.
func (g *Grid) resort() {
	g.order = nil
	if g.sorted < 0 {
		return
	}
	n := g.Len()
	keys, order, empty := make([]string, n), make([]int, 0, n), []int(nil)
	for i := range n {
		if keys[i] = sortKey(g.Cell(i, g.sorted).Text); keys[i] == "" {
			empty = append(empty, i)
		} else {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		if g.down {
			return keys[order[a]] > keys[order[b]]
		}
		return keys[order[a]] < keys[order[b]]
	})
	g.order = slices.Concat(order, empty)
}

// sortKey makes a cell comparable as text.
func sortKey(s string) string {
	if s == "" {
		return ""
	}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64); err == nil && len(s) < 16 {
		return "0" + strconv.FormatFloat(n+1e12, 'f', 4, 64)
	}
	return "1" + kit.Spelled(s) + "\x00" + s
}
