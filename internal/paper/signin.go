package paper

import (
	"io"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 签到表, A4 upright, one for each day. Signature cells are blank: people sign or press a finger in them, and no tick is
// ever printed into one. The sheet is signed by whom it names, so names stand in full; it is for the table, not for the wall,
// and a public one leaves out the last digits of ID and phone.

const signInMargin = 14.0

func makeSignIn(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows := slices.SortedStableFunc(slices.Values(j.Rows), bySeat)
	days := daysOf(j.Sessions, j.Date)
	if len(days) == 0 {
		return Report{}, ErrNoSessions
	}
	d := newDoc(text.T("paper.signin_title"), j.At)
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
	g := signInGrid(j.Public, sessions)
	top := 45.5 + 6*float64(len(sessions))
	const bottom, foot = 284.0, 37.0
	var perPage []int
	g.row, perPage = stretched(len(rows), bottom-top-g.head, foot, signRowLeast, signRowMost)
	due := strconv.Itoa(len(rows))
	from := len(d.pages)
	for n, count := range perPage {
		p := d.addPage(210, 297)
		if err := p.heading(text.T("paper.signin_title"), shown(j.Class, training.Institution), sans(11), j.Class.SignInPage(classDay(j.Class, date), n+1), signInMargin); err != nil {
			return err
		}
		signInHead(p, j.Class, sessions)
		var cells [][]string
		for _, r := range rows[:count] {
			cells = append(cells, signInRow(r, sessions, j.Public))
		}
		isLast := len(rows) == count
		rows = rows[count:]
		y := g.draw(p, top, cells)
		if isLast {
			signInFoot(p, y+4, due)
		}
	}
	d.pageNumbers(signInMargin-4, from, j.Class.No(), chineseDate(date))
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
	const width = 182.0
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

func signInGrid(public bool, sessions []training.Session) grid {
	g := grid{x: signInMargin, head: 9, headStyle: strong(10.5), cellStyle: sans(11.5), lineColour: pale}
	g.columns = []column{{text.T("paper.col_seat"), 12, centre}, {text.T("paper.col_name"), 34, centre}}
	room := 182.0 - 12 - 34 - 22
	if !public {
		g.columns = append(g.columns, column{text.T("paper.col_id4"), 19, centre})
		room -= 19 + 17
	}
	for _, s := range sessions {
		g.columns = append(g.columns, column{text.T("paper.col_sign", s.Half()), room / float64(len(sessions)), centre})
	}
	if !public {
		g.columns = append(g.columns, column{text.T("paper.col_phone4"), 17, centre})
	}
	g.columns = append(g.columns, column{text.T("paper.col_note"), 22, left})
	return g
}

func signInRow(r Row, sessions []training.Session, public bool) []string {
	out := []string{strconv.Itoa(r.Enrolment.Seat()), r.Person.Name()}
	if !public {
		out = append(out, lastFour(r.Person))
	}
	for range sessions {
		out = append(out, "")
	}
	if !public {
		phone := r.Person.Phone()
		out = append(out, phone[max(0, len(phone)-4):])
	}
	return append(out, "")
}

// signInFoot is what is filled in and signed at the end of the day.
func signInFoot(p *page, y float64, due string) {
	const width = 182.0
	p.toFill(signInMargin, y, width, [][2]string{{text.T("paper.due"), due}, {text.T("paper.came")}, {text.T("paper.leave")}, {text.T("paper.absent")}})
	p.toFill(signInMargin, y+9, width, [][2]string{{text.T("paper.sign_head_teacher")}, {text.T("paper.sign_teacher")}, {text.T("paper.sign_inspector")}})
	p.toFill(signInMargin, y+18, width, [][2]string{{text.T("paper.photo_no")}, {text.T("paper.remark")}})
	p.fit(signInMargin, y+26, width, 5, text.T("paper.signin_rule"), sans(8.5).coloured(grey), left)
}
