package xlsform

import (
	"regexp"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with what a question begins with, or is worked out from.
var (
	ErrDefault       = text.NewError("xlsform.default")
	ErrNoCalculation = text.NewError("xlsform.no_calculation")
)

var functionCall = regexp.MustCompile(`^[a-z][a-z:-]*\(.*\)$`) // today(), uuid()

// condition is an expression under which a question, or all of a group, is asked. It is read once, for all of them.
type condition struct {
	row    row
	column string
	text   string
	read   bool
	expr   *expr
}

func conditionOf(x row) *condition {
	if s := x.get("relevant"); s != "" && !yes(s) {
		return &condition{row: x, column: "relevant", text: s}
	}
	return nil
}

// logic reads all expressions, now that all names are known, and makes the fields.
func (r *reader) logic() {
	for _, q := range r.questions {
		for _, c := range q.conditions {
			if x := r.condition(c); x != nil {
				q.relevant = append(q.relevant, x)
			}
		}
		r.calculation(q)
	}
	r.circles()
	for _, q := range r.questions {
		if q.called.act == reckon && q.field.From == nil {
			continue // could not be read, and was named
		}
		r.finish(q)
		r.form.Fields = append(r.form.Fields, q.field)
	}
}

// condition reads an expression; one that cannot be read holds always, so that nobody is not asked for a slip of the pen.
func (r *reader) condition(c *condition) *expr {
	if c.read {
		return c.expr
	}
	c.read = true
	r.scope.self = words
	x, err := parseExpression(c.text, r.scope)
	if err == nil && x.today {
		err = ErrNoToday
	}
	if err != nil {
		r.doubt(c.row, c.column, err)
		return nil
	}
	c.expr = x
	return x
}

// calculation makes a question one that is worked out.
func (r *reader) calculation(q *question) {
	s := q.row.get("calculation")
	fixed := s == "" && q.row.get("default") != "" && (q.called.act == reckon || yes(q.row.get("read_only")))
	switch {
	case fixed:
		v := textOf(q.row.get("default"))
		q.calc = &expr{run: func(*env) value { return v }}
	case s == "" && q.called.act == reckon:
		r.left(q.row, "calculation", ErrNoCalculation.With(q.field.Label))
		return
	case s == "":
		return
	default:
		r.scope.self = q.sort()
		x, err := parseExpression(s, r.scope)
		if err != nil {
			r.say(r.source.survey, q.row, "calculation", q.name, err, q.called.act == reckon)
			return
		}
		q.calc = x
	}
	if q.called.act == reckon {
		q.field.Kind = map[sort]*survey.Kind{number: survey.Number, day: survey.DateKind, truth: survey.Flag}[q.calc.sort]
		if q.field.Kind == nil {
			q.field.Kind = survey.Text
		}
	}
	q.field.From = q.workedOut
}

// workedOut is the stored form of what an expression comes to.
func (q *question) workedOut(a survey.Answers, on time.Time) string {
	if q.calc == nil || q.daily && on.IsZero() {
		return ""
	}
	v := newEnv(a, on).answer(q)
	switch {
	case v.sort == truth && v.b:
		return survey.Yes
	case v.sort == truth:
		return survey.No
	case q.field.Kind == survey.Choice:
		name, _ := q.field.Find(v.text())
		return name
	}
	return v.text()
}

// finish makes the closures of a field: when it is asked, and what its answer must be.
func (r *reader) finish(q *question) {
	f := &q.field
	f.Label, f.Hint = r.named(f.Label), r.named(f.Hint)
	if len(q.relevant) > 0 {
		f.When = func(a survey.Answers) bool { return q.relevantIn(newEnv(a, time.Time{})) }
	}
	if f.From != nil {
		return
	}
	r.constraint(q)
	if len(q.checks) > 0 {
		f.Check = q.check
	}
	r.required(q)
	r.starts(q)
}

// check runs the checks of a question that is asked.
func (q *question) check(a survey.Answers, on time.Time) error {
	e := newEnv(a, on)
	if a[q.field.Key] == "" || !q.relevantIn(e) {
		return nil
	}
	e.self = q.typed(e)
	for _, c := range q.checks {
		if err := c(e); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) constraint(q *question) {
	s := q.row.get("constraint")
	if s == "" {
		return
	}
	r.scope.self = q.sort()
	x, err := parseExpression(s, r.scope)
	if err != nil {
		r.doubt(q.row, "constraint", err)
		return
	}
	wrong := ErrConstraint.With(q.field.Label)
	if said := plainWords(q.row.get("constraint_message")); said != "" {
		wrong = ErrSaid.With(r.named(said))
	}
	q.checks = append(q.checks, func(e *env) error {
		if x.run(e).truth() {
			return nil
		}
		return wrong
	})
}

// required: a plain yes is the field's own mark; words of the form's own, or a condition, are a rule.
func (r *reader) required(q *question) {
	s := q.row.get("required")
	if no(s) {
		return
	}
	q.field.Required = yes(s)
	said := plainWords(q.row.get("required_message"))
	if q.field.Required && said == "" {
		return
	}
	missing := survey.ErrRequired.With(q.field.Label)
	if said != "" {
		missing = ErrSaid.With(r.named(said))
	}
	must := func(*env) bool { return true }
	if !q.field.Required {
		r.scope.self = q.sort()
		x, err := parseExpression(s, r.scope)
		if err != nil {
			r.doubt(q.row, "required", err)
			return
		}
		must = func(e *env) bool { return x.run(e).truth() }
	}
	key := q.field.Key
	r.form.Rules = append(r.form.Rules, survey.Rule{Key: key, Check: func(a survey.Answers, on time.Time) error {
		if e := newEnv(a, on); a[key] == "" && q.relevantIn(e) && must(e) {
			return missing
		}
		return nil
	}})
}

// starts keeps what a new record begins with.
func (r *reader) starts(q *question) {
	s := q.row.get("default")
	if s == "" {
		return
	}
	if q.field.Kind == survey.Choices {
		s = q.namesOf(s)
	}
	v, err := q.field.Clean(s)
	if err != nil || reference.MatchString(s) || functionCall.MatchString(s) {
		r.doubt(q.row, "default", ErrDefault.With(q.field.Label))
		return
	}
	r.form.Defaults[q.field.Key] = v
}
