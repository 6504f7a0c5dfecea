package xlsform

// circles takes away what is worked out from itself, over however many questions, and finds what changes with the day.
func (r *reader) circles() {
	state := map[*question]int{}
	for _, q := range r.questions {
		r.visit(q, state)
	}
}

// The states of a question on the way through all that it looks at.
const (
	unseen = iota
	open
	settled
)

// visit goes down to all that a question looks at. Where the way comes back to one that is open, the expression that leads
// there is taken away and named. The way is no longer than the number of questions, which is bounded.
func (r *reader) visit(q *question, state map[*question]int) {
	if state[q] != unseen {
		return
	}
	state[q] = open
	for i := 0; i < len(q.relevant); i++ {
		if r.leads(q, q.relevant[i], state) {
			r.doubt(q.row, "relevant", ErrGoesInCircle.With(q.name))
			q.relevant = append(q.relevant[:i:i], q.relevant[i+1:]...)
			i--
		}
	}
	if q.calc != nil {
		if r.leads(q, q.calc, state) {
			r.say(r.source.survey, q.row, "calculation", q.name, ErrGoesInCircle.With(q.name), q.called.act == reckon)
			q.calc, q.field.From = nil, nil
		} else {
			q.daily = q.daily || q.calc.today
		}
	}
	state[q] = settled
}

// leads tells whether an expression leads back to a question that is open.
func (r *reader) leads(q *question, x *expr, state map[*question]int) bool {
	for _, name := range x.refs {
		to := r.scope.by[name]
		if to == nil {
			continue
		}
		if state[to] == open {
			return true
		}
		r.visit(to, state)
		q.daily = q.daily || to.daily
	}
	return false
}
