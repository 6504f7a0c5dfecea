package survey

// Keys of a training institution.
const (
	InstName     = "inst_name"
	InstCode     = "inst_code"
	InstLicence  = "inst_licence"
	LicenceUntil = "licence_until"
	InstLegal    = "inst_legal"
	InstKind     = "inst_kind"
	InstTrades   = "inst_trades" // 批准的培训工种
	InstGrade    = "inst_grade"
	GradedOn     = "graded_on"
	ThirdParty   = "third_party"
	ThirdOn      = "third_on"
	InstRoom     = "inst_room"
	InstContact  = "inst_contact"
	InstPhone    = "inst_phone"
	InstAddress  = "inst_address"
	InstNote     = "inst_note"
)

// InstitutionTable is a training institution of the directory. The directory is public (三湖政办〔2019〕17号 “公布…培训机构目录”, and
// 云人社发〔2018〕71号 二（一）3), so the institution's own contact and phone are Free. The licence is what a class must show (二（一）2).
var InstitutionTable = NewTable("institution", nil,
	Section("institution",
		Field{Key: InstName, Label: "机构名称", Kind: Text, Required: true, On: Ledger | Card, Also: []string{"培训机构", "培训机构名称", "单位名称", "学校名称"}},
		Field{Key: InstCode, Label: "统一社会信用代码", Kind: CreditCode, On: Ledger, Also: []string{"信用代码", "社会信用代码"}},
		Field{Key: InstLicence, Label: "办学许可证号", Kind: Text, On: Ledger, Also: []string{"许可证号", "办学许可证编号", "许可证编号"}},
		Field{Key: LicenceUntil, Label: "许可证有效期至", Kind: DateKind, On: Ledger | Card, Hint: "最后管用的一天；过了这天不能开班。", Also: []string{"许可证有效期", "许可有效期至", "办学许可证有效期"}},
		Field{Key: InstLegal, Label: "法定代表人", Kind: Name, On: Ledger, Also: []string{"法人代表", "法人", "负责人"}},
		Field{Key: InstKind, Label: "机构类别", Kind: Choice, List: "institution_kind", On: Ledger, Also: []string{"机构性质", "机构类型", "单位性质"}},
		Field{Key: InstTrades, Label: "批准的培训工种", Kind: Text, On: Ledger, Hint: "用“、”隔开，和工种目录用同一个名称；不填就是没有登记。", Also: []string{"培训工种", "批准工种", "办学范围", "培训范围", "培训职业（工种）", "审批工种"}},
		Field{Key: InstGrade, Label: "诚信等级", Kind: Choice, List: "integrity", On: Ledger | Card, Also: []string{"信用等级", "诚信评价", "评定等级"}},
		Field{Key: GradedOn, Label: "等级评定日期", Kind: DateKind, Also: []string{"评定日期"}},
		Field{Key: ThirdParty, Label: "第三方评估结果", Kind: Note, Hint: "谁评的，结论是什么。", Also: []string{"第三方评估", "评估结果"}},
		Field{Key: ThirdOn, Label: "第三方评估日期", Kind: DateKind, Also: []string{"评估日期"}},
		Field{Key: InstRoom, Label: "场地可容纳人数", Kind: Number, On: Ledger, Check: notNegative(InstRoom), Also: []string{"场地人数", "容纳人数", "最大培训人数"}},
		Field{Key: InstContact, Label: "机构联系人", Kind: Name, On: Ledger, Also: []string{"联系人"}},
		Field{Key: InstPhone, Label: "机构联系电话", Kind: PhoneKind, On: Ledger | Card, Also: []string{"联系电话", "电话", "咨询电话"}},
		Field{Key: InstAddress, Label: "机构地址", Kind: Text, On: Ledger, Also: []string{"地址", "办学地址", "培训地址", "办学地点"}},
		Field{Key: InstNote, Label: "机构备注", Kind: Note, Also: []string{"备注"}},
	),
	Section("validity", validity()...),
)
