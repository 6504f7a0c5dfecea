package rules

import (
	"slices"
	"time"
)

// What each rule finds in its own values. Ages are 周岁.

const oldest = 120

// Faults implements Faulty.
func (r LeftSchool) Faults() []Fault {
	var f faults
	f.within("min_age", r.MinAge, 1, oldest, false)
	f.within("max_age", r.MaxAge, 1, oldest, false)
	f.ordered("min_age", r.MinAge, r.MaxAge)
	f.within("years_back", r.YearsBack, 1, 50, true)
	f.day("cut_off", r.CutOff)
	return f
}

// day wants a date, or a day of the year.
func (f *faults) day(key, day string) {
	if day == "" {
		return
	}
	for _, form := range []string{time.DateOnly, "01-02"} {
		if _, err := time.Parse(form, day); err == nil {
			return
		}
	}
	f.say(key, "day")
}

// Faults implements Faulty.
func (r Labour) Faults() []Fault {
	var f faults
	f.within("min_age", r.MinAge, 1, oldest, false)
	f.within("under_men", r.UnderMen, 1, oldest, true)
	f.within("under_women", r.UnderWomen, 1, oldest, true)
	f.ordered("min_age", r.MinAge, r.UnderMen)
	f.ordered("min_age", r.MinAge, r.UnderWomen)
	f.listed("skill", r.OutSkills...)
	f.listed("destination", r.OutDestinations...)
	return f
}

// Faults implements Faulty.
func (r Ask) Faults() []Fault {
	f := faults(r.Labour.Faults())
	f.groups(r.Groups...)
	if _, err := time.Parse("01-02", r.RoundFrom); err != nil {
		f.say("round_from", "day_of_year")
	}
	return f
}

// Faults implements Faulty.
func (r Enrol) Faults() []Fault {
	var f faults
	f.within("min_age", r.MinAge, 1, oldest, false)
	f.within("max_age_men", r.MaxAgeMen, 1, oldest, true)
	f.within("max_age_women", r.MaxAgeWomen, 1, oldest, true)
	f.ordered("min_age", r.MinAge, r.MaxAgeMen)
	f.ordered("min_age", r.MinAge, r.MaxAgeWomen)
	f.within("per_year", r.PerYear, 1, 100, true)
	f.within("away_months", r.AwayMonths, 1, 12, true)
	f.listed("trade", r.FreeTrades...)
	f.groups(r.First...)
	f.listed("class_project", r.ForWorkers...)
	for _, a := range r.Ages {
		f.listed("group", a.Groups...)
		f.within("min", a.Min, 1, oldest, true)
		f.within("max_men", a.MaxMen, 1, oldest, true)
		f.within("max_women", a.MaxWomen, 1, oldest, true)
		f.ordered("min", a.Min, a.MaxMen)
		f.ordered("min", a.Min, a.MaxWomen)
	}
	for _, t := range r.Times {
		f.listed("group", t.Groups...)
		f.within("times", t.Times, 1, 100, true)
	}
	return f
}

// Faults implements Faulty.
func (r Train) Faults() []Fault {
	var f faults
	for _, m := range r.Must {
		f.groups(m.Groups...)
		f.within("times", m.Times, 1, 100, false)
		if m.Every != "year" && m.Every != "ever" {
			f.say("every", "choice", "year、ever")
		}
	}
	return f
}

// Faults implements Faulty.
func (r Visit) Faults() []Fault {
	var f faults
	f.within("months", r.Months, 1, 120, false)
	for kind, months := range r.Kinds {
		f.listed("house_type", kind)
		f.within(kind, months, 1, 120, false)
	}
	return f
}

// Faults implements Faulty. Each destination belongs to one part: the base is their sum.
func (r Fates) Faults() []Fault {
	var f faults
	var seen []string
	for _, p := range r.Parts {
		f.listed("destination", p.Destinations...)
		for _, d := range p.Destinations {
			if slices.Contains(seen, d) {
				f.say(d, "twice")
			}
			seen = append(seen, d)
		}
	}
	return f
}

// Faults implements Faulty.
func (r Groups) Faults() []Fault {
	var f faults
	f.within("graduate_years", r.GraduateYears, 0, 50, false)
	f.within("away_months", r.AwayMonths, 1, 12, false)
	return f
}

// Faults implements Faulty.
func (r Aid) Faults() []Fault {
	var f faults
	f.listed("house_type", r.Houses...)
	f.listed("relation", r.Relations...)
	f.listed("destination", r.Destinations...)
	f.within("min_age", r.MinAge, 1, oldest, true)
	f.within("max_age", r.MaxAge, 1, oldest, true)
	f.ordered("min_age", r.MinAge, r.MaxAge)
	return f
}

// Faults implements Faulty.
func (r aids) Faults() []Fault {
	var f faults
	for _, a := range r.Aids {
		f = append(f, a.Faults()...)
	}
	return f
}
