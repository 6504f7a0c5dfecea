package region

import "sync"

// kept are the counties read last. A device is at home in one; a list from elsewhere names a few more, and must not fill the memory
// with all it names, nor make each unknown code a walk through the whole country.
var kept = struct {
	sync.Mutex
	trees map[string]*Tree // nil: there is no such county
	order []string
}{trees: map[string]*Tree{}}

// keptMost is how many counties are held: 60 KB each.
const keptMost = 16

// Of gives the tree of the county that code lies in, read once and held while it is in use. It must not be added to: it is shared.
func Of(code string) (*Tree, error) {
	if len(code) < int(County) {
		return nil, ErrUnknown.With(code)
	}
	county := code[:County]
	if t, ok := held.Load(county); ok {
		return t.(*Tree), nil
	}
	kept.Lock()
	defer kept.Unlock()
	t, known := kept.trees[county]
	if !known {
		t, _ = Load(county)
		if len(kept.order) >= keptMost {
			delete(kept.trees, kept.order[0])
			kept.order = kept.order[1:]
		}
		kept.trees[county], kept.order = t, append(kept.order, county)
	}
	if t == nil {
		return nil, ErrUnknown.With(code)
	}
	return t, nil
}
