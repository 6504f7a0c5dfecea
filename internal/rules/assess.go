package rules

import (
	"cmp"
	"strings"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Assess says when somebody has passed an examination, and how a class is judged afterwards. Every number is a county's parameter.
type Assess struct {
	Full         float64 `json:"full"`          // the most that there is
	PassTheory   float64 `json:"pass_theory"`   // 0: there is no such part
	PassPractice float64 `json:"pass_practice"` // the same
	Resits       int     `json:"resits"`        // 0: none
	JobMonths    int     `json:"job_months"`    // 就业创业率: who works so many months after the class, at the latest
	Satisfied    float64 `json:"satisfied"`     // of 5: a trainee whose scores are so high on average is satisfied
	Source       string  `json:"source"`
}

// Assess gives the rule of examinations.
func (b *Book) Assess(on time.Time) Assess { return In[Assess](b, "assess", on) }

// Grade is what scores come to.
type Grade struct {
	Result string // training.Passed, training.Failed; "" while a part is missing
	Why    string
}

// Grade says what somebody's scores come to. A part that was taken again counts as it was then.
func (r Assess) Grade(a survey.Answers) Grade {
	var missing, failed, passed []string
	for _, p := range []struct {
		name, score string
		pass        float64
	}{
		{text.T("rules.theory"), cmp.Or(a[training.ResitTheory], a[training.TheoryScore]), r.PassTheory},
		{text.T("rules.practice"), cmp.Or(a[training.ResitPractice], a[training.PracticeScore]), r.PassPractice},
	} {
		switch {
		case p.pass <= 0:
		case p.score == "":
			missing = append(missing, text.T("rules.score_missing", p.name))
		case numberOf(p.score) < p.pass:
			failed = append(failed, text.T("rules.score_below", p.name, p.score, trim(p.pass)))
		default:
			passed = append(passed, text.T("rules.score_enough", p.name, p.score, trim(p.pass)))
		}
	}
	join := text.T("rules.join")
	switch {
	case len(missing) > 0:
		return Grade{Why: strings.Join(append(missing, failed...), join)}
	case len(failed) > 0:
		return Grade{training.Failed, strings.Join(failed, join)}
	}
	return Grade{training.Passed, strings.Join(passed, join)}
}

// Faults implements Faulty.
func (r Assess) Faults() []Fault {
	var f faults
	f.within("full", int(r.Full), 1, 1000, false)
	f.within("pass_theory", int(r.PassTheory), 0, int(r.Full), true)
	f.within("pass_practice", int(r.PassPractice), 0, int(r.Full), true)
	f.within("resits", r.Resits, 0, 10, true)
	f.within("job_months", r.JobMonths, 0, 60, true)
	f.within("satisfied", int(r.Satisfied), 1, 5, false)
	return f
}
