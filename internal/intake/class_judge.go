package intake

import (
	"slices"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// judge says of everybody on the roster whether they may be enrolled, by the rules for enrolling and by all that roster and
// register know. It runs after each decision: a row that is another person is judged anew.
func (p *Plan) judge() {
	p.Enrolled, p.Refused, p.Asked = 0, 0, 0
	if p.Class == nil {
		return
	}
	reg, _ := p.reg.(ClassRegister)
	in := map[string]bool{}
	if reg != nil && p.Class.Known {
		for _, e := range reg.Enrolments(p.Class.ID) {
			in[e.PersonID()] = true
		}
	}
	entry := p.entry()
	for i := range p.Rows {
		r := &p.Rows[i]
		r.Enrol = nil
		if r.state.noise != "" || r.With >= 0 || r.Outcome == Skip || r.Outcome == Merge {
			continue
		}
		r.answer(entry.judge(r))
		r.Enrol.In = r.ID != "" && in[r.ID]
		p.countEnrol(r)
	}
}

// answer keeps what the rules said of a row, and the problems that follow from it.
func (r *Row) answer(v rules.Verdict) {
	r.Enrol = &Verdict{Sheet: r.Sheet, Row: r.Row, Name: r.Name(), Known: r.state.match != nil || r.state.rival != nil, Words: v.Reasons, Decided: r.state.enrolling}
	open := r.identityOpen()
	switch {
	case !v.In && !v.Ask:
		r.Enrol.Enrol = MayNotEnrol
		r.Enrol.Reasons = r.against(v)
	case v.Ask || len(open) > 0:
		r.Enrol.Enrol = AskFirst
		r.Enrol.Reasons = r.openKinds(v, open)
	default:
		r.Enrol.Enrol = MayEnrol
		if r.known() == nil {
			r.sayEnrol(Warning, kindClassUnknown, "")
		}
	}
}

// identityOpen are the kinds because of which it is not known yet who the row's person is.
func (r *Row) identityOpen() []string {
	var out []string
	for _, q := range r.Problems {
		if (q.Level == Doubt || q.Level == Rejected) && !q.enrol && (r.Outcome == Decide || r.Outcome == Reject) {
			out = append(out, q.Kind)
		}
	}
	return out
}

// against names why somebody may not be enrolled. What is only asked says nothing beside a reason that shuts somebody out.
func (r *Row) against(v rules.Verdict) []string {
	var out []string
	young := slices.Contains(v.Kinds, "under_16") // who is of course at school
	for _, g := range v.Grounds {
		kind := "class_" + g.Code
		if g.Ask || young && g.Code == "at_school" || slices.Contains(out, kind) {
			continue
		}
		out = append(out, kind)
		r.sayEnrol(Rejected, kind, v.Words())
	}
	return out
}

// openKinds names why somebody has to be asked about. That there is no ID number the row has said already.
func (r *Row) openKinds(v rules.Verdict, open []string) []string {
	out := open
	for _, kind := range v.Kinds {
		if kind == "id_missing" {
			if own := r.idProblem(); own != "" {
				kind = own
			}
			if !slices.Contains(out, kind) {
				out = append(out, kind)
			}
			continue
		}
		if kind == "birth_unknown" && r.idProblem() != "" {
			continue // it is unknown because the number is
		}
		out = append(out, "class_"+kind)
		r.sayEnrol(Warning, "class_"+kind, v.Words())
	}
	return out
}

// idProblem is what is wrong with the row's ID number, in one word.
func (r *Row) idProblem() string {
	for _, q := range r.Problems {
		if strings.HasPrefix(q.Kind, "id_") && (q.Level == Warning || q.Level == Doubt) && q.Kind != kindIDSuffixBad && q.Kind != kindID15 {
			return q.Kind
		}
	}
	return ""
}

// sayEnrol adds a problem about enrolling: the person goes into the register all the same.
func (r *Row) sayEnrol(level Level, kind, why string) {
	t := person(survey.IDNo)
	if !r.state.has(t) {
		t = person(survey.FullName)
	}
	r.say(t, level, kind, "", why)
	q := &r.Problems[len(r.Problems)-1]
	q.enrol, q.made = true, true
	switch level {
	case Rejected:
		q.Message = text.T("intake.class.no", why)
	default:
		if why != "" {
			q.Message = text.T("intake.class.ask", why)
		}
	}
}

// countEnrol counts, and offers the choices that the verdict leaves open.
func (p *Plan) countEnrol(r *Row) {
	open := r.Enrol.Enrol == AskFirst && r.goesIn() && !r.Enrol.In
	if open {
		r.Choices = append(slices.Clone(r.Choices), Enrol, NotEnrol)
	}
	switch {
	case r.Enrol.In, r.enrolled():
		p.Enrolled++
	case r.Enrol.Enrol == MayNotEnrol:
		p.Refused++
	case r.Waits():
		p.Asked++
	}
}

// enrolled tells whether the row's person would be enrolled by this plan.
func (r *Row) enrolled() bool {
	v := r.Enrol
	return v != nil && r.goesIn() && !v.In && (v.Enrol == MayEnrol || v.Enrol == AskFirst && v.Decided == Enrol)
}

// Waits tells whether the row waits for a decision: who it is, or whether the person is to be enrolled.
func (r *Row) Waits() bool {
	v := r.Enrol
	return r.Outcome == Decide || v != nil && v.Enrol == AskFirst && !v.In && v.Decided == "" && r.goesIn()
}

// enrolKey is under what a decision about enrolling is kept.
func (r *Row) enrolKey() string { return r.Key() + ".enrol" }

// Decisions are what people have decided about the row, by the keys under which Options.Decided is asked for it.
func (r *Row) Decisions() map[string]Choice {
	out := map[string]Choice{}
	if r.Chosen != "" {
		out[r.Key()] = r.Chosen
	}
	if r.state.enrolling != "" {
		out[r.enrolKey()] = r.state.enrolling
	}
	return out
}
