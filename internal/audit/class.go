package audit

import (
	"slices"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// class asks the rule of classes.
func (r *round) class(c *course) {
	for _, f := range r.book.Class(c.on).Judge(c.Life, r.cat, r.src.On).Findings {
		r.of(c, f)
	}
}

// claims asks the rule of money of each claim.
func (r *round) claims(c *course) {
	slices.SortFunc(c.before, rules.Compare)
	for _, claim := range c.Claims {
		day, ok := survey.Day(claim.Get(training.AppliedOn))
		if !ok {
			day = r.src.On
		}
		v := r.book.Money(day).Judge(rules.Claimed{Claim: claim, Life: c.Life, Groups: c.theirs, Before: c.before, Days: r.book.Almanac(day)}, r.cat, r.src.On)
		for _, f := range v.Findings {
			r.of(c, f)
		}
	}
}

// calls finds trainees who say otherwise than the papers, and classes that are over without enough calls.
func (r *round) calls(c *course) {
	calls, reached, bad := r.src.Calls[c.Class.ID], 0, 0
	for _, call := range calls {
		if call.Get(training.Reached) != survey.Yes {
			continue
		}
		reached++
		f := rules.Finding{Type: training.TypeCheckCall, ID: call.ID, Person: call.Get(training.OfPerson)}
		name := r.people[f.Person].Name()
		switch day := call.Get(training.CalledOn); {
		case call.Get(training.CameTo) == survey.No:
			f.Code, f.Field, f.Sentence = "call_absent", training.CameTo, text.T("audit.call_absent", name, day)
		case call.Get(training.Agrees) == survey.No:
			f.Code, f.Field, f.Sentence, f.Ask = "call_differs", training.Agrees, text.T("audit.call_differs", name, day), true
		default:
			continue
		}
		bad++
		r.of(c, f)
	}
	if most := r.rule.CallsBad; most > 0 && reached > 0 && float64(bad*100) > most*float64(reached) {
		r.of(c, rules.Finding{Code: "calls_bad", Field: training.Stage, Sentence: text.T("audit.calls_bad", bad, reached)})
	}
	size := len(enrolled(c.Enrolments))
	if want := sampleSize(size, r.rule.Share, r.rule.Least); c.Class.Stage() == training.Closed && reached < want {
		r.of(c, rules.Finding{Code: "calls_few", Ask: true, Field: training.Stage, Sentence: text.T("audit.calls_few", size, want, reached)})
	}
}

// bursts finds sessions in which one device marked everybody alike within a moment. One key may do that (全班到), and so may somebody who
// marks for people who are not there (代签): it is a hint to look.
func (r *round) bursts(c *course) {
	n, first, worst := 0, "", ""
	people := 0
	for _, s := range c.Sessions {
		b, ok := r.src.Bursts[s.ID]
		if !ok || b.Marks < r.rule.BurstLeast || b.Within.Milliseconds() > int64(r.rule.BurstMS) || r.rule.BurstMS == 0 {
			continue
		}
		if n++; first == "" || s.Answers[training.HeldOn] < first {
			first, worst, people = s.Answers[training.HeldOn], s.ID, b.Marks
		}
	}
	if n > 0 {
		r.of(c, rules.Finding{Code: "burst", Ask: true, Type: training.TypeSession, ID: worst, Field: training.HeldOn,
			Sentence: text.T("audit.burst", n, first, people)})
	}
}

// certificates finds numbers that several certificates have.
func (r *round) certificates() {
	by := map[string][]turn{}
	for _, c := range r.classes {
		for _, e := range c.Enrolments {
			if no := e.Answers[training.CertNo]; no != "" && e.Standing() == training.Enrolled {
				by[survey.Fold(no)] = append(by[survey.Fold(no)], turn{c, e})
			}
		}
	}
	for _, list := range by {
		for _, t := range list {
			if len(list) > 1 {
				r.about(t, rules.Finding{Code: "cert_twice", Field: training.CertNo, Sentence: text.T("audit.cert_twice", len(list))})
			}
		}
	}
}
