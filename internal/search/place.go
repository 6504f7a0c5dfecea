package search

// place is a village or a group, shared by all its rows: a query is compared with some hundred places, not with every row's.
type place struct {
	name name
	rows []int32
}

func (x *Index) placeOf(full string) int {
	if n, ok := x.placeNo[full]; ok {
		x.places[n].rows = addOnce(x.places[n].rows, int32(len(x.entries)))
		return n
	}
	n := len(x.places)
	x.places = append(x.places, place{name: x.nameOf(full), rows: []int32{int32(len(x.entries))}})
	x.placeNo[full] = n
	return n
}

func (x *Index) findPlaces(w string) []int {
	var scores []int
	for i := range x.places {
		s := x.places[i].name.match(w).score()
		if s == 0 {
			continue
		}
		if scores == nil {
			scores = make([]int, len(x.places))
		}
		scores[i] = s/4 + placeScore
	}
	return scores
}

// in gives the best score of an entry's places.
func (q word) in(places []int32) int {
	best := 0
	if q.places == nil {
		return 0
	}
	for _, p := range places {
		best = max(best, q.places[p])
	}
	return best
}
