package training

import (
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of a claim. UpstreamNo, AcceptedOn and PaidOn are shared with the class and the enrolment.
const (
	ClaimKind      = "claim_kind"
	ClaimPart      = "claim_part"
	ClaimShare     = "claim_share"
	ClaimPeople    = "claim_people"
	ClaimMonths    = "claim_months"
	ClaimAmount    = "claim_amount"
	AppliedOn      = "applied_on"
	PostFrom       = "post_from"
	PostUntil      = "post_until"
	AcceptedAmount = "accepted_amount"
	PaidAmount     = "paid_amount"
	ClawOn         = "claw_on"
	ClawAmount     = "claw_amount"
	ClawWhy        = "claw_why"
	ClaimNote      = "claim_note"
)

// Values of ClaimPart.
const (
	InAdvance = "预付"
	TheRest   = "尾款"
	InFull    = "全额"
)

// ErrNoUpstream is a claim for a class that the province's platform does not know.
var ErrNoUpstream = text.NewError("training.no_upstream")

// ClaimTable is one claim of a subsidy for a class. It may be paid in parts (三湖政办〔2019〕17号 “可先行拨付50%”, 穗人社函〔2020〕22号
// “20%”), what the platform accepted stands beside what was asked for, and what was wrongly paid is taken back (“予以追回”). There is no
// claim without the platform's number: “补贴培训进系统、系统之外零补贴”.
var ClaimTable = survey.NewTable(TypeClaim, claimRules,
	survey.Section("claim",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: ClaimKind, Label: "补贴种类", Kind: survey.Choice, List: "claim_kind", Required: true, On: survey.Ledger | survey.Card, Also: []string{"补贴类型", "补贴项目"}},
		survey.Field{Key: ClaimPart, Label: "申领部分", Kind: survey.Choice, List: "claim_part", Required: true, On: survey.Ledger | survey.Card, Also: []string{"拨付方式"}},
		survey.Field{Key: ClaimShare, Label: "申领比例（%）", Kind: survey.Number, On: survey.Ledger, Check: share, Hint: "占应补总额的百分比；全额填100。", Also: []string{"拨付比例"}},
		survey.Field{Key: ClaimPeople, Label: "申领人数", Kind: survey.Number, On: survey.Ledger, Check: noLess(ClaimPeople), Also: []string{"补贴人数"}},
		survey.Field{Key: ClaimMonths, Label: "申领月数", Kind: survey.Number, On: survey.Ledger, Check: noLess(ClaimMonths), When: is(ClaimKind, "以工代训补贴"), Also: []string{"补贴月数"}},
		survey.Field{Key: ClaimAmount, Label: "申领金额（元）", Kind: survey.Money, On: survey.Ledger | survey.Card, Check: noLess(ClaimAmount), Also: []string{"申领金额", "申请金额", "补贴金额"}},
		survey.Field{Key: AppliedOn, Label: "申领日期", Kind: survey.DateKind, On: survey.Ledger | survey.Card, Also: []string{"申请日期", "申报日期"}},
		survey.Field{Key: UpstreamNo, Label: "省平台申领编号", Kind: survey.Text, On: survey.Ledger, Hint: "没有编号不能申领：系统之外零补贴。", Also: []string{"系统申领编号", "平台编号"}},
	),
	survey.Section("claim_result",
		survey.Field{Key: PostFrom, Label: "公示开始", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"公示开始日期", "公示时间"}},
		survey.Field{Key: PostUntil, Label: "公示结束", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"公示结束日期"}},
		survey.Field{Key: AcceptedOn, Label: "省平台审核通过日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"审核通过日期", "审核日期"}},
		survey.Field{Key: AcceptedAmount, Label: "审核通过金额（元）", Kind: survey.Money, On: survey.Ledger, Check: noLess(AcceptedAmount), Also: []string{"审核金额", "核定金额"}},
		survey.Field{Key: PaidOn, Label: "到账日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"补贴到账日期", "拨付日期"}},
		survey.Field{Key: PaidAmount, Label: "到账金额（元）", Kind: survey.Money, On: survey.Ledger | survey.Card, Check: noLess(PaidAmount), Also: []string{"到账金额", "拨付金额"}},
		survey.Field{Key: ClawOn, Label: "追回日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"追缴日期"}},
		survey.Field{Key: ClawAmount, Label: "追回金额（元）", Kind: survey.Money, On: survey.Ledger, Check: noLess(ClawAmount), Also: []string{"追回金额", "追缴金额"}},
		survey.Field{Key: ClawWhy, Label: "追回原因", Kind: survey.Note, On: survey.Ledger, When: has(ClawOn), Also: []string{"追缴原因"}},
		survey.Field{Key: ClaimNote, Label: "申领备注", Kind: survey.Note, Also: []string{"备注"}},
	),
)

var claimRules = []survey.Rule{
	inOrder(PostFrom, PostUntil), inOrder(AppliedOn, AcceptedOn), inOrder(AppliedOn, PaidOn), inOrder(PaidOn, ClawOn),
	{Key: UpstreamNo, Check: func(a survey.Answers, _ time.Time) error {
		if a[AppliedOn] != "" && a[UpstreamNo] == "" {
			return ErrNoUpstream
		}
		return nil
	}},
}
