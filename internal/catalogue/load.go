package catalogue

import (
	"encoding/csv"
	"errors"
	"fmt"
	"sync"

	"ruhu/data"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// ShippedRows are the rows of a catalogue that ship, all versions of them.
func ShippedRows(typ string) []registry.Record {
	var out []registry.Record
	for _, r := range shippedRows() {
		if r.Type == typ {
			out = append(out, registry.Record{Type: typ, Packed: r.Packed})
		}
	}
	return out
}

// shippedRows panics on a broken file: it is part of the program.
var shippedRows = sync.OnceValue(func() []registry.Record {
	var all []registry.Record
	for _, typ := range []string{registry.TypeTrade, registry.TypeProgramme} {
		rows, err := read(typ)
		if err != nil {
			panic(fmt.Sprintf("catalogue/%s.csv: %v", typ, err))
		}
		all = append(all, rows...)
	}
	return all
})

func read(typ string) ([]registry.Record, error) {
	f, err := data.Catalogue.Open("catalogue/" + typ + ".csv")
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	var out []registry.Record
	for _, row := range rows[1:] {
		a := survey.Answers{}
		for i, key := range rows[0] {
			if row[i] != "" {
				a[key] = row[i]
			}
		}
		out = append(out, registry.Record{Type: typ, Packed: survey.Pack(a)})
	}
	return out, nil
}
