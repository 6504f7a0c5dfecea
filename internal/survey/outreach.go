package survey

// Outreach is one event at which people were told what there is: “当地中学和自然村要进行落地式宣传” (粤人社函〔2019〕1812号 之八).
var Outreach = NewTable("outreach", nil,
	Section("outreach",
		Field{Key: OutreachOn, Label: "宣传日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(OutreachOn)},
		Field{Key: OutreachVillage, Label: "宣传的村", Kind: Region, On: Ledger | Card},
		Field{Key: OutreachSpot, Label: "具体地点", Kind: Text, On: Ledger, Hint: "如村委会、中学、自然村。"},
		Field{Key: "subject", Label: "宣传内容", Kind: Note, Required: true, On: Ledger | Card},
		Field{Key: "audience", Label: "宣传对象", Kind: Choices, List: "audience", On: Ledger},
		Field{Key: OutreachFamilies, Label: "参加户数", Kind: Number, On: Ledger},
		Field{Key: OutreachPeople, Label: "参加人数", Kind: Number, On: Ledger},
		Field{Key: "materials", Label: "发放资料", Kind: Text, On: Ledger, Hint: "名称和份数。"},
		Field{Key: DoneBy, Label: "组织人", Kind: Name, On: Ledger},
		Field{Key: "outreach_note", Label: "宣传备注", Kind: Note},
	),
)
