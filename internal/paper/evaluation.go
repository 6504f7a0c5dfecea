package paper

import (
	"io"

	"ruhu/internal/text"
)

// The 班次评估表 (云人社发〔2018〕71号 二(一)4: 以班次为单位，将培训师资安排、培训人数、出勤情况、培训质量、就业创业率等指标及时进行评估), each with
// numerator, denominator and how it was reckoned.

// Indicator is one of the figures by which a class is judged. Where Share is "" the figure is not known yet.
type Indicator struct {
	Name                   string
	Numerator, Denominator string // with what they count: 36人
	Share                  string // 90.0%
	Definition             string // 口径
}

// five are the names of the policy's indicators, for a form that is filled in by hand.
var five = []string{"paper.ind_teachers", "paper.ind_people", "paper.ind_attendance", "paper.ind_quality", "paper.ind_jobs"}

func makeEvaluation(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.evaluation", func(d *doc) error {
		f := flow{d: d, job: j, number: evaluationNo, name: text.T("paper.evaluation_title"), under: j.Class.No()}.begin()
		f.classRows()
		f.section(text.T("paper.evaluation_figures"))
		indicators := j.Indicators
		if j.Blank {
			indicators = nil
		}
		f.indicators(indicators, 15)
		f.note(text.T("paper.evaluation_note"))
		f.section(text.T("paper.evaluation_words"))
		h := min(38, f.rest()/4)
		f.opinion(h, text.T("paper.evaluation_good"), "")
		f.opinion(h, text.T("paper.evaluation_bad"), "")
		f.opinion(h, text.T("paper.evaluation_grade"), text.T("paper.evaluation_grades"), text.T("paper.sign_assessor"), text.T("paper.sign_third"))
		f.opinion(h, text.T("paper.opinion_office"), "", text.T("paper.sign_head"), text.T("paper.seal_place"))
		return f.done(j.Class.Name(), "")
	})
}

// indicators is the table of the figures.
func (f *flow) indicators(all []Indicator, row float64) {
	g := tableStyle(column{text.T("paper.col_indicator"), 32, centre}, column{text.T("paper.col_numerator"), 30, centre},
		column{text.T("paper.col_denominator"), 30, centre}, column{text.T("paper.col_share"), 20, centre}, column{text.T("paper.col_definition"), 66, left})
	g.row = row
	var rows [][]string
	for _, i := range all {
		rows = append(rows, []string{i.Name, i.Numerator, i.Denominator, i.Share, i.Definition})
	}
	if len(all) == 0 {
		for _, key := range five {
			rows = append(rows, []string{text.T(key), "", "", "", ""})
		}
	}
	f.table(g, rows)
}
