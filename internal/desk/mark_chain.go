package desk

import (
	"errors"
	"fmt"
	"slices"

	"ruhu/internal/exchange"
	"ruhu/internal/store"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// tip is the last mark of this device in a class.
type tip struct {
	digest string
	no     int
}

// addMark writes a mark as the next link of this device's chain in the class. The caller holds marking: of two marks that follow the same one the
// chain would say that it forks.
func (d *Desk) addMark(m training.Mark, class string, e training.Enrolment) (training.Mark, error) {
	last, err := d.tip(class)
	if err != nil {
		return m, err
	}
	m.ID, m.By, m.At = store.NewID(), d.Actor(), d.now()
	m.Device, m.Prev, m.No = d.device(), last.digest, last.no+1
	what := text.T("desk.act.mark", d.nameOf(e.PersonID()), m.Symbol)
	if err := d.edit(what, m.Reason, func(tx *edit) error { return tx.put(training.TypeMark, m.ID, m.Answers()) }); err != nil {
		return m, err
	}
	m = training.MarkFrom(m.ID, m.Answers()) // as it is stored: its digest is of that
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tips[class] = tip{m.Digest(), m.No}
	return m, nil
}

func (d *Desk) device() string { return fmt.Sprintf("%08x", d.store.Device()) }

// tip finds the last mark of this device. It is kept until marks change: a class has a thousand of them.
func (d *Desk) tip(class string) (tip, error) {
	d.mu.RLock()
	t, ok := d.tips[class]
	d.mu.RUnlock()
	if ok {
		return t, nil
	}
	c, err := d.Chain(class)
	t.digest, t.no = c.Tip(d.device())
	return t, err
}

// forgetTips is called after every change. Whoever adds a mark keeps the new tip afterwards.
func (d *Desk) forgetTips(refs []store.Ref) {
	if !slices.ContainsFunc(refs, func(r store.Ref) bool { return r.Type == training.TypeMark || r.Type == training.TypeSession }) {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tips = map[string]tip{}
}

// ErrMarkStays is a mark that is to be taken back and may not be any more. It is corrected with another one instead.
var ErrMarkStays = text.NewError("desk.mark_stays")

// mayUnmark tells whether the marks that an act made may be taken back as if they had never been: only the last of their chain, which nobody else
// knows of yet and no seal is on. Everything else would leave a hole in the chain, or take away what the county has.
func (d *Desk) mayUnmark(a act) error {
	for _, s := range a.steps {
		if s.Type != training.TypeMark || !s.Before.Gone {
			continue
		}
		if err := d.mayUnmarkOne(s.ID); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) mayUnmarkOne(id string) error {
	a, err := d.answers(training.TypeMark, id)
	if err != nil {
		return err
	}
	s, err := d.Session(a[training.OfSession])
	if err != nil {
		return err
	}
	last, err := d.tip(s.ClassID())
	if err != nil {
		return err
	}
	seals, err := d.Seals(s.ClassID())
	if err != nil {
		return err
	}
	sent, err := d.sent(training.TypeMark, id)
	if err != nil {
		return err
	}
	digest := training.MarkFrom(id, a).Digest()
	if last.digest != digest || len(seals) > 0 || sent {
		return ErrMarkStays
	}
	return nil
}

// sent tells whether the county has a thing that was made on this device.
func (d *Desk) sent(typ, id string) (bool, error) {
	at, err := exchange.Acked(d.store)
	for err == nil {
		list, failed := d.store.Outbox(at, 1000)
		if failed != nil {
			return false, failed
		}
		for _, c := range list {
			if c.Type == typ && c.ID == id {
				return false, nil
			}
			at = c.LSN
		}
		if len(list) < 1000 {
			break
		}
	}
	return true, err
}

// stays tells whether an act that cannot be taken back is to be forgotten, so that those before it can.
func stays(err error) bool { return errors.Is(err, ErrMarkStays) }
