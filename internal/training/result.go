package training

import (
	"slices"

	"ruhu/internal/survey"
)

// Keys of what came of an enrolment. UpstreamNo and AcceptedOn are shared with the class: the platform numbers and reviews both.
const (
	Result        = "result"
	FinishedOn    = "finished_on"
	TheoryScore   = "theory_score"
	PracticeScore = "practice_score"
	CertName      = "cert_name"
	CertNo        = "cert_no"
	CertOn        = "cert_on"
	After         = "after" // 培训后就业
	AfterOn       = "after_on"
	AfterFirm     = "after_firm"
	AfterPlace    = "after_place"
)

// Further keys of what came of an enrolment: how long a certificate holds, who gave it, a second try at the examination.
const (
	CertUntil     = "cert_until" // the last day; absent: for ever
	CertIssuer    = "cert_issuer"
	ResitOn       = "resit_on"
	ResitTheory   = "resit_theory"
	ResitPractice = "resit_practice"
	ApplyNote     = "apply_note" // what was said when they were put forward, or why all the same
)

// Values of Result.
const (
	Passed     = "合格"
	Failed     = "不合格"
	NoShow     = "缺考"
	Unfinished = "未结业"
)

// EnrolmentTable is what is written down about one person in one class when it is over: the four axes that reports have asked for
// since 2006 (人数, 取证, 就业, 补贴) and the number under which the province's platform knows it.
var EnrolmentTable = survey.NewTable(TypeEnrolment, []survey.Rule{inOrder(CertOn, CertUntil)},
	survey.Section("training",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link},
		survey.Field{Key: OfPerson, Label: "学员", Kind: survey.Link},
		survey.Field{Key: Result, Label: "培训结果", Kind: survey.Choice, List: "enrol_result", On: survey.Ledger, Also: []string{"考核结果", "评定", "结业情况", "是否合格"}},
		survey.Field{Key: FinishedOn, Label: "本人结业日期", Kind: survey.DateKind, On: survey.Ledger, Hint: "不填按班级的结业日期"},
		survey.Field{Key: TheoryScore, Label: "理论成绩", Kind: survey.Number, Also: []string{"理论"}},
		survey.Field{Key: PracticeScore, Label: "实操成绩", Kind: survey.Number, Also: []string{"实践成绩", "实作", "实操"}},
		survey.Field{Key: CertName, Label: "结业所得证书", Kind: survey.Text, On: survey.Ledger, Also: []string{"证书名称"}},
		survey.Field{Key: CertNo, Label: "结业证书编号", Kind: survey.Code, On: survey.Ledger, Class: survey.Identity, Also: []string{"证书编号", "证书序列号"}},
		survey.Field{Key: CertOn, Label: "发证日期", Kind: survey.DateKind, On: survey.Ledger},
		survey.Field{Key: After, Label: "培训后就业情况", Kind: survey.Choice, List: "job_state", On: survey.Ledger, Also: []string{"培训后就业", "就业情况"}},
		survey.Field{Key: AfterOn, Label: "培训后就业日期", Kind: survey.DateKind},
		survey.Field{Key: AfterFirm, Label: "培训后就业单位", Kind: survey.Text, On: survey.Ledger},
		survey.Field{Key: AfterPlace, Label: "培训后就业地点", Kind: survey.Text},
		survey.Field{Key: UpstreamNo, Label: "省平台学员编号", Kind: survey.Text, On: survey.Ledger, Class: survey.Identity, Also: []string{"系统编号", "学员编号"}},
		survey.Field{Key: AcceptedOn, Label: "省平台审核通过日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"审核通过日期"}},
		survey.Field{Key: ClaimedOn, Label: "补贴申报日期", Kind: survey.DateKind},
		survey.Field{Key: Claimed, Label: "补贴申报金额", Kind: survey.Money},
		survey.Field{Key: PaidOn, Label: "补贴到账日期", Kind: survey.DateKind},
		survey.Field{Key: Paid, Label: "补贴到账金额", Kind: survey.Money},
		survey.Field{Key: CertUntil, Label: "证书有效期至", Kind: survey.DateKind, On: survey.Ledger, Hint: "长期有效的空着。", Also: []string{"证书有效期", "有效期至"}},
		survey.Field{Key: CertIssuer, Label: "发证机构", Kind: survey.Text, Also: []string{"发证单位", "评价机构"}},
		survey.Field{Key: ResitOn, Label: "补考日期", Kind: survey.DateKind, Also: []string{"补考时间"}},
		survey.Field{Key: ResitTheory, Label: "补考理论成绩", Kind: survey.Number, Also: []string{"理论补考成绩"}},
		survey.Field{Key: ResitPractice, Label: "补考实操成绩", Kind: survey.Number, Also: []string{"实操补考成绩"}},
		survey.Field{Key: ApplyNote, Label: "报名备注", Kind: survey.Note, Class: survey.Sensitive, Hint: "推荐理由，或不符合条件仍然录取的原因。"},
	),
)

// DoneOn is the day on which somebody finished a class: their own, otherwise the class's last. "" where they did not finish it:
// they left, are waiting for a place, are said not to have finished, or the class was never held.
func (e Enrolment) DoneOn(c Class) survey.Date {
	if e.Standing() != Enrolled || e.Answers[Result] == Unfinished || !c.Held() && e.Answers[Result] == "" {
		return ""
	}
	if own := e.Answers[FinishedOn]; own != "" {
		return own
	}
	return c.Answers[EndsOn]
}

// Passed tells whether somebody finished a class and passed. A class that is closed has passed all of whom nothing else is said.
func (e Enrolment) Passed(c Class) bool {
	r := e.Answers[Result]
	return e.DoneOn(c) != "" && (r == Passed || r == "" && c.Stage() == Closed)
}

// Certified tells whether a certificate was given for the class.
func (e Enrolment) Certified() bool { return e.Answers[CertNo] != "" || e.Answers[CertOn] != "" }

// Accepted is the day on which the province's platform passed it: the person's own, otherwise the class's. "" where it has not.
func (e Enrolment) Accepted(c Class) survey.Date {
	if own := e.Answers[AcceptedOn]; own != "" {
		return own
	}
	return c.Answers[AcceptedOn]
}

// AtWork are the values of After that mean work, as reports part them.
var AtWork = []string{"本地就业", "县外省内就业", "省外就业", "创业"}

// Held tells whether the class has begun: one that was only applied for counts nowhere.
func (c Class) Held() bool {
	return slices.Index(Stages, c.Stage()) >= slices.Index(Stages, Running)
}
