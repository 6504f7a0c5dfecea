package paper

import (
	"cmp"
	"io"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 培训报名表, one A4 sheet a person, who checks and signs it (三湖政办〔2019〕17号 一(十一): 就近就地、本人自愿, by 个人意向、文化程度、技能水平 …).
// What the register knows is filled in, what it does not know has room to write. Health is not printed: the sheet goes through many hands,
// and who may not join for it the office says. Like the slip it stays with the person and so bears no watermark.

// Applicant is somebody who signs up. The zero Applicant is a blank form.
type Applicant struct {
	Person  registry.Person
	Village string         // as people read it: 左门村委会
	Group   string         // 二组
	Wish    survey.Answers // the latest of survey.Wish; nil for none
}

// SignUp draws the sign-up form of several people for a class, each on a sheet of its own; without anybody one blank form. The zero class is
// any class: its name is then written by hand, and the sheet has no code.
func SignUp(w io.Writer, c training.Class, people []Applicant, o Options) (Report, error) {
	if len(people) == 0 {
		people = []Applicant{{}}
	}
	d := newDoc(text.T("paper.signup_title"), o.At)
	for i, a := range people {
		s := signUp{d.addPage(210, 297), c, a, o}
		if err := s.draw(c.Code(training.SignUpCode, i+1)); err != nil {
			return Report{}, err
		}
	}
	return d.finish(w, Report{})
}

// signUp is one sheet being drawn.
type signUp struct {
	*page
	class training.Class
	Applicant
	o Options
}

const (
	signUpTop   = 45.0
	signUpRow   = 12.0
	signUpLabel = 30.0
)

func (s signUp) draw(code string) error {
	if err := s.heading(text.T("paper.signup_title"), "", sans(11), code, slipMargin); err != nil {
		return err
	}
	s.in(slipMargin, 36, slipWidth, 6, text.T("paper.signup_rule"), sans(9.5).coloured(grey), left)
	y := s.rows(signUpTop, 2, s.who()) + 4
	y = s.rows(y, 1, s.wishes()) + 4
	y = s.rows(y, 1, s.course()) + 7
	s.fit(slipMargin, y, slipWidth, 16, text.T("paper.signup_statement", cmp.Or(s.class.Name(), "＿＿＿＿＿＿＿＿＿＿＿＿＿＿")), sans(11.5), left)
	s.toFill(slipMargin, y+21, slipWidth, [][2]string{{text.T("paper.signup_sign")}, {text.T("paper.sign_date")}})
	s.toFill(slipMargin, y+32, slipWidth, [][2]string{{text.T("paper.signup_guardian")}, {text.T("paper.sign_date")}})
	s.toFill(slipMargin, y+43, slipWidth, [][2]string{{text.T("paper.signup_taken")}, {text.T("paper.sign_date")}})
	s.fit(slipMargin, 272, slipWidth, 16, text.T("paper.signup_privacy", cmp.Or(s.o.Unit, text.T("paper.slip_us"))), sans(8.5).coloured(grey), left)
	return nil
}

func (s signUp) who() []fact {
	p := s.Person
	ask := func(key string) fact {
		f, _ := survey.Person.Field(key)
		return fact{f.Label, f.Show(p.Get(key))}
	}
	return []fact{
		ask(survey.FullName), {ask(survey.Sex).label, p.Sex()},
		{ask(survey.IDNo).label, p.IDNumber()}, {text.T("paper.col_phone"), p.Phone()},
		{text.T("paper.col_education"), ask(survey.Education).value}, {text.T("paper.signup_skill"), ""},
		{text.T("paper.col_village"), s.Village}, {text.T("paper.col_group"), s.Group},
	}
}

// wishes are what the person wishes to learn in order, in the words of that day where no trade was chosen, and where and when.
func (s signUp) wishes() []fact {
	var out []fact
	for _, key := range []string{survey.Trade1, survey.Trade2, survey.Trade3, survey.WishPlace, survey.WishTime} {
		f, _ := survey.Wish.Field(key)
		value := s.Wish[key]
		if key == survey.Trade1 {
			value = cmp.Or(value, s.Wish[survey.WishText])
		}
		out = append(out, fact{f.Label, f.Show(value)})
	}
	return out
}

// course is the class, and whether the person had a subsidised training this year: one a year is paid for.
func (s signUp) course() []fact {
	return []fact{
		{text.T("paper.class"), joined("　", s.class.Name(), s.class.TradeAndLevel())},
		{text.T("paper.period"), joined("　", period(s.class), shown(s.class, training.DailyTime))},
		{label(training.Place), shown(s.class, training.Place)},
		{text.T("paper.signup_year"), text.T("paper.signup_year_box")},
	}
}

// rows draws pairs of label and value, so many in a row, and gives the y under them.
func (s signUp) rows(y float64, across int, pairs []fact) float64 {
	each, from, high := slipWidth/float64(across), y, signUpRow
	if across == 1 {
		high = 9.5
	}
	var rules [][4]float64
	for i, pair := range pairs {
		x := slipMargin + each*float64(i%across)
		s.fill(x, y, signUpLabel, high, tint)
		s.fit(x+1.5, y+1, signUpLabel-3, high-2, pair.label, strong(10.5), centre)
		s.fit(x+signUpLabel+2, y+1, each-signUpLabel-4, high-2, pair.value, sans(11), left)
		rules = append(rules, [4]float64{x, y, x + each, y}, [4]float64{x, y, x, y + high}, [4]float64{x + signUpLabel, y, x + signUpLabel, y + high})
		if i%across == across-1 {
			y += high
		}
	}
	s.strokes(rules, thinLine, pale)
	s.frame(slipMargin, from, slipWidth, y-from, thickLine-0.15, ink)
	return y
}
