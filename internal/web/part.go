package web

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// partGroup is what belongs to a record, of one type.
type partGroup struct {
	Label string
	Count int
	Rows  []partRow
	Left  int // that the page has no room for
}

type partRow struct{ Day, Path, Title string }

// mostParts is how many of a type one page shows.
const mostParts = 200

// linkTypes are the types of the records that answers name. Those of an attachment name the type beside it.
var linkTypes = map[string]string{survey.OfPerson: registry.TypePerson, survey.SameAs: registry.TypePerson,
	survey.OfHousehold: registry.TypeHousehold, survey.ToHousehold: registry.TypeHousehold, survey.MergedInto: registry.TypeHousehold,
	training.OfClass: training.TypeClass}

// links are whom and what a record belongs to.
func (v *viewer) links(e change.Entity) (list []link) {
	t := v.table(e.Type)
	if t == nil {
		return nil
	}
	for _, key := range v.keysInOrder(e.Type, slices.Collect(maps.Keys(e.Values()))) {
		f, ok := t.Field(key)
		typ := linkTypes[key]
		if key == survey.Of {
			typ = e.Value(survey.OfType)
		}
		if !ok || f.Kind != survey.Link || typ == "" {
			continue
		}
		id := e.Value(key)
		list = append(list, link{f.Label, recordPath(typ, id), cmp.Or(v.titleOf(typ, id), text.T("web.untitled"))})
	}
	return list
}

// linked names the record that an answer links to.
func (v *viewer) linked(key, id string) string {
	return cmp.Or(v.titleOf(linkTypes[key], id), text.T("web.untitled"))
}

// parts gives the records that belong to another, and to those that were merged into it.
func (s *site) parts(ctx context.Context, of office.Ref) (all []change.Entity, err error) {
	seen := map[office.Ref]bool{of: true}
	for refs := []office.Ref{of}; len(refs) > 0; refs = refs[1:] {
		list, err := s.office.Parts(ctx, refs[0])
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			ref := office.Ref{Type: e.Type, ID: e.ID}
			if seen[ref] {
				continue
			}
			seen[ref] = true
			all = append(all, e)
			if e.Value(survey.SameAs) == refs[0].ID || e.Value(survey.MergedInto) == refs[0].ID {
				refs = append(refs, ref)
			}
		}
	}
	return all, nil
}

// groups sorts records by type, and those of a type by day, the latest first. Pictures are shown apart.
func (v *viewer) groups(all []change.Entity) (groups []partGroup) {
	by, count := map[string][]change.Entity{}, map[string]int{}
	for _, e := range all {
		if e.Value(blob.Field) == "" {
			by[e.Type] = append(by[e.Type], e)
			count[e.Type]++
		}
	}
	for _, typ := range ordered(count) {
		list := by[typ]
		slices.SortStableFunc(list, func(a, b change.Entity) int { return registry.LatestFirst(recordOf(a), recordOf(b)) })
		g := partGroup{Label: typeLabel(typ), Count: len(list), Left: max(0, len(list)-mostParts)}
		for _, e := range list[:min(len(list), mostParts)] {
			g.Rows = append(g.Rows, partRow{dayOf(e), recordPath(e.Type, e.ID), v.partTitle(e)})
		}
		groups = append(groups, g)
	}
	return groups
}

// partTitle is what a record is called on the page of what it belongs to, whose name need not be said again.
func (v *viewer) partTitle(e change.Entity) string {
	title := v.title(e)
	switch e.Type {
	case registry.TypePerson:
		title = strings.TrimSpace(title + " " + e.Value(survey.Relation))
		if why := e.Value(survey.LeftWhy); why != "" && v.full {
			title += text.T("web.inbrackets", why)
		} else if why != "" {
			title += text.T("web.inbrackets", text.T("web.away"))
		}
		if e.Value(survey.SameAs) != "" {
			title += text.T("web.inbrackets", text.T("web.merged"))
		}
	case training.TypeEnrolment:
		title = strings.TrimSpace(title + " " + v.titleOf(training.TypeClass, e.Value(training.OfClass)))
	default:
		if gists[e.Type] != nil {
			title = strings.TrimSpace(strings.ReplaceAll(v.gist(e.Type, e.Values()), recordOf(e).Day(), "")) // the day stands beside it
		}
	}
	return cmp.Or(title, typeLabel(e.Type))
}

// dayOf is when something was; of a fact, from when until when.
func dayOf(e change.Entity) string {
	day := recordOf(e).Day()
	if e.Type != registry.TypeFact {
		return day
	}
	switch end := e.Value(survey.EndsOn); {
	case end != "":
		return text.T("web.until", cmp.Or(day, text.T("web.unknownday")), end)
	case day != "":
		return text.T("web.since", day)
	}
	return text.T("web.unknownday")
}

func recordOf(e change.Entity) registry.Record {
	return registry.Record{Type: e.Type, ID: e.ID, Packed: survey.Pack(e.Values())}
}
