package desk

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// parentKeys names, for each kind of thing, the answers that say what it belongs to.
var parentKeys = map[string][]string{
	registry.TypeWish:      {survey.OfPerson},
	registry.TypeVisit:     {survey.OfHousehold},
	training.TypeSession:   {training.OfClass},
	training.TypeEnrolment: {training.OfClass, training.OfPerson},
	training.TypeMark:      {training.OfSession, training.OfEnrolment},
	training.TypeClass:     nil,
}

// links knows which wishes a person has, which marks a session has: IDs only, everything else is read from the store.
type links struct {
	children map[link][]string
	parents  map[store.Ref][]string
}

// link is all things of one type that belong to one parent; to "" belong all of the type.
type link struct{ typ, parent string }

func newLinks() links {
	return links{children: map[link][]string{}, parents: map[store.Ref][]string{}}
}

// put files a thing under its parents; answers of nil take it out.
func (l links) put(ref store.Ref, a survey.Answers) {
	keys, known := parentKeys[ref.Type]
	if !known {
		return
	}
	for _, p := range l.parents[ref] {
		l.cut(link{ref.Type, p}, ref.ID)
	}
	delete(l.parents, ref)
	if a == nil {
		return
	}
	parents := []string{""}
	for _, key := range keys {
		if p := a[key]; p != "" {
			parents = append(parents, p)
		}
	}
	l.parents[ref] = parents
	for _, p := range parents {
		at := link{ref.Type, p}
		l.children[at] = append(l.children[at], ref.ID)
	}
}

func (l links) cut(at link, id string) {
	list := l.children[at]
	if i := slices.Index(list, id); i >= 0 {
		l.children[at] = slices.Delete(slices.Clone(list), i, i+1)
	}
}

// of gives the IDs of the things of a type that belong to parent, sorted; all of the type for "".
func (d *Desk) of(typ, parent string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	ids := slices.Clone(d.links.children[link{typ, parent}])
	slices.Sort(ids)
	return slices.Compact(ids)
}
