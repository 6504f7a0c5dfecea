package class

import (
	"ruhu/internal/audit"
	"ruhu/internal/training"
)

// sample draws who is called: the same people for the same word, on every computer.
func (p *Page) sample(in []trainee, seed string) (map[string]bool, error) {
	rule := p.deps.Desk.RuleBook().Audit(p.deps.Desk.Today())
	var all []training.Enrolment
	for _, t := range in {
		all = append(all, t.Enrolment)
	}
	drawn := map[string]bool{}
	for _, e := range audit.Sample(all, seed, rule.Share, rule.Least) {
		drawn[e.ID] = true
	}
	return drawn, nil
}
