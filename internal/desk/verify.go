package desk

import (
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Verified is what a class's attendance proves of itself.
type Verified struct {
	Class  training.Class
	Chain  training.Chain
	Seals  []SealState // the latest first
	Asked  string      // the head that was asked about, off a closing sheet
	Known  bool        // it is that of a seal, or of the marks as they are now
	Agrees bool
	Says   []string // what agrees and what does not, in sentences
}

// SealState is one seal, and what became of what it was put on.
type SealState struct {
	Record registry.Record
	Holds  bool
	After  int // marks that came after it
	Faults []error
}

// VerifyClass checks the marks of a class against each other, against its seals, and against the head of a closing sheet; "" for none.
func (d *Desk) VerifyClass(class, head string) (Verified, error) {
	c, err := d.Class(class)
	if err != nil {
		return Verified{}, err
	}
	v := Verified{Class: c, Asked: typedHead(head), Agrees: true}
	if v.Chain, err = d.Chain(class); err != nil {
		return v, err
	}
	seals, err := d.Seals(class)
	if err != nil {
		return v, err
	}
	v.chain()
	for _, s := range seals {
		v.seal(s)
	}
	if v.Asked != "" {
		v.asked()
	}
	return v, nil
}

// VerifyAll checks every class, those that do not agree first.
func (d *Desk) VerifyAll() ([]Verified, error) {
	classes, err := d.Classes()
	if err != nil {
		return nil, err
	}
	var bad, good []Verified
	for _, c := range classes {
		v, err := d.VerifyClass(c.ID, "")
		if err != nil {
			return nil, err
		}
		if v.Agrees {
			good = append(good, v)
		} else {
			bad = append(bad, v)
		}
	}
	return append(bad, good...), nil
}

// typedHead takes a head as people copy it off paper: in groups, in capitals.
func typedHead(head string) string {
	return strings.ReplaceAll(survey.Fold(head), "-", "")
}

func (v *Verified) chain() {
	if v.Chain.Sound() {
		v.Says = append(v.Says, text.T("desk.verify.whole", v.Chain.Marks, len(v.Chain.Devices)))
	}
	for _, b := range v.Chain.Breaks {
		v.Agrees = v.Agrees && !b.Serious
		v.Says = append(v.Says, b.Says())
	}
}

func (v *Verified) seal(r registry.Record) {
	s := SealState{Record: r, Faults: v.Chain.Holds(r.Get(training.SealDevices))}
	if training.HeadOf(r.Get(training.SealDevices)) != r.Get(training.SealHead) {
		s.Faults = append([]error{ErrSealTouched.With(r.Get(training.SealedOn))}, s.Faults...)
	}
	s.Holds, s.After = len(s.Faults) == 0, max(0, v.Chain.Marks-number(r, training.SealMarks))
	v.Seals = append(v.Seals, s)
	v.Agrees = v.Agrees && s.Holds
	switch {
	case s.Holds && s.After > 0:
		v.Says = append(v.Says, text.T("desk.verify.since", r.Get(training.SealedOn), s.After))
	case s.Holds:
		v.Says = append(v.Says, text.T("desk.verify.holds", r.Get(training.SealedOn)))
	}
	for _, err := range s.Faults {
		v.Says = append(v.Says, text.Explain(err).What)
	}
}

// ErrSealTouched is a seal whose lines are not those that its head was made of.
var ErrSealTouched = text.NewError("desk.seal_touched")

func (v *Verified) asked() {
	v.Known = v.Chain.Head() == v.Asked
	for _, s := range v.Seals {
		v.Known = v.Known || s.Record.Get(training.SealHead) == v.Asked
	}
	if v.Known {
		v.Says = append(v.Says, text.T("desk.verify.known"))
		return
	}
	v.Agrees = false
	v.Says = append(v.Says, text.T("desk.verify.unknown"))
}
