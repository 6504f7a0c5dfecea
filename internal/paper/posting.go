package paper

import (
	"cmp"
	"io"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 公示: of a class that opens (云人社发〔2018〕71号 二(一)3: 培训内容、时间、地点等要及时、有序向社会公开) and of who is subsidised, masked. Both hang on a
// wall and say how long and where to object.

func makePosting(w io.Writer, j Job) (Report, error) {
	j.Public = true
	return form(w, j, "paper.posting", func(d *doc) error {
		c, own := j.Class, j.words().Posting
		f := flow{d: d, job: j, number: postingNo, name: cmp.Or(own.Title, text.T("paper.posting_title")), under: cmp.Or(own.Under, c.No()), size: 13}.begin()
		f.gap(2)
		f.para(text.T("paper.posting_opening", postDays("", "")), sans(12))
		f.gap(3)
		h := 13 / j.scale() // one page, in large type too
		pairs := []fact{
			{text.T("paper.class"), c.Name()},
			{text.T("paper.posting_content"), joined("　", c.TradeAndLevel(), shown(c, training.Project), hoursOf(c))},
			{text.T("paper.period"), joined("　", period(c), shown(c, training.DailyTime))},
			{label(training.Place), shown(c, training.Place)},
			{label(training.Target), joined("　", shown(c, training.Target), peopleOf(c))},
			{label(training.Institution), shown(c, training.Institution)},
			{label(training.Measures), shown(c, training.Measures)},
			{text.T("paper.item_approval"), joined("　", shown(c, training.Approver), shown(c, training.ApprovalNo))},
			{label(training.Manager), joined("　", shown(c, training.Manager), shown(c, training.ManagerUnit), shown(c, training.ManagerPhone))},
			{label(training.Supervisor), joined("　", shown(c, training.Supervisor), shown(c, training.SupervisorUnit), shown(c, training.SupervisorPhone))},
		}
		for _, p := range pairs {
			f.row(h, cell{p.label, p.value, 1})
		}
		f.gap(4)
		f.para(cmp.Or(own.Note, text.T("paper.posting_object", cmp.Or(shown(c, training.Hotline), defaultHotline))), sans(13))
		f.signed(c)
		return f.done(cmp.Or(own.Footer, c.Name()), "")
	})
}

func hoursOf(c training.Class) string {
	if h := shown(c, training.Hours); h != "" {
		return text.T("paper.hours", h)
	}
	return ""
}

func peopleOf(c training.Class) string {
	if n := shown(c, training.Planned); n != "" {
		return text.T("paper.people", n)
	}
	return ""
}

// signed is the office that posts, with room for its seal.
func (f *flow) signed(c training.Class) {
	f.need(30)
	f.gap(10)
	f.fit(flowMargin+flowWidth*0.4, f.y, flowWidth*0.6, 7, text.T("paper.seal", cmp.Or(c.Answers[training.Issuer], f.job.Unit)), sans(12.5), right)
	f.fit(flowMargin+flowWidth*0.4, f.y+9, flowWidth*0.6, 7, text.T("paper.date_blank"), sans(12.5), right)
	f.y += 18
}

// postDays says from when to when something is posted, with room to write what is not known.
func postDays(from, until survey.Date) string {
	blank := text.T("paper.date_write")
	return text.T("paper.posting_days", cmp.Or(chineseDate(from), blank), cmp.Or(chineseDate(until), blank))
}

// makeSubsidy draws the 补贴公示 of each claim of the class that is or is to be posted; without one, a list to which days and money are written.
func makeSubsidy(w io.Writer, j Job) (Report, error) {
	j.Public = true
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	all, out := j.listed(j.passed())
	if len(all) == 0 {
		return out, ErrNobodyPassed
	}
	claims := j.Claims
	if len(claims) == 0 {
		claims = []survey.Answers{nil}
	}
	d := newDoc(text.T("paper.subsidy_title"), j.At)
	for _, claim := range claims {
		s := subsidy{j, claim, all, out.LeftOut}
		if err := s.check(); err != nil {
			return out, err
		}
		if err := s.draw(d); err != nil {
			return out, err
		}
	}
	return d.finish(w, out)
}

// subsidy is the list of one claim.
type subsidy struct {
	Job
	claim survey.Answers
	who   []Row
	left  int // children, whom the list does not show
}

// ErrSubsidySum is a claim for more or fewer people than passed, or with another sum than theirs: a list that does not add up is not posted.
var ErrSubsidySum = text.NewError("paper.subsidy_sum")

// check compares the claim with those who passed.
func (s subsidy) check() error {
	people, err := strconv.Atoi(s.claim[training.ClaimPeople])
	if n := len(s.who) + s.left; err == nil && people != n {
		return ErrSubsidySum.With(people, n)
	}
	return nil
}

func (s subsidy) draw(d *doc) error {
	var rows [][]string
	for _, r := range s.who {
		rows = append(rows, s.row(r))
	}
	kind, part := s.claim[training.ClaimKind], s.claim[training.ClaimPart]
	l := listing{
		job: s.Job, number: subsidyNo, name: text.T("paper.subsidy_title"), under: joined("　", cmp.Or(kind, text.T("paper.subsidy_kind")), part), w: 210, h: 297,
		rows: rows, least: 7.2, most: 9.5, foot: 52, last: s.last,
		grid: grid{head: 9, headStyle: strong(10.5), cellStyle: sans(10.5), lineColour: pale, columns: []column{
			{text.T("paper.col_seat"), 12, centre}, {text.T("paper.col_name"), 34, centre}, {text.T("paper.col_sex"), 12, centre}, {text.T("paper.col_village"), 48, left},
			{text.T("paper.col_last4"), 24, centre}, {text.T("paper.col_trade"), 34, left}, {text.T("paper.col_money"), 20, right},
		}},
	}
	l.head = func(p *page, y float64) float64 {
		y = p.facts(listMargin, y, l.width()-22, []float64{1}, fact{text.T("paper.class"), s.Class.Name()})
		y = p.facts(listMargin, y, l.width(), []float64{3, 2}, fact{label(training.Institution), shown(s.Class, training.Institution)}, fact{text.T("paper.count"), text.T("paper.people", strconv.Itoa(len(s.who)))})
		return p.facts(listMargin, y, l.width(), []float64{1}, fact{text.T("paper.subsidy_days"), postDays(s.claim[training.PostFrom], s.claim[training.PostUntil])})
	}
	return l.draw(d)
}

func (s subsidy) row(r Row) []string {
	p, last, village := r.Person, lastFour(r.Person), r.Village+r.Group
	if age, known := ageOn(p, s.At); !known || age < minorAge {
		last, village = "", r.Village
	}
	return []string{strconv.Itoa(r.Enrolment.Seat()), publicName(p, s.At), p.Sex(), village, last, s.Class.TradeAndLevel(), s.money(r.Enrolment)}
}

// money is what one person's subsidy is: what was noted for them, otherwise the claim shared evenly where that comes out even.
func (s subsidy) money(e training.Enrolment) string {
	if own := e.Answers[training.Claimed]; own != "" && len(s.Claims) <= 1 {
		return own
	}
	amount, err := strconv.ParseFloat(s.claim[training.ClaimAmount], 64)
	people, bad := strconv.Atoi(s.claim[training.ClaimPeople])
	if err != nil || bad != nil || people == 0 {
		return ""
	}
	if each := amount / float64(people); each*100 == float64(int64(each*100)) {
		return number(each)
	}
	return ""
}

// unlisted says how many children are paid for whom the list does not show.
func (s subsidy) unlisted() string {
	if s.left == 0 {
		return ""
	}
	return text.T("paper.subsidy_left", s.left)
}

func (s subsidy) last(p *page, y float64) {
	c, w := s.Class, 210-2*listMargin
	total := cmp.Or(s.claim[training.ClaimAmount], "＿＿＿＿＿＿")
	p.fit(listMargin, y, w, 7, text.T("paper.subsidy_total", len(s.who)+s.left, total)+s.unlisted(), strong(11), left)
	who := joined("　", shown(c, training.Supervisor), shown(c, training.SupervisorUnit), shown(c, training.SupervisorPhone))
	p.fit(listMargin, y+8, w, 11, text.T("paper.subsidy_object", blankOr(who), cmp.Or(shown(c, training.Hotline), defaultHotline)), sans(10.5), left)
	p.fit(listMargin, y+20, w, 6, text.T("paper.roster_masked"), sans(9).coloured(grey), left)
	p.fit(listMargin+w*0.4, y+32, w*0.6, 7, text.T("paper.seal", cmp.Or(c.Answers[training.Issuer], s.Unit)), sans(11.5), right)
	p.fit(listMargin+w*0.4, y+40, w*0.6, 7, text.T("paper.date_blank"), sans(11.5), right)
}
