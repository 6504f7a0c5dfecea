package survey

import (
	"strconv"
	"time"
)

// Keys of a programme.
const (
	ProgName      = "prog_name"
	ProgGroups    = "prog_groups"
	ProgProject   = "prog_project"
	ProgTrades    = "prog_trades"
	ProgLevel     = "prog_level"
	ProgHours     = "prog_hours"
	ProgAgain     = "prog_again_hours" // hours of the yearly training after the first (每年再培训)
	ProgPassIn    = "prog_pass_months" // months within which the examination must be passed
	ProgRefresh   = "refresh_months"   // a refresher at the latest after so many months (回炉)
	ProgMonths    = "prog_months"      // the subsidy is paid for so many months at most
	ProgSubsidy   = "prog_subsidy"     // in ProgUnit
	ProgUnit      = "prog_unit"        // a choice of subsidy_unit
	ProgTimes     = "prog_times"       // times a person and year, at most
	Exclusive     = "exclusive"        // programmes that nobody may have beside this one
	Advance       = "advance"          // 先行拨付, %
	ProgEducation = "prog_education"   // at least
	ProgModules   = "prog_modules"     // 必须包含的内容
	ProgMinAge    = "prog_min_age"     // on the first day of the class
	ProgMaxAge    = "prog_max_age"     // the same
	ProgOpenYears = "prog_firm_years"  // 小微企业主: in business for so many years at most
	ProgNote      = "prog_note"
)

// ProgrammeTable is a programme of training (培训项目): whom it is for, how long it is, what is paid for it and what it excludes. The
// amounts and limits differ from policy to policy (云人社发〔2018〕71号 一（十）, 三湖政办〔2019〕17号), so each row says which it is from.
var ProgrammeTable = NewTable("programme", []Rule{{Key: ProgMaxAge, Check: agesInOrder}},
	Section("programme",
		Field{Key: ProgName, Label: "培训项目名称", Kind: Text, Required: true, On: Ledger | Card, Also: []string{"项目名称", "培训项目", "项目"}},
		Field{Key: ProgGroups, Label: "项目对象", Kind: Choices, List: "group", On: Ledger | Card, Hint: "不填就是谁都可以。", Also: []string{"培训对象", "人员群体", "对象"}},
		Field{Key: ProgProject, Label: "项目培训类型", Kind: Choice, List: "class_project", On: Ledger, Also: []string{"培训类型"}},
		Field{Key: ProgTrades, Label: "项目工种", Kind: Text, On: Ledger, Hint: "只限这些工种，用“、”隔开；不填就是不限。", Also: []string{"工种", "培训工种", "适用工种"}},
		Field{Key: ProgLevel, Label: "项目等级", Kind: Choice, List: "class_level", On: Ledger, Hint: "不填就是不限。", Also: []string{"等级", "技能等级", "培训等级"}},
		Field{Key: ProgHours, Label: "项目最低课时", Kind: Number, On: Ledger, Check: notNegative(ProgHours), Also: []string{"课时", "学时", "最低课时", "最低学时", "培训学时"}},
		Field{Key: ProgAgain, Label: "每年再培训课时", Kind: Number, Check: notNegative(ProgAgain), Also: []string{"再培训学时", "每年再培训学时"}},
		Field{Key: ProgPassIn, Label: "几个月内考核合格", Kind: Number, Check: notNegative(ProgPassIn), Hint: "从任职之日算。", Also: []string{"考核期限（月）"}},
		Field{Key: ProgRefresh, Label: "项目回炉间隔（月）", Kind: Number, Check: notNegative(ProgRefresh), Hint: "如在岗家政服务人员每两年至少一次，填24。", Also: []string{"回炉培训间隔（月）"}},
		Field{Key: ProgMonths, Label: "补贴最多几个月", Kind: Number, On: Ledger, Check: notNegative(ProgMonths), Also: []string{"补贴月数", "最长补贴月数"}},
		Field{Key: ProgSubsidy, Label: "项目补贴标准", Kind: Money, On: Ledger, Check: notNegative(ProgSubsidy), Also: []string{"补贴标准", "补贴金额", "培训补贴标准"}},
		Field{Key: ProgUnit, Label: "补贴单位", Kind: Choice, List: "subsidy_unit", On: Ledger, Hint: "不填就是元/人。", Also: []string{"计算单位", "补贴计算单位"}},
		Field{Key: ProgTimes, Label: "每人每年最多几次", Kind: Number, On: Ledger, Check: notNegative(ProgTimes), Also: []string{"每年次数", "每人每年最多次数", "年补贴次数"}},
		Field{Key: Exclusive, Label: "不能同时享受的项目", Kind: Text, On: Ledger, Hint: "用“、”隔开。", Also: []string{"互斥项目", "不得重复享受的项目"}},
		Field{Key: Advance, Label: "先行拨付（%）", Kind: Number, On: Ledger, Check: percent(Advance), Also: []string{"先行拨付比例", "预拨比例", "预支比例", "预付比例"}},
		Field{Key: ProgEducation, Label: "项目文化程度要求", Kind: Choice, List: "education", Hint: "至少要有的文化程度。", Also: []string{"文化程度要求", "学历要求", "最低学历"}},
		Field{Key: ProgModules, Label: "项目必须包含的内容", Kind: Text, Hint: "用“、”隔开，如：基本素质、职业知识、操作技能、社会实践。", Also: []string{"必须包含的内容", "培训内容"}},
		Field{Key: ProgMinAge, Label: "项目最小年龄", Kind: Number, Check: notNegative(ProgMinAge), Also: []string{"最小年龄", "年龄下限"}},
		Field{Key: ProgMaxAge, Label: "项目最大年龄", Kind: Number, Check: notNegative(ProgMaxAge), Also: []string{"最大年龄", "年龄上限"}},
		Field{Key: ProgOpenYears, Label: "企业开业不超过几年", Kind: Number, Check: notNegative(ProgOpenYears), Hint: "只管小微企业主。", Also: []string{"开业年限", "企业开业年限"}},
		Field{Key: ProgNote, Label: "项目备注", Kind: Note, Also: []string{"备注", "说明"}},
	),
	Section("validity", validity()...),
)

func agesInOrder(a Answers, _ time.Time) error {
	from, err := strconv.ParseFloat(a[ProgMinAge], 64)
	to, bad := strconv.ParseFloat(a[ProgMaxAge], 64)
	if err == nil && bad == nil && to < from {
		return ErrAges
	}
	return nil
}
