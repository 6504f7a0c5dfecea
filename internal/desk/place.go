package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Places are the county's own changes of the list of regions, in the order in which they came into force.
func (d *Desk) Places() ([]registry.Record, error) {
	all, err := d.Records(registry.TypePlace, "")
	slices.SortFunc(all, func(a, b registry.Record) int {
		return cmp.Or(cmp.Compare(a.Get(survey.PlaceFrom), b.Get(survey.PlaceFrom)), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// SavePlace saves a change of the list of regions, or a villager group; "" is a new one. From then on it is the name, and the list
// of villages, everywhere: in forms, lists and imports. The error may be a *Refusal.
func (d *Desk) SavePlace(id string, a survey.Answers, how ...How) (string, error) {
	return d.saveRecord(registry.TypePlace, id, a, how)
}

// placeName is the name of a village, or its code where nobody knows it.
func (d *Desk) placeName(code string) string {
	if code == "" {
		return ""
	}
	return region.Name(code)
}

// Tree is the list of places that the register is at home in, with the county's own changes. It must not be added to.
func (d *Desk) Tree() (*region.Tree, error) { return d.tree() }

// changes are what the edits of a county do to the list (data/codes/place_change.csv).
var changes = map[string]region.Change{
	survey.PlaceNew: region.New, survey.PlaceRename: region.Rename, survey.PlaceEnd: region.End, survey.PlaceMerge: region.Merge,
	survey.PlaceGroup: region.New,
}

// placeEdits are the county's changes, as package region has them.
func (d *Desk) placeEdits() ([]region.Edit, error) {
	all, err := d.Places()
	if err != nil {
		return nil, err
	}
	var edits []region.Edit
	for _, r := range all {
		a := r.Unpack()
		e := region.Edit{What: changes[a[survey.PlaceWhat]], Code: a[survey.PlaceCode], Name: a[survey.PlaceName], Parent: a[survey.PlaceParent],
			Into: a[survey.PlaceInto], From: a[survey.PlaceFrom]}
		if a[survey.PlaceWhat] == survey.PlaceGroup {
			e.Code = ""
		}
		edits = append(edits, e)
	}
	return edits, nil
}

// places is the list of regions with the county's changes, as worked out for a county and a day.
type places struct {
	county, day string
	tree        *region.Tree
}

// treeOf is the list of a county, or of a province, with the county's own changes up to today.
func (d *Desk) treeOf(code string) (*region.Tree, error) {
	if len(code) > int(region.County) {
		code = code[:region.County]
	}
	d.mu.RLock()
	known := d.places
	d.mu.RUnlock()
	if known.tree != nil && known.county == code && known.day == d.day() {
		return known.tree, nil
	}
	edits, err := d.placeEdits()
	if err != nil {
		return nil, err
	}
	load := region.Load
	if len(edits) == 0 && len(code) == int(region.County) {
		load = region.Of // the one that everything shares
	}
	tree, err := load(code)
	if err != nil {
		return nil, err
	}
	if len(edits) > 0 {
		tree = tree.With(edits, d.Today())
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.places = places{code, d.day(), tree}
	return tree, nil
}

// holdPlaces makes the county's names those that everything shows, and finds households by them. Nothing is done where a county has
// changed nothing.
func (d *Desk) holdPlaces() error {
	held := d.held
	if len(d.of(registry.TypePlace, "")) == 0 && held == "" {
		return nil
	}
	d.letGo()
	tree, err := d.tree()
	if err != nil {
		return err
	}
	if len(d.places.county) == int(region.County) {
		d.held = d.places.county
		region.Hold(d.held, tree)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	clear(d.lying)
	for id, h := range d.houses {
		d.houses[id] = d.houseOf(survey.Answers{
			survey.Village: h.village, survey.Group: h.places[0], survey.HouseNo: h.no, survey.HeadName: h.head, survey.HousePhone: h.phone,
		})
		d.movePeople(id)
		d.indexHouse(id)
	}
	return nil
}

// letGo gives the list that ships its names back.
func (d *Desk) letGo() {
	if d.held != "" {
		region.Hold(d.held, nil)
		d.held = ""
	}
}
