package search

import "slices"

// ordered is what a search needs to be sure early that it has the best: the order of equals, and how numbers begin and end. It is
// made at the first search and again after many changes; what came since is looked at one by one.
type ordered struct {
	order  []int32 // entries, heads before members, then by name
	begins byHash
	ends   byHash
}

// orderIsOld tells whether so many entries came since that the order is worth making anew.
func (x *Index) orderIsOld() bool {
	since := len(x.flags) - len(x.order)
	return since > 64+len(x.order)/32
}

// ready takes the lock for reading, with an order that is not old.
func (x *Index) ready() {
	if x.mu.RLock(); x.orderIsOld() {
		x.mu.RUnlock()
		x.mu.Lock()
		x.putInOrder()
		x.mu.Unlock()
		x.mu.RLock()
	}
}

// Settle gets the first search ready.
func (x *Index) Settle() {
	x.ready()
	x.mu.RUnlock()
}

func (x *Index) putInOrder() {
	rank := x.names.ranks()
	keys := make([]uint64, len(x.flags)) // members behind heads, then the name, then the entry
	for n, f := range x.flags {
		keys[n] = uint64(rank[x.name[n]])<<32 | uint64(n)
		if f&flagHead == 0 {
			keys[n] |= 1 << 63
		}
	}
	slices.Sort(keys)
	x.order = make([]int32, len(keys))
	for i, k := range keys {
		x.order[i] = int32(uint32(k))
	}
	for from, i := 0, 1; i <= len(keys); i++ {
		if i == len(keys) || keys[i]>>32 != keys[from]>>32 {
			slices.SortFunc(x.order[from:i], x.compareIDs)
			from = i
		}
	}
	x.begins, x.ends = x.nos.by(beginRange, beginKeys), x.nos.by(endHash, endKeys)
}

// ranks gives each name its place among all.
func (l *names) ranks() []uint32 {
	sorted := make([]int32, len(l.ends))
	for n := range sorted {
		sorted[n] = int32(n)
	}
	slices.SortFunc(sorted, l.compare)
	ranks := make([]uint32, len(sorted))
	for i, n := range sorted {
		ranks[n] = uint32(i)
	}
	return ranks
}
