package desk

import "ruhu/internal/paper"

// Pages makes a paper to be looked at: its pages as they would be printed. Nothing is written, and a page is drawn when it is asked for.
// kind and id are those of Print.
func (d *Desk) Pages(kind, id string, o paper.Options) (*paper.Sheets, paper.Report, error) {
	o.Sheets = &paper.Sheets{}
	_, report, err := d.Preview(kind, id, o)
	return o.Sheets, report, err
}
