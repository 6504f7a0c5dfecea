package desk

import (
	"time"

	"ruhu/internal/quality"
	"ruhu/internal/report"
)

// Checks are the quality checks that are made today: those that ship, with the county's own changes.
func (d *Desk) Checks() (quality.Set, error) { return d.checksOn(d.Today()), nil }

// checksOn passes over a county's changes that this program cannot read: a newer one's.
func (d *Desk) checksOn(on time.Time) quality.Set {
	o := d.RuleBook().On(keyChecks, on)
	if o == nil {
		return quality.Checks()
	}
	set, err := quality.Checks().With(o.Text)
	if err != nil {
		return quality.Checks()
	}
	return set
}

// SaveChecks keeps which checks are made, how bad each is and its numbers, from this year on; nil goes back to those that ship. It is
// SaveRule of the rule "checks", of what differs.
func (d *Desk) SaveChecks(checks quality.Set) error {
	if checks == nil {
		return d.DropRule(keyChecks)
	}
	_, err := d.SaveRule(keyChecks, quality.Checks().Changes(checks))
	return err
}

// Quality is what cannot be right, is doubtful or is missing in the register, by the checks that are on.
func (d *Desk) Quality() ([]quality.Finding, error) {
	src, err := d.Source()
	if err != nil {
		return nil, err
	}
	return d.checksOn(src.On).Find(src), nil
}

// Lags is how late each village writes down what happened.
func (d *Desk) Lags() ([]quality.Lag, error) {
	src, err := d.Source()
	if err != nil {
		return nil, err
	}
	return d.checksOn(src.On).Lags(src), nil
}

// LagTable is Lags as a table to hand in.
func (d *Desk) LagTable() (report.Table, error) {
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	return d.checksOn(src.On).LagTable(src), nil
}
