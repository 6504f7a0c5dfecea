package rules

import (
	"time"

	"ruhu/internal/almanac"
)

// holidays is how a county's own days off and days worked stand in one file.
type holidays struct {
	Days []almanac.Day `json:"days"`
}

// Almanac gives the working days with a county's own over them: a local holiday, or a year whose notice came out after this program.
func (b *Book) Almanac(on time.Time) *almanac.Almanac {
	own := In[holidays](b, "holidays", on).Days
	if len(own) == 0 {
		return almanac.Shipped
	}
	return almanac.With(own)
}

// Faults implements Faulty.
func (r holidays) Faults() []Fault {
	var f faults
	for _, d := range r.Days {
		if err := almanac.Check([]almanac.Day{d}); err != nil {
			f.say(d.Date, "holiday")
		}
	}
	return f
}
