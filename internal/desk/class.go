package desk

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Classes reads all classes, the one that began last first.
func (d *Desk) Classes() ([]training.Class, error) {
	var all []training.Class
	for _, id := range d.of(training.TypeClass, "") {
		c, err := d.Class(id)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b training.Class) int {
		return cmp.Or(later(a.Answers[training.StartsOn], b.Answers[training.StartsOn]), cmp.Compare(a.Name(), b.Name()))
	})
	return all, nil
}

// Class reads a class.
func (d *Desk) Class(id string) (training.Class, error) {
	a, err := d.answers(training.TypeClass, id)
	return training.Class{ID: id, Answers: a}, err
}

// SaveClass saves the form of a class; "" is a new one, which gets what its codes are made with. The error may be a *Refusal.
func (d *Desk) SaveClass(id string, a survey.Answers, how ...How) (string, error) {
	s := d.saving(training.TypeClass, id, a, how)
	if id == "" {
		if err := d.newClass(s); err != nil {
			return "", err
		}
	}
	s.what = text.T("desk.act.class", s.answers[training.ClassName])
	s.check(d)
	return d.write(training.TypeClass, s)
}

// newClass gives a new class its number and secret, and the township of this device.
func (d *Desk) newClass(s *saving) error {
	taken := map[string]bool{}
	classes, err := d.Classes()
	if err != nil {
		return err
	}
	for _, c := range classes {
		taken[c.Number()] = true
	}
	secrets, err := training.NewSecrets(nil)
	for err == nil && taken[secrets[training.Number]] {
		secrets, err = training.NewSecrets(nil)
	}
	if err != nil {
		return err
	}
	for key, v := range secrets {
		s.answers[key] = v
	}
	return d.fillTownship(s)
}

func (d *Desk) fillTownship(s *saving) error {
	settings, err := d.Settings()
	if err == nil && s.answers[training.Township] == "" && settings.Township != "" {
		s.answers[training.Township] = settings.Township
	}
	return err
}

// ErrNotReady is a class that lacks something for its next stage; the words list what.
var ErrNotReady = text.NewError("desk.not_ready")

// Advance brings a class to a later stage, if nothing is missing for it (training.Missing).
func (d *Desk) Advance(class, stage string) error {
	c, err := d.Class(class)
	if err != nil {
		return err
	}
	missing := c.Missing(stage, d.trainees(class), len(d.of(training.TypeSession, class)))
	if len(missing) > 0 {
		return ErrNotReady.With(stage, sentences(missing))
	}
	return d.edit(text.T("desk.act.stage", c.Name(), stage), "", func(e *edit) error {
		return e.put(training.TypeClass, class, map[string]string{training.Stage: stage})
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

// WhoWishes gives the people who wish for a trade, those whose first wish it is first.
func (d *Desk) WhoWishes(trade string) ([]registry.Person, error) {
	wishes, err := d.Wishes("")
	if err != nil {
		return nil, err
	}
	rank := map[string]int{}
	for _, w := range wishes {
		i := slices.Index(w.Trades(), trade)
		if old, ok := rank[w.PersonID()]; i >= 0 && (!ok || i < old) {
			rank[w.PersonID()] = i
		}
	}
	ids := make([]string, 0, len(rank))
	for id := range rank {
		if _, ok := d.index.Row(id); ok {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(a, b)) })
	return d.people(ids)
}

// WishedTrades counts the people who wish for each trade, whatever the place of the wish.
func (d *Desk) WishedTrades() (map[string]int, error) {
	wishes, err := d.Wishes("")
	if err != nil {
		return nil, err
	}
	seen, n := map[[2]string]bool{}, map[string]int{}
	for _, w := range wishes {
		for _, t := range w.Trades() {
			if one := [2]string{w.PersonID(), t}; !seen[one] {
				seen[one] = true
				n[t]++
			}
		}
	}
	return n, nil
}
