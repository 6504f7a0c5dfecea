package search

import "bytes"

// digits is one long text of all numbers: looking for a part of any of them is a single scan, some milliseconds for 100,000
// rows, where an index of parts would be many times the size of the register.
type digits struct {
	all    []byte
	starts []int32 // where each entry's numbers begin
}

// add files the numbers of the next entry.
func (d *digits) add(numbers []string) {
	d.starts = append(d.starts, int32(len(d.all)))
	for _, no := range numbers {
		d.all = append(append(d.all, no...), 0)
	}
}

// find gives the entries that have w in one of their numbers, each once.
func (d *digits) find(w string) []int32 {
	var found []int32
	k := 0
	for at := 0; at < len(d.all); at = int(d.starts[k]) {
		i := bytes.Index(d.all[at:], []byte(w))
		if i < 0 {
			break
		}
		for k+1 < len(d.starts) && int(d.starts[k+1]) <= at+i {
			k++
		}
		found = append(found, int32(k))
		if k++; k == len(d.starts) {
			break
		}
	}
	return found
}
