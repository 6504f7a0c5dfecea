package paper

import (
	"cmp"
	"io"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 个人信息处理告知书: what 个人信息保护法 17 wants told (who, for what and how, which data, how long, the rights), 30 of sensitive data, 31 of
// children under 14 (their guardian consents), 35 of offices of the state. A page for each trainee, who or whose guardian signs that they were told.

func makePrivacy(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.privacy", func(d *doc) error {
		for _, r := range j.each() {
			if err := privacy(d, j, r); err != nil {
				return err
			}
		}
		return nil
	})
}

func privacy(d *doc, j Job, r Row) error {
	c := j.Class
	f := flow{d: d, job: j, number: privacyNo, name: text.T("paper.privacy_title"), under: c.Name()}.begin()
	office := cmp.Or(c.Answers[training.Issuer], j.Unit, c.Answers[training.Approver])
	contact := joined("　", shown(c, training.Manager), shown(c, training.ManagerPhone))
	f.gap(1)
	f.row(flowRow, cell{text.T("paper.col_name"), r.Person.Name(), 1}, cell{text.T("paper.col_last4"), lastFour(r.Person), 1})
	f.gap(3)
	st := sans(11.5)
	f.para(text.T("paper.privacy_opening"), st)
	for _, part := range []struct{ head, words string }{
		{text.T("paper.privacy_who"), text.T("paper.privacy_who_words", blankOr(office), blankOr(shown(c, training.Institution)), blankOr(contact))},
		{text.T("paper.privacy_why"), text.T("paper.privacy_why_words")},
		{text.T("paper.privacy_what"), text.T("paper.privacy_what_words")},
		{text.T("paper.privacy_how"), text.T("paper.privacy_how_words")},
		{text.T("paper.privacy_long"), text.T("paper.privacy_long_words")},
		{text.T("paper.privacy_rights"), text.T("paper.privacy_rights_words", cmp.Or(shown(c, training.Hotline), defaultHotline))},
		{text.T("paper.privacy_child"), text.T("paper.privacy_child_words")},
	} {
		f.subject(part.head)
		f.para(part.words, st)
	}
	f.gap(3)
	f.need(38)
	f.para(text.T("paper.privacy_signed"), strong(10.5))
	f.gap(2)
	f.lines([2]string{text.T("paper.signup_sign"), ""}, [2]string{text.T("paper.sign_date"), ""})
	f.guardian(r, j)
	f.lines([2]string{text.T("paper.privacy_told_by"), ""}, [2]string{text.T("paper.privacy_told_way"), ""})
	return f.done(c.No(), "")
}

// subject is the bold head of a part of a text.
func (f *flow) subject(words string) {
	f.need(13)
	f.in(flowMargin, f.y+0.8, flowWidth, 6, words, strong(11), left)
	f.y += 7
}

// guardian is where a guardian signs. Of a child under 14 it is said that nobody else may.
func (f *flow) guardian(r Row, j Job) {
	words := text.T("paper.privacy_guardian")
	if r.Person.ID != "" && child(r, j.At) {
		words = text.T("paper.privacy_guardian_must")
	}
	f.lines([2]string{words, ""}, [2]string{text.T("paper.privacy_relation"), ""})
}
