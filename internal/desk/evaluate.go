package desk

import (
	"time"

	"ruhu/internal/audit"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// Evaluate judges a class by the indicators of 云人社发〔2018〕71号 二（一）4, as it stands today.
func (d *Desk) Evaluate(class string) ([]training.Indicator, error) {
	l, err := d.Life(class)
	if err != nil {
		return nil, err
	}
	marks, err := d.marksOf(l.Sessions)
	if err != nil {
		return nil, err
	}
	said, err := d.Records(training.TypeFeedback, class)
	if err != nil {
		return nil, err
	}
	rule := d.RuleBook().Assess(d.Today())
	c := training.Taught{Class: l.Class, Sessions: l.Sessions, Enrolments: l.Enrolments, Marks: marks, Feedback: unpacked(said), Certified: d.certifies(l.Class),
		Followups: map[string][]survey.Answers{}, JobMonths: rule.JobMonths, Satisfied: rule.Satisfied}
	for person, list := range l.Followups {
		c.Followups[person] = unpacked(list)
	}
	return training.Evaluate(c), nil
}

func unpacked(list []registry.Record) []survey.Answers {
	var out []survey.Answers
	for _, r := range list {
		out = append(out, r.Unpack())
	}
	return out
}

// certifies asks the directory of teachers; nil where the county has none, so that nobody looks bad for it.
func (d *Desk) certifies(c training.Class) func(string, time.Time) bool {
	first, _ := c.Dates()
	book := d.Catalogue()
	if len(book.Teachers(first)) == 0 {
		return nil
	}
	return func(name string, on time.Time) bool {
		t, ok := book.Teacher(name, c.Answers[training.Institution], on)
		return ok && t.Certified(on)
	}
}

// SampleCalls draws the trainees of a class who are to be called (电话核查): as many as the rule of audits says, the same for the same seed on every
// machine. Without a seed it is the class's number.
func (d *Desk) SampleCalls(class, seed string) ([]training.Enrolment, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	in, err := d.Enrolments(class)
	if seed == "" {
		seed = c.Number()
	}
	rule := d.RuleBook().Audit(d.Today())
	return audit.Sample(in, seed, rule.Share, rule.Least), err
}

// FollowupsDue is who is to be looked after now, some months after their class, by the rule followup.
func (d *Desk) FollowupsDue() (report.Table, error) { return d.Ledger("yinggenzong", report.Filter{}) }
