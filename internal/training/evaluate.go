package training

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Taught is a class as it was held, with what is known of it afterwards, to be evaluated.
type Taught struct {
	Class      Class
	Sessions   []Session
	Enrolments []Enrolment
	Marks      []Mark
	Certified  func(teacher string, on time.Time) bool // whether a teacher's certificate held on a day; nil: there is no directory
	Feedback   []survey.Answers
	Followups  map[string][]survey.Answers // by person
	JobMonths  int                         // 就业创业率: work found within so many months counts; 0 for any time
	Satisfied  float64                     // whose scores are so high on average is satisfied
}

// Indicator is one figure by which a class is judged, with what it was made of: a rate without numerator, denominator and definition says nothing.
type Indicator struct {
	Code     string
	Of       string // which of the five of the policy it belongs to: teachers, people, attendance, quality, jobs; "" for 满意度
	Num, Den float64
	Mean     bool // Num ÷ Den is a mean score, not a share
	args     []any
}

// Name is the indicator's name.
func (i Indicator) Name() string { return text.T("training.eval." + i.Code) }

// Definition is how it is reckoned (口径).
func (i Indicator) Definition() string { return text.T("training.eval_def."+i.Code, i.args...) }

// Rate is numerator over denominator; not ok where there is nothing to divide by.
func (i Indicator) Rate() (rate float64, ok bool) {
	if i.Den <= 0 {
		return 0, false
	}
	return i.Num / i.Den, true
}

// Share is the rate as people write it: 90.0%, or 4.3 of a mean; "" where there is none.
func (i Indicator) Share() string {
	rate, ok := i.Rate()
	switch {
	case !ok:
		return ""
	case i.Mean:
		return fmt.Sprintf("%.1f", rate)
	}
	return fmt.Sprintf("%.1f%%", rate*100)
}

// Parts are numerator and denominator, as numbers.
func (i Indicator) Parts() (num, den string) { return trim(i.Num), trim(i.Den) }

// Evaluate works out the indicators of 云人社发〔2018〕71号 二（一）4, “以班次为单位，将师资安排、培训人数、出勤情况、培训质量、就业创业率等指标及时进行
// 评估”, and what trainees said. The first of each of the five is the one that reports have too, reckoned alike.
func Evaluate(c Taught) []Indicator {
	n := c.count()
	came := AddUp(c.Sessions, c.Enrolments, c.Marks, "").Class
	out := []Indicator{
		{Code: "sessions_certified", Of: "teachers", Num: n["sessions_certified"], Den: n["sessions_held"]},
		{Code: "teachers_certified", Of: "teachers", Num: n["teachers_certified"], Den: n["teachers"]},
		{Code: "finished", Of: "people", Num: n["finished"], Den: n["enrolled"]},
		{Code: "enrolled", Of: "people", Num: n["enrolled"], Den: float64(c.Class.Planned())},
		{Code: "came", Of: "attendance", Num: came.Attended, Den: came.Planned},
		{Code: "passed", Of: "quality", Num: n["passed"], Den: n["finished"]},
		{Code: "passed_examined", Of: "quality", Num: n["passed"], Den: n["examined"]},
		{Code: "certified", Of: "quality", Num: n["certified"], Den: n["finished"]},
		{Code: "works", Of: "jobs", Num: n["works"], Den: n["finished"]},
		{Code: "works_passed", Of: "jobs", Num: n["works_soon"], Den: n["passed"], args: []any{c.JobMonths}},
	}
	if c.Certified == nil {
		out = out[2:]
	}
	return append(out, c.satisfaction()...)
}

// count counts what the shares are made of.
func (c Taught) count() map[string]float64 {
	n := map[string]float64{}
	add := func(key string, yes bool) {
		if yes {
			n[key]++
		}
	}
	for _, e := range c.Enrolments {
		if e.Standing() != Enrolled {
			continue
		}
		r, done := e.Answers[Result], e.DoneOn(c.Class) != ""
		add("enrolled", true)
		add("finished", done)
		add("examined", r == Passed || r == Failed)
		add("passed", done && e.Passed(c.Class))
		add("certified", done && e.Certified())
		add("works", done && slices.Contains(AtWork, e.Answers[After]))
		add("works_soon", done && e.Passed(c.Class) && c.worksSoon(e))
	}
	c.teachers(add)
	return n
}

// teachers counts the sessions that were held, and who taught in them.
func (c Taught) teachers(add func(string, bool)) {
	if c.Certified == nil {
		return
	}
	held, good := map[string]bool{}, map[string]bool{}
	for _, m := range c.Marks {
		if s, ok := SymbolOf(m.Symbol); ok && s.Came {
			held[m.Session] = true
		}
	}
	for _, s := range c.Sessions {
		name := s.Answers[Teacher]
		if !held[s.ID] {
			continue
		}
		certified := name != "" && c.Certified(name, s.Date())
		add("sessions_held", true)
		add("sessions_certified", certified)
		if name == "" {
			continue
		}
		was, seen := good[name]
		good[name] = certified && (was || !seen) // one whose certificate ran out midway has none
	}
	for _, certified := range good {
		add("teachers", true)
		add("teachers_certified", certified)
	}
}

// worksSoon tells whether somebody was at work within JobMonths of the end, by the enrolment or by a look after them. Of work without a day it is
// believed that it was.
func (c Taught) worksSoon(e Enrolment) bool {
	done, ok := survey.Day(e.DoneOn(c.Class))
	soon := func(on survey.Date) bool {
		day, known := survey.Day(on)
		return !known || !ok || c.JobMonths == 0 || !day.After(done.AddDate(0, c.JobMonths, 0))
	}
	if slices.Contains(AtWork, e.Answers[After]) && soon(e.Answers[AfterOn]) {
		return true
	}
	return slices.ContainsFunc(c.Followups[e.PersonID()], func(a survey.Answers) bool {
		day, known := survey.Day(a[survey.FollowedOn])
		return slices.Contains(AtWork, a[survey.JobState]) && soon(a[survey.FollowedOn]) && (!known || !ok || !day.Before(done))
	})
}

// satisfaction is what trainees said: how many are satisfied, and the mean of all scores.
func (c Taught) satisfaction() []Indicator {
	satisfied, forms, sum, scores := 0.0, 0.0, 0.0, 0.0
	for _, a := range c.Feedback {
		own, n := 0.0, 0.0
		for _, key := range Scores {
			if v, err := strconv.ParseFloat(a[key], 64); err == nil && v >= 1 && v <= 5 {
				own, n = own+v, n+1
			}
		}
		if n == 0 {
			continue
		}
		sum, scores, forms = sum+own, scores+n, forms+1
		if own/n >= c.Satisfied {
			satisfied++
		}
	}
	return []Indicator{
		{Code: "satisfied", Num: satisfied, Den: forms, args: []any{trim(c.Satisfied)}},
		{Code: "score", Num: sum, Den: scores, Mean: true},
	}
}
