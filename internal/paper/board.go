package paper

import (
	"cmp"
	"io"
	"strings"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 云南省就业培训告知牌 (云人社发〔2018〕71号 二(一)2, annex 2). The policy says what must stand on it: 培训项目、培训对象、培训地点、
// 帮扶措施、批准手续、培训班管理人和监督人姓名及其联系方式. Its layout was not published, so this one is ours. Officials are named with
// their phones, as the policy wants; a trainee never is.

// boardSizes are the sheets, landscape; everything is drawn for A3 and grows with the sheet.
var boardSizes = map[string][2]float64{"A3": {420, 297}, "A2": {594, 420}}

const boardMargin = 20.0

// board draws in units of an A3 sheet.
type board struct {
	*page
	class training.Class
	k     float64 // how many millimetres a unit is
	blank []string
}

func makeBoard(w io.Writer, j Job) (Report, error) {
	size, ok := boardSizes[cmp.Or(j.Paper, "A3")]
	if !ok {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	d := newDoc(text.T("paper.board_title"), j.At)
	b := &board{page: d.addPage(size[0], size[1]), class: j.Class, k: size[0] / 420}
	b.border()
	b.head()
	b.items()
	b.officials()
	if err := b.seal(); err != nil {
		return Report{}, err
	}
	return d.finish(w, Report{Blank: b.blank})
}

// put writes a text into a room given in units of A3.
func (b *board) put(x, y, w, h float64, s string, st style, a align) {
	b.fit(x*b.k, y*b.k, w*b.k, h*b.k, s, st.sized(st.size*b.k), a)
}

func (b *board) rule(x1, y1, x2, y2, thick float64, c colour) {
	b.line(x1*b.k, y1*b.k, x2*b.k, y2*b.k, thick*b.k, c)
}

func (b *board) border() {
	b.frame(9*b.k, 9*b.k, 402*b.k, 279*b.k, 1.6*b.k, red)
	b.frame(11.6*b.k, 11.6*b.k, 396.8*b.k, 273.8*b.k, 0.4*b.k, red)
}

func (b *board) head() {
	title := style{face: serif(), size: 60, colour: red, space: 0.07}
	b.put(boardMargin, 17, 380, 27, text.T("paper.board_title"), title, centre)
	b.rule(boardMargin, 48, 400, 48, 0.9, red)
	b.rule(boardMargin, 49.6, 400, 49.6, 0.3, red)
	b.put(boardMargin, 51.5, 190, 8, text.T("paper.board_no", b.value(training.ClassNo)), sans(15), left)
	b.put(210, 51.5, 190, 8, b.value(training.Issuer), sans(15), right)
	b.put(boardMargin, 59, 380, 15, b.class.Name(), strong(33), centre)
}

// value is an answer as it is shown; an empty one is remembered, so that whoever prints is told.
func (b *board) value(key string) string {
	v := shown(b.class, key)
	if v == "" {
		b.blank = append(b.blank, label(key))
	}
	return v
}

// items draws the upper table: one row an item, its name at the left.
func (b *board) items() {
	const top, nameWidth = 77.0, 50.0
	rows := []struct {
		name, words string
		height      float64
	}{
		{text.T("paper.item_project"), b.project(), 27},
		{label(training.Target), b.target(), 17},
		{label(training.Place), b.value(training.Place), 17},
		{label(training.Institution), b.institution(), 27},
		{label(training.Measures), b.value(training.Measures), 24},
		{text.T("paper.item_approval"), b.approval(), 17},
	}
	y := top
	for _, r := range rows {
		b.fill(boardMargin*b.k, y*b.k, nameWidth*b.k, r.height*b.k, tint)
		b.put(boardMargin+3, y, nameWidth-6, r.height, r.name, strong(23), centre)
		b.put(boardMargin+nameWidth+6, y+1.5, 380-nameWidth-12, r.height-3, r.words, sans(22), left)
		b.rule(boardMargin, y, 400, y, 0.25, grey)
		y += r.height
	}
	b.rule(boardMargin+nameWidth, top, boardMargin+nameWidth, y, 0.25, grey)
	b.frame(boardMargin*b.k, top*b.k, 380*b.k, (y-top)*b.k, 0.7*b.k, ink)
}

// project is what is taught and when, on two lines.
func (b *board) project() string {
	what := []string{b.value(training.Trade)}
	if level := b.value(training.Level); level != "" {
		what[0] += "（" + level + "）"
	}
	what = append(what, b.value(training.Project))
	if hours := b.value(training.Hours); hours != "" {
		what = append(what, text.T("paper.hours", hours))
	}
	when := joined("，", period(b.class), b.value(training.DailyTime))
	return joined("　", what...) + "\n" + when
}

// target is for whom, and how many.
func (b *board) target() string {
	if n := b.value(training.Planned); n != "" {
		return joined("，", b.value(training.Target), text.T("paper.people", n))
	}
	return b.value(training.Target)
}

func (b *board) institution() string {
	var ids []string
	for _, key := range []string{training.LegalPerson, training.InstitutionCode, training.Licence} {
		if v := b.value(key); v != "" {
			ids = append(ids, label(key)+"："+v)
		}
	}
	return b.value(training.Institution) + "\n" + strings.Join(ids, "　")
}

func (b *board) approval() string {
	return joined("　", b.value(training.Approver), b.value(training.ApprovalNo), chineseDate(b.value(training.ApprovedOn)))
}

// officials draws the two who answer for the class, and where to complain.
func (b *board) officials() {
	const top, height = 210.5, 66.0
	b.official(boardMargin, top, 112, height, training.Manager, training.ManagerUnit, training.ManagerPhone)
	b.official(boardMargin+116, top, 112, height, training.Supervisor, training.SupervisorUnit, training.SupervisorPhone)
}

func (b *board) official(x, y, w, h float64, who, unit, phone string) {
	const head = 15.0
	b.fill(x*b.k, y*b.k, w*b.k, head*b.k, tint)
	b.put(x+4, y, w-8, head, label(who), strong(23), centre)
	b.rule(x, y+head, x+w, y+head, 0.25, grey)
	b.put(x+4, y+head+2, w-8, 17, b.value(who), strong(36), centre)
	b.put(x+4, y+head+19.5, w-8, 10, b.value(unit), sans(18), centre)
	b.put(x+4, y+head+30.5, w-8, 17, b.value(phone), strong(33), centre)
	b.frame(x*b.k, y*b.k, w*b.k, h*b.k, 0.7*b.k, ink)
}

// seal draws the last box: hotline, code, and where the county office puts its seal.
func (b *board) seal() error {
	const x, y, w, h, head = boardMargin + 232, 210.5, 148.0, 66.0, 15.0
	b.fill(x*b.k, y*b.k, w*b.k, head*b.k, tint)
	hotline := cmp.Or(shown(b.class, training.Hotline), defaultHotline)
	b.put(x+4, y, w-8, head, label(training.Hotline)+"："+hotline, strong(23), centre)
	b.rule(x, y+head, x+w, y+head, 0.25, grey)
	b.frame(x*b.k, y*b.k, w*b.k, h*b.k, 0.7*b.k, ink)
	b.put(x+50, y+head+13, w-58, 9, text.T("paper.seal", b.class.Answers[training.Issuer]), sans(18), centre)
	b.put(x+50, y+head+32, w-58, 9, text.T("paper.date_blank"), sans(18), right)
	digits := sans(10).coloured(grey)
	return b.qr((x+4)*b.k, (y+head+1)*b.k, 43*b.k, b.class.Code(training.BoardCode, 1), digits.sized(digits.size*b.k))
}

// defaultHotline is the employment and social security offices' number in the whole country.
const defaultHotline = "12333"

// joined joins what is not empty.
func joined(by string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}
