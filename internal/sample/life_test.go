package sample_test

import (
	"fmt"
	"strings"
	"time"

	"ruhu/internal/sample"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// What the classes need beside their form: who may teach what where, what is taught when, and what those who watched, asked and paid wrote down.
var (
	tradeKeys       = []string{survey.TradeName, survey.TradeLevel, survey.CertKind, survey.MinHours, survey.TheoryShare, survey.Subsidy, survey.Modules, survey.ValidFrom, survey.CatSource}
	institutionKeys = []string{survey.InstName, survey.InstCode, survey.InstLicence, survey.LicenceUntil, survey.InstLegal, survey.InstKind, survey.InstTrades, survey.InstGrade, survey.InstRoom, survey.InstContact, survey.InstPhone, survey.InstAddress, survey.ValidFrom, survey.CatSource}
	assessorKeys    = []string{survey.AssName, survey.AssKind, survey.AssNo, survey.AssTrades, survey.AssContact, survey.AssPhone, survey.ValidFrom, survey.CatSource}
	teacherKeys     = []string{survey.TeachName, survey.TeachInst, survey.TeachTitle, survey.TeachCert, survey.TeachCertNo, survey.TeachCertUntil, survey.TeachTrades, survey.TeachPhone, survey.Mentor, survey.ValidFrom, survey.CatSource}
	inspectionKeys  = []string{training.InspectedOn, training.InspectKind, training.InspectedBy, training.InspectUnit, training.InspectPeople, training.Found, training.Problems, training.FixBy, training.FixedOn}
	callKeys        = []string{training.CalledOn, training.Reached, training.CameTo, training.TimeSaid, training.PlaceSaid, training.TeacherSaid, training.HoursSaid, training.Agrees, training.CalledBy}
	feedbackKeys    = []string{training.GivenOn, training.ScoreTeacher, training.ScoreContent, training.ScorePlace, training.ScoreUse, training.Useful, training.Suggest}
	claimKeys       = []string{training.ClaimKind, training.ClaimPart, training.ClaimShare, training.ClaimPeople, training.ClaimAmount, training.AppliedOn, training.UpstreamNo, training.PostFrom, training.PostUntil, training.AcceptedOn, training.AcceptedAmount, training.PaidOn, training.PaidAmount}
)

const (
	school  = "姚安县彝州职业技能培训学校"
	madeUp  = "示例数据，不是政策规定"
	perHead = 1000
)

// taught are the courses of the two classes: how many half-days of each, and who teaches them.
var taught = []struct {
	no, course string
	sessions   int
	teacher    string
}{
	{made[0].no, "职业道德与劳动法律常识", 1, "者玉芬"}, {made[0].no, "安全环保与食品卫生", 2, "者玉芬"}, {made[0].no, "烹调基础理论", 5, "者玉芬"},
	{made[0].no, "原料加工与刀工", 5, "毕正荣"}, {made[0].no, "热菜烹制", 7, "毕正荣"},
	{made[1].no, "职业道德与劳动法律常识", 1, "杞美兰"}, {made[1].no, "安全环保与应急处置", 2, "杞美兰"}, {made[1].no, "老年人护理基础", 5, "杞美兰"},
	{made[1].no, "生活照料实操", 7, "罗世英"}, {made[1].no, "康复照护实操", 5, "罗世英"},
}

func (d *depth) life() {
	d.catalogues()
	for _, c := range taught {
		d.add("course", c.no, c.course, fmt.Sprint(c.sessions), c.teacher)
	}
	first := func(n, days int) string { return sample.Anchor.AddDate(0, 0, made[n].from+days).Format(time.DateOnly) }
	const unit = "姚安县就业服务中心"
	d.add("inspection", made[0].no, first(0, -1), "开班前核验", "李文忠", unit, "", "许可证副本和告知牌都已上墙，场地能坐40人", "", "", "")
	d.add("inspection", made[0].no, first(0, 3), "现场检查", "李文忠", unit, "18", "正在上刀工课，和课程表一致", "灭火器过期一个", first(0, 5), first(0, 4))
	d.add("inspection", made[0].no, first(0, 12), "结业验收", "李文忠", unit, "", "考勤、课时、试卷和证书花名册齐全", "", "", "")
	d.add("inspection", made[1].no, first(1, -1), "开班前核验", "李文忠", unit, "", "许可证副本和告知牌都已上墙", "", "", "")
	d.add("inspection", made[1].no, first(1, 2), "现场检查", "李文忠", unit, "13", "正在上护理基础课，和课程表一致", "", "", "")
	d.asks(first(0, 11))
	rest := fmt.Sprint(18*perHead - 20*perHead/2)
	d.add("claim", made[0].no, "培训补贴", training.InAdvance, "50", "20", fmt.Sprint(20*perHead/2), first(0, 1), "SL5323252026-0031", first(0, 2), first(0, 8), first(0, 9), fmt.Sprint(20*perHead/2), first(0, 10), fmt.Sprint(20*perHead/2))
	d.add("claim", made[0].no, "培训补贴", training.TheRest, "50", "18", rest, first(0, 18), "SL5323252026-0047", first(0, 19), first(0, 26), "", "", "", "")
}

// catalogues are the county's own rows. The amounts are made up.
func (d *depth) catalogues() {
	from := fmt.Sprintf("%d-01-01", sample.Anchor.Year())
	until := fmt.Sprintf("%d-12-31", sample.Anchor.Year()+2)
	d.add("trade", "1", "中式烹调师", "初级", "技能等级", "60", "40", fmt.Sprint(perHead), "职业道德、安全环保", from, madeUp)
	d.add("trade", "2", "养老护理员", "初级", "技能等级", "60", "40", fmt.Sprint(perHead), "职业道德、安全环保", from, madeUp)
	d.add("institution", "1", school, creditCode("52532325MJ0000017"), "人社民5323254000017号", until, "段正荣", "民办培训机构", "中式烹调师、中式面点师、养老护理员、家政服务员、民族刺绣/手工", "A", "40", "施玉萍", "15400000861", "姚安县栋川镇（示例地址）", from, madeUp)
	d.add("assessor", "1", "楚雄示例职业技能评价中心", "社会培训评价组织", "Y532300000001", "中式烹调师、养老护理员、民族刺绣/手工", "杨绍云", "15400000862", from, madeUp)
	for i, t := range [][]string{{"者玉芬", "讲师", "教师资格证", "中式烹调师"}, {"毕正荣", "中式烹调师技师", "技师证", "中式烹调师"}, {"杞美兰", "讲师", "教师资格证", "养老护理员"}, {"罗世英", "养老护理员高级工", "职业培训师证", "养老护理员"}} {
		d.add("teacher", fmt.Sprint(i+1), t[0], school, t[1], t[2], fmt.Sprintf("20265323%06d", 11+i), until, t[3], fmt.Sprintf("1540000085%d", i+1), survey.No, from, madeUp)
	}
}

// asks are the forms that trainees filled in on the last day, and who was called to hear whether it was so.
func (d *depth) asks(on string) {
	n := 0
	for _, row := range d.files["trainee.csv"][1:] {
		if row[0] != made[0].no {
			continue
		}
		if n++; n%3 == 1 {
			who := row[2]
			if n == 4 {
				who = "" // did not sign
			}
			d.add("feedback", row[0], who, on, d.one("4", "5", "5"), d.one("4", "5"), d.one("3", "4", "5"), d.one("4", "5"), survey.Yes, d.one("", "", "多安排些实操", "中午休息时间长一点"))
		}
		if n%10 == 2 || n == 7 {
			d.add("check_call", row[0], row[2], on, survey.Yes, survey.Yes, "上午下午都上课，九月下旬", "左门村委会活动室", "者老师、毕老师", "10天", survey.Yes, "杨绍云")
		}
	}
}

// ofClass is what a class's row has in the later columns.
func ofClass(c class, on func(days int) string, a map[string]string) {
	a[training.Mode], a[training.RoomSize] = "送技下乡、办班进村", "40"
	a[training.Resources] = "《" + c.trade + "（" + c.level + "）》统编教材每人一册；实操工位10个，耗材由培训机构提供"
	a[training.AssessOn], a[training.AssessPlace] = on(c.days), c.place
	a[training.AssessPlan] = "理论闭卷60分钟，实操现场操作，各100分，60分合格，可补考一次"
	a[training.Assessor], a[training.Examiners] = "楚雄示例职业技能评价中心", "张德荣、李桂芝"
	a[training.FiledOn], a[training.StartedOn] = on(-16), on(0)
	a[training.UpstreamNo] = "YN532325" + strings.TrimSuffix(strings.TrimPrefix(c.no, "姚培开〔2026〕"), "号")
	if c.stage == training.Closed {
		a[training.AssessedOn], a[training.ClosedOn], a[training.AcceptedOn] = on(c.days), on(c.days+2), on(c.days+4)
	}
}
