package desk

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"os"
	"slices"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/text"
)

// Template is a county's own form for a ledger or a table: a workbook of which named cells or headings are filled.
type Template struct {
	Name   string `json:"name"`
	Report string `json:"report"` // of the ledger or the table
	File   []byte `json:"file"`   // the xlsx, as it was given
}

// What can be wrong with a template.
var (
	ErrNoTemplate  = text.NewError("desk.no_template")
	ErrTemplateBig = text.NewError("desk.template_big")
)

// maxTemplate is the biggest workbook that is kept as a template.
const maxTemplate = 16 << 20

// Templates are the county's forms, by name.
func (d *Desk) Templates() ([]Template, error) {
	all, err := locals[Template](d, areaTemplate)
	slices.SortFunc(all, func(a, b Template) int { return cmp.Compare(a.Name, b.Name) })
	return all, err
}

// SaveTemplate keeps the workbook at path as the form of a ledger or table, in the place of one of the same name. One that nothing
// could be filled into is refused now, and not on the day when it is wanted.
func (d *Desk) SaveTemplate(name, ledger, path string) error {
	if name == "" {
		return ErrNoName
	}
	f, err := os.Open(path)
	if err != nil {
		return sheet.ErrTemplate.Because(err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxTemplate+1))
	if err != nil {
		return err
	}
	if len(b) > maxTemplate {
		return ErrTemplateBig.With(maxTemplate >> 20)
	}
	t := Template{Name: name, Report: ledger, File: b}
	table, err := d.Ledger(ledger, report.Filter{})
	if err != nil && !errors.Is(err, report.ErrSum) { // one that does not add up today is no fault of the form
		return err
	}
	if _, err := d.fill(io.Discard, t, table, nil); err != nil {
		return err
	}
	return d.putLocal(areaTemplate, name, t)
}

// DropTemplate forgets a form.
func (d *Desk) DropTemplate(name string) error { return d.store.DeleteLocal(areaTemplate, name) }

// FillTemplate fills a form with its ledger or table, as a file at path: whole, or not at all. extra are values for names that the
// form has beside those that the table knows of itself. What could not be filled is told.
func (d *Desk) FillTemplate(name, path string, f report.Filter, extra map[string]string) ([]sheet.Gap, error) {
	var t Template
	if err := d.local(areaTemplate, name, &t); err != nil {
		return nil, err
	}
	if t.Name == "" {
		return nil, ErrNoTemplate.With(name)
	}
	table, err := d.Ledger(t.Report, f)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	gaps, err := d.fill(&b, t, table, extra)
	if err != nil {
		return nil, err
	}
	return gaps, d.deliverBytes(path, b.Bytes())
}

func (d *Desk) fill(w io.Writer, t Template, table report.Table, extra map[string]string) ([]sheet.Gap, error) {
	s, err := d.Settings()
	if err != nil {
		return nil, err
	}
	if table.Unit == "" {
		table.Unit = s.Unit
	}
	return sheet.Fill(w, t.File, table, extra)
}
