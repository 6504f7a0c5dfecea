package survey

// Keys of an assessing institution.
const (
	AssName    = "ass_name"
	AssKind    = "ass_kind"
	AssNo      = "ass_no" // 备案编号
	AssCode    = "ass_code"
	AssTrades  = "ass_trades"
	AssContact = "ass_contact"
	AssPhone   = "ass_phone"
	AssAddress = "ass_address"
	AssNote    = "ass_note"
)

// AssessorTable is an institution that examines and certifies (评价机构). Its directory is public like that of the training
// institutions (三湖政办〔2019〕17号 “评价机构目录”).
var AssessorTable = NewTable("assessor", nil,
	Section("assessor",
		Field{Key: AssName, Label: "评价机构名称", Kind: Text, Required: true, On: Ledger | Card, Also: []string{"评价机构", "机构名称", "单位名称", "鉴定机构", "考核机构"}},
		Field{Key: AssKind, Label: "评价机构类别", Kind: Choice, List: "assessor_kind", On: Ledger, Also: []string{"机构类别", "机构类型", "机构性质"}},
		Field{Key: AssNo, Label: "备案编号", Kind: Code, On: Ledger, Also: []string{"机构编号", "备案号", "评价机构编号"}},
		Field{Key: AssCode, Label: "统一社会信用代码", Kind: CreditCode, On: Ledger, Also: []string{"信用代码", "社会信用代码"}},
		Field{Key: AssTrades, Label: "可评价的工种", Kind: Text, On: Ledger, Hint: "用“、”隔开，和工种目录用同一个名称。", Also: []string{"评价职业（工种）", "评价工种", "评价范围", "鉴定工种", "备案职业（工种）"}},
		Field{Key: AssContact, Label: "评价机构联系人", Kind: Name, On: Ledger, Also: []string{"联系人"}},
		Field{Key: AssPhone, Label: "评价机构联系电话", Kind: PhoneKind, On: Ledger | Card, Also: []string{"联系电话", "电话", "咨询电话"}},
		Field{Key: AssAddress, Label: "评价机构地址", Kind: Text, On: Ledger, Also: []string{"地址", "评价地址", "考点地址"}},
		Field{Key: AssNote, Label: "评价机构备注", Kind: Note, Also: []string{"备注"}},
	),
	Section("validity", validity()...),
)
