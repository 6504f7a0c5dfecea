package paper

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 结业验收表: how many were planned, enrolled, finished and passed, how they attended, what the evaluation says, and the head of the
// chain of attendance marks, so that an auditor who has the paper can find out whether a mark was changed after it was signed.

// closingRow is so low that all of a usual class stands on one page, seals included.
const closingRow = 7.4

func makeClosing(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.closing", func(d *doc) error {
		f := flow{d: d, job: j, number: closingNo, name: text.T("paper.closing_title"), under: j.Class.No()}.begin()
		f.classRows()
		f.numbers(j.tally())
		f.section(text.T("paper.closing_evaluation"))
		f.fiveOnly(j.Indicators, closingRow)
		f.sealed(j)
		h := max(21.5, min(40, (f.rest()-10)/3))
		f.need(3*h + 10)
		f.section(text.T("paper.closing_opinions"))
		f.opinion(h, text.T("paper.opinion_institution"), text.T("paper.closing_said"), text.T("paper.sign_manager"), text.T("paper.seal_place"))
		f.opinion(h, text.T("paper.opinion_supervisor"), text.T("paper.closing_seen"), text.T("paper.sign_supervisor"))
		f.opinion(h, text.T("paper.opinion_office"), text.T("paper.closing_verdict"), text.T("paper.sign_checked"), text.T("paper.seal_place"))
		return f.done(j.Class.Name(), "")
	})
}

// classRows are the facts of the class that stand at the head of its forms.
func (f *flow) classRows() {
	c := f.job.Class
	f.row(closingRow, cell{text.T("paper.class"), c.Name(), 1})
	f.row(closingRow, cell{label(training.Institution), shown(c, training.Institution), 1}, cell{label(training.Trade), c.TradeAndLevel(), 1})
	f.row(closingRow, cell{text.T("paper.period"), period(c), 1}, cell{label(training.Hours), shown(c, training.Hours), 1})
	f.row(closingRow, cell{label(training.Place), shown(c, training.Place), 1})
}

// tally is what a class came to, counted from its roster and its marks.
type tally struct {
	planned, enrolled, left, finished, examined, passed, certified int
	attendance                                                     training.Total
	marks                                                          int
}

func (j Job) tally() tally {
	t := tally{planned: j.Class.Planned(), marks: len(j.Marks)}
	var all []training.Enrolment
	for _, r := range j.Rows {
		e := r.Enrolment
		all = append(all, e)
		switch e.Standing() {
		case training.Withdrawn:
			t.left++
			t.enrolled++
		case training.Enrolled:
			t.enrolled++
		}
		result := e.Answers[training.Result]
		t.finished += one(e.DoneOn(j.Class) != "")
		t.examined += one(result == training.Passed || result == training.Failed)
		t.passed += one(e.Passed(j.Class))
		t.certified += one(e.Certified())
	}
	t.attendance = training.AddUp(j.Sessions, all, j.Marks, "").Class
	return t
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// numbers are the rows of people and hours. Of a class that nobody was marked in they are left to write.
func (f *flow) numbers(t tally) {
	f.section(text.T("paper.closing_numbers"))
	n := func(key string, v int) cell { return cell{text.T(key), text.T("paper.people", strconv.Itoa(v)), 1} }
	f.row(closingRow, n("paper.planned", t.planned), n("paper.enrolled", t.enrolled), n("paper.left", t.left))
	f.row(closingRow, n("paper.finished", t.finished), n("paper.passed", t.passed), n("paper.certified", t.certified))
	hours, rate, counts := "", "", ""
	if r, ok := t.attendance.Rate(); ok {
		hours = text.T("paper.hours_of", number(t.attendance.Attended), number(t.attendance.Planned))
		rate = fmt.Sprintf("%.1f%%", r*100)
		counts = symbolCounts(t.attendance)
	}
	f.row(closingRow, cell{text.T("paper.rate"), rate, 1}, cell{text.T("paper.hours_attended"), hours, 2})
	f.row(closingRow, cell{text.T("paper.sessions_by"), counts, 1})
}

// symbolCounts says how many half-days of people each symbol stands for.
func symbolCounts(t training.Total) string {
	var parts []string
	for _, s := range training.Symbols {
		parts = append(parts, s.Name+" "+strconv.Itoa(t.Count[s.Name]))
	}
	return strings.Join(append(parts, text.T("paper.unmarked", t.Unmarked)), "　")
}

// number writes hours without needless zeros.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// sealed prints the head of the chain of marks in groups of four, as a person reads it out.
func (f *flow) sealed(j Job) {
	f.section(text.T("paper.closing_seal"))
	words := text.T("paper.no_head")
	if j.Head != "" {
		words = fours(j.Head)
	}
	f.row(11.5, cell{text.T("paper.head"), words, 1})
	f.row(closingRow, cell{text.T("paper.head_marks"), text.T("paper.marks", j.HeadMarks), 1}, cell{text.T("paper.head_on"), chineseDate(j.HeadOn), 1})
	f.note(text.T("paper.head_note"))
}

// fours parts a head into groups of four, eight on a line.
func fours(head string) string {
	var b strings.Builder
	for i, r := range head {
		switch {
		case i > 0 && i%32 == 0:
			b.WriteByte('\n')
		case i > 0 && i%4 == 0:
			b.WriteString("  ")
		}
		b.WriteRune(r)
	}
	return b.String()
}
