// Package search is the index in memory that finds a person while the name is being typed: by Chinese characters, full pinyin or
// initials, by any part of the ID number or of a phone, by village and group. Nothing of it is ever written to disk.
//
// To make one more thing findable, give Row a field and feed it in entryOf; how well a hit counts stands in rank.go.
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
	mu      sync.RWMutex
	entries []entry
	dead    int
	slots   map[string]int // row id -> entry
	sounds  map[rune]*sound
	places  []place
	placeNo map[string]int
	letters [26][]int32 // entries with a name part whose reading begins so
	runes   map[rune][]int32
	digits  digits
	houses  map[string][]int32
	idNos   map[string][]int32
}

// entry is one row, made ready for matching.
type entry struct {
	row     Row
	names   []name // the first is the name, the others are aliases
	numbers []string
	places  []int32
	dead    bool
}

// name is a name as sounds, separators left out: 古丽·阿不都热依木 is found by guliabudu too.
type name []*sound

// New gives an empty index.
func New() *Index {
	x := &Index{sounds: map[rune]*sound{}}
	x.clear()
	return x
}

func (x *Index) clear() {
	x.entries, x.dead, x.places = nil, 0, nil
	x.slots, x.placeNo = map[string]int{}, map[string]int{}
	x.letters, x.runes = [26][]int32{}, map[rune][]int32{}
	x.digits = digits{}
	x.houses, x.idNos = map[string][]int32{}, map[string][]int32{}
}

// Put adds a row, or replaces the row of the same ID.
func (x *Index) Put(r Row) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.bury(r.ID)
	x.add(r)
	x.sweep()
}

// Remove takes a row out. An unknown ID is fine.
func (x *Index) Remove(id string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.bury(id)
	x.sweep()
}

// Len is the number of rows.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.slots)
}

// Row gives a row back as it was put.
func (x *Index) Row(id string) (Row, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	n, ok := x.slots[id]
	if !ok {
		return Row{}, false
	}
	return x.entries[n].row, true
}

// Members gives the IDs of the people of a household, heads first.
func (x *Index) Members(household string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var heads, rest []string
	for _, n := range x.houses[household] {
		switch e := &x.entries[n]; {
		case e.dead || e.row.ID == household:
		case e.row.Head:
			heads = append(heads, e.row.ID)
		default:
			rest = append(rest, e.row.ID)
		}
	}
	return append(heads, rest...)
}

// ByIDNo gives the IDs of the people with this ID number: one, unless something is wrong.
func (x *Index) ByIDNo(no string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var ids []string
	for _, n := range x.idNos[no] {
		if e := &x.entries[n]; !e.dead {
			ids = append(ids, e.row.ID)
		}
	}
	return ids
}

// BySound gives the IDs of the people whose name is read like this one: 张伟 and 章玮.
func (x *Index) BySound(full string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	want := x.nameOf(full)
	if len(want) == 0 {
		return nil
	}
	var ids []string
	for _, n := range x.startingLike(want[0]) {
		e := &x.entries[n]
		if !e.dead && e.row.ID != e.row.Household && slices.ContainsFunc(e.names, func(have name) bool { return soundsAlike(want, have) }) {
			ids = append(ids, e.row.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Households gives the IDs of the households of a village, of all villages for "", each once.
func (x *Index) Households(village string) []string {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var ids []string
	for id, slots := range x.houses {
		if slices.ContainsFunc(slots, func(n int32) bool {
			e := &x.entries[n]
			return !e.dead && (village == "" || e.row.Village == village)
		}) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func (x *Index) add(r Row) {
	n := len(x.entries)
	e := x.entryOf(r)
	x.entries = append(x.entries, e)
	x.slots[r.ID] = n
	x.houses[r.Household] = append(x.houses[r.Household], int32(n))
	if r.IDNo != "" {
		x.idNos[r.IDNo] = append(x.idNos[r.IDNo], int32(n))
	}
	for _, nm := range e.names {
		for _, s := range nm {
			x.post(s, int32(n))
		}
	}
	x.digits.add(e.numbers)
}

func (x *Index) entryOf(r Row) entry {
	e := entry{row: r}
	for _, full := range append([]string{r.Name}, r.Aliases...) {
		if nm := x.nameOf(full); len(nm) > 0 {
			e.names = append(e.names, nm)
		}
	}
	for _, no := range append([]string{r.IDNo, r.HouseNo}, r.Phones...) {
		if no = bare(fold(no)); no != "" {
			e.numbers = append(e.numbers, no)
		}
	}
	for _, p := range r.Places {
		if p != "" {
			e.places = append(e.places, int32(x.placeOf(p)))
		}
	}
	return e
}

// post files entry n under a sound's character and under each letter that a reading of it begins with.
func (x *Index) post(s *sound, n int32) {
	x.runes[s.r] = addOnce(x.runes[s.r], n)
	for _, rd := range s.readings {
		if c := rd[0]; c >= 'a' && c <= 'z' {
			x.letters[c-'a'] = addOnce(x.letters[c-'a'], n)
		}
	}
}

func addOnce(list []int32, n int32) []int32 {
	if l := len(list); l > 0 && list[l-1] == n {
		return list
	}
	return append(list, n)
}

func (x *Index) bury(id string) {
	if n, ok := x.slots[id]; ok {
		x.entries[n].dead = true
		x.dead++
		delete(x.slots, id)
	}
}

// sweep builds the index anew when more than half of it is dead rows.
func (x *Index) sweep() {
	if x.dead < 1000 || x.dead < len(x.entries)/2 {
		return
	}
	old := x.entries
	x.clear()
	for _, e := range old {
		if !e.dead {
			x.add(e.row)
		}
	}
}
