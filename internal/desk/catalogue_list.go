package desk

import (
	"context"
	"path/filepath"
	"slices"

	"ruhu/internal/catalogue"
	"ruhu/internal/catalogue/lists"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/text"
)

// ErrNoCatalogue is a word that names no catalogue.
var ErrNoCatalogue = text.NewError("desk.no_catalogue")

// CatalogueRows are all rows of a catalogue, of all days: the county's own, and what ships where the county has no row in its place.
func (d *Desk) CatalogueRows(typ string) ([]registry.Record, error) {
	if !slices.Contains(registry.CatalogueTypes, typ) {
		return nil, ErrNoCatalogue.With(typ)
	}
	own, err := d.Records(typ, "")
	if err != nil {
		return nil, err
	}
	has := map[string]bool{}
	for _, r := range own {
		has[catalogue.ID(r)] = true
	}
	rows := slices.DeleteFunc(catalogue.ShippedRows(typ), func(r registry.Record) bool { return has[catalogue.ID(r)] })
	return append(own, rows...), nil
}

// CatalogueTable lays a catalogue out as a table that ReadCatalogue reads back without loss, or, public, as the list to publish.
func (d *Desk) CatalogueTable(typ string, public bool) (report.Table, error) {
	rows, err := d.CatalogueRows(typ)
	if err != nil {
		return report.Table{}, err
	}
	t := lists.Out(d.Table(typ), rows, public)
	s, err := d.Settings()
	t.Unit = s.Unit
	return t, err
}

// CatalogueList is a file with a catalogue, looked through but not saved.
type CatalogueList struct {
	Type     string
	File     string
	Rows     []registry.Record // all that could be read
	Save     []registry.Record // of these, what says something new
	Problems []lists.Problem
}

// ReadCatalogue looks through a spreadsheet with a catalogue. It changes nothing; SaveCatalogue does.
func (d *Desk) ReadCatalogue(path, typ string) (CatalogueList, error) {
	out := CatalogueList{Type: typ, File: filepath.Base(path)}
	if !slices.Contains(registry.CatalogueTypes, typ) {
		return out, ErrNoCatalogue.With(typ)
	}
	book, err := sheet.ReadWithin(context.Background(), path, sheet.Standard)
	if err != nil {
		return out, err
	}
	if out.Rows, out.Problems, err = lists.In(book, d.Table(typ)); err != nil {
		return out, err
	}
	own, err := d.Records(typ, "")
	out.Save = catalogue.Merge(own, out.Rows)
	return out, err
}

// SaveCatalogue saves what a list says that is new, as one act; how many rows it saved.
func (d *Desk) SaveCatalogue(l CatalogueList) (int, error) {
	var puts []intake.Put
	for _, r := range l.Save {
		puts = append(puts, intake.Put{Type: r.Type, ID: r.ID, Fields: r.Unpack()})
	}
	return d.Write(context.Background(), text.T("desk.act.import", l.File), text.T("desk.reason.import", l.File), slices.Values(puts), nil)
}
