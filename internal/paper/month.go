package paper

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 学员出勤簿, A4 landscape: a sheet for each month of the class, days and half-days across, one sign a half-day (of the 家政服务工程 forms:
// 到 /, 不到 ○, 告假 ×, 迟到 ¢, 早退 △), the sums, and where each trainee signs for them. Filled in from the marks that count, or blank. In
// public nobody is said to be ill: 病假 shows as 告假.

const (
	monthSeat, monthName          = 9.0, 31.0
	monthSum, monthSign           = 11.0, 27.0
	monthHead                     = 11.0
	monthDay                      = 9.0 // a half-day is no wider
	monthRowLeast, monthRowMost   = 6.2, 7.8
	monthFoot                     = 20.0
	landscapeWidth, landscapeHigh = 297.0, 210.0
)

func makeMonth(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows, out := j.present()
	if len(rows) == 0 {
		return out, ErrNoRows
	}
	months := monthsOf(j.Sessions, j.Date)
	if len(months) == 0 {
		return out, ErrNoSessions
	}
	d := newDoc(text.T("paper.month_title"), j.At)
	for _, sessions := range months {
		m := month{Job: j, sessions: sessions, now: j.standing()}
		m.rows = slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return !m.wasIn(r) })
		if err := m.draw(d); err != nil {
			return out, err
		}
	}
	return d.finish(w, out)
}

// present are who is or was in the class, by seat, without those whom a public list may not show.
func (j Job) present() ([]Row, Report) {
	rows, out := slices.SortedStableFunc(slices.Values(j.Rows), bySeat), Report{}
	rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Enrolment.Standing() == training.Reserve })
	if j.Public {
		before := len(rows)
		rows = slices.DeleteFunc(rows, func(r Row) bool { return child(r, j.At) })
		out.LeftOut = before - len(rows)
	}
	return rows, out
}

// child tells whether somebody is under 14: they stand on no public list.
func child(r Row, at time.Time) bool {
	age, known := ageOn(r.Person, at)
	return known && age < childAge
}

// monthsOf groups sessions by month, in order; only is a day or a month of the only one, or "".
func monthsOf(sessions []training.Session, only string) [][]training.Session {
	var out [][]training.Session
	for _, day := range daysOf(sessions, "") {
		at := yearMonth(day[0])
		if !strings.HasPrefix(only, at) && only != "" {
			continue
		}
		if n := len(out); n > 0 && yearMonth(out[n-1][0]) == at {
			out[n-1] = append(out[n-1], day...)
		} else {
			out = append(out, day)
		}
	}
	return out
}

func yearMonth(s training.Session) string {
	return s.Answers[training.HeldOn][:min(7, len(s.Answers[training.HeldOn]))]
}

// standing are the marks that count, by session and enrolment; none where the sheet is to be blank.
func (j Job) standing() map[string]map[string]training.Mark {
	bySession, out := map[string][]training.Mark{}, map[string]map[string]training.Mark{}
	for _, m := range j.Marks {
		bySession[m.Session] = append(bySession[m.Session], m)
	}
	for session, marks := range bySession {
		if !j.Blank {
			out[session] = training.Current(marks)
		}
	}
	return out
}

// month is the sheet of one month.
type month struct {
	Job
	sessions []training.Session
	now      map[string]map[string]training.Mark
	rows     []Row
	cell     float64 // width of a half-day
	row      float64
}

func (m month) wasIn(r Row) bool {
	return slices.ContainsFunc(m.sessions, func(s training.Session) bool { return r.Enrolment.In(s.Answers[training.HeldOn]) })
}

func (m month) draw(d *doc) error {
	if len(m.rows) == 0 {
		return nil
	}
	m.cell = min(monthDay, (landscapeWidth-2*listMargin-monthSeat-monthName-4*monthSum-monthSign)/float64(len(m.sessions)))
	top := listTop + 12 + 1.5
	room := landscapeHigh - listMargin - 1 - top - monthHead
	var perPage []int
	m.row, perPage = stretched(len(m.rows), room, monthFoot, monthRowLeast, monthRowMost)
	from := len(d.pages)
	for _, count := range perPage {
		p := d.addPage(landscapeWidth, landscapeHigh)
		if !m.Public && !m.Blank {
			p.watermark(internalMark(m.Options))
		}
		if err := p.heading(text.T("paper.month_title"), m.title(), strong(11), m.Class.PaperPage(monthNo, len(d.pages)), listMargin); err != nil {
			return err
		}
		m.facts(p)
		m.grid(p, top, m.rows[:count])
		y := top + monthHead + m.row*float64(count)
		if m.rows = m.rows[count:]; len(m.rows) == 0 {
			m.foot(p, y+2.5)
		}
	}
	d.pageNumbers(listMargin-5, from, m.Class.Name(), printed(m.Job))
	return nil
}

func (m month) title() string {
	if d := m.sessions[0].Date(); !d.IsZero() {
		return d.Format("2006年1月")
	}
	return yearMonth(m.sessions[0])
}

func (m month) facts(p *page) {
	width := landscapeWidth - 2*listMargin
	y := p.facts(listMargin, listTop, width-22, []float64{3, 2}, fact{text.T("paper.class"), m.Class.Name()}, fact{label(training.Institution), shown(m.Class, training.Institution)})
	p.facts(listMargin, y, width-22, []float64{3, 2}, fact{text.T("paper.symbols"), m.legend()}, fact{text.T("paper.period"), period(m.Class)})
}

// legend says what each sign means.
func (m month) legend() string {
	var parts []string
	for _, s := range training.Symbols {
		if s.Name != training.Sick || !m.Public {
			parts = append(parts, s.Name+" "+s.Sign)
		}
	}
	return strings.Join(parts, "　")
}

// width is how wide the table is: so many half-days and no more.
func (m month) width() float64 {
	return monthSeat + monthName + float64(len(m.sessions))*m.cell + 4*monthSum + m.sign()
}

// sign is the width of the column to sign in; it takes what short months leave, up to twice its own.
func (m month) sign() float64 {
	free := landscapeWidth - 2*listMargin - monthSeat - monthName - float64(len(m.sessions))*m.cell - 4*monthSum
	return free
}

func (m month) grid(p *page, y float64, rows []Row) {
	high := monthHead + m.row*float64(len(rows))
	p.fill(listMargin, y, m.width(), monthHead, tint)
	var rules [][4]float64
	for i := range rows {
		at := y + monthHead + m.row*float64(i)
		rules = append(rules, [4]float64{listMargin, at, listMargin + m.width(), at})
	}
	x := listMargin
	for _, c := range m.columns() {
		p.fit(x+0.3, y+0.5, c.width-0.6, monthHead-1, c.title, strong(9), centre)
		x += c.width
		rules = append(rules, [4]float64{x, y, x, y + high})
	}
	p.strokes(append(rules, m.days(p, y, high)...), thinLine, pale)
	for i, r := range rows {
		m.line(p, y+monthHead+m.row*float64(i), r)
	}
	p.frame(listMargin, y, m.width(), high, thickLine, ink)
}

// columns are the columns beside and around the days; the days stand for one.
func (m month) columns() []column {
	return []column{
		{text.T("paper.col_seat"), monthSeat, centre}, {text.T("paper.col_name"), monthName, centre}, {"", float64(len(m.sessions)) * m.cell, centre},
		{text.T("paper.col_came"), monthSum, centre}, {text.T("paper.col_absent"), monthSum, centre}, {text.T("paper.col_other"), monthSum, centre},
		{text.T("paper.col_lessons"), monthSum, centre}, {text.T("paper.col_trainee_sign"), m.sign(), centre},
	}
}

// days writes the heads of the days and gives their rules: a day's halves under its number.
func (m month) days(p *page, y, high float64) [][4]float64 {
	x0 := listMargin + monthSeat + monthName
	var rules [][4]float64
	for i, s := range m.sessions {
		x := x0 + float64(i)*m.cell
		p.fit(x+0.1, y+monthHead/2, m.cell-0.2, monthHead/2-0.3, string([]rune(s.Half() + " ")[:1]), sans(8), centre)
		top := y + monthHead/2
		if i == 0 || s.Answers[training.HeldOn] != m.sessions[i-1].Answers[training.HeldOn] {
			n := 1
			for i+n < len(m.sessions) && m.sessions[i+n].Answers[training.HeldOn] == s.Answers[training.HeldOn] {
				n++
			}
			p.fit(x+0.1, y+0.3, m.cell*float64(n)-0.2, monthHead/2-0.3, dayOf(s), strong(9), centre)
			top = y
		}
		rules = append(rules, [4]float64{x, top, x, y + high})
	}
	return append(rules, [4]float64{x0, y + monthHead/2, x0 + float64(len(m.sessions))*m.cell, y + monthHead/2})
}

func dayOf(s training.Session) string {
	if d := s.Date(); !d.IsZero() {
		return strconv.Itoa(d.Day())
	}
	return s.Answers[training.HeldOn]
}

// line writes one trainee's row.
func (m month) line(p *page, y float64, r Row) {
	name := r.Person.Name()
	if m.Public {
		name = publicName(r.Person, m.At)
	}
	p.fit(listMargin+0.5, y, monthSeat-1, m.row, strconv.Itoa(r.Enrolment.Seat()), sans(9.5), centre)
	p.fit(listMargin+monthSeat+0.8, y+0.3, monthName-1.6, m.row-0.6, name, sans(10), centre)
	came, absent, other, lessons, any := 0, 0, 0, 0.0, false
	for i, s := range m.sessions {
		x := listMargin + monthSeat + monthName + float64(i)*m.cell
		k, ok := m.now[s.ID][r.Enrolment.ID]
		switch symbol, known := training.SymbolOf(k.Symbol); {
		case !r.Enrolment.In(s.Answers[training.HeldOn]):
			p.line(x+0.6, y+m.row/2, x+m.cell-0.6, y+m.row/2, thinLine, pale) // was not in the class then
			continue
		case !ok || !known:
			continue
		default:
			p.in(x, y, m.cell, m.row, m.shown(symbol), sans(min(10, m.cell*2.7)), centre)
			came, absent, other, any = came+one(symbol.Came), absent+one(!symbol.Came && !symbol.Leave), other+one(symbol.Leave), true
			lessons += k.Hours(s)
		}
	}
	if any {
		m.sums(p, y, strconv.Itoa(came), strconv.Itoa(absent), strconv.Itoa(other), number(lessons))
	}
}

func (m month) shown(s training.Symbol) string {
	if m.Public && s.Name == training.Sick {
		s, _ = training.SymbolOf(training.OnLeave)
	}
	return s.Sign
}

func (m month) sums(p *page, y float64, values ...string) {
	x := listMargin + monthSeat + monthName + float64(len(m.sessions))*m.cell
	for _, v := range values {
		p.fit(x+0.5, y, monthSum-1, m.row, v, sans(9.5), centre)
		x += monthSum
	}
}

func (m month) foot(p *page, y float64) {
	width := landscapeWidth - 2*listMargin
	p.toFill(listMargin, y, width, [][2]string{{text.T("paper.sign_head_teacher")}, {text.T("paper.sign_checker")}, {text.T("paper.sign_institution")}, {text.T("paper.sign_date")}})
	p.fit(listMargin, y+8, width, 5, text.T("paper.month_rule"), sans(8.5).coloured(grey), left)
}
