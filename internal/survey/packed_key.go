package survey

import "slices"

// packKeys are the keys by number. Nothing packed is ever written to disk or sent: the numbers may change with the tables. The
// person's come first, then in the order of Tables, so that those of which there are most fit a byte. Number 0 is every other key.
var packKeys = func() []string {
	keys, taken := []string{""}, map[string]bool{}
	for _, t := range slices.Concat([]*Table{Person}, Tables) {
		for _, f := range t.Fields {
			if !taken[f.Key] {
				taken[f.Key] = true
				keys = append(keys, f.Key)
			}
		}
	}
	return keys
}()

// packNumbers finds the number of a key: a table with gaps, in which a key stands where its hash says or in the next free place. It is
// a third of the time that a map takes, because the few keys there are need no good hash.
var packNumbers = func() (table [1 << packBits]uint16) {
	for i, key := range packKeys[1:] {
		at := keyHash(key)
		for table[at] != 0 {
			at = (at + 1) % len(table)
		}
		table[at] = uint16(i + 1)
	}
	return table
}()

// packBits make the table some times as large as there are keys.
const packBits = 11

func keyHash(key string) int {
	n := len(key)
	if n == 0 {
		return 0
	}
	h := uint32(n)<<24 ^ uint32(key[0])<<16 ^ uint32(key[n/2])<<8 ^ uint32(key[n-1])
	if n > 3 {
		h ^= uint32(key[n/4])<<20 ^ uint32(key[n-3])<<11
	}
	return int(h * 0x9E3779B1 >> (32 - packBits))
}

// keyNumber is the number of a key, 0 of one that no table has.
func keyNumber(key string) int {
	for at := keyHash(key); ; at = (at + 1) % len(packNumbers) {
		n := packNumbers[at]
		if n == 0 || packKeys[n] == key {
			return int(n)
		}
	}
}
