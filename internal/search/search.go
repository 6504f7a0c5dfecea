// Package search is the index in memory that finds a person while the name is being typed: by Chinese characters, full pinyin or
// initials, by any part of the ID number or of a phone, by village and group. Nothing of it is ever written to disk.
//
// A county has a hundred thousand people, and a machine in a village has little memory: rows are columns of numbers, every
// different name, place and character is kept and matched once, and a query is one walk along the columns (find.go).
//
// To make one more thing findable, give Row a field and keep it in add; how well a hit counts stands in rank.go.
package search

import (
	"slices"
	"sync"
)

// Row is what the index knows of one person, or of a household that has no members yet.
type Row struct {
	ID        string // the person's, or the household's own when Household is the same
	Household string
	Name      string
	Aliases   []string // 曾用名, 小名
	IDNo      string   // 18 characters, or empty
	Phones    []string
	HouseNo   string // 户编号
	Village   string // code, for Households
	Places    []string
	Head      bool
}

// Hit is one row found; a higher Score is a better match.
type Hit struct {
	ID        string
	Household string
	Head      bool
	Score     int
}

// Index holds the rows. It is safe for use from several goroutines. The zero value does not work; use New.
type Index struct {
	mu sync.RWMutex
	columns
	last last
}

// columns are what an index holds.
type columns struct {
	ids   ids
	names *names
	sets  sets
	nos   numbers

	// One element for each entry, a row as it was put; a row that is put again is a new entry, and the old one is dead.
	flags  []uint8
	id     []id
	house  []int32 // place in ids of its household
	name   []int32
	set    []int32
	dead   int
	lookup multimap // id -> entries

	aliases []alias  // by ascending entry
	byName  multimap // name -> entries, aliases too
	byHouse multimap // household -> entries
	byIDNo  multimap

	ordered
}

const (
	flagDead = 1 << iota
	flagHead
	flagAlias // it has one
	flagOdd   // it has an oddNumber
)

// alias is a further name of an entry.
type alias struct{ entry, name int32 }

// New gives an empty index.
func New() *Index {
	return &Index{columns: empty()}
}

func empty() columns {
	l := newNames()
	return columns{ids: newIDs(), names: l, sets: newSets(l)}
}

// Grow makes room for so many more rows at once.
func (x *Index) Grow(rows int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.flags, x.id = slices.Grow(x.flags, rows), slices.Grow(x.id, rows)
	x.house, x.name, x.set = slices.Grow(x.house, rows), slices.Grow(x.name, rows), slices.Grow(x.set, rows)
	x.nos.grow(rows)
	for _, m := range []*multimap{&x.lookup, &x.byName, &x.byHouse, &x.byIDNo} {
		m.grow(rows)
	}
}

// Put adds a row, or replaces the row of the same ID.
func (x *Index) Put(r Row) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.last.forget()
	x.bury(r.ID)
	x.add(r)
	x.sweep()
}

// Remove takes a row out. An unknown ID is fine.
func (x *Index) Remove(id string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.last.forget()
	x.bury(id)
	x.sweep()
}

// Len is the number of rows.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.flags) - x.dead
}

// Row gives a row back as it was put.
func (x *Index) Row(id string) (Row, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n := x.entryOf(id)
	if n < 0 {
		return Row{}, false
	}
	return x.row(n), true
}

// Members gives the IDs of the people of a household, heads first.
func (x *Index) Members(household string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var heads, rest []string
	for _, n := range x.entriesOf(household) {
		switch {
		case x.isHouse(n):
		case x.flags[n]&flagHead != 0:
			heads = append(heads, x.ids.text(x.id[n]))
		default:
			rest = append(rest, x.ids.text(x.id[n]))
		}
	}
	return append(heads, rest...)
}

// Size is the number of people of a household.
func (x *Index) Size(household string) (size int) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, n := range x.entriesOf(household) {
		if !x.isHouse(n) {
			size++
		}
	}
	return size
}

// SomeMember tells whether f is true of the name of somebody in a household.
func (x *Index) SomeMember(household string, f func(name string) bool) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return slices.ContainsFunc(x.entriesOf(household), func(n int32) bool { return !x.isHouse(n) && f(x.names.text(x.name[n])) })
}

// entriesOf gives the living entries of a household in the order in which they were put.
func (x *Index) entriesOf(household string) (list []int32) {
	h, ok := x.ids.find(household)
	if !ok {
		return nil
	}
	for n := range x.byHouse.each(hashOfNo(h)) {
		if x.house[n] == h && x.flags[n]&flagDead == 0 {
			list = append(list, n)
		}
	}
	slices.Reverse(list)
	return list
}

// isHouse tells whether an entry is the row of a household itself.
func (x *Index) isHouse(n int32) bool { return x.id[n] == x.ids.list[x.house[n]] }

// ByIDNo gives the IDs of the people with this ID number: one, unless something is wrong.
func (x *Index) ByIDNo(no string) (found []string) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if no == "" {
		return nil
	}
	for n := range x.byIDNo.each(hashOf(no)) {
		if x.flags[n]&flagDead == 0 && x.nos.idNo(n) == no {
			found = append(found, x.ids.text(x.id[n]))
		}
	}
	slices.Reverse(found)
	return found
}

// BySound gives the IDs of the people whose name is read like this one: 张伟 and 章玮.
func (x *Index) BySound(full string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var found []string
	for _, name := range x.names.alike(full) {
		for n := range x.byName.each(hashOfNo(name)) {
			if x.flags[n]&flagDead == 0 && !x.isHouse(n) && x.called(n, name) {
				found = append(found, x.ids.text(x.id[n]))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// called tells whether an entry has a name, as its own or as an alias.
func (x *Index) called(n, name int32) bool {
	return x.name[n] == name || slices.ContainsFunc(x.aliasesOf(n), func(a alias) bool { return a.name == name })
}

// Households gives the IDs of the households of a village, of all villages for "", each once.
func (x *Index) Households(village string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	seen := map[int32]bool{}
	for n, h := range x.house {
		if x.flags[n]&flagDead == 0 && (village == "" || x.sets.list[x.set[n]].village == village) {
			seen[h] = true
		}
	}
	list := make([]string, 0, len(seen))
	for h := range seen {
		list = append(list, x.ids.text(x.ids.list[h]))
	}
	slices.Sort(list)
	return list
}

// entryOf gives the living entry of an id, or -1.
func (x *Index) entryOf(full string) int32 {
	want, ok := x.ids.known(full)
	if !ok {
		return -1
	}
	for n := range x.lookup.each(want.hash()) {
		if x.id[n] == want && x.flags[n]&flagDead == 0 {
			return n
		}
	}
	return -1
}

func (x *Index) bury(id string) {
	if n := x.entryOf(id); n >= 0 {
		x.flags[n] |= flagDead
		x.dead++
	}
}

// sweep builds the index anew when more than half of it is dead rows.
func (x *Index) sweep() {
	if x.dead < 1000 || x.dead < len(x.flags)/2 {
		return
	}
	old := x.columns
	x.columns = empty()
	for n, f := range old.flags {
		if f&flagDead == 0 {
			x.add(old.row(int32(n)))
		}
	}
}
