package intake

// Memory is what the register remembers of lists that were taken in before, so that lists that disagree do not take turns in
// overwriting each other, and people's corrections stay. A nil Memory remembers nothing: then the newest list is right.
type Memory interface {
	// Imported tells whether a list with this identity (Plan.Lists) was taken in before: then what it says otherwise now
	// is its own news.
	Imported(list string) bool
	// Kept is what a list of this identity said last that the register did not take (Memo.Value), "" for nothing.
	Kept(list, typ, id, key string) string
	// Had tells whether the record once had the value, and somebody replaced it.
	Had(typ, id, key, value string) bool
}

// Memo is one value of a list that the register did not take. It is to be kept when the plan is written, and given back by
// Memory.Kept. Value tells nothing to people: it is a digest.
type Memo struct {
	List  string `json:"list"`
	Type  string `json:"type"`
	ID    string `json:"id"`
	Key   string `json:"key"`
	Value string `json:"value"`
}
