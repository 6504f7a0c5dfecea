package catalogue

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// shelf are the rows of one catalogue: all versions of each, the latest first, the county's own apart from those that ship.
type shelf[T any] struct {
	versions map[string]*versions[T]
	written  map[string]string // names as rows write them -> their key: most questions are asked so, and folding is slow
	order    []string          // the keys, as they first stood
}

type versions[T any] struct{ own, ships []kept[T] }

type kept[T any] struct {
	row   Row
	entry T
}

// keys are the answers that tell one row of a catalogue from another; several rows that have them alike are versions of one.
var keys = map[string][]string{
	registry.TypeTrade: {survey.TradeName, survey.TradeLevel}, registry.TypeProgramme: {survey.ProgName}, registry.TypeInstitution: {survey.InstName},
	registry.TypeAssessor: {survey.AssName}, registry.TypeTeacher: {survey.TeachName, survey.TeachInst}, registry.TypeSchool: {survey.SchoolName},
}

// keyOf is what a row is found by, however its words are written.
func keyOf(parts ...string) string {
	k := ""
	for _, p := range parts {
		k += survey.Fold(p) + "\x00"
	}
	return k
}

// key is keyOf, without folding what is written as in a row.
func (s shelf[T]) key(parts ...string) string {
	if k, ok := s.written[strings.Join(parts, "\x00")]; ok {
		return k
	}
	return keyOf(parts...)
}

// names are the answers that tell a row from another.
func names(r registry.Record) []string {
	var parts []string
	for _, k := range keys[r.Type] {
		parts = append(parts, r.Get(k))
	}
	return parts
}

func keyOfRow(r registry.Record) string { return keyOf(names(r)...) }

func newShelf[T any](typ string, own, ships []registry.Record, entry func(Row) T) shelf[T] {
	s := shelf[T]{versions: map[string]*versions[T]{}, written: map[string]string{}}
	for i, r := range slices.Concat(ships, own) {
		if r.Type != typ {
			continue
		}
		row := Row{Record: r, Own: i >= len(ships)}
		parts := names(r)
		k := keyOf(parts...)
		s.written[strings.Join(parts, "\x00")] = k
		v := s.versions[k]
		if v == nil {
			v = &versions[T]{}
			s.versions[k], s.order = v, append(s.order, k)
		}
		if row.Own {
			v.own = append(v.own, kept[T]{row, entry(row)})
		} else {
			v.ships = append(v.ships, kept[T]{row, entry(row)})
		}
	}
	for _, v := range s.versions {
		slices.SortStableFunc(v.own, latestFirst)
		slices.SortStableFunc(v.ships, latestFirst)
	}
	return s
}

func latestFirst[T any](x, y kept[T]) int {
	return cmp.Or(cmp.Compare(y.row.from(), x.row.from()), cmp.Compare(y.row.ID, x.row.ID))
}

// on is the version that holds on a day. The county's own count from their day on, and end what ships where they have ended; known
// tells whether there was any version by then.
func (s shelf[T]) on(key string, day string) (entry T, holds, known bool) {
	v := s.versions[key]
	if v == nil {
		return entry, false, false
	}
	for _, list := range [][]kept[T]{v.own, v.ships} {
		for _, k := range list {
			if k.row.from() <= day {
				return k.entry, !k.row.over(day), true
			}
		}
	}
	return entry, false, false
}

// all are the entries that hold on a day.
func (s shelf[T]) all(on time.Time) []T {
	var out []T
	day := on.Format(time.DateOnly)
	for _, k := range s.order {
		if e, holds, _ := s.on(k, day); holds {
			out = append(out, e)
		}
	}
	return out
}
