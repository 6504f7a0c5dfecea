package paper

import (
	"io"
	"slices"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 学员花名册, A4 landscape. The internal one is for the file and the claim: everything in full, watermarked with who
// printed it and when. The public one is for a wall: masked, without ID numbers, minors hardly told, children not at all.

const rosterMargin = 12.0

func makeRoster(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows := roster(j.Rows)
	if len(rows) == 0 {
		return Report{}, ErrNoRows
	}
	out := Report{}
	if j.Public {
		before := len(rows)
		rows = slices.DeleteFunc(rows, func(r Row) bool {
			age, known := ageOn(r.Person, j.At)
			return known && age < childAge
		})
		out.LeftOut = before - len(rows)
	}
	d := newDoc(text.T("paper.roster_title"), j.At)
	if err := drawRoster(d, j, rows); err != nil {
		return Report{}, err
	}
	return d.finish(w, out)
}

// roster gives who is in the class, by seat: not the reserve, not those who left.
func roster(rows []Row) []Row {
	in := slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Enrolment.Standing() != training.Enrolled })
	slices.SortStableFunc(in, bySeat)
	return in
}

func bySeat(a, b Row) int { return training.BySeat(a.Enrolment, b.Enrolment) }

// Heights between which a row of a roster may be.
const rosterRowLeast, rosterRowMost = 6.2, 7.6

func drawRoster(d *doc, j Job, rows []Row) error {
	const top, bottom, foot = 46.0, 197.5, 16.0
	g := rosterGrid(j.Public)
	var perPage []int
	g.row, perPage = stretched(len(rows), bottom-top-g.head, foot, rosterRowLeast, rosterRowMost)
	people := len(rows)
	for n, count := range perPage {
		p := d.addPage(297, 210)
		if !j.Public {
			p.watermark(internalMark(j.Options))
		}
		if err := p.heading(text.T("paper.roster_title"), rosterKind(j.Public), sans(9.5).coloured(red), j.Class.Code(training.RosterCode, n+1), rosterMargin); err != nil {
			return err
		}
		rosterHead(p, j.Class, people)
		var cells [][]string
		for _, r := range rows[:count] {
			cells = append(cells, rosterRow(r, j.Options))
		}
		rows = rows[count:]
		y := g.draw(p, top, cells)
		if len(rows) == 0 {
			rosterFoot(p, y+3, j)
		}
	}
	d.pageNumbers(rosterMargin-3, 0, j.Class.Name(), rosterPrinted(j))
	return nil
}

func rosterKind(public bool) string {
	if public {
		return text.T("paper.roster_public")
	}
	return text.T("paper.roster_internal")
}

func rosterHead(p *page, c training.Class, people int) {
	shares := []float64{5, 4, 3}
	const width = 273.0
	y := p.facts(rosterMargin, 26.5, width-22, []float64{width * 9 / 12, width*3/12 - 22}, // the page's code stands at the right
		fact{label(training.ClassName), c.Name()}, fact{label(training.ClassNo), c.No()})
	y = p.facts(rosterMargin, y, width, shares, fact{label(training.Institution), shown(c, training.Institution)},
		fact{text.T("paper.period"), period(c)}, fact{label(training.Trade), c.TradeAndLevel()})
	p.facts(rosterMargin, y, width, []float64{9, 3}, fact{label(training.Place), shown(c, training.Place)},
		fact{text.T("paper.count"), text.T("paper.people", strconv.Itoa(people))})
}

func rosterGrid(public bool) grid {
	g := grid{x: rosterMargin, head: 8.5, headStyle: strong(10), cellStyle: sans(10), lineColour: pale}
	if public {
		g.columns = []column{
			{text.T("paper.col_seat"), 16, centre}, {text.T("paper.col_name"), 48, centre}, {text.T("paper.col_sex"), 20, centre},
			{text.T("paper.col_village"), 66, left}, {text.T("paper.col_group"), 40, left}, {text.T("paper.col_last4"), 34, centre},
			{text.T("paper.col_note"), 49, left},
		}
		return g
	}
	g.columns = []column{
		{text.T("paper.col_seat"), 12, centre}, {text.T("paper.col_name"), 36, centre}, {text.T("paper.col_sex"), 12, centre},
		{text.T("paper.col_age"), 12, centre}, {text.T("paper.col_ethnic"), 17, centre}, {text.T("paper.col_education"), 24, centre},
		{text.T("paper.col_id"), 43, centre}, {text.T("paper.col_phone"), 28, centre}, {text.T("paper.col_home"), 57, left},
		{text.T("paper.col_note"), 32, left},
	}
	return g
}

func rosterRow(r Row, o Options) []string {
	p, seat := r.Person, strconv.Itoa(r.Enrolment.Seat())
	age, known := ageOn(p, o.At)
	if !o.Public {
		years := ""
		if known {
			years = strconv.Itoa(age)
		}
		education := joined("", p.Get(survey.Education), p.Get(survey.Schooling))
		return []string{seat, p.Name(), p.Sex(), years, p.Get(survey.Ethnic), education, p.IDNumber(), p.Phone(), r.Village + r.Group, ""}
	}
	if !known || age < minorAge {
		return []string{seat, publicName(p, o.At), p.Sex(), r.Village, "", "", ""}
	}
	return []string{seat, publicName(p, o.At), p.Sex(), r.Village, r.Group, lastFour(p), ""}
}

// rosterFoot is what stands under the last row: who signs, or where to object.
func rosterFoot(p *page, y float64, j Job) {
	if !j.Public {
		p.toFill(rosterMargin, y+2, 273, [][2]string{{text.T("paper.sign_institution")}, {text.T("paper.sign_maker")}, {text.T("paper.sign_checker")}, {text.T("paper.sign_date")}})
		return
	}
	c := j.Class
	who := joined("　", shown(c, training.Supervisor), shown(c, training.SupervisorUnit), shown(c, training.SupervisorPhone))
	p.fit(rosterMargin, y, 273, 6, text.T("paper.roster_object", who), sans(10), left)
	p.fit(rosterMargin, y+6, 273, 6, text.T("paper.roster_masked"), sans(9).coloured(grey), left)
}

func rosterPrinted(j Job) string {
	if j.Public || j.At.IsZero() {
		return ""
	}
	return text.T("paper.printed", j.By, j.At.Format("2006-01-02 15:04"))
}

// toFill writes labels with a line after each to write on, in one row; what is known already stands on its line.
func (p *page) toFill(x, y, w float64, pairs [][2]string) {
	each := w / float64(len(pairs))
	st := sans(10.5)
	for i, pair := range pairs {
		at := x + each*float64(i)
		p.in(at, y, each, 6, pair[0], st, left)
		from, to := at+p.doc.width(pair[0], st)+1, at+each-5
		p.line(from, y+5.6, to, y+5.6, 0.2, grey)
		p.fit(from, y, to-from, 5.4, pair[1], st, centre)
	}
}
