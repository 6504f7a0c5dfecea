// Package region says where: province, prefecture, county, township and village, by code or by any name they go by.
//
// The list is data/regions, of a day long past (data.RegionsOf): a county puts what has changed since on top of it with Tree.With, each
// change with its day. It is read by streaming, and only the rows wanted are kept: a county takes 60 KB. Names are matched by their forms (左门, 左门村, 左门村委会), never by
// likeness: a name that only looks like another is another.
package region

import (
	"slices"
	"strings"

	"ruhu/internal/text"
)

// What a look-up can end in.
var (
	ErrUnknown   = text.NewError("region.unknown")
	ErrAmbiguous = text.NewError("region.ambiguous")
)

// Level is how deep a place lies: the length of its code.
type Level int

// The levels.
const (
	Province   Level = 2
	Prefecture Level = 4
	County     Level = 6
	Township   Level = 9
	Village    Level = 12
)

var levels = []Level{Province, Prefecture, County, Township, Village}

// Place is one administrative division.
type Place struct{ Code, Name string }

// Level is the level of the place.
func (p Place) Level() Level { return Level(len(p.Code)) }

// Tree is a part of the list: everything under one code, and what that code lies in.
type Tree struct {
	names    map[string]string
	children map[string][]Place
	history
}

// Add puts a place in, or gives one another name: what a county knows better than the list.
func (t *Tree) Add(p Place) {
	if _, known := t.names[p.Code]; known {
		t.rename(p)
		return
	}
	t.names[p.Code] = p.Name
	up := Parent(p.Code)
	t.children[up] = append(t.children[up], p)
}

func (t *Tree) rename(p Place) {
	t.names[p.Code] = p.Name
	up := t.Up(p.Code)
	list := slices.Clone(t.children[up])
	if i := slices.IndexFunc(list, func(q Place) bool { return q.Code == p.Code }); i >= 0 {
		list[i] = p
		t.children[up] = list
	}
}

// Name is the name of the place with this code, "" where the tree has none.
func (t *Tree) Name(code string) string { return t.names[code] }

// Full is the name with those of everything above it: 云南省楚雄彝族自治州姚安县左门乡左门村民委员会.
func (t *Tree) Full(code string) string {
	var b strings.Builder
	for _, l := range levels {
		b.WriteString(t.names[t.Above(code, l)])
	}
	return b.String()
}

// Children are the places right below code, in the order of their codes; of "" the provinces.
func (t *Tree) Children(code string) []Place { return t.children[code] }

// Parent is the code of what a place lies in: "" of a province.
func Parent(code string) string {
	for _, l := range slices.Backward(levels) {
		if int(l) < len(code) {
			return code[:l]
		}
	}
	return ""
}
