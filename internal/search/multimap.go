package search

import (
	"encoding/binary"
	"hash/maphash"
	"iter"
)

// multimap finds entries by a hash of 32 bits; whoever asks compares what the hash was of. It is an array of numbers, where a map of
// strings to slices would be ten times the size.
type multimap struct {
	heads []int32 // by the low bits of the hash: the place of a node and one more, 0 for none
	nodes []node
}

type node struct {
	hash        uint32
	entry, next int32
}

func (m *multimap) add(hash uint32, entry int32) {
	m.nodes = append(m.nodes, node{hash: hash, entry: entry})
	if len(m.nodes) > len(m.heads) {
		m.spread(2 * len(m.nodes))
		return
	}
	m.hang(len(m.nodes) - 1)
}

func (m *multimap) hang(i int) {
	head := &m.heads[m.nodes[i].hash&uint32(len(m.heads)-1)]
	m.nodes[i].next, *head = *head, int32(i+1)
}

// spread hangs all nodes anew on at least so many heads.
func (m *multimap) spread(heads int) {
	size := 16
	for size < heads {
		size *= 2
	}
	m.heads = make([]int32, size)
	for i := range m.nodes {
		m.hang(i)
	}
}

func (m *multimap) grow(more int) {
	if n := len(m.nodes) + more; n > cap(m.nodes) {
		m.nodes = append(make([]node, 0, n), m.nodes...)
		m.spread(n)
	}
}

// each gives the entries of a hash, the last added first.
func (m *multimap) each(hash uint32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		if len(m.heads) == 0 {
			return
		}
		for i := m.heads[hash&uint32(len(m.heads)-1)]; i != 0; i = m.nodes[i-1].next {
			if n := &m.nodes[i-1]; n.hash == hash && !yield(n.entry) {
				return
			}
		}
	}
}

var seed = maphash.MakeSeed()

func hashOf(s string) uint32 { return uint32(maphash.String(seed, s)) }

// hashOfNo spreads small numbers.
func hashOfNo(n int32) uint32 { return uint32(n) * 0x9E3779B1 >> 1 }

func (i id) hash() uint32 { return uint32(maphash.Bytes(seed, i[:])) }

var order = binary.BigEndian
