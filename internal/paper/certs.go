package paper

import (
	"cmp"
	"io"
	"slices"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 结业证书, A4 landscape, one a page. What stands on it 人社部发〔2024〕5号 says of the 培训合格证书: 证书序列号、姓名、身份信息、培训项目名称、起止日期、
// 培训机构名称、发证日期. Only who has a number gets one: a certificate without a number is none. The code names class and seat, nothing else.

// ErrNoCerts is a class in which nobody has the number of a certificate yet.
var ErrNoCerts = text.NewError("paper.no_certs")

func makeCerts(w io.Writer, j Job) (Report, error) {
	if j.Paper != "" && j.Paper != "A4" {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	rows := slices.DeleteFunc(roster(j.Rows), func(r Row) bool { return r.Enrolment.Answers[training.CertNo] == "" })
	if len(rows) == 0 {
		return Report{}, ErrNoCerts
	}
	d := newDoc(text.T("paper.cert_title"), j.At)
	for _, r := range rows {
		if err := (cert{d.addPage(landscapeWidth, landscapeHigh), j, r}).draw(); err != nil {
			return Report{}, err
		}
	}
	return d.finish(w, Report{})
}

// cert is one certificate being drawn.
type cert struct {
	*page
	Job
	r Row
}

const certLeft, certRight = 36.0, 261.0

func (c cert) draw() error {
	c.frame(9, 9, c.w-18, c.h-18, 1.8, red)
	c.frame(12, 12, c.w-24, c.h-24, 0.35, red)
	name := title(46)
	name.colour, name.space = red, 0.3
	c.in(0, 22, c.w, 20, text.T("paper.cert_title"), name, centre)
	c.fit(certLeft, 45, certRight-certLeft, 6, text.T("paper.cert_no", c.r.Enrolment.Answers[training.CertNo]), sans(11.5), centre)
	c.photoPlace(certRight-30, 58)
	c.words(58)
	c.signed(150)
	return c.qr(certLeft-4, 148, 30, c.Class.Code(training.CertCode, c.r.Enrolment.Seat()), sans(7).coloured(grey))
}

// photoPlace is where the photograph is stuck on: 25 x 35 mm, one inch as photographers call it.
func (c cert) photoPlace(x, y float64) {
	c.frame(x, y, 27, 37, 0.25, grey)
	c.in(x, y, 27, 37, text.T("paper.cert_photo"), sans(10).coloured(grey), centre)
}

// words are what is certified. A line that is long is set smaller and never cut.
func (c cert) words(y float64) {
	const wide = certRight - certLeft - 38
	p, e := c.r.Person, c.r.Enrolment
	c.fit(certLeft, y, wide, 15, p.Name(), strong(30), left)
	y = c.pair(y+17, wide, text.T("paper.col_sex"), p.Sex(), text.T("paper.cert_born"), chineseDate(bornOn(p)))
	y = c.pair(y, wide, text.T("paper.col_id"), p.IDNumber(), "", "")
	said := text.T("paper.cert_words", certPeriod(c.Job, e), c.Class.Name(), c.Class.TradeAndLevel(), cmp.Or(shown(c.Class, training.Hours), "＿＿"))
	st := sans(19)
	st.face = serif
	c.fit(certLeft, y+3, certRight-certLeft, 42, said, st, left)
}

func (c cert) pair(y, w float64, oneLabel, oneValue, otherLabel, otherValue string) float64 {
	facts, shares := []fact{{oneLabel, oneValue}}, []float64{1}
	if otherLabel != "" {
		facts, shares = append(facts, fact{otherLabel, otherValue}), []float64{1, 2}
	}
	total, x := sum(shares), certLeft
	for i, f := range facts {
		each := w * shares[i] / total
		c.in(x, y, each, 9, f.label+"：", sans(13).coloured(grey), left)
		from := c.doc.width(f.label+"：", sans(13))
		c.fit(x+from, y, each-from-2, 9, f.value, sans(14), left)
		x += each
	}
	return y + 10
}

// certPeriod is from when to when the person was taught.
func certPeriod(j Job, e training.Enrolment) string {
	first := cmp.Or(e.Answers[training.JoinedOn], j.Class.Answers[training.StartsOn])
	last := cmp.Or(e.Answers[training.FinishedOn], j.Class.Answers[training.EndsOn])
	return text.T("paper.cert_period", cmp.Or(chineseDate(first), "＿＿＿＿"), cmp.Or(chineseDate(last), "＿＿＿＿"))
}

// signed is who gives the certificate and when, with room for the seal.
func (c cert) signed(y float64) {
	const x, wide = 150.0, certRight - 150.0
	e := c.r.Enrolment.Answers
	c.fit(x, y+4, wide, 9, text.T("paper.cert_institution", cmp.Or(shown(c.Class, training.Institution), "＿＿＿＿＿＿")), sans(14), right)
	if issuer := e[training.CertIssuer]; issuer != "" {
		c.fit(x, y+13, wide, 8, text.T("paper.cert_issuer", issuer), sans(12.5), right)
	}
	on := cmp.Or(chineseDate(e[training.CertOn]), text.T("paper.date_blank"))
	c.fit(x, y+22, wide, 8, text.T("paper.cert_on", on), sans(13), right)
	if until := e[training.CertUntil]; until != "" {
		c.fit(x, y+30, wide, 6, text.T("paper.cert_until", chineseDate(until)), sans(10.5), right)
	}
}
