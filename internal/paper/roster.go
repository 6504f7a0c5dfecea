package paper

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 学员花名册, A4 landscape. The internal one is for the file and the claim: everything in full, watermarked with who
// printed it and when. The public one is for a wall: masked, without ID numbers, minors hardly told, children not at all.

const rosterMargin, rosterWidth = 12.0, 273.0

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
	d := newDoc(rosterWords(j.Options).Title, j.At)
	d.times = j.times()
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
	const bottom = 197.5
	k, words := d.times, rosterWords(j.Options)
	top, foot := 28+18*k, 16*k
	g := grid{x: rosterMargin, columns: listColumns(words, rosterWidth, j.Options), head: 8.5 * k, headStyle: strong(10 * k), cellStyle: sans(10 * k), lineColour: pale}
	var perPage []int
	g.row, perPage = stretched(len(rows), bottom-top-g.head, foot, rosterRowLeast*k, rosterRowMost*k)
	people := len(rows)
	for n, count := range perPage {
		p := d.addPage(297, 210)
		if !j.Public {
			p.watermark(internalMark(j.Options))
		}
		if err := p.heading(words.Title, cmp.Or(words.Under, rosterKind(j.Public)), sans(9.5).coloured(red), j.Class.Code(training.RosterCode, n+1), rosterMargin); err != nil {
			return err
		}
		rosterHead(p, j.Class, people)
		var cells [][]string
		for _, r := range rows[:count] {
			cells = append(cells, rosterRow(words.Columns, r, j.Options))
		}
		rows = rows[count:]
		y := g.draw(p, top, cells)
		if len(rows) == 0 {
			rosterFoot(p, y+3, j)
		}
	}
	d.pageNumbers(rosterMargin-3, 0, cmp.Or(words.Footer, j.Class.Name()), rosterPrinted(j))
	return nil
}

// rosterWords are what a roster says in the county.
func rosterWords(o Options) rules.Wording {
	w := o.words().Roster
	if o.Public {
		w = o.words().RosterPublic
	}
	w.Title = cmp.Or(w.Title, text.T("paper.roster_title"))
	return w
}

func rosterKind(public bool) string {
	if public {
		return text.T("paper.roster_public")
	}
	return text.T("paper.roster_internal")
}

func rosterHead(p *page, c training.Class, people int) {
	shares := []float64{5, 4, 3}
	const width = rosterWidth
	y := p.facts(rosterMargin, 26.5, width-22, []float64{width * 9 / 12, width*3/12 - 22}, // the page's code stands at the right
		fact{label(training.ClassName), c.Name()}, fact{label(training.ClassNo), c.No()})
	y = p.facts(rosterMargin, y, width, shares, fact{label(training.Institution), shown(c, training.Institution)},
		fact{text.T("paper.period"), period(c)}, fact{label(training.Trade), c.TradeAndLevel()})
	p.facts(rosterMargin, y, width, []float64{9, 3}, fact{label(training.Place), shown(c, training.Place)},
		fact{text.T("paper.count"), text.T("paper.people", strconv.Itoa(people))})
}

func rosterRow(columns []string, r Row, o Options) []string {
	var out []string
	for _, key := range columns {
		out = append(out, personColumns[key].shownTo(o.Public, key, r, o))
	}
	return out
}

// rosterFoot is what stands under the last row: who signs, or where to object.
func rosterFoot(p *page, y float64, j Job) {
	if !j.Public {
		p.toFill(rosterMargin, y+2, rosterWidth, [][2]string{{text.T("paper.sign_institution")}, {text.T("paper.sign_maker")}, {text.T("paper.sign_checker")}, {text.T("paper.sign_date")}})
		p.fit(rosterMargin, y+2+6*p.doc.times, rosterWidth, 5*p.doc.times, rosterWords(j.Options).Note, sans(9*p.doc.times).coloured(grey), left)
		return
	}
	c := j.Class
	who := joined("　", shown(c, training.Supervisor), shown(c, training.SupervisorUnit), shown(c, training.SupervisorPhone))
	k := p.doc.times
	p.fit(rosterMargin, y, rosterWidth, 6*k, text.T("paper.roster_object", who), sans(10*k), left)
	p.fit(rosterMargin, y+6*k, rosterWidth, 6*k, cmp.Or(rosterWords(j.Options).Note, text.T("paper.roster_masked")), sans(9*k).coloured(grey), left)
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
	k := p.doc.times
	st := sans(10.5 * k)
	for i, pair := range pairs {
		at := x + each*float64(i)
		p.in(at, y, each, 6*k, pair[0], st, left)
		from, to := at+p.doc.width(pair[0], st)+1, at+each-5
		p.line(from, y+5.6*k, to, y+5.6*k, 0.2, grey)
		p.fit(from, y, to-from, 5.4*k, pair[1], st, centre)
	}
}
