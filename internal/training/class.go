package training

import (
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of a class that code uses.
const (
	ClassName = "name"
	Term      = "term" // 期次
	ClassNo   = "class_no"
	Township  = "township" // region code, 9 digits

	Project     = "project" // 培训类型
	Length      = "length"  // 长期, 中期, 短期
	Trade       = "trade"
	Level       = "level"
	Hours       = "hours"
	TheoryHours = "theory_hours"
	HoursPerDay = "hours_per_day"
	StartsOn    = "starts_on"
	EndsOn      = "ends_on"
	Halves      = "halves" // 上午、下午、晚上
	DailyTime   = "daily_time"

	Target   = "target" // 培训对象
	Planned  = "planned"
	Place    = "place"
	Measures = "measures" // 帮扶措施

	GroupQuotas = "quotas" // 重点群体名额 (安排一定名额), see quota.go

	Institution     = "institution"
	InstitutionCode = "institution_code"
	Licence         = "licence_no"
	LegalPerson     = "legal_person"

	Approver   = "approver"
	ApprovalNo = "approval_no"
	ApprovedOn = "approved_on"

	Manager         = "manager" // 培训班管理人
	ManagerUnit     = "manager_unit"
	ManagerPhone    = "manager_phone"
	Supervisor      = "supervisor" // 监督人
	SupervisorUnit  = "supervisor_unit"
	SupervisorPhone = "supervisor_phone"
	Hotline         = "hotline" // 举报电话
	Issuer          = "issuer"  // who puts up the notice board

	HeadTeacher     = "head_teacher"
	BoardPostedOn   = "board_posted_on"
	LicencePostedOn = "licence_posted_on"
	Stage           = "stage" // state of the class

	UpstreamNo = "upstream_no" // number in the province's platform: 补贴培训进系统、系统之外零补贴 (三湖政办〔2019〕17号)
	AcceptedOn = "accepted_on" // day on which the platform's review passed; what it has not passed does not count upstream
	ClaimedOn  = "claimed_on"  // 补贴申报
	Claimed    = "claimed"
	PaidOn     = "paid_on" // 补贴到账
	Paid       = "paid"
)

// Further keys of a class, since the second release: how it is held, examined and brought to its end.
const (
	Programme   = "programme"    // a name of the catalogue of programmes
	Mode        = "mode"         // 送技下乡、办班进村、互联网+、订单、定向、定岗
	OrderFirm   = "order_firm"   // who employs the trainees
	Brand       = "brand"        // 劳务品牌: 云嫂 …
	OnlineHours = "online_hours" // of Hours, taught online
	RoomSize    = "room_size"    // how many the room holds
	Resources   = "resources"    // 教学资源: books, equipment
	AssessOn    = "assess_on"    // the day planned; AssessedOn is the day it was done
	AssessPlace = "assess_place"
	AssessPlan  = "assess_plan" // 考核方案
	Assessor    = "assessor"    // a name of the catalogue of assessors
	Examiners   = "examiners"
	FiledOn     = "filed_on"
	StartedOn   = "started_on"
	AssessedOn  = "assessed_on"
	ClosedOn    = "closed_on"
)

// Keys of a class that nobody is asked for: they are made with it and travel with it.
const (
	Number = "number" // five digits, see code.go
	Secret = "secret"
)

// Errors of the class form.
var (
	ErrEndsFirst   = text.NewError("training.ends_first")
	ErrTheoryHours = text.NewError("training.theory_hours")
	ErrOnlineHours = text.NewError("training.online_hours")
)

// ClassTable is the class form: the eight items of the notice board (云人社发〔2018〕71号 二(一)2: 培训项目、培训对象、培训地点、
// 帮扶措施、批准手续、培训班管理人和监督人姓名及其联系方式) and what the class's other papers need. Officials' names and phones are
// Free, not masked: the policy wants them on the wall.
var ClassTable = survey.NewTable(TypeClass, classRules,
	survey.Section("class",
		survey.Field{Key: ClassName, Label: "班级名称", Kind: survey.Text, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"培训班名称", "班次名称", "培训班次"}, Hint: "如：中式烹调师（初级）培训班"},
		survey.Field{Key: Term, Label: "期次", Kind: survey.Text, On: survey.Ledger | survey.Notice, Hint: "如：第1期"},
		survey.Field{Key: ClassNo, Label: "编号", Kind: survey.Text, On: survey.Ledger | survey.Notice, Also: []string{"培训班编号", "告知牌编号"}, Hint: "如：姚培开〔2026〕017号"},
		survey.Field{Key: Township, Label: "乡镇", Kind: survey.Region, On: survey.Ledger},
	),
	survey.Section("project",
		survey.Field{Key: Project, Label: "培训类型", Kind: survey.Choice, List: "class_project", On: survey.Ledger | survey.Notice, Also: []string{"培训项目类型"}},
		survey.Field{Key: Trade, Label: "培训工种", Kind: survey.Text, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"工种", "培训专业", "培训专业（工种）", "职业（工种）"}},
		survey.Field{Key: Level, Label: "技能等级", Kind: survey.Choice, List: "class_level", On: survey.Ledger | survey.Notice, Also: []string{"等级", "培训等级"}},
		survey.Field{Key: Length, Label: "培训期限", Kind: survey.Choice, List: "class_term", On: survey.Ledger, Hint: "长期、中期或短期，按县里的分法。", Also: []string{"培训时长类型", "长中短期"}},
		survey.Field{Key: Hours, Label: "总课时", Kind: survey.Number, On: survey.Ledger | survey.Notice, Also: []string{"课时", "学时", "培训课时"}},
		survey.Field{Key: TheoryHours, Label: "其中理论课时", Kind: survey.Number, Also: []string{"理论课时"}},
		survey.Field{Key: HoursPerDay, Label: "每日课时", Kind: survey.Number},
		survey.Field{Key: StartsOn, Label: "开班日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"开班时间", "开始日期"}},
		survey.Field{Key: EndsOn, Label: "结业日期", Kind: survey.DateKind, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"结束日期", "结业时间"}},
		survey.Field{Key: Halves, Label: "上课时段", Kind: survey.Choices, List: "class_half", On: survey.Notice, Hint: "不填按上午、下午排课"},
		survey.Field{Key: DailyTime, Label: "每日时间", Kind: survey.Text, On: survey.Notice, Hint: "如：上午8:30—11:30，下午2:00—5:00"},
		survey.Field{Key: Programme, Label: "所属项目", Kind: survey.Text, On: survey.Ledger, Hint: "项目目录里的名称，如：以工代训。", Also: []string{"所属工程", "项目名称"}},
		survey.Field{Key: Mode, Label: "办班方式", Kind: survey.Choices, List: "class_mode", On: survey.Ledger | survey.Notice, Also: []string{"培训方式", "办班形式"}},
		survey.Field{Key: OrderFirm, Label: "用工企业", Kind: survey.Text, On: survey.Ledger, When: orderOrBound, Hint: "订单、定向、定岗班填接收学员的企业。", Also: []string{"订单企业", "合作企业", "就业安置企业"}},
		survey.Field{Key: Brand, Label: "劳务品牌", Kind: survey.Text, On: survey.Ledger, Hint: "如：云嫂", Also: []string{"培训品牌", "品牌"}},
		survey.Field{Key: OnlineHours, Label: "其中线上课时", Kind: survey.Number, Check: noLess(OnlineHours), Also: []string{"线上课时", "网络课时"}},
	),
	survey.Section("trainees",
		survey.Field{Key: Target, Label: "培训对象", Kind: survey.Text, On: survey.Ledger | survey.Notice, Hint: "只写群体，不写人名", Also: []string{"对象"}},
		survey.Field{Key: Planned, Label: "计划人数", Kind: survey.Number, On: survey.Ledger | survey.Notice, Also: []string{"培训人数", "人数"}},
		survey.Field{Key: GroupQuotas, Label: "重点群体名额", Kind: survey.Text, Hint: "如：退役军人:5、脱贫劳动力:20"},
		survey.Field{Key: Place, Label: "培训地点", Kind: survey.Text, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"授课地点", "地点"}},
		survey.Field{Key: Measures, Label: "帮扶措施", Kind: survey.Note, On: survey.Notice, Hint: "如：免费培训，提供午餐，培训合格后推荐就业", Also: []string{"就业帮扶措施"}},
		survey.Field{Key: RoomSize, Label: "场地可容纳人数", Kind: survey.Number, Check: noLess(RoomSize), Also: []string{"容纳人数", "教室容量"}},
		survey.Field{Key: Resources, Label: "教学资源", Kind: survey.Note, Hint: "教材、设备、工具和耗材。", Also: []string{"教材", "培训教材", "教材设备", "设施设备"}},
	),
	survey.Section("institution",
		survey.Field{Key: Institution, Label: "培训机构", Kind: survey.Text, Required: true, On: survey.Ledger | survey.Notice, Also: []string{"培训机构名称", "承办机构"}},
		survey.Field{Key: InstitutionCode, Label: "统一社会信用代码", Kind: survey.CreditCode, On: survey.Notice, Also: []string{"信用代码"}},
		survey.Field{Key: Licence, Label: "办学许可证号", Kind: survey.Text, On: survey.Notice, Also: []string{"许可证号"}},
		survey.Field{Key: LegalPerson, Label: "法定代表人", Kind: survey.Name, On: survey.Notice, Also: []string{"法人代表", "法人"}},
		survey.Field{Key: HeadTeacher, Label: "班主任", Kind: survey.Name},
	),
	survey.Section("approval",
		survey.Field{Key: Approver, Label: "批准单位", Kind: survey.Text, On: survey.Notice, Also: []string{"审批单位"}},
		survey.Field{Key: ApprovalNo, Label: "批准文号", Kind: survey.Text, On: survey.Ledger | survey.Notice, Also: []string{"文号"}},
		survey.Field{Key: ApprovedOn, Label: "批准日期", Kind: survey.DateKind, On: survey.Notice},
		survey.Field{Key: Stage, Label: "班级状态", Kind: survey.Choice, List: "class_stage", On: survey.Ledger, Hint: "不填为草稿"},
		survey.Field{Key: BoardPostedOn, Label: "告知牌上墙日期", Kind: survey.DateKind, Hint: "没有亮牌不能开班"},
		survey.Field{Key: LicencePostedOn, Label: "许可证副本上墙日期", Kind: survey.DateKind, Hint: "没有亮证不能开班"},
		survey.Field{Key: UpstreamNo, Label: "省平台班级编号", Kind: survey.Text, On: survey.Ledger, Also: []string{"系统班级编号", "职培平台班级编号", "培训班级编号"}},
		survey.Field{Key: AcceptedOn, Label: "省平台审核通过日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"审核通过日期", "审核通过时间"}},
		survey.Field{Key: ClaimedOn, Label: "补贴申报日期", Kind: survey.DateKind},
		survey.Field{Key: Claimed, Label: "补贴申报金额", Kind: survey.Money},
		survey.Field{Key: PaidOn, Label: "补贴到账日期", Kind: survey.DateKind},
		survey.Field{Key: Paid, Label: "补贴到账金额", Kind: survey.Money},
		survey.Field{Key: FiledOn, Label: "开班申请日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"申请日期", "备案日期", "报送日期"}},
		survey.Field{Key: StartedOn, Label: "实际开班日期", Kind: survey.DateKind, Also: []string{"实际开班时间"}},
		survey.Field{Key: AssessedOn, Label: "考核完成日期", Kind: survey.DateKind},
		survey.Field{Key: ClosedOn, Label: "结业验收日期", Kind: survey.DateKind, Also: []string{"验收日期"}},
	),
	survey.Section("officials",
		survey.Field{Key: Manager, Label: "培训班管理人", Kind: survey.Name, On: survey.Ledger | survey.Notice, Also: []string{"管理人"}},
		survey.Field{Key: ManagerUnit, Label: "管理人单位", Kind: survey.Text, On: survey.Notice},
		survey.Field{Key: ManagerPhone, Label: "管理人电话", Kind: survey.PhoneKind, On: survey.Ledger | survey.Notice},
		survey.Field{Key: Supervisor, Label: "监督人", Kind: survey.Name, On: survey.Ledger | survey.Notice},
		survey.Field{Key: SupervisorUnit, Label: "监督人单位", Kind: survey.Text, On: survey.Notice},
		survey.Field{Key: SupervisorPhone, Label: "监督人电话", Kind: survey.PhoneKind, On: survey.Ledger | survey.Notice},
		survey.Field{Key: Hotline, Label: "举报电话", Kind: survey.Text, On: survey.Notice, Hint: "不填印12333"},
		survey.Field{Key: Issuer, Label: "发布单位", Kind: survey.Text, On: survey.Notice, Hint: "如：姚安县人力资源和社会保障局"},
	),
	survey.Section("assess",
		survey.Field{Key: AssessOn, Label: "考核日期", Kind: survey.DateKind, On: survey.Ledger, Also: []string{"考试日期", "鉴定日期", "考试时间"}},
		survey.Field{Key: AssessPlace, Label: "考核地点", Kind: survey.Text, Also: []string{"考试地点", "考点"}},
		survey.Field{Key: AssessPlan, Label: "考核方案", Kind: survey.Note, Hint: "理论怎么考，实操怎么考，多少分合格。", Also: []string{"考核办法", "结业考核方案"}},
		survey.Field{Key: Assessor, Label: "评价机构", Kind: survey.Text, On: survey.Ledger, Also: []string{"考核机构", "鉴定机构"}},
		survey.Field{Key: Examiners, Label: "考评员", Kind: survey.Text, Hint: "用“、”隔开。", Also: []string{"监考人", "考评人员"}},
	),
)

// orderOrBound asks for the firm of a class that is held for one.
func orderOrBound(a survey.Answers) bool {
	return a[OrderFirm] != "" || survey.Has(a[Mode], "订单") || survey.Has(a[Mode], "定向") || survey.Has(a[Mode], "定岗")
}

var classRules = []survey.Rule{
	{Key: EndsOn, Check: func(a survey.Answers, _ time.Time) error {
		first, last := day(a[StartsOn]), day(a[EndsOn])
		if !first.IsZero() && !last.IsZero() && last.Before(first) {
			return ErrEndsFirst
		}
		return nil
	}},
	{Key: TheoryHours, Check: func(a survey.Answers, _ time.Time) error {
		if number(a, Hours) > 0 && number(a, TheoryHours) > number(a, Hours) {
			return ErrTheoryHours
		}
		return nil
	}},
	{Key: GroupQuotas, Check: func(a survey.Answers, _ time.Time) error {
		_, err := Quotas(a)
		return err
	}},
	{Key: OnlineHours, Check: func(a survey.Answers, _ time.Time) error {
		if number(a, Hours) > 0 && number(a, OnlineHours) > number(a, Hours) {
			return ErrOnlineHours
		}
		return nil
	}},
	inOrder(StartedOn, ClosedOn),
}

// Tables are the forms of this package. To add one: a file like inspection.go, and a line here.
var Tables = []*survey.Table{ClassTable, SessionTable, EnrolmentTable, InspectionTable, CheckCallTable, FeedbackTable, ClaimTable, SealTable}

// TableOf is the form of a kind of thing, of this package or of survey; nil for what has none.
func TableOf(typ string) *survey.Table {
	for _, t := range Tables {
		if t.Name == typ {
			return t
		}
	}
	return survey.TableOf(typ)
}
