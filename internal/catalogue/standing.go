package catalogue

import (
	"slices"
	"time"

	"ruhu/internal/registry"
)

// Standing is how a row of a catalogue stands on a day.
type Standing int

// The standings: what counts, what is to count later, what counts no more, and what another row of the same name stands over.
const (
	InForce Standing = iota
	Coming
	Ended
	Replaced
)

// Standings says of each row how it stands on a day, by the rules of Book. A row without an id ships.
func Standings(rows []registry.Record, on time.Time) []Standing {
	day, first := on.Format(time.DateOnly), map[string]int{}
	order := make([]int, len(rows))
	for i := range rows {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return latestFirst(keptOf(rows[i]), keptOf(rows[j])) })
	for _, i := range order {
		k, row := keyOfRow(rows[i]), keptOf(rows[i]).row
		if at, there := first[k]; row.from() <= day && (!there || row.Own && rows[at].ID == "") {
			first[k] = i
		}
	}
	out := make([]Standing, len(rows))
	for i, r := range rows {
		row := keptOf(r).row
		switch {
		case row.from() > day:
			out[i] = Coming
		case row.over(day):
			out[i] = Ended
		case first[keyOfRow(r)] != i:
			out[i] = Replaced
		}
	}
	return out
}

func keptOf(r registry.Record) kept[struct{}] {
	return kept[struct{}]{row: Row{Record: r, Own: r.ID != ""}}
}
