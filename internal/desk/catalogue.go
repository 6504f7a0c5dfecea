package desk

import (
	"errors"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// Catalogue is the catalogues in force, by day: what ships, and over it the county's own.
func (d *Desk) Catalogue() *catalogue.Book {
	d.mu.RLock()
	book, edition := d.catalogue, d.edition
	d.mu.RUnlock()
	if book != nil {
		return book
	}
	own, err := d.ownRows()
	book = catalogue.NewBook(own)
	d.mu.Lock()
	defer d.mu.Unlock()
	if edition == d.edition && err == nil { // unreadable: the store's own check reports it
		d.catalogue = book
	}
	return book
}

// ownRows are the county's own rows of all catalogues. They are read from the store as they are: Record would ask for the tables, which
// are made with them.
func (d *Desk) ownRows() ([]registry.Record, error) {
	var own []registry.Record
	for _, typ := range registry.CatalogueTypes {
		for _, id := range d.of(typ, "") {
			e, err := d.store.Get(typ, id)
			if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted() {
				continue
			}
			if err != nil {
				return own, err
			}
			own = append(own, registry.Record{Type: typ, ID: id, Packed: survey.Pack(e.Values())})
		}
	}
	return own, nil
}

// offerTrades has wishes pick from the county's own trades too.
func (d *Desk) offerTrades(tables map[string]*survey.Table) {
	if len(d.of(registry.TypeTrade, "")) == 0 {
		return
	}
	base := tables[registry.TypeWish]
	if base == nil {
		base = survey.Wish
	}
	tables[registry.TypeWish] = base.Offering(d.Catalogue().Words())
}
