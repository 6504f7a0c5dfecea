package quality

import (
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// records looks at the dates of visits, wishes, slips and facts.
func (w *search) records() {
	for house, visits := range w.src.Visits {
		h := w.src.Households[house]
		for _, v := range visits {
			w.dated(registry.TypeVisit, v.ID, v.On(), "visit_future", survey.VisitedOn, nil, h)
		}
	}
	for person, wishes := range w.src.Wishes {
		x := w.people[person]
		for _, wish := range wishes {
			if x != nil {
				w.dated(registry.TypeWish, wish.ID, wish.Get(survey.WishedOn), "wish_future", survey.WishedOn, x, x.house)
			}
		}
	}
	w.facts()
	w.slips()
}

// dated finds days that have not been yet, and what was written down long after its day.
func (w *search) dated(typ, id string, day survey.Date, code, key string, x *subject, h registry.Household) {
	if c, on := w.checks[code]; on && day > w.today {
		w.besides(typ, id, x, h, c, key, day)
	}
	c, on := w.checks["late_entry"]
	if late, ok := lag(id, day); on && ok && late > c.number("days") {
		w.besides(typ, id, x, h, c, key, day, late)
	}
}

func (w *search) facts() {
	first, on := w.checks["fact_ends_first"]
	for owner, facts := range w.src.Facts {
		x, h := w.people[owner], w.src.Households[owner]
		for _, r := range facts {
			from, begins := survey.Day(r.Get(survey.StartsOn))
			until, ends := survey.LastDay(r.Get(survey.EndsOn))
			if on && begins && ends && until.Before(from) {
				w.besides(registry.TypeFact, r.ID, x, h, first, "", r.Get(survey.FactKind))
			}
		}
		w.against(x, h, facts)
	}
}

// flags are the answers that facts must not contradict, by type.
var flags = map[string][]string{
	registry.TypePerson:    {survey.MinLiving, survey.Extreme},
	registry.TypeHousehold: {survey.HouseType, survey.Monitor, survey.RiskGone},
}

// against compares what the answers say with what the facts say of today.
func (w *search) against(x *subject, h registry.Household, facts []registry.Record) {
	c, on := w.checks["fact_against_answer"]
	typ, now := registry.TypeHousehold, h.Packed
	if x != nil {
		typ, now = registry.TypePerson, x.Packed
	}
	if !on || now.Empty() || x != nil && x.left != "" {
		return
	}
	then := registry.Standing(typ, now, facts, w.on)
	for _, key := range flags[typ] {
		if said, stands := now.Get(key), then.Get(key); said != stands && !(said == "" && stands == survey.No) && !(said == survey.No && stands == "") {
			w.disagree(typ, x, h, c, key, said, stands)
		}
	}
}

func (w *search) disagree(typ string, x *subject, h registry.Household, c Check, key, said, stands string) {
	table := survey.TableOf(typ)
	words := sentence(c, label(table, key), said, stands)
	if x != nil {
		w.about(x, c, key, words)
	} else {
		w.of(h, c, key, words)
	}
}

func (w *search) slips() {
	c, on := w.checks["slip_open"]
	since := w.on.AddDate(0, 0, -c.number("days")).Format(time.DateOnly)
	for house, slips := range w.src.Slips {
		for _, s := range slips {
			if on && s.Get(survey.DeliveredOn) == "" && s.Get(survey.OfferedOn) < since {
				w.besides(registry.TypeSlip, s.ID, nil, w.src.Households[house], c, "", s.Get(survey.OfferedOn), c.number("days"))
			}
		}
	}
}
