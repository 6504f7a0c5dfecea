package desk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"ruhu/internal/report"
	"ruhu/internal/text"
)

// What is kept on this device only, sealed with the store.
const (
	areaView     = "view"
	areaTemplate = "template"
	areaMapping  = "mapping"
)

// View is a ledger or a table with a filter, under a name that somebody gave it.
type View struct {
	Name   string        `json:"name"`
	Report string        `json:"report"` // of the ledger or the table
	Filter report.Filter `json:"filter"`
}

// ErrNoName is something to be kept that has no name.
var ErrNoName = text.NewError("desk.no_name")

// Views are the filters that were saved, by name.
func (d *Desk) Views() ([]View, error) {
	all, err := locals[View](d, areaView)
	slices.SortFunc(all, func(a, b View) int { return cmp.Compare(a.Name, b.Name) })
	return all, err
}

// SaveView keeps a filter, in the place of one of the same name.
func (d *Desk) SaveView(v View) error {
	if v.Name == "" {
		return ErrNoName
	}
	return d.putLocal(areaView, v.Name, v)
}

// DropView forgets a filter.
func (d *Desk) DropView(name string) error { return d.store.DeleteLocal(areaView, name) }

// locals reads all values of an area.
func locals[T any](d *Desk, area string) ([]T, error) {
	var all []T
	err := d.store.EachLocal(area, func(key string, b []byte) error {
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return fmt.Errorf("%s %s: %w", area, key, err)
		}
		all = append(all, v)
		return nil
	})
	return all, err
}
