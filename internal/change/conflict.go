package change

import (
	"maps"
	"slices"
)

// Conflict is what a person has to decide: edits of one field that did not know of each other and differ.
type Conflict struct {
	Type, ID string
	Field    string   // Deleted for a deletion against an edit, or against its own taking back
	Heads    []Head   // the one that shows first; for Deleted the deletions and what took them back
	Edited   []string // for Deleted: the fields that were edited without knowing of the deletion
}

// lastSays are the answers, by type, that nobody is asked about: where two devices hear the same news of somebody, the later is
// named as who said it and when.
var lastSays = map[string][]string{"fact": {"source", "said_on"}, "person": {"asked_on"}}

// Conflicts gives the conflicts of the entity in the order of the field keys. Equal values are no conflict, nor are answers that
// only say who told and when.
func (e Entity) Conflicts() []Conflict {
	var cs []Conflict
	for _, key := range slices.Sorted(maps.Keys(e.Fields)) {
		r := e.Fields[key]
		if key == Deleted {
			if c, ok := e.deleteConflict(r); ok {
				cs = append(cs, c)
			}
		} else if r.split() && !slices.Contains(lastSays[e.Type], key) {
			cs = append(cs, Conflict{Type: e.Type, ID: e.ID, Field: key, Heads: r.Heads})
		}
	}
	return cs
}

func (e Entity) deleteConflict(r Register) (Conflict, bool) {
	c := Conflict{Type: e.Type, ID: e.ID, Field: Deleted, Heads: r.Heads}
	if e.deletion() {
		c.Edited = e.unseen()
	}
	return c, r.split() || len(c.Edited) > 0
}
