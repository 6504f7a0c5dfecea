package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/intake"
)

// Mappings are what people have said that the headings of lists mean, by the name of the list.
func (d *Desk) Mappings() ([]intake.Learned, error) {
	all, err := locals[intake.Learned](d, areaMapping)
	slices.SortFunc(all, func(a, b intake.Learned) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Signature, b.Signature))
	})
	return all, err
}

// KeepMapping keeps what headings mean; it is offered again when a list with the same headings comes. An import keeps what was
// told while it was looked at by itself.
func (d *Desk) KeepMapping(l intake.Learned) error { return d.putLocal(areaMapping, l.Signature, l) }

// DropMapping forgets what the headings of a list mean.
func (d *Desk) DropMapping(signature string) error {
	return d.store.DeleteLocal(areaMapping, signature)
}
