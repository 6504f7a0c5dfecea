package training

import (
	"slices"

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
	if c.Answers[BoardPostedOn] == "" || c.Answers[LicencePostedOn] == "" {
		return ErrNotPosted
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

// Missing says what stands between the class and a later stage, all stages on the way included; nothing when it may go there.
func (c Class) Missing(to string, trainees, sessions int) []error {
	var out []error
	from, target := slices.Index(Stages, c.Stage()), slices.Index(Stages, to)
	if target <= from {
		return []error{ErrNotNext.With(c.Stage(), to)}
	}
	for _, stage := range Stages[from+1 : target+1] {
		for _, key := range needs[stage] {
			if f, ok := ClassTable.Field(key); ok && c.Answers[key] == "" {
				out = append(out, ErrUnanswered.With(f.Label))
			}
		}
		out = append(out, c.missingPeople(stage, trainees, sessions)...)
	}
	return out
}

func (c Class) missingPeople(stage string, trainees, sessions int) []error {
	var out []error
	if stage == Filed && trainees == 0 {
		out = append(out, ErrNoTrainees)
	}
	if stage == Filed && c.Planned() > 0 && trainees > c.Planned() {
		out = append(out, ErrTooManyHere.With(trainees, c.Planned()))
	}
	if stage == Running && sessions == 0 {
		out = append(out, ErrNoSessions)
	}
	return out
}
