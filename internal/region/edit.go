package region

import (
	"maps"
	"slices"
	"time"
)

// Change is what a county did to the list.
type Change int

// The changes. A villager group has no code in any list: it is known by its village and its name.
const (
	New    Change = iota // a place, or a group, that the list does not have
	Rename               // Name is the new one
	End                  // dissolved, nothing took its place
	Merge                // went into Into: its villages lie there from then on, and its groups
)

// Edit is one change. Code is the place; of a group, Code is "", Parent the village and Name the group (Into the new name of a Rename,
// or the group that it went into).
type Edit struct {
	What               Change
	Code, Name, Parent string
	Into               string
	From               string // "2006-01-02", a month or a year; "": since ever
}

// Step is one thing that became of a place.
type Step struct {
	What Change
	From string
	Name string // before
	Into string // code that it went into
}

// history is what the edits know beyond names and children.
type history struct {
	up     map[string]string   // code -> what it lies in, where its digits do not say so
	steps  map[string][]Step   // what became of a code, the oldest first
	gone   map[string]bool     // ended or merged: has a name, stands in no list
	groups map[string][]string // village -> its groups
}

// With gives the list as a county had it on a day: its edits up to then on top, those to come left out. t stays as it is. A code of the
// past still has its last name; Became says what came of it.
func (t *Tree) With(edits []Edit, on time.Time) *Tree {
	out := &Tree{names: maps.Clone(t.names), children: maps.Clone(t.children), history: t.history.clone()}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int { return begins(a.From).Compare(begins(b.From)) })
	for _, e := range edits {
		if !begins(e.From).After(on) {
			out.apply(e)
		}
	}
	return out
}

func (h history) clone() history {
	return history{up: copied(h.up), steps: copied(h.steps), gone: copied(h.gone), groups: copied(h.groups)}
}

func copied[V any](m map[string]V) map[string]V {
	if m == nil {
		return map[string]V{}
	}
	return maps.Clone(m)
}

// begins is the first day of a date; the beginning of time where there is none.
func begins(date string) time.Time {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if d, err := time.Parse(layout, date); err == nil {
			return d
		}
	}
	return time.Time{}
}

func (t *Tree) apply(e Edit) {
	switch {
	case e.Code == "":
		t.applyGroup(e)
	case e.What == New:
		t.settle(e)
	case t.names[e.Code] == "": // of another county, or never heard of
		return
	case e.What == Rename:
		t.note(e)
		t.rename(Place{e.Code, e.Name})
	default:
		t.note(e)
		t.retire(e.Code)
		if e.What == Merge && t.names[e.Into] != "" {
			t.inherit(e.Code, e.Into)
		}
	}
}

// settle puts a new place in, under a parent that its digits may not name. One that was gone is back.
func (t *Tree) settle(e Edit) {
	up := e.Parent
	if up == "" || up == e.Code {
		up = Parent(e.Code)
	}
	t.retire(e.Code)
	delete(t.gone, e.Code)
	t.names[e.Code] = e.Name
	t.adopt(up, Place{e.Code, e.Name})
}

func (t *Tree) adopt(up string, p Place) {
	if up == Parent(p.Code) {
		delete(t.up, p.Code)
	} else {
		t.up[p.Code] = up
	}
	list := append(slices.Clone(t.children[up]), p)
	slices.SortStableFunc(list, func(a, b Place) int {
		switch {
		case a.Code < b.Code:
			return -1
		case a.Code > b.Code:
			return 1
		}
		return 0
	})
	t.children[up] = list
}

func (t *Tree) note(e Edit) {
	t.steps[e.Code] = append(slices.Clone(t.steps[e.Code]), Step{e.What, e.From, t.names[e.Code], e.Into})
}

// retire takes a place out of the lists; its name stays.
func (t *Tree) retire(code string) {
	if t.names[code] == "" {
		return
	}
	up := t.Up(code)
	t.children[up] = slices.DeleteFunc(slices.Clone(t.children[up]), func(p Place) bool { return p.Code == code })
	t.gone[code] = true
}

// inherit moves what lies in a place into the one that it went into.
func (t *Tree) inherit(from, into string) {
	if len(from) == len(into) {
		for _, p := range t.children[from] {
			t.adopt(into, p)
		}
		delete(t.children, from)
	}
	for _, g := range t.groups[from] {
		t.addGroup(into, g)
	}
	delete(t.groups, from)
}

func (t *Tree) applyGroup(e Edit) {
	list := t.groups[e.Parent]
	i := slices.Index(list, e.Name)
	switch {
	case e.Parent == "" || e.Name == "":
	case e.What == New:
		t.addGroup(e.Parent, e.Name)
	case i < 0:
	case e.What == Rename && e.Into != "":
		list = slices.Clone(list)
		list[i] = e.Into
		t.groups[e.Parent] = list
	case e.What == End || e.What == Merge:
		t.groups[e.Parent] = slices.Delete(slices.Clone(list), i, i+1)
		if e.Into != "" {
			t.addGroup(e.Parent, e.Into)
		}
	}
}

func (t *Tree) addGroup(village, name string) {
	if !slices.Contains(t.groups[village], name) {
		t.groups[village] = append(slices.Clone(t.groups[village]), name)
	}
}

// Groups are the villager groups of a village, in the order in which they were written down.
func (t *Tree) Groups(village string) []string { return t.groups[village] }

// Gone tells whether a place is of the past: dissolved, or part of another.
func (t *Tree) Gone(code string) bool { return t.gone[code] }

// Became is what came of a place, the oldest first: new names, and what it went into.
func (t *Tree) Became(code string) []Step { return t.steps[code] }

// Now is the code of the place that a code stands for today: itself, or what it went into, and what that went into. "" where it was
// dissolved and nothing took its place.
func (t *Tree) Now(code string) string {
	for range len(t.steps) + 1 {
		if !t.gone[code] {
			return code
		}
		steps := t.steps[code]
		if len(steps) == 0 || steps[len(steps)-1].Into == "" {
			return ""
		}
		code = steps[len(steps)-1].Into
	}
	return "" // they go round in a circle
}

// Up is what a place lies in; Above the place of a level that it lies in, "" where it lies in none.
func (t *Tree) Up(code string) string {
	if up, ok := t.up[code]; ok {
		return up
	}
	return Parent(code)
}

// Above is the code of the level that a place lies in: itself where it is of that level.
func (t *Tree) Above(code string, level Level) string {
	for code != "" && len(code) > int(level) {
		code = t.Up(code)
	}
	if len(code) == int(level) {
		return code
	}
	return ""
}
