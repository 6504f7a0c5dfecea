package survey

import (
	"time"

	"ruhu/internal/region"
)

// Household is what is asked about a household: the columns of the monitoring system's export that speak of households, and
// those that townships keep beside them.
var Household = NewTable("household", nil,
	Section("place",
		Field{Key: Province, Label: "省", Kind: Text, Also: []string{"省份", "省(区、市)", "户籍所在省", "户籍省"}, From: placeAbove(region.Province)},
		Field{Key: Prefecture, Label: "市", Kind: Text, Also: []string{"户籍所在市", "户籍市", "州市", "州（市）", "地市", "市（州）"}, From: placeAbove(region.Prefecture)},
		Field{Key: County, Label: "县", Kind: Text, Also: []string{"户籍所在县", "户籍县", "县（市、区）", "区县", "县区", "县市区"}, From: placeAbove(region.County)},
		Field{Key: Township, Label: "乡", Kind: Text, Also: []string{"户籍所在乡", "户籍所在乡镇", "户籍乡", "户籍乡镇", "乡(镇)", "乡镇", "乡（镇）", "乡镇街道", "乡（镇、街道）", "户籍所在地/乡镇"}, From: placeAbove(region.Township)},
		Field{Key: Village, Label: "村", Kind: Region, On: Ledger | Roster | Card, Check: wholeVillage,
			Also: []string{"户籍所在村", "户籍村", "所在行政村", "行政村", "村委会", "村（居）", "村（社区）", "村民委员会", "所在村", "户籍所在地/村委会"}},
		Field{Key: "natural_village", Label: "自然村", Kind: Text},
		Field{Key: Group, Label: "村民小组", Kind: Text, On: Ledger | Card, Also: []string{"小组", "组", "村组", "组别", "户籍所在地/村民小组"}},
		Field{Key: Address, Label: "详细地址", Kind: Text, Also: []string{"家庭住址", "住址", "地址", "户籍地址", "户口所在地", "户籍详细地址", "门牌号"}, Class: Identity},
	),
	Section("house",
		Field{Key: HouseNo, Label: "户编号", Kind: Code, Also: []string{"户编码", "家庭编号"}, On: Ledger, Class: Identity},
		Field{Key: HeadName, Label: "户主姓名", Kind: Name, Required: true, On: Ledger | Card, Class: Identity, Also: []string{"户主", "户主名"}},
		Field{Key: HeadIDNo, Label: "户主证件号码", Kind: IDNumber, Class: Identity, Also: []string{"户主身份证号", "户主身份证号码", "户主证件号", "户主公民身份号码"}},
		Field{Key: HousePhone, Label: "户联系电话", Kind: PhoneKind, On: Ledger | Card, Class: Contact, Also: []string{"户主电话", "户主联系电话", "家庭电话", "户电话"}},
		Field{Key: "people", Label: "家庭人口数", Kind: Number, On: Ledger, Also: []string{"人数", "家庭人数", "人口数", "户人口数"}},
		Field{Key: "hukou", Label: "户口性质", Kind: Choice, List: "hukou", Also: []string{"户籍性质", "户口类别"}},
	),
	Section("kind",
		Field{Key: HouseType, Label: "户类型", Kind: Choices, List: "house_type", On: Ledger | Card, Class: Sensitive, Also: []string{"农户类型", "户属性", "户类别", "家庭类型"}},
		Field{Key: Monitor, Label: "监测对象类别", Kind: Choice, List: "monitor", On: Ledger, Class: Sensitive, When: monitored,
			Also: []string{"易返贫致贫户(监测对象)类型", "监测对象类型", "监测类型"}},
		Field{Key: RiskGone, Label: "风险是否消除", Kind: Flag, On: Ledger, Class: Sensitive, When: monitored, Also: []string{"风险是否已消除", "是否消除风险"}},
		Field{Key: RiskFoundOn, Label: "风险识别时间", Kind: DateKind, Class: Sensitive, When: monitored, Also: []string{"监测对象识别时间"}},
		Field{Key: RiskGoneOn, Label: "风险消除时间", Kind: DateKind, Class: Sensitive, When: func(a Answers) bool { return a[RiskGone] == Yes }},
		Field{Key: "found_on", Label: "首次识别时间", Kind: DateKind, Class: Sensitive, Also: []string{"户识别时间", "识别时间"}},
		Field{Key: "standard", Label: "识别标准", Kind: Text, Class: Sensitive},
		Field{Key: "cause", Label: "致贫原因", Kind: Text, Class: Sensitive, Also: []string{"致贫原因1", "主要致贫原因", "返贫风险", "致贫(返贫)风险"}},
		Field{Key: "year", Label: "年度", Kind: DateKind, Also: []string{"数据年度"}},
		Field{Key: "data_on", Label: "数据日期", Kind: DateKind},
		Field{Key: Areas, Label: "地区类别", Kind: Choices, List: "area", On: Ledger, Also: []string{"区域类别", "地区类型", "区域类型", "所属地区类别"}},
		Field{Key: Resettled, Label: "是否易地搬迁", Kind: Flag, On: Ledger, Also: []string{"是否易地扶贫搬迁", "易地搬迁户", "是否易地搬迁户", "是否易地搬迁劳动力"}},
		Field{Key: "moved_from", Label: "搬迁前住址", Kind: Text, Class: Identity, When: resettled},
		Field{Key: "moved_to", Label: "搬迁后住址", Kind: Text, Class: Identity, When: resettled, Also: []string{"安置点", "安置点名称"}},
	),
	Section("living",
		Field{Key: "industry", Label: "产业分类", Kind: Text, Also: []string{"产业类型", "主要产业"}},
		Field{Key: "income_head", Label: "人均纯收入", Kind: Money, Class: Sensitive, Also: []string{"家庭人均纯收入", "人均纯收入（元）", "人均收入"}},
		Field{Key: "unsafe_house", Label: "是否危房户", Kind: Flag, Class: Sensitive, Also: []string{"危房户"}},
		Field{Key: "safe_water", Label: "是否解决安全饮用水", Kind: Flag},
		Field{Key: "helper", Label: "帮扶人姓名", Kind: Name, Also: []string{"帮扶人", "帮扶责任人", "帮扶联系人", "结对帮扶人"}},
		Field{Key: "helper_post", Label: "帮扶人单位及职务", Kind: Text, Also: []string{"帮扶人职务", "帮扶单位"}},
		Field{Key: "helper_phone", Label: "帮扶人电话", Kind: PhoneKind, Class: Contact, Also: []string{"帮扶人联系电话", "帮扶责任人电话"}},
		Field{Key: "measures", Label: "帮扶措施", Kind: Text, Class: Sensitive},
		Field{Key: "house_note", Label: "户备注", Kind: Note},
		Field{Key: MergedInto, Label: "并入的户", Kind: Link},
		Field{Key: EndedOn, Label: "销户日期", Kind: DateKind, When: answered(EndedOn), Also: []string{"注销日期", "销户时间"}},
		Field{Key: EndedWhy, Label: "销户原因", Kind: Text, When: answered(EndedOn)},
	),
)

// The kinds of household that code asks about; the list is data/codes/house_type.csv.
const (
	HouseLeftPoverty = "脱贫户"
	HouseMonitored   = "监测对象"
	HouseMinLiving   = "低保户"
	HouseNearMinimum = "低保边缘家庭"
	HouseExtreme     = "特困供养户"
	HouseOrdinary    = "一般户"
)

func monitored(a Answers) bool { return Has(a[HouseType], HouseMonitored) || a[Monitor] != "" }

// wholeVillage refuses the code of a township or a county: a household lives in a village.
func wholeVillage(a Answers, _ time.Time) error {
	if v := a[Village]; v != "" && len(v) != int(region.Village) {
		return ErrRegion.With(v)
	}
	return nil
}

func resettled(a Answers) bool { return a[Resettled] == Yes }

// placeAbove works out what a household's village lies in.
func placeAbove(l region.Level) func(Answers, time.Time) string {
	return func(a Answers, _ time.Time) string {
		v := a[Village]
		t, err := region.Of(v)
		if err != nil || len(v) < int(l) {
			return ""
		}
		return t.Name(v[:l])
	}
}
