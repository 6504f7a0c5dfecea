package desk

import (
	"maps"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Score is what one trainee got in an examination. What is "" is left as it is stored.
type Score struct {
	Enrolment        string // or the person:
	Person           string
	Theory, Practice string // as typed
	Resit            bool   // of a second try
	On               survey.Date
	NoShow           bool
}

// Assessed is what became of one score.
type Assessed struct {
	Enrolment   training.Enrolment
	Name        string
	Was, Result string // the result before and now
	Why         string // the sentence that the result follows from
	Err         error  // why nothing was written, or the result was left as it stands (ErrResultByHand)
}

// What can be wrong with a score.
var (
	ErrNotHeld      = text.NewError("desk.not_held")
	ErrScoreRange   = text.NewError("desk.score_range")
	ErrNoResit      = text.NewError("desk.no_resit")
	ErrResultByHand = text.NewError("desk.result_by_hand")
	ErrHasCert      = text.NewError("desk.has_cert")
)

// Assess writes down the scores of an examination, all in one act; what is wrong with one is said beside it, the others go through. The result
// follows from the scores by the county's pass marks, and is told with the reason. A result that somebody decided otherwise by hand stays, unless
// Anyway says why not.
func (d *Desk) Assess(class string, rows []Score, how ...How) ([]Assessed, error) {
	c, err := d.Class(class)
	if err != nil {
		return nil, err
	}
	if !c.Held() {
		return nil, ErrNotHeld.With(c.Name(), c.Stage())
	}
	in, err := d.Enrolments(class)
	if err != nil {
		return nil, err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	x := examined{d: d, rule: d.RuleBook().Assess(d.Today()), in: in, anyway: s.anyway}
	out := make([]Assessed, len(rows))
	writes := map[string]map[string]string{}
	for i, row := range rows {
		var fields map[string]string
		if out[i], fields = x.one(row); len(fields) > 0 {
			writes[out[i].Enrolment.ID] = fields
		}
	}
	if len(writes) == 0 {
		return out, nil
	}
	return out, d.edit(text.T("desk.act.assess", len(writes), c.Name()), s.reason, func(e *edit) error {
		for _, id := range slices.Sorted(maps.Keys(writes)) {
			if err := e.put(training.TypeEnrolment, id, writes[id]); err != nil {
				return err
			}
		}
		return nil
	})
}

// examined is an examination being written down.
type examined struct {
	d      *Desk
	rule   rules.Assess
	in     []training.Enrolment
	anyway bool
}

// one gives what becomes of a score, and the fields to write.
func (x examined) one(row Score) (Assessed, map[string]string) {
	i := slices.IndexFunc(x.in, func(e training.Enrolment) bool {
		return e.Standing() == training.Enrolled && (e.ID == row.Enrolment || row.Enrolment == "" && row.Person != "" && e.PersonID() == row.Person)
	})
	if i < 0 {
		return Assessed{Err: ErrNoTrainee.With(x.d.nameOf(row.Person))}, nil
	}
	e := x.in[i]
	out := Assessed{Enrolment: e, Name: x.d.nameOf(e.PersonID()), Was: e.Answers[training.Result], Result: e.Answers[training.Result]}
	fields, err := x.scores(e, row)
	if err != nil {
		out.Err = err
		return out, nil
	}
	a := survey.Answers(maps.Clone(e.Answers))
	maps.Copy(a, fields)
	grade := x.rule.Grade(a)
	if row.NoShow {
		grade = rules.Grade{Result: training.NoShow, Why: text.T("desk.no_show")}
	}
	out.Why = grade.Why
	switch {
	case grade.Result == "" || grade.Result == out.Was:
	case e.Certified() && grade.Result != training.Passed:
		out.Err = ErrHasCert.With(out.Name, e.Answers[training.CertNo])
		return out, nil
	case x.byHand(e) && !x.anyway:
		out.Err = ErrResultByHand.With(out.Name, out.Was, grade.Result, grade.Why)
	default:
		fields[training.Result], out.Result = grade.Result, grade.Result
	}
	return out, fields
}

// byHand tells whether a result does not follow from the scores that stand beside it: then somebody decided it. Who did not come the first time is
// simply examined later.
func (x examined) byHand(e training.Enrolment) bool {
	was := e.Answers[training.Result]
	return was != "" && was != training.NoShow && was != x.rule.Grade(e.Answers).Result
}

// scores are the fields that a score fills.
func (x examined) scores(e training.Enrolment, row Score) (map[string]string, error) {
	theory, practice := training.TheoryScore, training.PracticeScore
	fields := map[string]string{}
	if row.Resit {
		if x.rule.Resits < 1 || e.Answers[training.Result] == training.Passed || e.Answers[training.Result] == "" {
			return nil, ErrNoResit.With(x.d.nameOf(e.PersonID()), e.Answers[training.Result])
		}
		theory, practice = training.ResitTheory, training.ResitPractice
		if fields[training.ResitOn] = row.On; row.On == "" {
			fields[training.ResitOn] = x.d.day()
		}
	}
	for key, typed := range map[string]string{theory: row.Theory, practice: row.Practice} {
		if typed == "" {
			continue
		}
		f, _ := training.EnrolmentTable.Field(key)
		stored, err := f.Clean(typed)
		n, bad := strconv.ParseFloat(stored, 64)
		if err != nil || bad != nil || n < 0 || n > x.rule.Full {
			return nil, ErrScoreRange.With(x.d.nameOf(e.PersonID()), f.Label, typed, x.rule.Full)
		}
		fields[key] = stored
	}
	return fields, nil
}

// Grades say what the scores of a class's trainees come to now, by enrolment: for a page that shows why somebody passed.
func (d *Desk) Grades(class string) (map[string]rules.Grade, error) {
	in, err := d.Enrolments(class)
	rule := d.RuleBook().Assess(d.Today())
	out := map[string]rules.Grade{}
	for _, e := range in {
		out[e.ID] = rule.Grade(e.Answers)
	}
	return out, err
}

// record is a thing of the register as it would be saved, for a rule to judge.
func record(typ, id string, a survey.Answers) registry.Record {
	return registry.Record{Type: typ, ID: id, Packed: survey.Pack(a)}
}
