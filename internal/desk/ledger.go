package desk

import (
	"io"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/sheet"
)

// Ledger makes one of the ledgers of report.All. What they are made of is read once and kept until something changes, so that
// filtering while one types is quick.
func (d *Desk) Ledger(name string, f report.Filter) (report.Table, error) {
	l, err := ledgerOf(name)
	if err != nil {
		return report.Table{}, err
	}
	if f.Public && (name == people || name == households) {
		return report.Table{}, ErrNotPublic
	}
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	return l.Make(*src, f), nil
}

// LeftSchool is the ledger of 两后生 by another rule than the one that ships.
func (d *Desk) LeftSchool(r rules.LeftSchool, f report.Filter) (report.Table, error) {
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	s := *src
	s.LeftSchool = r
	return report.LeftSchool(s, f), nil
}

// Source gives what the ledgers are made of. It must not be changed: it is shared.
func (d *Desk) Source() (*report.Source, error) {
	d.mu.RLock()
	src, edition := d.source, d.edition
	d.mu.RUnlock()
	if src != nil && src.On.Equal(d.Today()) {
		return src, nil
	}
	src, err := d.readSource()
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if edition == d.edition { // what changed while it was read is not in it
		d.source = src
	}
	return src, nil
}

func (d *Desk) readSource() (*report.Source, error) {
	src := &report.Source{
		On: d.Today(), Households: map[string]registry.Household{}, Wishes: map[string][]registry.Wish{},
	}
	err := d.People(func(p registry.Person) error {
		src.People = append(src.People, p)
		return nil
	})
	if err != nil {
		return nil, err
	}
	wishes, err := d.Wishes("")
	if err != nil {
		return nil, err
	}
	for _, w := range wishes {
		src.Wishes[w.PersonID()] = append(src.Wishes[w.PersonID()], w)
	}
	households, err := d.Households("")
	for _, h := range households {
		src.Households[h.ID] = h
	}
	return src, err
}

// SaveLedger makes a ledger as a file: xlsx, csv or json, by the ending of path.
func (d *Desk) SaveLedger(name, path string, f report.Filter) (report.Table, error) {
	format, err := sheet.FormatOf(path)
	if err != nil {
		return report.Table{}, err
	}
	t, err := d.Ledger(name, f)
	if err != nil {
		return t, err
	}
	return t, d.deliver(path, func(w io.Writer) error { return sheet.Write(w, t, format) })
}
