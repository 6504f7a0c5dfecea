package exchange

import (
	"time"

	"ruhu/internal/text"
)

// reason gives the county's reason in this program's words, or in the county's where this program is older.
func reason(r asideRecord) error {
	if text.Has(r.Reason) {
		args := make([]any, len(r.Args))
		for i, a := range r.Args {
			args[i] = a
		}
		return text.NewError(r.Reason).With(args...)
	}
	return text.NewError("exchange.aside").With(r.Words)
}

// clockTolerance is how far the clocks may lie apart before people are asked to look.
const clockTolerance = 10 * time.Minute

func clockWarning(offMillis int64) error {
	off := time.Duration(offMillis) * time.Millisecond
	switch {
	case off > clockTolerance:
		return ErrClockFast.With(span(off))
	case off < -clockTolerance:
		return ErrClockSlow.With(span(-off))
	}
	return nil
}

func span(d time.Duration) string {
	switch {
	case d >= 48*time.Hour:
		return text.T("exchange.days", int(d/(24*time.Hour)))
	case d >= 2*time.Hour:
		return text.T("exchange.hours", int(d/time.Hour))
	}
	return text.T("exchange.minutes", int(d/time.Minute))
}
