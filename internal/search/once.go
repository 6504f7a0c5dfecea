package search

import "slices"

// once collects entries, each once.
type once struct {
	seen []uint64
	list []int32
}

func newOnce(entries int) *once { return &once{seen: make([]uint64, entries/64+1)} }

func (o *once) add(entries []int32) {
	o.list = slices.Grow(o.list, len(entries))
	for _, n := range entries {
		if bit := uint64(1) << (n % 64); o.seen[n/64]&bit == 0 {
			o.seen[n/64] |= bit
			o.list = append(o.list, n)
		}
	}
}
