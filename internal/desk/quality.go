package desk

import (
	"ruhu/internal/quality"
	"ruhu/internal/report"
)

const keyChecks = "checks"

// Checks are the quality checks that are made here: those that ship, unless somebody changed them.
func (d *Desk) Checks() (quality.Set, error) {
	var own quality.Set
	if err := d.local(areaSettings, keyChecks, &own); err != nil {
		return nil, err
	}
	if own == nil {
		return quality.Checks(), nil
	}
	return own, nil
}

// SaveChecks keeps which checks are made, how bad each is and its numbers; nil goes back to those that ship.
func (d *Desk) SaveChecks(checks quality.Set) error {
	if checks == nil {
		return d.store.DeleteLocal(areaSettings, keyChecks)
	}
	return d.putLocal(areaSettings, keyChecks, checks)
}

// Quality is what cannot be right, is doubtful or is missing in the register, by the checks that are on.
func (d *Desk) Quality() ([]quality.Finding, error) {
	checks, src, err := d.checksAndSource()
	if err != nil {
		return nil, err
	}
	return checks.Find(src), nil
}

// Lags is how late each village writes down what happened.
func (d *Desk) Lags() ([]quality.Lag, error) {
	checks, src, err := d.checksAndSource()
	if err != nil {
		return nil, err
	}
	return checks.Lags(src), nil
}

func (d *Desk) checksAndSource() (quality.Set, *report.Source, error) {
	checks, err := d.Checks()
	if err != nil {
		return nil, nil, err
	}
	src, err := d.Source()
	return checks, src, err
}
