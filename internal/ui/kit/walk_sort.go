package kit

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// turn sorts by a column: the first time up, then down, then not at all.
func (w *walk) turn(column int) {
	switch {
	case w.sorted != column:
		w.sorted, w.down = column, false
	case !w.down:
		w.down = true
	default:
		w.sorted = -1
	}
	w.resort()
}

// title is a column's title with the mark of the sorting.
func (w *walk) title(i int) string {
	switch {
	case w.sorted != i:
		return w.Columns[i].Title
	case w.down:
		return w.Columns[i].Title + "▼"
	}
	return w.Columns[i].Title + "▲"
}

// resort works out the order: numbers by value, the rest by pinyin, equal ones as they came; what is empty comes last, whichever
// way one sorts.
func (w *walk) resort() {
	w.order = nil
	if w.sorted < 0 {
		return
	}
	n := w.Len()
	keys, order, empty := make([]string, n), make([]int, 0, n), []int(nil)
	for i := range n {
		if keys[i] = sortKey(w.sortedBy(i)); keys[i] == "" {
			empty = append(empty, i)
		} else {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		if w.down {
			return keys[order[a]] > keys[order[b]]
		}
		return keys[order[a]] < keys[order[b]]
	})
	w.order = slices.Concat(order, empty)
}

func (w *walk) sortedBy(row int) string {
	if f := w.Columns[w.sorted].Sort; f != nil {
		return f(row)
	}
	return w.Cell(row, w.sorted).Text
}

// sortKey makes a cell comparable as text.
func sortKey(s string) string {
	if s == "" {
		return ""
	}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64); err == nil && len(s) < 16 {
		return "0" + strconv.FormatFloat(n+1e12, 'f', 4, 64)
	}
	return "1" + spell(s).key() + "\x00" + s
}
