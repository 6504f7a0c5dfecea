package paper_test

import (
	"fmt"
	"strings"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// sampleJob is a class of n people with everything that a paper can say of it: marks, scores, certificates, a claim, the evaluation.
func sampleJob(n int, o paper.Options) paper.Job {
	c := sampleClass()
	c.Answers[training.Stage] = training.Closed
	for key, v := range map[string]string{
		training.TheoryHours: "30", training.Mode: "送技下乡、办班进村", training.Resources: "《中式烹调师（初级）》教材40册，灶台8台，刀具、餐具40套，食材按课时配齐。",
		training.AssessPlan: "理论笔试1小时，实操2小时，各60分合格。", training.AssessOn: "2026-10-30", training.Assessor: "楚雄州职业技能评价中心", training.AssessPlace: "左门村委会活动室",
	} {
		c.Answers[key] = v
	}
	j := paper.Job{
		Class: c, Sessions: sampleSessions(c), Rows: sampleRows(n), Options: o,
		Institution: catalogue.Institution{Name: "姚安县青禾职业培训学校", LicenceUntil: "2028-06-30", Trades: []string{"中式烹调师", "中式面点师", "家政服务员", "育婴员", "养老护理员"}},
		Teachers:    []catalogue.Teacher{{Name: "饶伟", Title: "高级技师", Cert: "职业培训教师证"}, {Name: "解加芬", Title: "讲师", Cert: "教师资格证", CertUntil: "2027-05-31"}},
		Claims: []survey.Answers{{training.ClaimKind: "培训补贴", training.ClaimPart: training.InFull, training.ClaimPeople: fmt.Sprint(passing(n)), training.ClaimAmount: fmt.Sprint(passing(n) * 600),
			training.PostFrom: "2026-11-10", training.PostUntil: "2026-11-16"}},
		Head: strings.Repeat("0123456789abcdef", 4), HeadMarks: n * 20, HeadOn: "2026-10-29",
	}
	for i := range j.Rows {
		result(j.Rows[i].Enrolment, i)
	}
	j.Marks = sampleMarks(j)
	var all []training.Enrolment
	for _, r := range j.Rows {
		all = append(all, r.Enrolment)
	}
	j.Indicators = training.Evaluate(training.Taught{Class: c, Sessions: j.Sessions, Enrolments: all, Marks: j.Marks, JobMonths: 3, Satisfied: 4,
		Certified: func(teacher string, _ time.Time) bool { return teacher == "饶伟" }})
	return j
}

// passes tells whether the i-th of the sample passes.
func passes(i int) bool { return i%19 != 7 }

// passing is how many of n pass in result.
func passing(n int) int { return n - (n+11)/19 }

func result(e training.Enrolment, i int) {
	e.Answers[training.TheoryScore], e.Answers[training.PracticeScore] = fmt.Sprint(62+i%37), fmt.Sprint(65+i%31)
	e.Answers[training.Result] = training.Passed
	if !passes(i) {
		e.Answers[training.TheoryScore], e.Answers[training.Result] = "48", training.Failed
		e.Answers[training.ResitOn], e.Answers[training.ResitTheory] = "2026-11-20", "57"
		return
	}
	e.Answers[training.CertNo], e.Answers[training.CertOn] = fmt.Sprintf("53232600718%04d", i+1), "2026-11-05"
	e.Answers[training.CertName] = "培训合格证书"
}

// sampleMarks marks every half-day, a few with each sign; the first is a correction of another.
func sampleMarks(j paper.Job) []training.Mark {
	var out []training.Mark
	for n, s := range j.Sessions {
		for i, r := range j.Rows {
			m := training.Mark{ID: fmt.Sprintf("m%d-%d", n, i), Session: s.ID, Enrolment: r.Enrolment.ID, Symbol: training.Present, At: printedAt.Add(time.Duration(n) * time.Hour)}
			if (i*7+n*3)%23 == 5 {
				m.Symbol = training.Symbols[1+(i+n)%5].Name
			}
			out = append(out, m)
		}
	}
	wrong := out[0]
	wrong.ID, wrong.Symbol = "wrong", training.Absent
	out[0].Corrects = []string{"wrong"}
	return append(out, wrong)
}
