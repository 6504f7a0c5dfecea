package survey

// Slip is what was offered to one family, and that it reached them: 用工岗位、培训内容、培训时间、培训方式、就业帮扶措施“精准传递
// 到每家每户” (云人社发〔2018〕71号 一（一）).
var Slip = NewTable("slip", nil,
	Section("slip",
		Field{Key: OfHousehold, Label: "告知户", Kind: Link},
		Field{Key: OfferedOn, Label: "告知日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(OfferedOn)},
		Field{Key: OfferJobs, Label: "用工岗位", Kind: Note, On: Ledger, Hint: "单位、岗位、工资、地点、联系人。"},
		Field{Key: OfferTraining, Label: "培训内容", Kind: Note, On: Ledger},
		Field{Key: OfferTime, Label: "培训时间", Kind: Note},
		Field{Key: OfferWay, Label: "培训方式", Kind: Note, Hint: "送技下乡、办班进村、到县里学、网上学。"},
		Field{Key: OfferHelp, Label: "就业帮扶措施", Kind: Note, Hint: "免费培训、生活和交通补贴、推荐就业、雨露计划等。"},
		Field{Key: OfferContact, Label: "咨询电话", Kind: Text},
		Field{Key: DeliveredOn, Label: "送达日期", Kind: DateKind, On: Ledger | Card, Check: notFuture(DeliveredOn)},
		Field{Key: DeliveredBy, Label: "送达人", Kind: Name, On: Ledger, When: answered(DeliveredOn)},
		Field{Key: DeliveryWay, Label: "送达方式", Kind: Choice, List: "delivery_way", On: Ledger, When: answered(DeliveredOn)},
		Field{Key: TakenBy, Label: "接收人", Kind: Name, Class: Identity, When: answered(DeliveredOn)},
		Field{Key: TakenRelation, Label: "接收人与户主关系", Kind: Choice, List: "relation", When: answered(TakenBy)},
		Field{Key: Signed, Label: "接收人是否签字", Kind: Flag, When: answered(DeliveredOn)},
		Field{Key: SlipNote, Label: "告知备注", Kind: Note},
	),
)
