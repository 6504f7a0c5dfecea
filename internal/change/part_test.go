package change_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/change"
)

// TestAPartIsWhatTheWholeSays lets random edits meet and compares the quick reader with the full one, on sound bytes and on
// spoilt ones.
func TestAPartIsWhatTheWholeSays(t *testing.T) {
	keys := []string{"name", "phone", "x_a", "nowhere"}
	part := change.NewPart(keys)
	plain := 0
	rapid.Check(t, func(t *rapid.T) {
		e := randomEntity(t)
		b, err := e.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 3).Draw(t, "spoil") == 0 {
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		}
		values := make([][]byte, len(keys))
		typ, id, ok := part.Read(b, values)
		if !ok {
			return
		}
		plain++
		var whole change.Entity
		if err := whole.UnmarshalBinary(b); err != nil {
			return // the quick reader is not a check
		}
		if whole.Deleted() || len(whole.Conflicts()) > 0 || whole.Type != string(typ) || whole.ID != id {
			t.Fatalf("%s %s is plain, but the whole is %+v", typ, id, whole)
		}
		for i, key := range keys {
			if string(values[i]) != whole.Value(key) {
				t.Fatalf("%s is %q, want %q", key, values[i], whole.Value(key))
			}
		}
	})
	if plain == 0 {
		t.Error("nothing was plain")
	}
}

func randomEntity(t *rapid.T) (e change.Entity) {
	for i := range rapid.IntRange(1, 5).Draw(t, "edits") {
		c := change.Change{Type: "person", ID: "018f5e6a-7b8c-7d9e-8f00-112233445566", Stamp: change.Stamp{Time: uint64(i + 1), Dev: 7},
			Actor: "李干部", Fields: map[string]change.Set{}}
		for range rapid.IntRange(1, 3).Draw(t, "fields") {
			key := rapid.SampledFrom([]string{"name", "name", "phone", "x_a", "x_b", change.Deleted}).Draw(t, "key")
			s := change.Set{Value: fmt.Sprint("㛃", i)}
			if rapid.IntRange(0, 5).Draw(t, "knew") > 0 {
				s.Base = e.Fields[key].Base()
			}
			if key == change.Deleted {
				if rapid.IntRange(0, 4).Draw(t, "delete") > 0 {
					continue
				}
				s.Value = ""
			}
			c.Fields[key] = s
		}
		if len(c.Fields) > 0 {
			e.Apply(c)
		}
	}
	if !e.Exists() {
		e.Apply(change.Change{Type: "person", ID: "p", Stamp: change.Stamp{Time: 1}, Fields: map[string]change.Set{"name": {Value: "𠮷"}}})
	}
	return e
}
