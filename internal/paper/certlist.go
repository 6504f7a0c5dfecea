package paper

import (
	"io"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 颁证花名册, A4 landscape (of the 家政服务工程 forms: 序号 姓名 单位 性别 出生日期 身份证号码 学历 理论成绩 实践成绩 证书编号 备注), of those who passed; who
// takes a certificate signs beside it. The public one is masked and shows no number of anybody's certificate.

// ErrNobodyPassed is a list of certificates for a class in which nobody passed yet.
var ErrNobodyPassed = text.NewError("paper.nobody_passed")

// passed are who passed or has a certificate already, by seat.
func (j Job) passed() []Row {
	return slices.DeleteFunc(roster(j.Rows), func(r Row) bool { return !r.Enrolment.Passed(j.Class) && !r.Enrolment.Certified() })
}

func makeCertList(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	all, out := j.listed(j.passed())
	if len(all) == 0 {
		return out, ErrNobodyPassed
	}
	var rows [][]string
	for _, r := range all {
		rows = append(rows, certRow(r, j))
	}
	d := newDoc(text.T("paper.certlist_title"), j.At)
	l := listing{
		job: j, number: certListNo, name: text.T("paper.certlist_title"), under: rosterKind(j.Public), w: landscapeWidth, h: landscapeHigh, mark: !j.Public,
		grid: certGrid(j.Public), rows: rows, least: 7, most: 9, foot: 18,
	}
	l.head = func(p *page, y float64) float64 {
		y = p.facts(listMargin, y, l.width()-22, []float64{3, 2}, fact{text.T("paper.class"), j.Class.Name()}, fact{label(training.Institution), shown(j.Class, training.Institution)})
		return p.facts(listMargin, y, l.width()-22, []float64{3, 2}, fact{label(training.Trade), j.Class.TradeAndLevel()}, fact{text.T("paper.count"), text.T("paper.people", strconv.Itoa(len(all)))})
	}
	l.last = func(p *page, y float64) {
		if j.Public {
			rosterFoot(p, y, j)
			return
		}
		p.toFill(listMargin, y+4, l.width(), [][2]string{{text.T("paper.sign_issuer")}, {text.T("paper.sign_maker")}, {text.T("paper.sign_checker")}, {text.T("paper.sign_date")}})
	}
	if err := l.draw(d); err != nil {
		return out, err
	}
	return d.finish(w, out)
}

func certGrid(public bool) grid {
	g := grid{head: 10, headStyle: strong(9.5), cellStyle: sans(9.5), lineColour: pale}
	if public {
		g.columns = []column{
			{text.T("paper.col_seat"), 14, centre}, {text.T("paper.col_name"), 44, centre}, {text.T("paper.col_sex"), 16, centre}, {text.T("paper.col_village"), 60, left},
			{text.T("paper.col_last4"), 30, centre}, {text.T("paper.col_cert"), 70, left}, {text.T("paper.col_cert_on"), 32, centre},
		}
		return g
	}
	g.columns = []column{
		{text.T("paper.col_seat"), 10, centre}, {text.T("paper.col_name"), 32, centre}, {text.T("paper.col_home"), 34, left}, {text.T("paper.col_sex"), 10, centre},
		{text.T("paper.col_born"), 22, centre}, {text.T("paper.col_id"), 38, centre}, {text.T("paper.col_education"), 16, centre},
		{text.T("paper.col_theory"), 12, centre}, {text.T("paper.col_practice"), 12, centre}, {text.T("paper.col_cert_no"), 36, centre},
		{text.T("paper.col_cert_on"), 22, centre}, {text.T("paper.col_taken"), 27, centre},
	}
	return g
}

func certRow(r Row, j Job) []string {
	p, e, seat := r.Person, r.Enrolment, strconv.Itoa(r.Enrolment.Seat())
	if j.Public {
		last := lastFour(p)
		if age, known := ageOn(p, j.At); !known || age < minorAge {
			last = ""
		}
		return []string{seat, publicName(p, j.At), p.Sex(), r.Village, last, j.certName(e), e.Answers[training.CertOn]}
	}
	return []string{seat, p.Name(), r.Village + r.Group, p.Sex(), bornOn(p), p.IDNumber(), p.Get(survey.Education),
		e.Answers[training.TheoryScore], e.Answers[training.PracticeScore], e.Answers[training.CertNo], e.Answers[training.CertOn], ""}
}

// bornOn is somebody's birth date, as far as it is known.
func bornOn(p registry.Person) string {
	day, exact, ok := p.Born()
	switch {
	case !ok:
		return ""
	case !exact:
		return p.Get(survey.Born)
	}
	return day.Format(time.DateOnly)
}

// certName is what a certificate is called: as noted, otherwise by the trade.
func (j Job) certName(e training.Enrolment) string {
	if name := e.Answers[training.CertName]; name != "" {
		return name
	}
	return j.Class.TradeAndLevel()
}
