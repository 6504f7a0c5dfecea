package paper

import (
	"cmp"
	"io"
	"strings"

	"ruhu/internal/rules"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 云南省就业培训告知牌 (云人社发〔2018〕71号 二(一)2, annex 2). The policy says what must stand on it: 培训项目、培训对象、培训地点、
// 帮扶措施、批准手续、培训班管理人和监督人姓名及其联系方式. Its layout was not published, so this one is ours. Officials are named with
// their phones, as the policy wants; a trainee never is.

// boardSizes are the sheets, landscape; everything is drawn for A3 and grows with the sheet. Those that are tiled are for the office that
// has a small printer only: a little smaller than the whole sheet, because no printer reaches the edge.
var boardSizes = map[string][2]float64{
	"A3": {420, 297}, "A2": {594, 420}, "A4x2": {388, 388 * 297.0 / 420}, "A4x4": {548, 548 * 297.0 / 420}, "A3x2": {548, 548 * 297.0 / 420},
}

// tiling is how a board is put together: so many sheets of a size across and down.
type tiling struct {
	w, h         float64
	across, down int
}

// boardTiles are the tiled boards: A3 of two A4 upright, A2 of four A4 lying and of two A3 upright.
var boardTiles = map[string]tiling{"A4x2": {210, 297, 2, 1}, "A4x4": {297, 210, 2, 2}, "A3x2": {297, 420, 2, 1}}

const boardMargin = 20.0

// board draws in units of an A3 sheet.
type board struct {
	*page
	class training.Class
	words rules.Wording
	k     float64 // how many millimetres a unit is
	times float64 // how much larger the type of the items is
	blank []string
}

func makeBoard(w io.Writer, j Job) (Report, error) {
	size, ok := boardSizes[cmp.Or(j.Paper, "A3")]
	if !ok {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	words := j.words().Board
	words.Title = cmp.Or(words.Title, text.T("paper.board_title"))
	d := newDoc(words.Title, j.At)
	b := &board{page: d.addPage(size[0], size[1]), class: j.Class, words: words, k: size[0] / 420, times: 1}
	if j.Large {
		b.times = largeBoard
	}
	b.border()
	b.head()
	b.items()
	b.officials()
	if err := b.seal(); err != nil {
		return Report{}, err
	}
	if t, ok := boardTiles[j.Paper]; ok {
		d.pages = b.tiles(t)
	}
	return d.finish(w, Report{Blank: b.blank})
}

// tiles parts the board into sheets, with lines to cut along and a word on what to do.
func (b *board) tiles(t tiling) []*page {
	wide, high := b.w/float64(t.across), b.h/float64(t.down)
	left, top := (t.w-wide)/2, (t.h-high)/2
	var out []*page
	for i := range t.across * t.down {
		column, row := i%t.across, i/t.across
		p := b.part(t.w, t.h, wide*float64(column), high*float64(row), left, top, wide, high)
		seam := left + wide*float64(1-column)
		p.line(seam, top-6, seam, top-1, 0.2, grey)
		p.line(seam, top+high+1, seam, top+high+6, 0.2, grey)
		if t.down > 1 {
			seam = top + high*float64(1-row)
			p.line(left-6, seam, left-1, seam, 0.2, grey)
			p.line(left+wide+1, seam, left+wide+6, seam, 0.2, grey)
		}
		out = append(out, p)
		p.in(0, t.h-6.5, t.w, 4, text.T("paper.tile", i+1, t.across*t.down, t.place(column, row)), sans(9).coloured(grey), centre)
	}
	return out
}

// place says where a sheet belongs.
func (t tiling) place(column, row int) string {
	names := []string{"paper.tile_left", "paper.tile_right"}
	if t.down > 1 {
		names = []string{"paper.tile_upper_left", "paper.tile_upper_right", "paper.tile_lower_left", "paper.tile_lower_right"}
	}
	return text.T(names[row*t.across+column])
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
	name := title(74)
	name.colour = red
	b.put(boardMargin, 15.5, 380, 29, b.words.Title, name, centre)
	b.rule(boardMargin, 47, 400, 47, 1, red)
	b.rule(boardMargin, 48.8, 400, 48.8, 0.35, red)
	b.put(boardMargin, 50.5, 190, 8, text.T("paper.board_no", b.value(training.ClassNo)), sans(16), left)
	b.put(210, 50.5, 190, 8, b.value(training.Issuer), sans(16), right)
	b.put(boardMargin, 58, 380, 17, b.class.Name(), strong(36), centre)
}

// value is an answer as it is shown; an empty one is remembered, so that whoever prints is told.
func (b *board) value(key string) string {
	v := shown(b.class, key)
	if v == "" {
		b.blank = append(b.blank, label(key))
	}
	return v
}

// item is one row of the board: its name, what it says, and what it says smaller below that.
type item struct {
	name, words, below string
}

const (
	itemsTop   = 77.0
	itemsTotal = 131.0 // height of all rows
	itemsName  = 52.0  // width of the column of names
	itemsX     = boardMargin + itemsName + 6
	itemsWidth = 380 - itemsName - 12
)

// largeBoard is how much larger the items are in large type: more, and their lines would have to shrink again.
const largeBoard = 1.25

var itemStyle, belowStyle = sans(24), sans(21)

// items draws the upper table.
func (b *board) items() {
	all := map[string]item{
		"project":     {text.T("paper.item_project"), b.project(), joined("，", period(b.class), b.value(training.DailyTime))},
		"target":      {label(training.Target), b.target(), ""},
		"place":       {label(training.Place), b.value(training.Place), ""},
		"institution": {label(training.Institution), b.value(training.Institution), b.institution()},
		"measures":    {label(training.Measures), b.value(training.Measures), ""},
		"approval":    {text.T("paper.item_approval"), b.approval(), ""},
	}
	var rows []item
	for _, key := range b.words.Columns {
		r := all[key]
		r.name = b.words.Of(key, r.name)
		rows = append(rows, r)
	}
	y := itemsTop
	for i, h := range b.heights(rows) {
		b.item(y, h, rows[i])
		y += h
	}
	b.rule(boardMargin+itemsName, itemsTop, boardMargin+itemsName, y, 0.25, grey)
	b.frame(boardMargin*b.k, itemsTop*b.k, 380*b.k, (y-itemsTop)*b.k, 0.7*b.k, ink)
}

// heights shares the table's height out by how many lines each row would take at full size.
func (b *board) heights(rows []item) []float64 {
	padding := 9 / b.times / b.times // what large type takes it takes from the room around it first
	itemStyle, belowStyle := b.larger(itemStyle), b.larger(belowStyle)
	need, total := make([]float64, len(rows)), 0.0
	for i, r := range rows {
		lines := len(wrap(r.words, itemsWidth, b.doc.measure(itemStyle)))
		need[i] = padding + leading*itemStyle.em()*float64(max(1, lines))
		if r.below != "" {
			need[i] += leading * belowStyle.em()
		}
		total += need[i]
	}
	for i := range need {
		need[i] *= itemsTotal / total
	}
	return need
}

// larger is a style of the items as large as this board wants it.
func (b *board) larger(st style) style { return st.sized(st.size * b.times) }

func (b *board) item(y, h float64, r item) {
	b.fill(boardMargin*b.k, y*b.k, itemsName*b.k, h*b.k, tint)
	b.put(boardMargin+3, y, itemsName-6, h, r.name, b.larger(strong(25)), centre)
	if y > itemsTop {
		b.rule(boardMargin, y, 400, y, 0.25, grey)
	}
	if r.below == "" {
		b.put(itemsX, y+1.5, itemsWidth, h-3, r.words, b.larger(itemStyle), left)
		return
	}
	b.put(itemsX, y+2, itemsWidth, h/2-1, r.words, b.larger(strong(24)), left)
	b.put(itemsX, y+h/2+1, itemsWidth, h/2-3, r.below, b.larger(belowStyle), left)
}

// project is what is taught.
func (b *board) project() string {
	trade := b.value(training.Trade)
	if level := b.value(training.Level); level != "" {
		trade += "（" + level + "）"
	}
	hours := b.value(training.Hours)
	if hours != "" {
		hours = text.T("paper.hours", hours)
	}
	return joined("  ", trade, b.value(training.Project), hours)
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
	return strings.Join(ids, "　")
}

func (b *board) approval() string {
	return joined("　", b.value(training.Approver), b.value(training.ApprovalNo), chineseDate(b.value(training.ApprovedOn)))
}

const (
	officialsTop    = 212.0
	officialsHeight = 66.5
	officialsHead   = 15.5
)

// officials draws the two who answer for the class.
func (b *board) officials() {
	b.official(boardMargin, 112, training.Manager, training.ManagerUnit, training.ManagerPhone)
	b.official(boardMargin+116, 112, training.Supervisor, training.SupervisorUnit, training.SupervisorPhone)
}

// box draws a box with a head in the row of the officials.
func (b *board) box(x, w float64, head string) {
	b.fill(x*b.k, officialsTop*b.k, w*b.k, officialsHead*b.k, tint)
	b.put(x+4, officialsTop, w-8, officialsHead, head, strong(25), centre)
	b.rule(x, officialsTop+officialsHead, x+w, officialsTop+officialsHead, 0.25, grey)
	b.frame(x*b.k, officialsTop*b.k, w*b.k, officialsHeight*b.k, 0.7*b.k, ink)
}

func (b *board) official(x, w float64, who, unit, phone string) {
	const y = officialsTop + officialsHead
	b.box(x, w, label(who))
	b.put(x+4, y+2.5, w-8, 17, b.value(who), strong(38), centre)
	b.put(x+4, y+20.5, w-8, 10, b.value(unit), sans(19), centre)
	b.put(x+4, y+31.5, w-8, 16, b.value(phone), strong(36), centre)
}

// seal draws the last box: where to complain, the code, and room for the seal of the county office.
func (b *board) seal() error {
	const x, y, w = boardMargin + 232, officialsTop + officialsHead, 148.0
	b.box(x, w, label(training.Hotline)+"："+cmp.Or(shown(b.class, training.Hotline), defaultHotline))
	b.put(x+49, y+15, w-55, 9, text.T("paper.seal", b.class.Answers[training.Issuer]), sans(19), centre)
	b.put(x+49, y+33, w-57, 9, text.T("paper.date_blank"), sans(19), right)
	digits := sans(10.5).coloured(grey)
	return b.qr((x+3.5)*b.k, (y+1)*b.k, 44*b.k, b.class.Code(training.BoardCode, 1), digits.sized(digits.size*b.k))
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
