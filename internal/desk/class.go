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
