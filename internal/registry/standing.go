package registry

import (
	"time"

	"ruhu/internal/survey"
)

// Standing gives the answers of a person or a household as they stood on a day: who was 低保 on 30 June. Facts decide. What no fact
// of its kind is known of counts as it is now, since nobody knows when. Answers that no fact is about are as they are now.
//
// The facts of today make Standing of today: after a fact was written by hand, its result is what the answers should say.
func Standing(typ string, p survey.Packed, facts []Record, on time.Time) survey.Packed {
	if len(facts) == 0 {
		return p
	}
	a, out := p.Unpack(), p.Unpack()
	for _, r := range factRules[typ] {
		if known := r.of(facts); len(known) > 0 {
			r.stand(out, a, known, on)
		}
	}
	return survey.Pack(out)
}

func (r factRule) stand(out, now survey.Answers, known []Fact, on time.Time) {
	claim := r.claim(now)
	live, ok := latest(known, on)
	switch {
	case ok:
		r.write(out, live, claim)
	case claim != nil || r.past != nil && now[survey.RiskGone] != "":
		r.unwrite(out, known, on)
	}
}

// latest is the fact that holds on a day; of several, the one that began last.
func latest(facts []Fact, on time.Time) (Fact, bool) {
	var out Fact
	found := false
	for _, f := range facts {
		if f.On(on) && (!found || LatestFirst(f.Record, out.Record) < 0) {
			out, found = f, true
		}
	}
	return out, found
}

// write puts into the answers what the fact says. What it does not say is as it is now, where both speak of the same.
func (r factRule) write(out survey.Answers, f Fact, claim survey.Answers) {
	same := claim != nil && r.one(f.Get, claim.Get)
	for _, p := range r.parts {
		switch v := f.Get(p.fact); {
		case p.told:
		case v != "":
			out[p.answer] = v
		case !same:
			delete(out, p.answer)
		}
	}
	if r.from != "" && !same {
		delete(out, r.from)
		if d := f.Get(survey.StartsOn); d != "" {
			out[r.from] = d
		}
	}
	if r.put != nil {
		r.put(out, claim != nil)
	}
}

// unwrite takes out of the answers what did not hold on the day.
func (r factRule) unwrite(out survey.Answers, known []Fact, on time.Time) {
	if r.past != nil && !anyBegun(known, on) { // neither there nor gone yet
		delete(out, survey.RiskGone)
		delete(out, survey.RiskGoneOn)
		return
	}
	for _, p := range r.parts {
		if !p.told {
			delete(out, p.answer)
		}
	}
	if r.clear != nil {
		r.clear(out)
	}
}

func anyBegun(facts []Fact, on time.Time) bool {
	for _, f := range facts {
		if f.begun(on) {
			return true
		}
	}
	return false
}
