package desk

import (
	"maps"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// parentKeys names, for each kind of thing but people and households, the answers that say what it belongs to.
var parentKeys = map[string][]string{
	registry.TypeWish:       {survey.OfPerson},
	registry.TypeVisit:      {survey.OfHousehold},
	registry.TypeFact:       {survey.OfPerson, survey.OfHousehold},
	registry.TypeEvent:      {survey.OfPerson, survey.OfHousehold, survey.ToHousehold},
	registry.TypeSlip:       {survey.OfHousehold},
	registry.TypeReferral:   {survey.OfPerson},
	registry.TypeJobRec:     {survey.OfPerson},
	registry.TypeFollowUp:   {survey.OfPerson},
	registry.TypeOutreach:   {survey.OutreachVillage},
	registry.TypeAttachment: {survey.Of},
	registry.TypeTarget:     nil,
	registry.TypePlace:      nil,
	registry.TypeQuestion:   nil,
	registry.TypeRule:       nil,
	registry.TypeSchool:     nil,
	training.TypeSession:    {training.OfClass},
	training.TypeEnrolment:  {training.OfClass, training.OfPerson},
	training.TypeMark:       {training.OfSession, training.OfEnrolment},
	training.TypeClass:      nil,

	registry.TypeTrade: nil, registry.TypeProgramme: nil, registry.TypeInstitution: nil, registry.TypeAssessor: nil, registry.TypeTeacher: nil,
	training.TypeInspection: {training.OfClass},
	training.TypeCheckCall:  {training.OfClass, training.OfPerson},
	training.TypeFeedback:   {training.OfClass, training.OfPerson},
	training.TypeClaim:      {training.OfClass},
	training.TypeSeal:       {training.OfClass},
}

// links knows which wishes a person has, which marks a session has: IDs only, everything else is read from the store.
type links struct {
	children map[link][]string
	parents  map[store.Ref][]string
	all      map[string]map[string]bool // by type
}

// link is all things of one type that belong to one parent.
type link struct{ typ, parent string }

func newLinks() links {
	return links{children: map[link][]string{}, parents: map[store.Ref][]string{}, all: map[string]map[string]bool{}}
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
		delete(l.all[ref.Type], ref.ID)
		return
	}
	if l.all[ref.Type] == nil {
		l.all[ref.Type] = map[string]bool{}
	}
	l.all[ref.Type][ref.ID] = true
	var parents []string
	for _, key := range keys {
		if p := a[key]; p != "" && !slices.Contains(parents, p) {
			parents = append(parents, p)
		}
	}
	if len(parents) > 0 {
		l.parents[ref] = parents
	}
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

// of gives the IDs of the things of a type that belong to parent, or to a record that was merged into it, sorted; all of the
// type for "".
func (d *Desk) of(typ, parent string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var ids []string
	if parent == "" {
		ids = slices.Collect(maps.Keys(d.links.all[typ]))
	} else {
		for _, p := range d.merges.all(parent) {
			ids = append(ids, d.links.children[link{typ, p}]...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// throughMerges has the links of a thing name who is meant now, where it hangs on a record that was merged into another.
func (d *Desk) throughMerges(typ string, a survey.Answers) survey.Answers {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if len(d.merges.into) == 0 {
		return a
	}
	for _, key := range linkKeys(typ) {
		if id := a[key]; id != "" {
			a[key] = d.merges.survivor(id)
		}
	}
	return a
}

func linkKeys(typ string) []string {
	if typ == registry.TypePerson {
		return []string{survey.InHousehold}
	}
	return parentKeys[typ]
}
