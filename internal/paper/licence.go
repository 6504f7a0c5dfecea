package paper

import (
	"cmp"
	"io"
	"strings"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 亮证页 (云人社发〔2018〕71号 二(一)2: 对培训机构的职业培训资质进行核验，在副本复印件上加盖核验标识并在培训班上展示): the institution and its licence in large type,
// room for the copy of the licence, and room for the mark of the county office. It hangs beside the notice board.

var licenceSizes = map[string]float64{"A4": 1, "A3": 297.0 / 210}

func makeLicence(w io.Writer, j Job) (Report, error) {
	k, ok := licenceSizes[cmp.Or(j.Paper, "A4")]
	if !ok {
		return Report{}, ErrPaperSize.With(j.Paper)
	}
	d := newDoc(text.T("paper.licence_title"), j.At)
	l := licence{page: d.addPage(210*k, 297*k), Job: j, k: k}
	if err := l.draw(); err != nil {
		return Report{}, err
	}
	d.pageNumbers(15*k, 0, j.Class.No(), "")
	return d.finish(w, Report{Blank: l.blank})
}

// licence is the page, in units of A4.
type licence struct {
	*page
	Job
	k     float64
	blank []string
}

func (l *licence) put(x, y, w, h float64, s string, st style, a align) {
	l.fit(x*l.k, y*l.k, w*l.k, h*l.k, s, st.sized(st.size*l.k), a)
}

func (l *licence) box(x, y, w, h, thick float64, c colour) {
	l.frame(x*l.k, y*l.k, w*l.k, h*l.k, thick*l.k, c)
}

const licenceX, licenceWidth = 17.0, 176.0

func (l *licence) draw() error {
	l.box(8, 8, 194, 281, 1.2, red)
	name := title(34)
	name.colour = red
	l.put(licenceX, 14, licenceWidth-26, 18, text.T("paper.licence_title"), name, centre)
	l.put(licenceX, 33, licenceWidth-26, 7, l.Class.Name(), sans(12.5), centre)
	y := l.rows(44)
	l.copyPlace(y+5, 235-y-5)
	l.checked(240)
	return l.qr(172*l.k, 12*l.k, 24*l.k, l.Class.PaperPage(licenceNo, 1), sans(6.8*l.k).coloured(grey))
}

// rows are what the licence says: of the class what was written down with it, otherwise of the catalogue.
func (l *licence) rows(y float64) float64 {
	i := l.Institution
	rows := []fact{
		{label(training.Institution), cmp.Or(shown(l.Class, training.Institution), i.Name)},
		{label(training.Licence), cmp.Or(shown(l.Class, training.Licence), i.Licence)},
		{text.T("paper.licence_until"), chineseDate(i.LicenceUntil)},
		{label(training.InstitutionCode), cmp.Or(shown(l.Class, training.InstitutionCode), i.Code)},
		{label(training.LegalPerson), cmp.Or(shown(l.Class, training.LegalPerson), i.Legal)},
		{text.T("paper.licence_trades"), strings.Join(i.Trades, "、")},
	}
	from := y
	for n, r := range rows {
		h, st := 11.0, sans(15)
		if n == 0 {
			h, st = 15, strong(20)
		}
		if r.value == "" {
			l.blank = append(l.blank, r.label)
		}
		l.fill(licenceX*l.k, y*l.k, 44*l.k, h*l.k, tint)
		l.put(licenceX+2, y, 40, h, r.label, strong(12.5), centre)
		l.put(licenceX+47, y+0.5, licenceWidth-50, h-1, r.value, st, left)
		if n > 0 {
			l.line(licenceX*l.k, y*l.k, (licenceX+licenceWidth)*l.k, y*l.k, 0.2*l.k, grey)
		}
		y += h
	}
	l.line((licenceX+44)*l.k, from*l.k, (licenceX+44)*l.k, y*l.k, 0.2*l.k, grey)
	l.box(licenceX, from, licenceWidth, y-from, 0.5, ink)
	return y
}

// copyPlace is where the copy of the licence is stuck on.
func (l *licence) copyPlace(y, h float64) {
	l.box(licenceX, y, licenceWidth, h, 0.25, grey)
	l.put(licenceX, y+h/2-10, licenceWidth, 10, text.T("paper.licence_copy"), sans(17).coloured(grey), centre)
	l.put(licenceX, y+h/2+1, licenceWidth, 7, text.T("paper.licence_copy_how"), sans(10.5).coloured(grey), centre)
}

// checked is where the county office says that it has checked the licence, and puts its mark.
func (l *licence) checked(y float64) {
	const h = 36.0
	l.box(licenceX, y, licenceWidth, h, 0.5, ink)
	l.put(licenceX+4, y+2, 100, 8, text.T("paper.licence_checked"), strong(14), left)
	l.put(licenceX+4, y+11, 110, 7, text.T("paper.licence_result"), sans(12), left)
	l.put(licenceX+4, y+19.5, 110, 7, text.T("paper.licence_by"), sans(12), left)
	l.put(licenceX+4, y+27.5, 110, 7, text.T("paper.licence_hotline", cmp.Or(shown(l.Class, training.Hotline), defaultHotline)), sans(12), left)
	l.put(licenceX+118, y+9, 54, 8, text.T("paper.seal", l.Class.Answers[training.Issuer]), sans(11.5), centre)
	l.put(licenceX+118, y+26, 54, 7, text.T("paper.date_blank"), sans(11.5), right)
}
