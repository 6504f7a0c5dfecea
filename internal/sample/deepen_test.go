package sample_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"ruhu/internal/sample"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// deepen gives the township its history: dated facts, who came and went, what was told, recommended and looked after. It has dice
// of its own, so that the people stay who they are.
func (t *township) deepen(files map[string][][]string) {
	d := &depth{township: t, Rand: rand.New(rand.NewPCG(2026, 1122)), files: files}
	for _, start := range []struct {
		name  string
		table *survey.Table
		owner string
		keys  []string
	}{
		{"fact", survey.Fact, "户编号或人口编号", factKeys}, {"event", survey.Event, "户编号或人口编号", eventKeys}, {"slip", survey.Slip, "户编号", slipKeys},
		{"referral", survey.Referral, "人口编号", referralKeys}, {"jobrec", survey.JobRec, "人口编号", jobKeys}, {"followup", survey.FollowUp, "人口编号", followKeys},
		{"outreach", survey.Outreach, "次序", outreachKeys}, {"target", survey.Target, "次序", targetKeys}, {"place", survey.Place, "次序", placeKeys},
		{"school", survey.SchoolTable, "次序", schoolKeys}, {"trade", survey.TradeTable, "次序", tradeKeys}, {"institution", survey.InstitutionTable, "次序", institutionKeys},
		{"assessor", survey.AssessorTable, "次序", assessorKeys}, {"teacher", survey.TeacherTable, "次序", teacherKeys},
		{"inspection", training.InspectionTable, "培训班编号", inspectionKeys}, {"claim", training.ClaimTable, "培训班编号", claimKeys},
	} {
		files[start.name+".csv"] = [][]string{append([]string{start.owner}, labels(start.table, start.keys)...)}
	}
	files["course.csv"] = [][]string{{"培训班编号", "课程", "课次", "授课教师"}}
	files["check_call.csv"] = [][]string{append([]string{"培训班编号", "人口编号"}, labels(training.CheckCallTable, callKeys)...)}
	files["feedback.csv"] = [][]string{append([]string{"培训班编号", "人口编号"}, labels(training.FeedbackTable, feedbackKeys)...)}
	files["form.csv"] = form
	files["answer.csv"] = [][]string{append(labels(survey.Household, []string{survey.HouseNo}), "x_road", "x_rooms", "x_pigs")}
	files["double.csv"] = [][]string{{"人口编号", "同一人的人口编号", "户编号", "姓名", "证件待补", "与户主关系", "民族"}}
	for i := range t.houses[1:] {
		d.house(i)
	}
	for i := range t.people[1:] {
		d.member(i)
	}
	d.groups()
	d.trainees()
	d.events()
	d.once()
	d.life()
}

// depth is what deepen works with.
type depth struct {
	*township
	*rand.Rand
	files  map[string][][]string
	pupils int
}

var (
	factKeys     = []string{survey.FactKind, survey.FactDetail, survey.FactGrade, survey.FactNo, survey.StartsOn, survey.EndsOn, survey.WhyEnded, survey.Amount, survey.Term, survey.Source}
	eventKeys    = []string{survey.EventKind, survey.EventOn, survey.EventNote}
	slipKeys     = []string{survey.OfferedOn, survey.OfferJobs, survey.OfferTraining, survey.OfferTime, survey.OfferWay, survey.OfferHelp, survey.OfferContact, survey.DeliveredOn, survey.DeliveredBy, survey.DeliveryWay, survey.TakenBy, survey.Signed}
	referralKeys = []string{survey.ReferredOn, survey.ReferralKind, survey.ReferralSchool, "major", "contact", survey.DoneBy, survey.ReferralOutcome}
	jobKeys      = []string{survey.RecommendedOn, survey.JobEvent, "employer", "post", "post_place", "pay", survey.DoneBy, survey.JobOutcome}
	followKeys   = []string{survey.FollowedOn, survey.FollowWay, survey.JobState, "now_firm", "now_place", "uses_skill", survey.FollowNeed, survey.DoneBy}
	schoolKeys   = []string{survey.SchoolName, survey.SchoolKind, "recruits", "programmes", "school_address", "contact", "contact_phone", "school_note"}
	outreachKeys = []string{survey.OutreachOn, survey.OutreachVillage, "spot", "subject", "audience", survey.OutreachFamilies, survey.OutreachPeople, "materials", survey.DoneBy}
	targetKeys   = []string{survey.TargetNo, survey.TargetTask, survey.TargetNumber, survey.TargetUnit, survey.TargetGroup, survey.TargetProject, survey.TargetFrom, survey.TargetUntil, survey.TargetLead, survey.TargetShares, survey.TargetSource}
	placeKeys    = []string{survey.PlaceWhat, survey.PlaceName, survey.PlaceParent}
)

func (d *depth) add(name string, cells ...string) {
	d.files[name+".csv"] = append(d.files[name+".csv"], cells)
}

func (d *depth) one(from ...string) string { return from[d.Rand.IntN(len(from))] }

// ago is a day so many days before the anchor; from is the earlier.
func (d *depth) ago(from, to int) string {
	return sample.Anchor.AddDate(0, 0, -to-d.Rand.IntN(from-to+1)).Format(time.DateOnly)
}

// cell is a cell of one of the tables, by label.
func cell(rows [][]string, i int, label string) *string {
	return &rows[i+1][slices.Index(rows[0], label)]
}

func label(t *survey.Table, key string) string { return labels(t, []string{key})[0] }

func (d *depth) ofHouse(i int, key string) *string {
	return cell(d.houses, i, label(survey.Household, key))
}

func (d *depth) ofPerson(i int, key string) *string {
	return cell(d.people, i, label(survey.Person, key))
}

// houseOf is the household of the i-th person.
func (d *depth) houseOf(i int) int {
	return slices.IndexFunc(d.houses[1:], func(h []string) bool { return h[0] == d.people[i+1][0] })
}

// house gives a household the facts that its answers speak of, and what was told to it.
func (d *depth) house(i int) {
	no, kind := *d.ofHouse(i, survey.HouseNo), *d.ofHouse(i, survey.HouseType)
	fact := func(kind, detail, from, until, why, amount, source string) {
		d.add("fact", no, kind, detail, "", "", from, until, why, amount, "", source)
	}
	if strings.Contains(kind, survey.HouseLeftPoverty) {
		fact(survey.FactLeftPoverty, "", d.one("2014", "2014-12", "2015"), "", "", "", "防返贫监测系统")
	}
	if strings.Contains(kind, survey.HouseMinLiving) {
		fact(survey.FactMinLiving, d.one("农村低保", "A类", "B类"), d.one("2019-07", "2021-01", "2023-07"), "", "", d.one("1260", "1680", "2140"), "民政部门")
	}
	if *d.ofHouse(i, survey.Monitor) != "" {
		*d.ofHouse(i, survey.RiskFoundOn) = d.one("2023-05", "2024-03", "2024-11", "2025-06")
		if *d.ofHouse(i, survey.RiskGone) == survey.Yes {
			*d.ofHouse(i, survey.RiskGoneOn) = d.one("2025-12", "2026-03", "2026-06")
		}
	}
	if kind == survey.HouseOrdinary && i%9 == 0 {
		fact(survey.FactMinLiving, "农村低保", "2020-01", d.one("2024-06-30", "2025-12-31"), "收入超过标准", "980", "民政部门")
	}
	if i%5 == 1 {
		d.add("answer", no, d.one("水泥路", "砂石路", "土路"), fmt.Sprint(2+d.Rand.IntN(5)), fmt.Sprint(d.Rand.IntN(9)))
	}
	if visited := i%5 != 4; visited && i%3 == 0 {
		d.slip(no, *d.ofHouse(i, survey.HeadName), i)
	}
}

func (d *depth) slip(no, head string, i int) {
	delivered := []string{"", "", "", "", ""}
	if i%4 != 3 {
		delivered = []string{d.ago(20, 5), d.one("李文忠", "普学珍", "杨绍云"), d.one("当面送到", "当面送到", "邻居或村组转交"), head, survey.Yes}
	}
	d.add("slip", append([]string{no, d.ago(35, 21), d.one("安宁物流园招分拣员20人，月薪4000至5000元，包吃住", "甬江电子厂招普工，月薪4500元以上，县里组织包车", "滇中建筑劳务有限公司招砌筑工、钢筋工"),
		d.one("中式烹调师（初级）、养老护理员（初级）", "民族刺绣、农村电商", "挖掘机操作、电工"), "11月上旬开班，每班10天", d.one("办班进村", "送技下乡，在乡文化站上课"),
		"免费培训，提供教材和午餐；培训合格的推荐就业", "左门乡社会保障服务中心 普学珍 15426000017"}, delivered...)...)
}

// member gives a person the facts, the schools, jobs and plans that their answers speak of.
func (d *depth) member(i int) {
	no, born := *d.ofPerson(i, survey.PersonNo), (*d.ofPerson(i, survey.IDNo))[6:14]
	if *d.ofPerson(i, survey.DisabilityKind) != "" {
		grade := d.Rand.IntN(3) + 2
		*d.ofPerson(i, survey.DisabilityGrade) = []string{"二级", "三级", "四级"}[grade-2]
		*d.ofPerson(i, survey.DisabilityNo) = *d.ofPerson(i, survey.IDNo) + fmt.Sprintf("4%d", grade)
		*d.ofPerson(i, survey.DisabilityYear) = d.one("2018", "2021-04", "2023-09")
	}
	if *d.ofPerson(i, survey.MinLiving) == survey.Yes {
		d.add("fact", no, survey.FactMinLiving, d.one("农村低保", "B类"), "", "", d.one("2021-01", "2023-07"), "", "", "", "", "民政部门")
	}
	if *d.ofPerson(i, survey.Employed) == "就业" {
		*d.ofPerson(i, survey.JobSince) = d.one("2025-03", "2026-02", "2026-03", "2026-06")
	}
	if born > "19760101" && born < "19980101" && *d.ofPerson(i, survey.Relation) == "户主" && i%11 == 0 {
		*d.ofPerson(i, survey.Tags) = survey.FactVeteran
		d.add("fact", no, survey.FactVeteran, "退役士兵", "", "", d.one("2012-12", "2016-11"), "", "", "", "", "退役军人事务部门")
	}
	if born < "1982" && born > "1963" && *d.ofPerson(i, survey.Employed) == "务农" && *d.ofHouse(d.houseOf(i), survey.HouseType) != survey.HouseOrdinary && i%7 == 0 {
		*d.ofPerson(i, survey.PostKind), *d.ofPerson(i, survey.PostMonths) = d.one("护林员", "保洁员"), "10"
		d.add("fact", no, survey.FactPost, *d.ofPerson(i, survey.PostKind), "", "", d.one("2025-01", "2026-01"), "", "", "800", "", "村委会")
	}
	d.pupil(i, no)
	d.asked(i)
	d.leftSchool(i, no)
	if *d.ofPerson(i, survey.Employed) == "就业" && i%4 == 0 {
		d.add("jobrec", no, d.ago(200, 60), d.one("春风行动", "乡镇招聘会", "劳务组织带出"), d.one("安宁物流园", "甬江电子厂", "滇中建筑劳务有限公司"), d.one("分拣员", "普工", "砌筑工"),
			d.one("昆明市安宁市", "宁波市", "楚雄市"), d.one("4000到5000元", "4500元以上"), d.one("普学珍", "李文忠"), d.one(survey.JobTaken, survey.JobTaken, "本人不去", "等回复"))
	}
}

// pupil says of who is at a vocational school whether the family had 雨露计划, and of some that they had aid at school.
func (d *depth) pupil(i int, no string) {
	at := *d.ofPerson(i, survey.Schooling)
	if !strings.HasPrefix(at, "中职") && !strings.HasPrefix(at, "高职") {
		return
	}
	poor := *d.ofHouse(d.houseOf(i), survey.HouseType) != survey.HouseOrdinary
	d.pupils++
	switch {
	case poor && d.pupils%2 == 0:
		*d.ofPerson(i, survey.YuluState) = "已享受"
		for _, term := range []string{"2025年秋", "2026年春"} {
			d.add("fact", no, survey.FactYulu, "已享受", "", "", map[string]string{"2025年秋": "2025-11", "2026年春": "2026-05"}[term], "", "", "1500", term, "人社部门")
		}
	case poor:
		*d.ofPerson(i, survey.YuluState) = "符合未申请"
	}
	d.add("fact", no, "教育资助", d.one("免学费", "国家助学金"), "", "", "2025-09", "", "", d.one("", "2000"), "2025年秋", "教育部门")
}

// asked says when somebody was asked for their wishes; families not visited yet have those who were not.
func (d *depth) asked(i int) {
	wants := d.ofPerson(i, survey.WantsTraining)
	switch {
	case *wants == survey.No && d.houseOf(i)%5 == 4:
		*wants, *d.ofPerson(i, survey.NoWishCause) = "", ""
	case *wants != "":
		*d.ofPerson(i, survey.AskedOn) = d.ago(110, 20)
	}
}

// leftSchool points young people who left school to one, and plans training for those who wish.
func (d *depth) leftSchool(i int, no string) {
	if *d.ofPerson(i, survey.Destination) == "" {
		return
	}
	if *d.ofPerson(i, survey.WantsTraining) == survey.Yes {
		*d.ofPerson(i, "plan_place"), *d.ofPerson(i, "plan_trade") = d.one("左门乡文化站", "姚安县城"), d.one("养老护理员", "农村电商", "电工")
		*d.ofPerson(i, "plan_time"), *d.ofPerson(i, "plan_cert") = "2026年冬", "初级"
	}
	if strings.HasPrefix(*d.ofPerson(i, survey.Destination), "待业") {
		d.add("referral", no, d.ago(60, 25), d.one("技工院校", "中职", "成人教育"), d.one("楚雄技师学院", "姚安县职业高级中学"), d.one("汽车维修", "护理", "学前教育"), "招生办", d.one("普学珍", "李文忠"), d.one("等回复", "学校已接收", "本人不去"))
	}
}

// groups are the villager groups, which the nation gives no code.
func (d *depth) groups() {
	for _, v := range villages {
		for _, g := range groups[v] {
			d.add("place", fmt.Sprint(len(d.files["place.csv"])), survey.PlaceGroup, g, v)
		}
	}
}

// trainees writes down what came of the class that is over, and looks after those who were in it.
func (d *depth) trainees() {
	rows := d.files["trainee.csv"]
	keys := []string{training.Result, training.CertName, training.CertNo, training.CertOn, training.After, training.AfterFirm, training.TheoryScore, training.PracticeScore, training.CertIssuer}
	rows[0] = append(rows[0], labels(training.EnrolmentTable, keys)...)
	for n, row := range rows[1:] {
		if row[0] != made[0].no {
			rows[n+1] = append(row, slices.Repeat([]string{""}, len(keys))...)
			continue
		}
		if n%9 == 8 {
			rows[n+1] = append(row, training.Failed, "", "", "", "务农", "", "52", "66", "")
			continue
		}
		state := d.one("本地就业", "县外省内就业", "创业", "务农")
		firm := map[string]string{"本地就业": "左门乡中心学校食堂", "县外省内就业": "楚雄彝人古镇餐馆"}[state]
		rows[n+1] = append(row, training.Passed, "中式烹调师初级", fmt.Sprintf("26532325%06d", n+1), d.ago(15, 15), state, firm, fmt.Sprint(62+n*7%31), fmt.Sprint(65+n*11%30), "楚雄示例职业技能评价中心")
		if n%2 == 0 {
			d.add("followup", row[2], d.ago(12, 4), d.one("电话", "入户"), state, firm, map[bool]string{true: "楚雄市"}[state == "县外省内就业"], survey.Yes, d.one("没有", "推荐岗位", "再培训"), d.one("杨绍云", "普学珍"))
		}
	}
}

// events are who came, went and died, and a household that parted. Only who is in no class and wishes nothing goes.
func (d *depth) events() {
	busy := map[string]bool{}
	for _, row := range d.files["trainee.csv"][1:] {
		busy[row[2]] = true
	}
	for _, row := range d.wishes[1:] {
		busy[row[0]] = true
	}
	gone := []struct{ why, relation string }{{"死亡", "之母"}, {"婚出", "之女"}, {"户籍迁出", "之子"}, {"死亡", "之父"}}
	came := 0
	for i := range d.people[1:] {
		no, relation := *d.ofPerson(i, survey.PersonNo), *d.ofPerson(i, survey.Relation)
		born := (*d.ofPerson(i, survey.IDNo))[6:10]
		if relation == "配偶" && i%23 == 5 && came < 3 {
			d.add("event", no, "婚入", d.ago(160, 60), "从外乡嫁入")
			came++
		}
		if n := slices.IndexFunc(gone, func(g struct{ why, relation string }) bool { return g.relation == relation }); n >= 0 && !busy[no] && (born < "1966" || born > "1998" && born < "2007") {
			on := d.ago(100, 15)
			*d.ofPerson(i, survey.LeftWhy), *d.ofPerson(i, survey.LeftOn) = gone[n].why, on
			d.add("event", no, gone[n].why, on, "村委会报来")
			gone = slices.Delete(gone, n, n+1)
		}
	}
	d.add("event", *d.ofHouse(12, survey.HouseNo), "分户", d.ago(120, 90), "儿子成家后分户")
	d.add("event", *d.ofHouse(27, survey.HouseNo), "户主变更", d.ago(80, 40), "原户主年纪大了")
}

// once are the things of which there are few: a double, what was said in public, the targets.
func (d *depth) once() {
	i := slices.IndexFunc(d.people[1:], func(p []string) bool { return p[slices.Index(d.people[0], "姓名")] == "吕㛃" })
	d.add("double", *d.ofPerson(i, survey.PersonNo)+"X", *d.ofPerson(i, survey.PersonNo), d.people[i+1][0], "吕洁", "5.30000E+17", "户主", "汉族")
	d.add("outreach", "1", d.ago(70, 70), "532325202201", "左门中学", "两后生升学、技工院校招生和培训政策", "初三学生和家长、两后生家庭", "46", "61", "招生简章60份", "普学珍")
	d.add("outreach", "2", d.ago(45, 45), "532325202203", "毕叭村委会院坝", "冬季培训班报名和务工岗位", "脱贫户和监测对象、村民", "38", "55", "岗位信息表40份", "李文忠")
	d.add("school", "1", "楚雄示例技师学院", "技师学院", "初中毕业生、高中毕业生", "汽车维修、烹饪、电工", "楚雄市（示例地址）", "普学珍", "15400000871", "示例学校，并无此校")
	d.add("school", "2", "姚安示例职业高级中学", "中职", "初中毕业生", "农村电商、学前教育", "姚安县栋川镇（示例地址）", "李文忠", "15400000872", "示例学校，并无此校")
	year := sample.Anchor.Year()
	source := fmt.Sprintf("姚安县%d年职业技能培训任务分解表（示例）", year)
	for n, row := range [][]string{
		{"脱贫劳动力和监测对象技能培训", "120", "人次", "脱贫劳动力", "就业技能培训"}, {"“两后生”技能培训", "20", "人", "两后生", "劳动预备培训"},
		{"农村转移就业劳动者技能培训", "150", "人次", "农村转移就业劳动者", "就业技能培训"}, {"退役军人培训", "5", "人", "退役军人", ""}, {"残疾人培训", "10", "人次", "残疾人", ""},
	} {
		d.add("target", fmt.Sprint(n+1), fmt.Sprint(n+1), row[0], row[1], row[2], row[3], row[4], fmt.Sprintf("%d-01-01", year), fmt.Sprintf("%d-12-31", year), "姚安县人力资源和社会保障局",
			"左门乡:"+row[1]+";光禄镇:40", source)
	}
}

// form is what the sample county asks of its own, as package xlsform keeps it.
var form = [][]string{
	{"ruhu-form", "1"},
	{"settings", "form_id", "form_title", "table", "version"},
	{"settings", "sample_house", "住房和产业补充调查", "household", "2026-10"},
	{"survey", "type", "name", "label", "hint", "constraint", "constraint_message"},
	{"survey", "begin_group", "house", "住房和产业", "", "", ""},
	{"survey", "select_one road", "road", "入户道路", "", "", ""},
	{"survey", "integer", "rooms", "住房间数", "", ". >= 1 and . <= 30", "住房间数应在1到30之间"},
	{"survey", "integer", "pigs", "生猪存栏（头）", "数栏里现有的", ". >= 0", ""},
	{"survey", "end_group", "", "", "", "", ""},
	{"choices", "list_name", "name", "label"},
	{"choices", "road", "水泥路", "水泥路"}, {"choices", "road", "砂石路", "砂石路"}, {"choices", "road", "土路", "土路"},
}
