package change_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/change"
)

const person, anID = "person", "019a8f00-0000-7000-8000-000000000001"

func edit(at uint64, dev uint32, fields map[string]change.Set) change.Change {
	return change.Change{Type: person, ID: anID, Stamp: change.Stamp{Time: at, Dev: dev}, Actor: "李四", Fields: fields}
}

func state(cs ...change.Change) change.Entity {
	var e change.Entity
	for _, c := range cs {
		e.Apply(c)
	}
	return e
}

// world is a few devices that edit one person apart and hear of each other now and then: changes as real programs make
// them, deletions and their taking back included.
func world(t *rapid.T) []change.Change {
	var log []change.Change
	devices := make([]change.Entity, rapid.IntRange(1, 4).Draw(t, "devices"))
	for range rapid.IntRange(1, 25).Draw(t, "steps") {
		d := rapid.IntRange(0, len(devices)-1).Draw(t, "device")
		if len(log) > 0 && rapid.Bool().Draw(t, "hear") {
			devices[d].Apply(rapid.SampledFrom(log).Draw(t, "heard"))
			continue
		}
		stamp := change.Stamp{Time: uint64(rapid.IntRange(1, 1000).Draw(t, "time")<<10 + len(log)), Dev: uint32(d + 1)}
		c := change.Change{Type: person, ID: anID, Stamp: stamp, Actor: "李四", Fields: fieldsOf(t, devices[d])}
		devices[d].Apply(c)
		log = append(log, c)
	}
	return log
}

// fieldsOf is what an author who sees e writes.
func fieldsOf(t *rapid.T, e change.Entity) map[string]change.Set {
	if e.Exists() && rapid.IntRange(0, 5).Draw(t, "delete") == 0 {
		return map[string]change.Set{change.Deleted: {Value: "1", Base: e.Seen()}}
	}
	fields := map[string]change.Set{}
	if e.Deleted() {
		fields[change.Deleted] = change.Set{Base: e.Fields[change.Deleted].Base()}
	}
	for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"name", "phone", "village"}), 1, 3, rapid.ID).Draw(t, "keys") {
		value := rapid.SampledFrom([]string{"", "㛃", "𠮷", "13900000000"}).Draw(t, "value")
		fields[key] = change.Set{Value: value, Base: e.Fields[key].Base()}
	}
	return fields
}

func TestOrderRepetitionAndGroupingMakeNoDifference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := world(t)
		want := state(log...)
		mixed := rapid.Permutation(append(slices.Clone(log), rapid.SliceOf(rapid.SampledFrom(log)).Draw(t, "again")...)).Draw(t, "order")
		if got := state(mixed...); !reflect.DeepEqual(got, want) {
			t.Fatalf("in another order:\n%+v\nwant\n%+v", got, want)
		}
	})
}

func TestOrderMakesNoDifferenceToForgedChangesEither(t *testing.T) {
	stamp := rapid.Custom(func(t *rapid.T) change.Stamp {
		return change.Stamp{Time: uint64(rapid.IntRange(1, 4).Draw(t, "time")), Dev: uint32(rapid.IntRange(1, 2).Draw(t, "dev"))}
	})
	forged := rapid.Custom(func(t *rapid.T) change.Change {
		set := change.Set{Value: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "value"), Base: rapid.SliceOfN(stamp, 0, 3).Draw(t, "base")}
		return change.Change{Type: person, ID: anID, Stamp: stamp.Draw(t, "stamp"), Fields: map[string]change.Set{"name": set}}
	})
	rapid.Check(t, func(t *rapid.T) {
		log := rapid.SliceOfN(forged, 1, 8).Draw(t, "log")
		want := state(log...)
		if got := state(rapid.Permutation(log).Draw(t, "order")...); !reflect.DeepEqual(got, want) {
			t.Fatalf("in another order:\n%+v\nwant\n%+v", got, want)
		}
	})
}

func TestEveryWriteIsCurrentOrReplacedOrInAConflict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := world(t)
		e := state(log...)
		replaced := map[string]map[change.Stamp]bool{}
		for _, c := range log {
			for key, set := range c.Fields {
				if replaced[key] == nil {
					replaced[key] = map[change.Stamp]bool{}
				}
				for _, s := range set.Base {
					replaced[key][s] = true
				}
			}
		}
		conflicts := map[string]bool{}
		for _, c := range e.Conflicts() {
			conflicts[c.Field] = true
		}
		for _, c := range log {
			for key, set := range c.Fields {
				current := e.Value(key) == set.Value
				if !current && !replaced[key][c.Stamp] && !conflicts[key] {
					t.Fatalf("%s of %v is nowhere: %+v", key, c.Stamp, e.Fields[key])
				}
			}
		}
	})
}

func TestAnEditThatADeletionDidNotSeeKeepsTheEntity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := world(t)
		e := state(log...)
		if !e.Deleted() {
			return
		}
		seen := map[change.Stamp]bool{}
		for _, c := range log {
			for _, s := range c.Fields[change.Deleted].Base {
				seen[s] = true
			}
		}
		for key, r := range e.Fields {
			for _, h := range r.Heads {
				if key != change.Deleted && !seen[h.Stamp] {
					t.Fatalf("deleted although nobody who deleted knew of %s = %q", key, h.Value)
				}
			}
		}
	})
}

func TestMerge(t *testing.T) {
	s := func(at uint64, dev uint32) change.Stamp { return change.Stamp{Time: at, Dev: dev} }
	first := edit(1, 1, map[string]change.Set{"name": {Value: "张三"}, "phone": {Value: "1"}})
	for name, tt := range map[string]struct {
		log       []change.Change
		phone     string
		conflicts []string
		deleted   bool
	}{
		"an edit over what was seen replaces it": {
			log:   []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}})},
			phone: "2"},
		"a slow clock still replaces what it saw": {
			log:   []change.Change{edit(9, 1, map[string]change.Set{"phone": {Value: "1"}}), edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(9, 1)}}})},
			phone: "2"},
		"two edits apart leave a conflict, the later shows": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{"phone": {Value: "3", Base: []change.Stamp{s(1, 1)}}})},
			phone: "3", conflicts: []string{"phone"}},
		"equal values are no conflict": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}})},
			phone: "2"},
		"a decision that saw both settles it": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{"phone": {Value: "3", Base: []change.Stamp{s(1, 1)}}}),
				edit(4, 1, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(2, 2), s(3, 3)}}})},
			phone: "2"},
		"different fields never conflict": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{"name": {Value: "张珊", Base: []change.Stamp{s(1, 1)}}})},
			phone: "2"},
		"a deletion that saw all": {
			log:   []change.Change{first, edit(2, 2, map[string]change.Set{change.Deleted: {Value: "1", Base: []change.Stamp{s(1, 1)}}})},
			phone: "1", deleted: true},
		"a deletion loses to an edit it did not see": {
			log: []change.Change{first, edit(9, 2, map[string]change.Set{change.Deleted: {Value: "1", Base: []change.Stamp{s(1, 1)}}}),
				edit(2, 3, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{s(1, 1)}}})},
			phone: "2", conflicts: []string{change.Deleted}},
		"a deletion taken back": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{change.Deleted: {Value: "1", Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{change.Deleted: {Value: "", Base: []change.Stamp{s(2, 2)}}})},
			phone: "1"},
		"nothing replaces itself": {
			log:   []change.Change{edit(5, 1, map[string]change.Set{"phone": {Value: "1", Base: []change.Stamp{s(5, 1)}}})},
			phone: "1"},
		"cleared is not the same as never answered": {
			log: []change.Change{first, edit(2, 2, map[string]change.Set{"phone": {Base: []change.Stamp{s(1, 1)}}}),
				edit(3, 3, map[string]change.Set{"phone": {Value: "3", Base: []change.Stamp{s(1, 1)}}})},
			phone: "3", conflicts: []string{"phone"}},
	} {
		t.Run(name, func(t *testing.T) {
			for range len(tt.log) { // once round: every change is once the first to come
				tt.log = append(tt.log[1:], tt.log[0])
				e := state(tt.log...)
				var conflicts []string
				for _, c := range e.Conflicts() {
					conflicts = append(conflicts, c.Field)
				}
				if e.Value("phone") != tt.phone || !slices.Equal(conflicts, tt.conflicts) || e.Deleted() != tt.deleted {
					t.Errorf("phone %q, conflicts %v, deleted %v; want %q, %v, %v", e.Value("phone"), conflicts, e.Deleted(), tt.phone, tt.conflicts, tt.deleted)
				}
			}
		})
	}
}

func TestAChangeOfAnotherEntityIsIgnored(t *testing.T) {
	e := state(edit(1, 1, map[string]change.Set{"name": {Value: "张三"}}))
	other := edit(2, 2, map[string]change.Set{"name": {Value: "王五"}})
	other.ID = "019a8f00-0000-7000-8000-000000000002"
	e.Apply(other)
	if want := map[string]string{"name": "张三"}; !maps.Equal(e.Values(), want) {
		t.Errorf("values %v, want %v", e.Values(), want)
	}
}

func TestACopyIsNotTouchedByApply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := world(t)
		n := rapid.IntRange(0, len(log)).Draw(t, "split")
		e := state(log[:n]...)
		copied, want := e.Clone(), state(log[:n]...)
		for _, c := range log[n:] {
			e.Apply(c)
		}
		if !reflect.DeepEqual(copied, want) && n > 0 {
			t.Fatalf("the copy became %+v, want %+v", copied, want)
		}
	})
}
