package paper

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 签到表, A4 upright, one for each day. Signature cells are blank: people sign or press a finger in them, and no tick is
// ever printed into one. The sheet is signed by whom it names, so names stand in full; it is for the table, not for the wall,
// and a public one leaves out the last digits of ID and phone.

const signInMargin, signInWidth = 14.0, 182.0

func makeSignIn(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows := slices.SortedStableFunc(slices.Values(j.Rows), bySeat)
	days := daysOf(j.Sessions, j.Date)
	if len(days) == 0 {
		return Report{}, ErrNoSessions
	}
	d := newDoc(signInWords(j.Options).Title, j.At)
	d.times = j.times()
	for _, sessions := range days {
		if err := drawSignIn(d, j, sessions, rows); err != nil {
			return Report{}, err
		}
	}
	if len(d.pages) == 0 {
		return Report{}, ErrNoRows
	}
	return d.finish(w, Report{})
}

// daysOf groups sessions by day, in order; only is one day, or "" for all.
func daysOf(sessions []training.Session, only string) [][]training.Session {
	sorted := slices.Clone(sessions)
	slices.SortFunc(sorted, training.ByTime)
	var out [][]training.Session
	for _, s := range sorted {
		date := s.Answers[training.HeldOn]
		if only != "" && date != only {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].Answers[training.HeldOn] == date {
			out[n-1] = append(out[n-1], s)
		} else {
			out = append(out, []training.Session{s})
		}
	}
	return out
}

func drawSignIn(d *doc, j Job, sessions []training.Session, rows []Row) error {
	date := sessions[0].Answers[training.HeldOn]
	rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return !r.Enrolment.In(date) })
	if len(rows) == 0 {
		return nil
	}
	const bottom = 284.0
	k, words := d.times, signInWords(j.Options)
	g := signInGrid(words, sessions, j.Options)
	top, foot := 33.5+6*k*float64(2+len(sessions)), 37*k
	var perPage []int
	g.row, perPage = stretched(len(rows), bottom-top-g.head, foot, signRowLeast*k, signRowMost*k)
	due := strconv.Itoa(len(rows))
	from := len(d.pages)
	for n, count := range perPage {
		p := d.addPage(210, 297)
		if !j.Public {
			p.watermark(internalMark(j.Options))
		}
		if err := p.heading(words.Title, cmp.Or(words.Under, shown(j.Class, training.Institution)), sans(11*k), j.Class.SignInPage(classDay(j.Class, date), n+1), signInMargin); err != nil {
			return err
		}
		signInHead(p, j.Class, sessions)
		var cells [][]string
		for _, r := range rows[:count] {
			cells = append(cells, signInRow(words.Columns, r, sessions, j.Options))
		}
		isLast := len(rows) == count
		rows = rows[count:]
		y := g.draw(p, top, cells)
		if isLast {
			signInFoot(p, y+4, due, cmp.Or(words.Note, text.T("paper.signin_rule")))
		}
	}
	d.pageNumbers(signInMargin-4, from, cmp.Or(words.Footer, j.Class.No()), chineseDate(date))
	return nil
}

// Heights between which a row to sign in may be.
const signRowLeast, signRowMost = 9.6, 12.0

// classDay counts a date from the class's first day, which is 1. Sheets of a day outside the class's dates get 0.
func classDay(c training.Class, date string) int {
	first, _ := c.Dates()
	on, err := time.Parse(time.DateOnly, date)
	if err != nil || first.IsZero() || on.Before(first) {
		return 0
	}
	return int(on.Sub(first).Hours()/24) + 1
}

var weekdays = []string{"paper.sunday", "paper.monday", "paper.tuesday", "paper.wednesday", "paper.thursday", "paper.friday", "paper.saturday"}

func signInHead(p *page, c training.Class, sessions []training.Session) {
	day := chineseDate(sessions[0].Answers[training.HeldOn])
	if d := sessions[0].Date(); !d.IsZero() {
		day += "　" + text.T(weekdays[d.Weekday()])
	}
	const width = signInWidth
	y := p.facts(signInMargin, 30, width, []float64{1}, fact{text.T("paper.class"), c.Name()})
	y = p.facts(signInMargin, y, width, []float64{2, 3},
		fact{text.T("paper.date"), day}, fact{label(training.Place), shown(c, training.Place)})
	for _, s := range sessions {
		y = p.facts(signInMargin, y, width, []float64{1}, fact{s.Half(), sessionWords(s)})
	}
}

// sessionWords are course, teacher and hours of a half-day, with room to write what is not known yet.
func sessionWords(s training.Session) string {
	or := func(v string) string {
		if v == "" {
			return "＿＿＿＿＿＿＿＿"
		}
		return v
	}
	return text.T("paper.session_line", or(s.Answers[training.Course]), or(s.Answers[training.Teacher]), or(s.Answers[training.SessionHours]))
}

// signInWords are what a sign-in sheet says in the county.
func signInWords(o Options) rules.Wording {
	w := o.words().SignIn
	if o.Public {
		w = o.words().SignInPublic
	}
	w.Title = cmp.Or(w.Title, text.T("paper.signin_title"))
	return w
}

// signKey is the column to sign in: one for each half-day.
const signKey = "sign"

// leastSign is the least width of a cell to sign in; the others give way.
const leastSign = 26.0

func signInGrid(w rules.Wording, sessions []training.Session, o Options) grid {
	k := o.times()
	g := grid{x: signInMargin, head: 9 * k, headStyle: strong(10.5 * k), cellStyle: sans(11.5 * k), lineColour: pale}
	rest := w
	rest.Columns = slices.DeleteFunc(slices.Clone(w.Columns), func(key string) bool { return key == signKey })
	natural := 0.0
	for _, key := range rest.Columns {
		natural += signWidth(key, o)
	}
	room := max(signInWidth-natural, leastSign*float64(len(sessions)))
	for _, key := range w.Columns {
		if key != signKey {
			c := personColumns[key]
			g.columns = append(g.columns, column{w.Of(key, signTitle(key, c)), signWidth(key, o) * (signInWidth - room) / natural, c.align})
			continue
		}
		for _, s := range sessions {
			g.columns = append(g.columns, column{w.Of(key, text.T("paper.col_sign", s.Half())), room / float64(len(sessions)), centre})
		}
	}
	return g
}

// signWidth is how wide a column of a sign-in sheet is: the names have less room than on a roster, which lies on its side.
func signWidth(key string, o Options) float64 {
	switch {
	case key == "note" && o.Large:
		return 14
	case key == "note":
		return 22
	case key == "name" && !o.Large:
		return 34
	case o.Large:
		return cmp.Or(personColumns[key].large, personColumns[key].width)
	}
	return personColumns[key].width
}

// signTitle is a column's title in two lines where it stands above four digits.
func signTitle(key string, c personColumn) string {
	if key == "id4" {
		return text.T("paper.col_id4")
	}
	return text.T(c.title)
}

func signInRow(columns []string, r Row, sessions []training.Session, o Options) []string {
	var out []string
	for _, key := range columns {
		if key == signKey {
			out = append(out, make([]string, len(sessions))...)
			continue
		}
		out = append(out, personColumns[key].cell(r, o)) // the sheet is signed by whom it names: in full
	}
	return out
}

// signInFoot is what is filled in and signed at the end of the day.
func signInFoot(p *page, y float64, due, note string) {
	const width = signInWidth
	k := p.doc.times
	p.toFill(signInMargin, y, width, [][2]string{{text.T("paper.due"), due}, {text.T("paper.came")}, {text.T("paper.leave")}, {text.T("paper.absent")}})
	p.toFill(signInMargin, y+9*k, width, [][2]string{{text.T("paper.sign_head_teacher")}, {text.T("paper.sign_teacher")}, {text.T("paper.sign_inspector")}})
	p.toFill(signInMargin, y+18*k, width, [][2]string{{text.T("paper.photo_no")}, {text.T("paper.remark")}})
	p.fit(signInMargin, y+26*k, width, 5*k, note, sans(8.5*k).coloured(grey), left)
}
