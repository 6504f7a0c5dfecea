package survey

// FollowUp is one look after a person who was trained or went to work: “做好就业后续跟踪服务” (云人社发〔2018〕71号 一（七）).
var FollowUp = NewTable("followup", nil,
	Section("followup",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: FollowedOn, Label: "跟踪日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(FollowedOn), Also: []string{"回访日期", "跟踪时间"}},
		Field{Key: FollowWay, Label: "跟踪方式", Kind: Choice, List: "visit_method", On: Ledger, Also: []string{"回访方式"}},
		Field{Key: JobState, Label: "现在的就业状态", Kind: Choice, List: "job_state", On: Ledger | Card},
		Field{Key: "now_firm", Label: "现单位", Kind: Text, On: Ledger, When: atWork},
		Field{Key: "now_place", Label: "现工作地点", Kind: Text, On: Ledger, When: atWork},
		Field{Key: "now_trade", Label: "现岗位", Kind: Text, When: atWork},
		Field{Key: "now_income", Label: "现月收入", Kind: Money, Class: Sensitive, When: atWork},
		Field{Key: "uses_skill", Label: "所学是否用上", Kind: Flag, On: Ledger},
		Field{Key: FollowNeed, Label: "需要什么", Kind: Choices, List: "followup_need", On: Ledger},
		Field{Key: "done_for", Label: "已办的事", Kind: Note},
		Field{Key: DoneBy, Label: "跟踪人", Kind: Name, On: Ledger, Also: []string{"回访人"}},
		Field{Key: "followup_note", Label: "跟踪备注", Kind: Note},
	),
)

func atWork(a Answers) bool {
	switch a[JobState] {
	case "本地就业", "县外省内就业", "省外就业", "创业":
		return true
	}
	return false
}
