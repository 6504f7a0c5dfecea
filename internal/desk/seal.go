package desk

import (
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Chain looks through all marks of a class: what each device noted, and what of it an auditor wants explained.
func (d *Desk) Chain(class string) (training.Chain, error) {
	sessions, err := d.Sessions(class)
	if err != nil {
		return training.Chain{}, err
	}
	marks, err := d.marksOf(sessions)
	return training.NewChain(sessions, marks), err
}

func (d *Desk) marksOf(sessions []training.Session) ([]training.Mark, error) {
	var marks []training.Mark
	for _, s := range sessions {
		more, err := d.Marks(s.ID)
		if err != nil {
			return nil, err
		}
		marks = append(marks, more...)
	}
	return marks, nil
}

// MarkFlags are what the attendance page says of a session beside its marks: entered late, before its day, with a clock turned back,
// after a backup was restored. Of a chain that is not whole every session of the class says so.
func (d *Desk) MarkFlags(session string) ([]training.Break, error) {
	s, err := d.Session(session)
	if err != nil {
		return nil, err
	}
	c, err := d.Chain(s.ClassID())
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for _, id := range d.of(training.TypeMark, session) {
		here[id] = true
	}
	return slices.DeleteFunc(c.Breaks, func(b training.Break) bool {
		return !b.Serious && b.Session != session && !slices.ContainsFunc(b.Marks, func(id string) bool { return here[id] })
	}), nil
}

// Seals are the seals of a class, the latest first.
func (d *Desk) Seals(class string) ([]registry.Record, error) {
	all, err := d.Records(training.TypeSeal, class)
	slices.SortStableFunc(all, func(a, b registry.Record) int {
		return later(a.Get(training.SealedOn), b.Get(training.SealedOn))
	})
	return all, err
}

// ErrNotWhole is a class whose marks are not whole: a seal would say that they are.
var ErrNotWhole = text.NewError("desk.not_whole")

// Seal keeps the state of a class's attendance, for the closing sheet: its head proves later that nothing was changed. Where nothing was noted since
// the last seal, that one stands. A seal cannot be taken back, and what was noted before it not either.
func (d *Desk) Seal(class string) (registry.Record, error) {
	d.marking.Lock()
	defer d.marking.Unlock()
	c, err := d.Chain(class)
	if err != nil {
		return registry.Record{}, err
	}
	if !c.Sound() {
		return registry.Record{}, ErrNotWhole.With(c.Breaks[0].Says())
	}
	seals, err := d.Seals(class)
	if err != nil {
		return registry.Record{}, err
	}
	for _, s := range seals {
		if s.Get(training.SealHead) == c.Head() {
			return s, nil
		}
	}
	a := survey.Answers{
		training.OfClass: class, training.SealedOn: d.day(), training.SealHead: c.Head(), training.SealMarks: strconv.Itoa(c.Marks),
		training.SealDevices: c.Lines(), training.SealedBy: d.Actor(),
	}
	id := newID()
	if _, err := d.run(d.Actor(), "", func(e *edit) error { return e.put(training.TypeSeal, id, a) }); err != nil {
		return registry.Record{}, err
	}
	return d.Record(training.TypeSeal, id)
}
