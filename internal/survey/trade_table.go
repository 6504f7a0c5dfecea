package survey

// Keys of a trade of the catalogue.
const (
	TradeName     = "trade_name"
	TradeCode     = "trade_code"
	CertKind      = "cert_kind"
	TradeLevel    = "trade_level" // absent: every level
	MinHours      = "min_hours"
	TheoryShare   = "theory_share"   // at least so many of 100 hours
	PracticeShare = "practice_share" // the same
	Subsidy       = "subsidy"
	AlsoCalled    = "also_called"
	Modules       = "modules"
	MinEducation  = "min_education"
	CertYears     = "cert_years" // absent: for ever
	RefreshMonths = "refresh_months"
)

// TradeTable is one trade of the catalogue (培训工种), at one level or at all: 云人社发〔2018〕71号 wants the catalogue kept up to date
// (“适时增补、调整…指导目录”), so each row holds from a day on. The vocabulary of wishes is the list of choices "trade".
var TradeTable = NewTable("trade", nil,
	Section("trade",
		Field{Key: TradeName, Label: "工种名称", Kind: Text, Required: true, On: Ledger | Card, Hint: "和意愿里的工种用同一个名称。", Also: []string{"工种", "培训工种", "职业名称", "职业（工种）", "职业（工种）名称", "培训专业", "培训专业（工种）", "培训职业"}},
		Field{Key: TradeCode, Label: "职业编码", Kind: Code, On: Ledger, Also: []string{"职业代码", "工种代码", "工种编码", "编码"}},
		Field{Key: CertKind, Label: "证书种类", Kind: Choice, List: "cert_kind", On: Ledger | Card, Also: []string{"证书类型", "证书类别", "目录类别"}},
		Field{Key: TradeLevel, Label: "工种等级", Kind: Choice, List: "class_level", On: Ledger | Card, Hint: "不填就是各个等级都按这一行。", Also: []string{"等级", "技能等级", "级别", "培训等级"}},
		Field{Key: MinHours, Label: "最低课时", Kind: Number, On: Ledger, Check: notNegative(MinHours), Also: []string{"最低学时", "课时", "学时", "培训课时", "培训学时", "标准课时"}},
		Field{Key: TheoryShare, Label: "理论课时至少占（%）", Kind: Number, On: Ledger, Check: percent(TheoryShare), Also: []string{"理论占比", "理论课时占比", "理论课时占比（%）"}},
		Field{Key: PracticeShare, Label: "实操课时至少占（%）", Kind: Number, On: Ledger, Check: percent(PracticeShare), Also: []string{"实操占比", "实践占比", "实操课时占比", "实操课时占比（%）"}},
		Field{Key: Subsidy, Label: "补贴标准（元）", Kind: Money, On: Ledger, Check: notNegative(Subsidy), Hint: "每人补贴多少；文件没有写的空着。", Also: []string{"补贴标准", "补贴金额", "培训补贴标准", "补贴标准（元/人）", "每人补贴"}},
		Field{Key: AlsoCalled, Label: "别的叫法", Kind: Text, On: Ledger, Hint: "群众怎么说的，用“、”隔开；登记意愿时按这些叫法找到本工种。", Also: []string{"俗称", "别名", "又称"}},
		Field{Key: Modules, Label: "必须包含的内容", Kind: Text, Hint: "用“、”隔开，如：职业道德、安全环保。", Also: []string{"必修内容", "培训内容"}},
		Field{Key: MinEducation, Label: "文化程度要求", Kind: Choice, List: "education", Hint: "至少要有的文化程度；不填就是没有要求。", Also: []string{"学历要求", "最低学历"}},
		Field{Key: CertYears, Label: "证书有效年数", Kind: Number, Check: notNegative(CertYears), Hint: "不填就是长期有效。", Also: []string{"证书有效期", "证书有效期（年）"}},
		Field{Key: RefreshMonths, Label: "回炉培训间隔（月）", Kind: Number, Check: notNegative(RefreshMonths), Hint: "如在岗家政服务人员每24个月；不填就是不要求。", Also: []string{"回炉间隔", "再培训间隔（月）"}},
		Field{Key: "trade_note", Label: "工种备注", Kind: Note, Also: []string{"备注", "说明"}},
	),
	Section("validity", validity()...),
)
