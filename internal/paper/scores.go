package paper

import (
	"io"
	"strconv"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 鉴定成绩单, A4 upright (of the 家政服务工程 forms: 序号 准考证号 姓名 理论 实作 备注 考评员签字): filled in from what was noted, or blank for the
// examiners to write. The number of admission is always left to them: the assessor gives it out.

func makeScores(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	all, out := j.listed(roster(j.Rows))
	if len(all) == 0 {
		return out, ErrNoRows
	}
	var rows [][]string
	for _, r := range all {
		rows = append(rows, scoreRow(r, j))
	}
	d := newDoc(text.T("paper.scores_title"), j.At)
	l := listing{
		job: j, number: scoresNo, name: text.T("paper.scores_title"), under: listKind(j), w: 210, h: 297, mark: !j.Public && !j.Blank,
		grid: scoreGrid(j), rows: rows, least: 7.4, most: 9.5, foot: 36,
	}
	l.head = func(p *page, y float64) float64 { return assessed(p, y, l.width(), j.Class) }
	l.last = func(p *page, y float64) { scoreFoot(p, y, l.width(), j, all) }
	if err := l.draw(d); err != nil {
		return out, err
	}
	return d.finish(w, out)
}

// listed leaves out of a public list whom it may not show.
func (j Job) listed(rows []Row) ([]Row, Report) {
	if !j.Public {
		return rows, Report{}
	}
	var in []Row
	for _, r := range rows {
		if !child(r, j.At) {
			in = append(in, r)
		}
	}
	return in, Report{LeftOut: len(rows) - len(in)}
}

// listKind is what stands under the name of a list of people: for the file, for a wall, or nothing on a blank one.
func listKind(j Job) string {
	if j.Blank && !j.Public {
		return ""
	}
	return rosterKind(j.Public)
}

// assessed are the facts of the examination.
func assessed(p *page, y, w float64, c training.Class) float64 {
	y = p.facts(listMargin, y, w-22, []float64{1}, fact{text.T("paper.class"), c.Name()})
	y = p.facts(listMargin, y, w, []float64{3, 2}, fact{label(training.Institution), shown(c, training.Institution)}, fact{label(training.Trade), c.TradeAndLevel()})
	return p.facts(listMargin, y, w, []float64{3, 2}, fact{label(training.Assessor), joined("　", shown(c, training.Assessor), shown(c, training.AssessPlace))},
		fact{label(training.AssessOn), chineseDate(assessDay(c))})
}

// assessDay is the day of the examination: that on which it was held, otherwise that planned.
func assessDay(c training.Class) string {
	if on := c.Answers[training.AssessedOn]; on != "" {
		return on
	}
	return c.Answers[training.AssessOn]
}

func scoreGrid(j Job) grid {
	g := grid{head: 10, headStyle: strong(10), cellStyle: sans(10.5), lineColour: pale, columns: []column{
		{text.T("paper.col_seat"), 11, centre}, {text.T("paper.col_admission"), 30, centre}, {text.T("paper.col_name"), 34, centre},
	}}
	if !j.Public {
		g.columns = append(g.columns, column{text.T("paper.col_id4"), 18, centre})
	}
	return grid{head: g.head, headStyle: g.headStyle, cellStyle: g.cellStyle, lineColour: pale, columns: append(g.columns,
		column{text.T("paper.col_theory"), 16, centre}, column{text.T("paper.col_practice"), 16, centre},
		column{text.T("paper.col_result"), 18, centre}, column{text.T("paper.col_note"), 40, left})}
}

func scoreRow(r Row, j Job) []string {
	e := r.Enrolment
	out := []string{strconv.Itoa(e.Seat()), "", r.Person.Name()}
	if j.Public {
		out[2] = publicName(r.Person, j.At)
	} else {
		out = append(out, lastFour(r.Person))
	}
	if j.Blank {
		return append(out, "", "", "", "")
	}
	return append(out, e.Answers[training.TheoryScore], e.Answers[training.PracticeScore], e.Answers[training.Result], resit(e))
}

// resit is what came of a second try.
func resit(e training.Enrolment) string {
	parts := ""
	for _, one := range [][2]string{{"paper.col_theory", training.ResitTheory}, {"paper.col_practice", training.ResitPractice}} {
		if v := e.Answers[one[1]]; v != "" {
			parts = joined("　", parts, text.T(one[0])+v)
		}
	}
	if parts == "" && e.Answers[training.ResitOn] == "" {
		return ""
	}
	return text.T("paper.resit", joined("　", e.Answers[training.ResitOn], parts))
}

// scoreFoot counts who sat and who passed, and is signed by the examiners.
func scoreFoot(p *page, y, w float64, j Job, rows []Row) {
	due, sat, passed := strconv.Itoa(len(rows)), "", ""
	if !j.Blank {
		n, ok := 0, 0
		for _, r := range rows {
			e := r.Enrolment.Answers
			n += one(e[training.TheoryScore] != "" || e[training.PracticeScore] != "" || e[training.Result] == training.Passed || e[training.Result] == training.Failed)
			ok += one(e[training.Result] == training.Passed)
		}
		if n > 0 {
			sat, passed = strconv.Itoa(n), strconv.Itoa(ok)
		}
	}
	p.toFill(listMargin, y, w, [][2]string{{text.T("paper.exam_due"), due}, {text.T("paper.exam_sat"), sat}, {text.T("paper.exam_passed"), passed}})
	if j.Public {
		p.fit(listMargin, y+9, w, 10, text.T("paper.roster_masked"), sans(9).coloured(grey), left)
		return
	}
	p.toFill(listMargin, y+9, w, [][2]string{{text.T("paper.sign_examiners")}, {text.T("paper.sign_watcher")}})
	p.toFill(listMargin, y+18, w, [][2]string{{text.T("paper.sign_assessor_seal")}, {text.T("paper.sign_date")}})
	p.fit(listMargin, y+26, w, 5, text.T("paper.scores_rule"), sans(8.5).coloured(grey), left)
}
