package desk

import (
	"slices"
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// StageState is one stage of a class's life: who brings it there, until when, since when it is there, what is missing for it.
type StageState struct {
	Stage    string
	Owner    string
	By       time.Time // zero: no deadline
	Deadline string    // the deadline in a sentence
	Late     bool
	Reached  bool        // it is there, or past it
	Here     bool        // it is just there
	DoneOn   survey.Date // "" where nobody wrote it down
	Missing  []error     // each with the answer it is about (training.KeyOf); of the stages still to come
	Doubts   []error     // what the rules only ask about, of the next stage
}

// Stages are the stages of a class in order.
func (d *Desk) Stages(class string) ([]StageState, error) {
	l, err := d.Life(class)
	if err != nil {
		return nil, err
	}
	at := slices.Index(training.Stages, l.Class.Stage())
	deadlines := rules.Deadlines(d.RuleBook(), l, d.Today())
	out := make([]StageState, len(training.Stages))
	for i, stage := range training.Stages {
		s := StageState{Stage: stage, Reached: i <= at, Here: i == at}
		s.Owner = d.RuleBook().StageOwner(stage, d.Today()).Of(l.Class)
		s.term(deadlines)
		if s.Reached {
			s.DoneOn = l.Class.ReachedOn(stage)
		} else {
			s.Missing = l.Class.Lacks(stage, d.trainees(class), len(l.Sessions))
		}
		if i == at+1 {
			against, doubts := d.against(l, stage)
			s.Missing, s.Doubts = append(s.Missing, against...), doubts
		}
		out[i] = s
	}
	return out, nil
}

// term takes the first deadline of the stage that is still open, otherwise the last of those that are not.
func (s *StageState) term(all []rules.Deadline) {
	for _, d := range all {
		if d.Stage != s.Stage || d.Type != training.TypeClass {
			continue
		}
		s.By, s.Deadline, s.Late = d.By, d.Sentence, d.Late
		if !d.Done {
			return
		}
	}
}

// ErrFinding is a sentence of a rule.
var ErrFinding = text.NewError("desk.finding")

// judgedAt are the stages for which the rules look at a class: as it is applied for, and as it was held.
var judgedAt = []string{training.Filed, training.Closed}

// against is what the rules have against a class on its way to a stage, and what they only ask about.
func (d *Desk) against(l rules.Life, stage string) (against, doubts []error) {
	if !slices.Contains(judgedAt, stage) {
		return nil, nil
	}
	first, _ := l.Class.Dates()
	if first.IsZero() {
		first = d.Today()
	}
	for _, f := range d.RuleBook().Class(first).Judge(l, d.Catalogue(), d.Today()).Findings {
		err := training.Lack{Key: fieldOf(f), Err: ErrFinding.With(f.Sentence)}
		if f.Ask {
			doubts = append(doubts, err)
		} else {
			against = append(against, err)
		}
	}
	return against, doubts
}

// fieldOf is the answer of the class that a finding is about; "" where it is about a session or a trainee.
func fieldOf(f rules.Finding) string {
	if f.Type != "" && f.Type != training.TypeClass {
		return ""
	}
	return f.Field
}

// ErrNotReady is a class that lacks something for its next stage; the words list what.
var ErrNotReady = text.NewError("desk.not_ready")

// Advance brings a class to a later stage, if nothing is missing for it (training.Missing), and writes down the day of each stage on the way: today,
// or that of From. What the rules have against it can be passed with Anyway; what the papers cannot do without cannot. A class that is closed is
// sealed.
func (d *Desk) Advance(class, stage string, how ...How) error {
	l, err := d.Life(class)
	if err != nil {
		return err
	}
	s := &saving{refusal: Refusal{Table: training.ClassTable}}
	for _, h := range how {
		h(s)
	}
	if missing := l.Class.Missing(stage, d.trainees(class), len(l.Sessions)); len(missing) > 0 {
		return ErrNotReady.With(stage, sentences(missing))
	}
	d.doubt(s, l, stage)
	if err := s.verdict(nil); err != nil {
		return err
	}
	fields := d.stageDays(l.Class, stage, s.on)
	fields[training.Stage] = stage
	if err := d.edit(text.T("desk.act.stage", l.Class.Name(), stage), s.reason, func(e *edit) error {
		return e.put(training.TypeClass, class, fields)
	}); err != nil || stage != training.Closed {
		return err
	}
	_, err = d.Seal(class)
	return err
}

// doubt puts what the rules say against the stages on the way among the warnings of a save.
func (d *Desk) doubt(s *saving, l rules.Life, stage string) {
	at, to := slices.Index(training.Stages, l.Class.Stage()), slices.Index(training.Stages, stage)
	said := map[string]bool{}
	for _, on := range training.Stages[at+1 : to+1] {
		against, _ := d.against(l, on)
		for _, err := range against {
			if says := text.Explain(err).What; !said[says] {
				said[says] = true
				s.add(survey.Problem{Key: training.KeyOf(err), Err: err, Warn: true})
			}
		}
	}
}

// stageDays are the days to write for the stages on the way to one; a day that stands already stays.
func (d *Desk) stageDays(c training.Class, stage string, on survey.Date) map[string]string {
	if on == "" {
		on = d.day()
	}
	fields := map[string]string{}
	at, to := slices.Index(training.Stages, c.Stage()), slices.Index(training.Stages, stage)
	for _, s := range training.Stages[at+1 : to+1] {
		for _, key := range training.DayOf[s] {
			if c.Answers[key] == "" {
				fields[key] = on
			}
		}
	}
	return fields
}

// ErrNotEarlier is a stage that a class cannot go back to, because it has not been there.
var ErrNotEarlier = text.NewError("desk.not_earlier")

// GoBack takes a class back to an earlier stage, with the reason. The days of the stages that it had come to are cleared where Advance writes them; those
// of approval and board stay, since they are of papers that are there. Marks and seals stay.
func (d *Desk) GoBack(class, stage, reason string) error {
	c, err := d.Class(class)
	if err != nil {
		return err
	}
	at, to := slices.Index(training.Stages, c.Stage()), slices.Index(training.Stages, stage)
	switch {
	case reason == "":
		return ErrNoReason
	case to < 0 || to >= at:
		return ErrNotEarlier.With(c.Stage(), stage)
	}
	fields := map[string]string{training.Stage: stage}
	for _, s := range training.Stages[to+1 : at+1] {
		if s != training.Approved && s != training.Posted {
			for _, key := range training.DayOf[s] {
				fields[key] = ""
			}
		}
	}
	return d.edit(text.T("desk.act.stage", c.Name(), stage), reason, func(e *edit) error {
		return e.put(training.TypeClass, class, fields)
	})
}

func (d *Desk) trainees(class string) int {
	all, err := d.Enrolments(class)
	if err != nil {
		return 0
	}
	n := 0
	for _, e := range all {
		if e.Standing() == training.Enrolled {
			n++
		}
	}
	return n
}

func sentences(errs []error) string {
	out := ""
	for _, err := range errs {
		out += "\n" + text.Explain(err).What
	}
	return out
}
