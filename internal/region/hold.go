package region

import "sync"

// held are the trees that a register puts in the place of the list's.
var held sync.Map // county code -> *Tree

// Hold makes a tree the one that Of and Name give for a county: the list with the changes of the register that is open. nil lets go
// of it. A program has one register open at a time.
func Hold(county string, t *Tree) {
	if t == nil {
		held.Delete(county)
		return
	}
	held.Store(county, t)
}
