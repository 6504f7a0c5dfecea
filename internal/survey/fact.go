package survey

// Fact is one dated fact about a person or a household: since when it holds, until when, who says so. Several hold at once. The
// answers of the person or household itself (是否享受低保 …) say what the last list or visit said; facts say when.
//
// The headings are those of the lists that the offices keep: civil affairs (低保, 特困), 残联, 退役军人事务, 学生资助. They are
// looked for where it is known which list it is: 类别 heads other columns elsewhere.
var Fact = NewTable("fact", nil,
	Section("fact",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: OfHousehold, Label: "所在户", Kind: Link},
		Field{Key: FactKind, Label: "情况", Kind: Choice, List: "fact_kind", Required: true, On: Ledger | Card, Class: Sensitive, Also: []string{"情况种类"}},
		Field{Key: FactDetail, Label: "类别或项目", Kind: Text, Lists: detailOf, On: Ledger, Class: Sensitive, Also: []string{"类别", "项目", "残疾类别", "残疾类型", "低保类别",
			"保障类别", "保障类型", "救助类别", "供养方式", "供养形式", "供养类别", "退役类别", "优抚对象类别", "人员类别", "资助项目", "资助类型", "项目名称", "补贴项目", "岗位名称", "岗位类型", "监测对象类别"}},
		Field{Key: FactGrade, Label: "等级", Kind: Text, Lists: gradeOf, On: Ledger, Class: Sensitive, When: graded, Also: []string{"残疾等级", "残疾级别", "级别", "护理等级", "护理级别", "照料护理等级", "自理能力", "生活自理能力", "伤残等级"}},
		Field{Key: FactNo, Label: "证号", Kind: Code, On: Ledger, Class: Sensitive, Also: []string{"残疾证号", "残疾人证号", "残疾证号码", "低保证号", "低保证编号", "特困供养证号", "供养证号", "优待证号", "退役证号", "证书编号", "证件编号"}},
		Field{Key: StartsOn, Label: "开始时间", Kind: DateKind, On: Ledger, Class: Sensitive, Hint: "只知道年或月的，写到年或月；不知道的空着。", Also: []string{"享受起始时间", "享受低保时间", "享受时间",
			"起始时间", "起保时间", "保障起始时间", "纳入时间", "批准时间", "审批时间", "认定时间", "识别时间", "风险识别时间", "发证日期", "发证时间", "首次发证日期", "办证时间", "退役时间", "退伍时间",
			"复员时间", "入党时间", "搬迁时间", "供养时间", "开始供养时间", "上岗时间", "就业时间", "开始享受时间"}},
		Field{Key: EndsOn, Label: "结束时间", Kind: DateKind, On: Ledger, Class: Sensitive, Check: endsAfterStart, Hint: "从这一天起不再是；还在的空着。", Also: []string{"终止时间", "停发时间", "退出时间", "停保时间",
			"风险消除时间", "消除时间", "到期时间", "有效期至", "有效期止", "离岗时间"}},
		Field{Key: WhyEnded, Label: "结束原因", Kind: Text, List: "why_ended", Class: Sensitive, When: answered(EndsOn), Also: []string{"退出原因", "停发原因", "终止原因"}},
		Field{Key: Amount, Label: "金额（元）", Kind: Money, On: Ledger, Class: Sensitive, When: hasAmount, Also: []string{"金额", "月保障金额", "月保障金", "保障金额", "月保障金额（元）", "月补助金额", "户月保障金额", "月发放金额",
			"发放金额", "补助金额", "补差金额", "资助金额", "供养金额", "月供养金", "护理费", "补贴金额", "月补贴", "救助金额"}},
		Field{Key: FactPeople, Label: "保障人数", Kind: Number, On: Ledger, Class: Sensitive, When: covered, Also: []string{"保障人口", "保障人口数", "享受人数", "低保人数", "享受低保人数"}},
		Field{Key: FactCovers, Label: "保障对象", Kind: Text, Class: Sensitive, When: covered, Also: []string{"保障对象姓名", "低保对象", "享受人员", "共同生活家庭成员"}},
		Field{Key: Term, Label: "学期或期间", Kind: Text, On: Ledger, Class: Sensitive, When: kindIn("雨露计划", "教育资助", "补贴", "务工", "公益性岗位"), Also: []string{"学期", "享受学期", "资助学期", "学年", "期间", "务工月数"}},
		Field{Key: FactFirm, Label: "单位", Kind: Text, When: working, Also: []string{"单位名称", "用人单位", "企业名称", "部队番号", "供养机构", "养老院"}},
		Field{Key: FactTrade, Label: "工种", Kind: Text, When: working, Also: []string{"从事工种", "岗位"}},
		Field{Key: FactPlace, Label: "地点", Kind: Text, When: working, Also: []string{"就业地点", "务工地", "务工所在地"}},
		Field{Key: FactIncome, Label: "月收入", Kind: Money, Class: Sensitive, When: working, Also: []string{"月工资", "工资"}},
		Field{Key: FactChannel, Label: "就业渠道", Kind: Text, When: working, Also: []string{"渠道", "就业途径"}},
		Field{Key: Source, Label: "来源", Kind: Text, List: "fact_source", On: Ledger, Also: []string{"数据来源", "信息来源"}},
		Field{Key: SaidOn, Label: "登记日期", Kind: DateKind, Hint: "哪一天的名册或走访说的。"},
		Field{Key: FactNote, Label: "情况备注", Kind: Note, Class: Sensitive},
	),
)
