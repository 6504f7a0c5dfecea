package survey

// Referral is a young person pointed to a school: 未升学初高中毕业生“精准对接职业教育、成人教育” (海府办〔2020〕4号).
var Referral = NewTable("referral", nil,
	Section("referral",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: ReferredOn, Label: "转介日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(ReferredOn)},
		Field{Key: ReferralKind, Label: "转介去处", Kind: Choice, List: "referral_kind", Required: true, On: Ledger | Card},
		Field{Key: ReferralSchool, Label: "对接学校", Kind: Text, On: Ledger, Also: []string{"学校", "院校", "技工院校"}},
		Field{Key: "major", Label: "专业", Kind: Text, On: Ledger},
		Field{Key: "contact", Label: "学校联系人", Kind: Text},
		Field{Key: "contact_phone", Label: "学校联系电话", Kind: PhoneKind, Class: Contact},
		Field{Key: DoneBy, Label: "经办人", Kind: Name},
		Field{Key: ReferralOutcome, Label: "转介结果", Kind: Choice, List: "referral_outcome", On: Ledger | Card},
		Field{Key: "enrolled_on", Label: "入学日期", Kind: DateKind, On: Ledger, When: is(ReferralOutcome, "已入学")},
		Field{Key: "referral_note", Label: "转介备注", Kind: Note},
	),
)
