package desk

import (
	"cmp"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Targets are the tasks with their numbers, in the order of the papers that set them.
func (d *Desk) Targets() ([]registry.Record, error) {
	all, err := d.Records(registry.TypeTarget, "")
	slices.SortFunc(all, func(a, b registry.Record) int {
		return cmp.Or(cmp.Compare(a.Get(survey.TargetSource), b.Get(survey.TargetSource)),
			cmp.Compare(number(a, survey.TargetNo), number(b, survey.TargetNo)), cmp.Compare(number(a, survey.TargetRow), number(b, survey.TargetRow)),
			cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

func number(r registry.Record, key string) int {
	n, _ := strconv.Atoi(r.Get(key))
	return n
}

// SaveTargets saves several targets at once, as one act; those without an id are new. What a number was before stays in the
// history of its target: 任务指标将根据上级实际下达任务数进行相应调整 (穗人社函〔2020〕22号).
func (d *Desk) SaveTargets(targets []registry.Record, how ...How) error {
	var all []*saving
	for _, t := range targets {
		s := d.saving(registry.TypeTarget, t.ID, t.Unpack(), how)
		s.check(d)
		old, err := d.stored(registry.TypeTarget, s)
		if err != nil {
			return err
		}
		if err := s.verdict(old); err != nil {
			return err
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		return nil
	}
	return d.edit(text.T("desk.act.targets", len(all)), all[0].reason, func(e *edit) error {
		for _, s := range all {
			if err := e.put(registry.TypeTarget, cmp.Or(s.id, newID()), s.fields()); err != nil {
				return err
			}
		}
		return nil
	})
}
