package paper

import (
	"io"
	"slices"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 班次评估表 (云人社发〔2018〕71号 二(一)4: 以班次为单位，将培训师资安排、培训人数、出勤情况、培训质量、就业创业率等指标及时进行评估), each with
// numerator, denominator and how it was reckoned.

// five are the policy's indicators in its order, by training.Indicator.Of, with what they are called.
var five = [][2]string{{"teachers", "paper.ind_teachers"}, {"people", "paper.ind_people"}, {"attendance", "paper.ind_attendance"}, {"quality", "paper.ind_quality"}, {"jobs", "paper.ind_jobs"}}

func makeEvaluation(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.evaluation", func(d *doc) error {
		f := flow{d: d, job: j, number: evaluationNo, name: text.T("paper.evaluation_title"), under: j.Class.No()}.begin()
		f.classRows()
		f.section(text.T("paper.evaluation_figures"))
		indicators := j.Indicators
		if j.Blank {
			indicators = nil
		}
		f.indicators(indicators)
		f.note(text.T("paper.evaluation_note"))
		f.section(text.T("paper.evaluation_words"))
		h := min(45, f.rest()/3)
		f.opinion(h, text.T("paper.evaluation_found"), "")
		f.opinion(h, text.T("paper.evaluation_grade"), text.T("paper.evaluation_grades"), text.T("paper.sign_assessor"), text.T("paper.sign_third"))
		f.opinion(h, text.T("paper.opinion_office"), "", text.T("paper.sign_head"), text.T("paper.seal_place"))
		return f.done(j.Class.Name(), "")
	})
}

// indicators is the table of all figures, each beside the one of the five that it belongs to; those to be written by hand are the five alone.
func (f *flow) indicators(all []training.Indicator) {
	g := tableStyle(column{text.T("paper.col_group5"), 24, centre}, column{text.T("paper.col_indicator"), 40, left}, column{text.T("paper.col_numerator"), 18, centre},
		column{text.T("paper.col_denominator"), 18, centre}, column{text.T("paper.col_share"), 18, centre}, column{text.T("paper.col_definition"), 60, left})
	g.row, g.cellStyle = 8.6, sans(9.5)
	var rows [][]string
	for _, i := range all {
		num, den := i.Parts()
		rows = append(rows, []string{groupOf(i), i.Name(), num, den, i.Share(), i.Definition()})
	}
	if len(all) == 0 {
		g.row = 15
		for _, one := range five {
			rows = append(rows, []string{text.T(one[1]), "", "", "", "", ""})
		}
	}
	f.table(g, rows)
}

// groupOf is the one of the five that a figure belongs to.
func groupOf(i training.Indicator) string {
	for _, one := range five {
		if one[0] == i.Of {
			return text.T(one[1])
		}
	}
	return text.T("paper.ind_said")
}

// fiveOnly is the first figure of each of the five: what the closing sheet has room for.
func (f *flow) fiveOnly(all []training.Indicator, row float64) {
	g := tableStyle(column{text.T("paper.col_indicator"), 24, centre}, column{text.T("paper.col_numerator"), 15, centre},
		column{text.T("paper.col_denominator"), 15, centre}, column{text.T("paper.col_share"), 16, centre}, column{text.T("paper.col_definition"), 108, left})
	g.row = row
	var rows [][]string
	for _, one := range five {
		line := []string{text.T(one[1]), "", "", "", ""}
		if at := slices.IndexFunc(all, func(i training.Indicator) bool { return i.Of == one[0] }); at >= 0 {
			num, den := all[at].Parts()
			line = []string{text.T(one[1]), num, den, all[at].Share(), all[at].Definition()}
		}
		rows = append(rows, line)
	}
	f.table(g, rows)
}
