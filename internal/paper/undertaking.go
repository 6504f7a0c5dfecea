package paper

import (
	"cmp"
	"io"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 承诺书 of the institution and of the trainee: both sign that what they say is true (人社部发〔2024〕5号). What they promise comes from
// 云人社发〔2018〕71号 二(一), 三湖政办〔2019〕17号 (补贴培训进系统，系统之外零补贴; 一人不重复享受) and the rule against passing a class on.

func makeUndertaking(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.undertaking", func(d *doc) error {
		f := flow{d: d, job: j, number: undertakingNo, name: text.T("paper.undertaking_title"), under: j.Class.No()}.begin()
		c := j.Class
		f.gap(2)
		f.address(cmp.Or(c.Answers[training.Approver], c.Answers[training.Issuer], j.Unit))
		f.para(text.T("paper.undertaking_opening", blankOr(shown(c, training.Institution)), blankOr(c.Name())), sans(13))
		f.para(text.T("paper.undertaking_items"), sans(13))
		f.para(text.T("paper.undertaking_end"), sans(13))
		f.gap(8)
		f.need(48)
		f.lines([2]string{text.T("paper.sign_institution"), ""}, [2]string{text.T("paper.credit_code"), shown(c, training.InstitutionCode)})
		f.gap(4)
		f.lines([2]string{text.T("paper.sign_legal"), ""}, [2]string{text.T("paper.sign_manager"), ""})
		f.gap(4)
		f.lines([2]string{text.T("paper.sign_phone"), shown(c, training.ManagerPhone)}, [2]string{text.T("paper.sign_date"), ""})
		f.gap(3)
		f.note(text.T("paper.undertaking_copies"))
		return f.done(c.Name(), "")
	})
}

// makePledge draws the trainees' 承诺书, a page for each; blank, one without a name.
func makePledge(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.pledge", func(d *doc) error {
		for _, r := range j.each() {
			if err := pledge(d, j, r); err != nil {
				return err
			}
		}
		return nil
	})
}

// each are the trainees for whom a page is made; of a blank form, or a class without any, one nobody.
func (j Job) each() []Row {
	rows := roster(j.Rows)
	if j.Blank || len(rows) == 0 {
		return []Row{{}}
	}
	return rows
}

func pledge(d *doc, j Job, r Row) error {
	f := flow{d: d, job: j, number: pledgeNo, name: text.T("paper.pledge_title"), under: j.Class.No()}.begin()
	f.classRows()
	f.row(flowRow, cell{text.T("paper.col_name"), r.Person.Name(), 1}, cell{text.T("paper.col_last4"), lastFour(r.Person), 1})
	f.gap(6)
	f.para(text.T("paper.pledge_opening"), sans(13))
	f.para(text.T("paper.pledge_items"), sans(13))
	f.para(text.T("paper.pledge_end"), sans(13))
	f.gap(10)
	f.need(30)
	f.lines([2]string{text.T("paper.signup_sign"), ""}, [2]string{text.T("paper.sign_date"), ""})
	f.gap(5)
	f.lines([2]string{text.T("paper.signup_guardian"), ""}, [2]string{text.T("paper.sign_date"), ""})
	return f.done(j.Class.Name(), "")
}

// address is to whom a paper is directed, at the left edge.
func (f *flow) address(to string) {
	f.need(9)
	f.fit(flowMargin, f.y, flowWidth, 8, blankOr(to)+"：", strong(12.5), left)
	f.y += 9
}

// blankOr is a value, or room to write it.
func blankOr(v string) string { return cmp.Or(v, "＿＿＿＿＿＿＿＿＿＿") }
