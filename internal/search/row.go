package search

import (
	"cmp"
	"slices"
)

// add makes an entry of a row.
func (x *columns) add(r Row) {
	n := int32(len(x.flags))
	own, house := x.ids.of(r.ID), x.ids.number(r.Household)
	name := x.names.number(r.Name)
	flags := uint8(0)
	if r.Head {
		flags = flagHead
	}
	x.flags, x.id = append(x.flags, flags), append(x.id, own)
	x.house, x.name = append(x.house, house), append(x.name, name)
	x.set = append(x.set, x.sets.number(r.Village, r.Places))
	if x.nos.add(r) {
		x.flags[n] |= flagOdd
	}
	x.lookup.add(own.hash(), n)
	x.byHouse.add(hashOfNo(house), n)
	x.byName.add(hashOfNo(name), n)
	if r.IDNo != "" {
		x.byIDNo.add(hashOf(r.IDNo), n)
	}
	for _, full := range r.Aliases {
		x.flags[n] |= flagAlias
		a := alias{n, x.names.number(full)}
		x.aliases = append(x.aliases, a)
		x.byName.add(hashOfNo(a.name), n)
	}
}

// row gives an entry back as it was put.
func (x *columns) row(n int32) Row {
	r := Row{ID: x.ids.text(x.id[n]), Household: x.ids.text(x.ids.list[x.house[n]]), Name: x.names.text(x.name[n]), Head: x.flags[n]&flagHead != 0}
	s := &x.sets.list[x.set[n]]
	r.Village, r.Places = s.village, s.places
	x.nos.fill(n, &r)
	for _, a := range x.aliasesOf(n) {
		r.Aliases = append(r.Aliases, x.names.text(a.name))
	}
	return r
}

func (x *columns) aliasesOf(n int32) []alias {
	at, _ := slices.BinarySearchFunc(x.aliases, n, func(a alias, n int32) int { return cmp.Compare(a.entry, n) })
	end := at
	for end < len(x.aliases) && x.aliases[end].entry == n {
		end++
	}
	return x.aliases[at:end]
}
