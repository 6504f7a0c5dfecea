package training

import (
	"errors"
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Stages of a class, in stored form and in their order.
const (
	Draft    = "草稿"
	Filed    = "已申请"
	Approved = "已批准"
	Posted   = "已亮证亮牌"
	Running  = "开班中"
	Assessed = "已考核"
	Closed   = "已结业"
)

// Stages are the stages in order.
var Stages = []string{Draft, Filed, Approved, Posted, Running, Assessed, Closed}

// What keeps a class from its next stage.
var (
	ErrUnanswered  = text.NewError("training.unanswered")
	ErrNoTrainees  = text.NewError("training.no_trainees")
	ErrNoSessions  = text.NewError("training.no_sessions")
	ErrNotPosted   = text.NewError("training.not_posted")
	ErrNotNext     = text.NewError("training.not_next")
	ErrTooManyHere = text.NewError("training.over_planned")
)

// Lack is something that stands in the way, with the answer of the class that would help: where a click on the sentence goes. Key is "" where
// no answer helps.
type Lack struct {
	Key string
	Err error
}

// Error is for the log.
func (l Lack) Error() string { return l.Err.Error() }

// Unwrap gives the sentence.
func (l Lack) Unwrap() error { return l.Err }

// KeyOf is the answer of the class that an error is about; "" where it is about none.
func KeyOf(err error) string {
	var l Lack
	if errors.As(err, &l) {
		return l.Key
	}
	return ""
}

// Stage is where the class stands.
func (c Class) Stage() string {
	if slices.Contains(Stages, c.Answers[Stage]) {
		return c.Answers[Stage]
	}
	return Draft
}

// Next is the stage after the present one; "" after the last.
func (c Class) Next() string {
	if i := slices.Index(Stages, c.Stage()) + 1; i < len(Stages) {
		return Stages[i]
	}
	return ""
}

// MayStart tells whether sessions may be held: 云人社发〔2018〕71号 二(一)2 wants licence and board on the wall while a class is
// taught (亮证亮牌), so both must be recorded first.
func (c Class) MayStart() error {
	for _, key := range []string{BoardPostedOn, LicencePostedOn} {
		if c.Answers[key] == "" {
			return Lack{key, ErrNotPosted}
		}
	}
	return nil
}

// needs are the answers that a stage cannot do without.
var needs = map[string][]string{
	Filed: {ClassName, Trade, Hours, StartsOn, EndsOn, Target, Planned, Place, Measures, Institution, InstitutionCode, Licence,
		Manager, ManagerPhone, Supervisor, SupervisorPhone},
	Approved: {Approver, ApprovalNo, ApprovedOn},
	Posted:   {BoardPostedOn, LicencePostedOn},
}

// DayOf are the answers that hold the day on which a stage was reached; of two the later day is it.
var DayOf = map[string][]string{
	Filed: {FiledOn}, Approved: {ApprovedOn}, Posted: {BoardPostedOn, LicencePostedOn}, Running: {StartedOn}, Assessed: {AssessedOn}, Closed: {ClosedOn},
}

// ReachedOn is the day on which the class reached a stage; "" where it has not, or nobody wrote it down.
func (c Class) ReachedOn(stage string) survey.Date {
	last := ""
	for _, key := range DayOf[stage] {
		if c.Answers[key] == "" {
			return ""
		}
		last = max(last, c.Answers[key])
	}
	return last
}

// Missing says what stands between the class and a later stage, all stages on the way included; nothing when it may go there. Each is a Lack.
func (c Class) Missing(to string, trainees, sessions int) []error {
	var out []error
	from, target := slices.Index(Stages, c.Stage()), slices.Index(Stages, to)
	if target <= from {
		return []error{Lack{Stage, ErrNotNext.With(c.Stage(), to)}}
	}
	for _, stage := range Stages[from+1 : target+1] {
		out = append(out, c.Lacks(stage, trainees, sessions)...)
	}
	return out
}

// Lacks says what one stage cannot do without, whatever the stages before it lack. Each is a Lack.
func (c Class) Lacks(stage string, trainees, sessions int) []error {
	var out []error
	for _, key := range needs[stage] {
		if f, ok := ClassTable.Field(key); ok && c.Answers[key] == "" {
			out = append(out, Lack{key, ErrUnanswered.With(f.Label)})
		}
	}
	return append(out, c.missingPeople(stage, trainees, sessions)...)
}

func (c Class) missingPeople(stage string, trainees, sessions int) []error {
	var out []error
	if stage == Filed && trainees == 0 {
		out = append(out, Lack{"", ErrNoTrainees})
	}
	if stage == Filed && c.Planned() > 0 && trainees > c.Planned() {
		out = append(out, Lack{Planned, ErrTooManyHere.With(trainees, c.Planned())})
	}
	if err := c.MayStart(); stage == Running && c.Stage() == Posted && err != nil { // imported as posted, and nobody wrote down when
		out = append(out, err)
	}
	if stage == Running && sessions == 0 {
		out = append(out, Lack{"", ErrNoSessions})
	}
	return out
}
