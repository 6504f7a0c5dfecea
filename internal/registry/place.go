package registry

import (
	"ruhu/internal/region"
	"ruhu/internal/survey"
)

// PlaceEdits are a county's changes of the list of regions, as region.Tree.With takes them. Records of other types are left out.
func PlaceEdits(records []Record) []region.Edit {
	kinds := map[string]region.Change{
		survey.PlaceNew: region.New, survey.PlaceGroup: region.New, survey.PlaceRename: region.Rename, survey.PlaceEnd: region.End, survey.PlaceMerge: region.Merge,
	}
	var out []region.Edit
	for _, r := range records {
		what, known := kinds[r.Get(survey.PlaceWhat)]
		if r.Type != TypePlace || !known {
			continue
		}
		e := region.Edit{
			What: what, Code: r.Get(survey.PlaceCode), Name: r.Get(survey.PlaceName), Parent: r.Get(survey.PlaceParent),
			Into: r.Get(survey.PlaceInto), From: r.Get(survey.PlaceFrom),
		}
		if r.Get(survey.PlaceWhat) == survey.PlaceGroup {
			e.Code = ""
		}
		out = append(out, e)
	}
	return out
}
