package class

import (
	"errors"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/kit"
)

// stage is one stage of the class's life as the page shows it.
type stage struct {
	desk.StageState
	next bool // the one after the present
	days int  // until the deadline; below zero when it is over
}

// readStages reads the life of the class.
func (p *Page) readStages() ([]stage, error) {
	all, err := p.deps.Desk.Stages(p.class.ID)
	var out []stage
	for i, s := range all {
		one := stage{StageState: s, next: !s.Reached && i > 0 && all[i-1].Reached}
		if !s.By.IsZero() {
			one.days = daysTo(p.deps.Desk.Today(), s.By)
		}
		out = append(out, one)
	}
	return out, err
}

// daysTo counts days by the calendar.
func daysTo(today, by time.Time) int {
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(day(by).Sub(day(today)).Hours() / 24)
}

// must are what the next stage cannot do without; the rest of Missing the rules have against it, and a person may go on for a reason.
func (s stage) must() (out []error) {
	for _, err := range s.Missing {
		if !errors.Is(err, desk.ErrFinding) {
			out = append(out, err)
		}
	}
	return out
}

// lackName is what is missing in as few words as can be: the question's own.
func lackName(err error) string {
	if f, ok := training.ClassTable.Field(training.KeyOf(err)); ok && errors.Is(err, training.ErrUnanswered) {
		return f.Label
	}
	switch {
	case errors.Is(err, training.ErrNoTrainees):
		return text.T("class.lack.trainees")
	case errors.Is(err, training.ErrNoSessions):
		return text.T("class.lack.sessions")
	}
	return text.Explain(err).What
}

// lackTone parts what a stage cannot do without from what the rules have against it.
func lackTone(err error) kit.Tone {
	if errors.Is(err, desk.ErrFinding) {
		return kit.Warn
	}
	return kit.Bad
}

// toLack goes to where it is put right.
func (p *Page) toLack(err error) {
	key := training.KeyOf(err)
	switch {
	case errors.Is(err, training.ErrNoTrainees), errors.Is(err, training.ErrTooManyHere):
		p.goTo(atPeople)
	case errors.Is(err, training.ErrNoSessions):
		p.goTo(atSessions)
	case key != "":
		p.toField(key)
	default:
		p.deps.ShowError(err)
	}
}
