package desk

import (
	"math"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Claims are the claims of subsidies for a class, the latest first; those not yet applied for before all others.
func (d *Desk) Claims(class string) ([]registry.Record, error) {
	all, err := d.Records(training.TypeClaim, class)
	slices.SortStableFunc(all, func(a, b registry.Record) int {
		x, y := a.Get(training.AppliedOn), b.Get(training.AppliedOn)
		switch {
		case x == "" && y != "":
			return -1
		case y == "" && x != "":
			return 1
		}
		return later(x, y)
	})
	return all, err
}

// ClaimPlan is a claim as it may be made: the form filled in, with how the amount was reckoned and what the rules say of it. Nothing is saved; SaveRecord does.
type ClaimPlan struct {
	Answers survey.Answers
	Sum     rules.Sum // of the whole subsidy
	Why     []string  // how the amount was reckoned, in sentences
	Verdict rules.ClassVerdict
}

// PlanClaim proposes a claim of a kind (培训补贴 …) and a part (预付, 尾款, 全额): the catalogue's amount for those who passed, or before the examination
// for those enrolled, and of it the share that may be had now.
func (d *Desk) PlanClaim(class, kind, part string) (ClaimPlan, error) {
	l, err := d.Life(class)
	if err != nil {
		return ClaimPlan{}, err
	}
	p := ClaimPlan{Answers: survey.Answers{training.OfClass: class, training.ClaimKind: kind, training.ClaimPart: part}}
	rule := d.RuleBook().Money(d.Today())
	groups, err := d.paidFor(l, part)
	if err != nil {
		return p, err
	}
	p.amount(d, rule, l, groups)
	p.Verdict = rule.Judge(d.judgedClaim(l, record(training.TypeClaim, "", p.Answers), groups), d.Catalogue(), d.Today())
	return p, nil
}

// paidFor are the groups of each one for whom there is a subsidy: of those who passed; in advance, before anybody was examined, of those enrolled.
func (d *Desk) paidFor(l rules.Life, part string) ([][]string, error) {
	var passed, in [][]string
	for _, e := range l.Enrolments {
		if e.Standing() != training.Enrolled {
			continue
		}
		groups, err := d.groups(l.People[e.PersonID()])
		if err != nil {
			return nil, err
		}
		in = append(in, append([]string{}, groups...))
		if e.Passed(l.Class) {
			passed = append(passed, in[len(in)-1])
		}
	}
	if part == training.InAdvance && len(passed) == 0 {
		return in, nil
	}
	return passed, nil
}

func (p *ClaimPlan) amount(d *Desk, rule rules.Money, l rules.Life, groups [][]string) {
	kind := p.Answers[training.ClaimKind]
	p.Answers[training.ClaimPeople] = strconv.Itoa(len(groups))
	if !slices.Contains(rule.TradeKinds, kind) && !slices.Contains(rule.MonthKinds, kind) {
		p.say("desk.claim.own_amount", kind)
		return
	}
	months := 0
	if slices.Contains(rule.MonthKinds, kind) {
		first, last := l.Class.Dates()
		months = max(1, int(math.Ceil(last.Sub(first).Hours()/24/31)))
	}
	p.Sum = rule.Sum(l.Class, len(groups), months, groups, d.Catalogue(), d.Today())
	if !p.Sum.Known {
		p.say("desk.claim.unknown", l.Class.TradeAndLevel())
		return
	}
	p.reckoned()
	share := p.share(d, rule, l)
	p.Answers[training.ClaimShare] = money(share)
	p.Answers[training.ClaimAmount] = money(p.Sum.Total * share / 100)
	if share != 100 {
		p.say("desk.claim.share", p.Answers[training.ClaimPart], money(share), p.Answers[training.ClaimAmount])
	}
}

// reckoned says how the whole was reckoned.
func (p *ClaimPlan) reckoned() {
	s := p.Sum
	if s.ByMonth {
		p.Answers[training.ClaimMonths] = strconv.Itoa(s.Months)
		p.say("desk.claim.by_month", s.People, money(s.Each), s.Months, money(s.Total))
	} else {
		p.say("desk.claim.each", s.People, money(s.Each), money(s.Total))
	}
	if s.Raised > 0 {
		p.say("desk.claim.raised", s.Raised)
	}
	if s.Source != "" {
		p.say("desk.claim.source", s.Source)
	}
}

// share is how much of the whole may be had now, in per cent.
func (p *ClaimPlan) share(d *Desk, rule rules.Money, l rules.Life) float64 {
	had := 0.0
	for _, c := range l.Claims {
		if c.Get(training.ClaimKind) == p.Answers[training.ClaimKind] {
			n, _ := strconv.ParseFloat(c.Get(training.ClaimShare), 64)
			had += n
		}
	}
	switch p.Answers[training.ClaimPart] {
	case training.InAdvance:
		first, _ := l.Class.Dates()
		if prog, ok := d.Catalogue().Programme(l.Class.Answers[training.Programme], first); ok && prog.Advance > 0 {
			return prog.Advance
		}
		return rule.MaxAdvance
	case training.TheRest:
		if had > 0 {
			p.say("desk.claim.had", money(had))
		}
		return max(0, 100-had)
	}
	return 100
}

func (p *ClaimPlan) say(key string, args ...any) { p.Why = append(p.Why, text.T(key, args...)) }

// money writes an amount with no more digits than it needs.
func money(n float64) string { return strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64) }

// judgedClaim is a claim with what the rule judges it by.
func (d *Desk) judgedClaim(l rules.Life, claim registry.Record, groups [][]string) rules.Claimed {
	return rules.Claimed{Claim: claim, Life: l, Groups: groups, Days: d.RuleBook().Almanac(d.Today())}
}

// checkClaim puts what the rules say of a claim among the warnings of its form; what they said of it as it is stored was accepted then.
func (d *Desk) checkClaim(s *saving) error {
	l, err := d.Life(s.answers[training.OfClass])
	if err != nil {
		return nil // checkParent says that the class is not there
	}
	groups, err := d.paidFor(l, s.answers[training.ClaimPart])
	if err != nil {
		return err
	}
	rule := d.RuleBook().Money(d.Today())
	known := map[string]bool{}
	for _, c := range l.Claims {
		if c.ID == s.id {
			for _, f := range rule.Judge(d.judgedClaim(l, c, groups), d.Catalogue(), d.Today()).Findings {
				known[f.Sentence] = true
			}
		}
	}
	for _, f := range rule.Judge(d.judgedClaim(l, record(training.TypeClaim, s.id, s.answers), groups), d.Catalogue(), d.Today()).Findings {
		planned := s.answers[training.AppliedOn] == "" && f.Field == training.UpstreamNo // the platform gives its number when it is applied for
		if !known[f.Sentence] && !planned {
			s.add(survey.Problem{Key: f.Field, Err: ErrFinding.With(f.Sentence), Warn: true})
		}
	}
	return nil
}
