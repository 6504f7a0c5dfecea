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
		return cmp.Or(cmp.Compare(a.Answers[survey.PlaceFrom], b.Answers[survey.PlaceFrom]), cmp.Compare(a.ID, b.ID))
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
	if t, err := d.tree(); err == nil && t.Name(code) != "" {
		return t.Name(code)
	}
	return region.Name(code)
}

// forgetPlaces is called when a place has changed.
func (d *Desk) forgetPlaces() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.places = nil
}

// Tree is the list of places that the register is at home in, with the county's own changes. It must not be added to.
func (d *Desk) Tree() (*region.Tree, error) { return d.tree() }
