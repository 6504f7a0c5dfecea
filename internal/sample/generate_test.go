package sample_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/sample"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var update = flag.Bool("update", false, "write data/sample anew")

const folder = "../../data/sample"

// TestTheSampleIsWhatTheGeneratorMakes keeps files and generator together: run it with -update after a change of either.
func TestTheSampleIsWhatTheGeneratorMakes(t *testing.T) {
	for name, rows := range generate() {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, name)
		if *update {
			if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		have, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, b.Bytes()) {
			t.Errorf("%s is not what the generator makes; go test ./internal/sample -update", path)
		}
	}
}

// township makes it all up, from one seed.
type township struct {
	*rand.Rand
	houses, people, wishes, visits [][]string
	born                           map[string]int // how many have this birth date, for their ID numbers
	phones                         int
	wishers                        map[string][]string // trade -> person numbers
	noted                          map[string]bool     // names given out
}

// member is one person while a household is made up.
type member struct {
	name, relation, sex string
	age                 int
	ethnic              string
	minor               bool
}

func generate() map[string][][]string {
	t := &township{Rand: rand.New(rand.NewPCG(2026, 1120)), born: map[string]int{}, wishers: map[string][]string{}, noted: map[string]bool{}}
	t.houses = append(t.houses, labels(survey.Household, houseKeys))
	t.people = append(t.people, append([]string{"户编号"}, labels(survey.Person, slices.Concat(personKeys, flagKeys, laterKeys))...))
	t.wishes = append(t.wishes, append([]string{"人口编号"}, labels(survey.Wish, wishKeys)...))
	t.visits = append(t.visits, append([]string{"户编号"}, labels(survey.Visit, visitKeys)...))
	for i := range 60 {
		t.household(i)
	}
	classes, trainees, attendance := t.classes()
	files := map[string][][]string{"class.csv": classes, "trainee.csv": trainees, "attendance.csv": attendance}
	t.deepen(files)
	files["household.csv"], files["person.csv"], files["wish.csv"], files["visit.csv"] = t.houses, t.people, t.wishes, t.visits
	return files
}

var (
	houseKeys = []string{survey.HouseNo, survey.Village, survey.Group, survey.HeadName, survey.HousePhone, survey.HouseType, survey.Monitor,
		survey.RiskGone, survey.Resettled, "industry", "helper", survey.RiskFoundOn, survey.RiskGoneOn}
	personKeys = []string{survey.PersonNo, survey.FullName, survey.UsedName, survey.IDType, survey.IDNo, survey.Ethnic, survey.Relation, survey.Phone,
		survey.Political, "mandarin", survey.Education, survey.Schooling, survey.School, survey.SchoolYear, survey.SchoolStage, survey.SchoolResult,
		survey.Destination, survey.Health, survey.DisabilityKind, survey.Skill, survey.Employed, survey.AwayMonths, survey.AwayPlace, survey.AwayFirm,
		survey.JobTrade, survey.JobIncome, survey.MinLiving, survey.WantsTraining, "no_wish_cause"}
	// laterKeys are filled in by deepen, when everybody is there.
	laterKeys = []string{survey.DisabilityGrade, survey.DisabilityNo, survey.DisabilityYear, survey.Tags, survey.JobSince, survey.YuluState, survey.AskedOn,
		survey.LeftWhy, survey.LeftOn, survey.PostKind, survey.PostMonths, "plan_place", "plan_trade", "plan_time", "plan_cert"}
	// flagKeys are the questions of yes or no that the monitoring system wants answered for everybody.
	flagKeys  = blankFlags()
	wishKeys  = []string{survey.WishedOn, survey.WishText, survey.Trade1, survey.Trade2, survey.WishWay, "wish_place", "wish_time"}
	visitKeys = []string{survey.VisitedOn, survey.Visitor, survey.Role, survey.Method, "spoke_with", survey.Outcome}
)

// groups are the made-up groups of the real villages of 左门乡.
var groups = map[string][]string{
	"532325202201": {"上村小组", "下村小组", "大平地小组"},
	"532325202202": {"地索小组", "松树坪小组"},
	"532325202203": {"毕叭小组", "核桃箐小组", "羊圈房小组"},
	"532325202204": {"苤拉小组", "大麦地小组"},
	"532325202205": {"仰拉小组", "河尾小组", "干海子小组"},
}

var villages = []string{"532325202201", "532325202202", "532325202203", "532325202204", "532325202205"}

// told are the households with people whose names programs tend to spoil: characters outside the basic plane, a name with a
// dot and without a surname, surnames that are read in a way of their own.
var told = map[int][]member{
	3:  {{"吕㛃", "户主", "女", 44, "汉族", false}, {"单成富", "配偶", "男", 47, "汉族", false}, {"单晓𬭳", "之女", "女", 19, "汉族", false}},
	8:  {{"曾宪𠮷", "户主", "男", 51, "彝族", false}, {"古丽·阿不都热依木", "配偶", "女", 38, "维吾尔族", false}, {"曾阿依", "之女", "女", 12, "维吾尔族", true}},
	14: {{"解𫖮", "户主", "男", 36, "汉族", false}, {"仇𬱖", "配偶", "女", 34, "汉族", false}, {"解小䶮", "之子", "男", 9, "汉族", true}},
	21: {{"吉克·阿木呷", "户主", "男", 42, "彝族", false}, {"沙马·阿芝", "配偶", "女", 40, "彝族", false}, {"吉克·拉铁", "之子", "男", 20, "彝族", false}, {"吉克·妞妞", "之女", "女", 17, "彝族", true}},
	30: {{"尉迟乐", "户主", "男", 58, "汉族", false}, {"朴英姬", "配偶", "女", 54, "朝鲜族", false}, {"尉迟宁", "之子", "男", 29, "汉族", false}},
	41: {{"任华", "户主", "女", 33, "傈僳族", false}, {"盖世勇", "配偶", "男", 37, "傈僳族", false}, {"盖乐乐", "之女", "女", 6, "傈僳族", true}, {"查桂珍", "之母", "女", 66, "傈僳族", false}},
}

func (t *township) household(i int) {
	village := villages[i%len(villages)]
	group := groups[village][i/len(villages)%len(groups[village])]
	members := told[i]
	if members == nil {
		members = t.family()
	}
	no := fmt.Sprintf("5323259000%06d", i+1)
	phone := t.phone()
	kind, monitor, risk := t.kind()
	t.houses = append(t.houses, []string{no, village, group, members[0].name, phone, kind, monitor, risk, t.pick("", "", "", "", "是"),
		t.pick("种植业", "养殖业", "种植业、养殖业", "", "林下经济"), t.pick("李文忠", "普学珍", "杨绍云", "自丽华", "", ""), "", ""})
	for j, m := range members {
		own := phone
		if j > 0 {
			own = ""
		}
		t.person(no, fmt.Sprintf("%s%02d", no, j+1), m, own, kind)
	}
	t.visit(i, no, members[0].name)
}

func (t *township) kind() (kind, monitor, risk string) {
	switch n := t.IntN(20); {
	case n < 7:
		return "脱贫户", "", ""
	case n < 9:
		return "脱贫户、监测对象", t.pick("脱贫不稳定户", "突发严重困难户"), t.pick("是", "否")
	case n < 10:
		return "监测对象", "边缘易致贫户", "否"
	case n < 13:
		return "低保户", "", ""
	}
	return "一般户", "", ""
}

const surnames, boys, girls = "普罗杨李张自起鲁王周者毕段赵郭何马钱施夏", "忠明学光荣华文志军勇强平国正富贵有才福寿春发伟涛超鹏杰", "芬珍英芳兰香秀美琼丽花仙琴梅菊凤玉萍娟燕红艳云霞蓉婷"

func (t *township) name(surname, sex string) string {
	for {
		given := boys
		if sex == "女" {
			given = girls
		}
		n := surname + t.char(given)
		if t.IntN(10) < 7 {
			n += t.char(given)
		}
		if !t.noted[n] {
			t.noted[n] = true
			return n
		}
	}
}

// family makes up a head, mostly a spouse, children and sometimes a parent of the head.
func (t *township) family() []member {
	surname, ethnic := t.char(surnames), t.pick("彝族", "彝族", "彝族", "彝族", "汉族", "汉族", "汉族", "傈僳族", "回族")
	head := member{sex: t.pick("男", "男", "男", "女"), relation: "户主", age: 32 + t.IntN(34), ethnic: ethnic}
	head.name = t.name(surname, head.sex)
	all := []member{head}
	if t.IntN(10) < 9 {
		m := member{sex: other(head.sex), relation: "配偶", age: head.age - 4 + t.IntN(7), ethnic: t.pick(ethnic, ethnic, "彝族", "汉族")}
		m.name = t.name(t.char(surnames), m.sex)
		all = append(all, m)
	}
	for range t.IntN(4) + t.IntN(2) {
		m := member{sex: t.pick("男", "女"), age: head.age - 22 - t.IntN(8), ethnic: ethnic}
		if m.age < 1 {
			continue
		}
		m.relation, m.name = "之"+map[string]string{"男": "子", "女": "女"}[m.sex], t.name(surname, m.sex)
		all = append(all, m)
	}
	if head.age < 52 && t.IntN(10) < 4 {
		m := member{sex: t.pick("男", "女"), age: head.age + 22 + t.IntN(8), ethnic: ethnic}
		m.relation, m.name = "之"+map[string]string{"男": "父", "女": "母"}[m.sex], t.name(surname, m.sex)
		all = append(all, m)
	}
	return all
}

func other(sex string) string {
	if sex == "男" {
		return "女"
	}
	return "男"
}

func (t *township) person(house, no string, m member, phone, kind string) {
	born := sample.Anchor.AddDate(-m.age, -1-t.IntN(10), -t.IntN(27))
	if phone == "" && m.age >= 16 && m.age < 70 && t.IntN(10) < 7 {
		phone = t.phone()
	}
	row := map[string]string{
		survey.PersonNo: no, survey.FullName: m.name, survey.IDType: "居民身份证(户口簿)", survey.IDNo: t.idNumber(born, m.sex),
		survey.Ethnic: m.ethnic, survey.Relation: m.relation, survey.Phone: phone, survey.Political: t.political(m.age),
		"mandarin": yes(m.age < 60 && t.IntN(10) < 8), survey.Health: "健康", survey.MinLiving: yes(strings.Contains(kind, "低保")),
	}
	if m.name == "任华" {
		row[survey.UsedName] = "任小翠"
	}
	t.learn(row, m.age)
	t.work(row, m.age)
	for _, key := range flagKeys {
		row[key] = yes(key == "medical" || key == "medical_serious" || key == "pension" && m.age >= 16 && row[survey.Schooling] == "")
	}
	t.people = append(t.people, append([]string{house}, values(row, slices.Concat(personKeys, flagKeys, laterKeys))...))
}

func blankFlags() []string {
	var keys []string
	for _, f := range survey.BlankFlags(survey.Answers{survey.MinLiving: survey.Yes}) {
		if !slices.Contains(personKeys, f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func (t *township) political(age int) string {
	switch {
	case age >= 28 && t.IntN(8) == 0:
		return "中共党员"
	case age >= 15 && age < 26 && t.IntN(2) == 0:
		return "共青团员"
	}
	return "群众"
}

// learn fills exactly one of 文化程度 and 在校生状况.
func (t *township) learn(row map[string]string, age int) {
	switch {
	case age < 3:
		row[survey.Schooling] = "学龄前儿童"
	case age < 7:
		row[survey.Schooling] = "学前教育"
	case age < 13:
		row[survey.Schooling] = "小学"
	case age < 16:
		row[survey.Schooling] = []string{"七年级", "八年级", "九年级"}[age-13]
	case age < 19 && t.IntN(10) < 5:
		row[survey.Schooling] = t.pick("普通高中", "中职") + []string{"一", "二", "三"}[age-16] + "年级"
	case age < 23:
		t.left(row, age)
	case age < 40:
		row[survey.Education] = t.pick("初中", "初中", "高中", "大专", "小学", "本科及以上")
	case age < 60:
		row[survey.Education] = t.pick("小学", "初中", "小学", "初中", "高中", "文盲或半文盲")
	default:
		row[survey.Education] = t.pick("文盲或半文盲", "小学", "小学")
	}
}

// left makes a young person who did not go on to another school.
func (t *township) left(row map[string]string, age int) {
	if age >= 19 && t.IntN(3) == 0 {
		row[survey.Schooling] = t.pick("高职高专", "本科") + t.pick("一", "二", "三") + "年级"
		return
	}
	stage := t.pick("初中", "高中", "中职")
	if age < 18 {
		stage = "初中"
	}
	left := map[string]int{"初中": 15, "高中": 18, "中职": 18}[stage]
	row[survey.Education] = map[string]string{"初中": "初中", "高中": "高中", "中职": "高中"}[stage]
	row[survey.SchoolStage], row[survey.SchoolResult] = stage, t.pick("毕业", "毕业", "毕业", "肄业")
	row[survey.School] = map[string]string{"初中": "左门中学", "高中": "姚安县第一中学", "中职": "姚安县职业高级中学"}[stage]
	row[survey.SchoolYear] = fmt.Sprintf("%d-07", sample.Anchor.Year()-max(age-left, 0))
	row[survey.Destination] = t.pick("外出务工", "待业有意愿", "待业有意愿", "务农", "本地就业", "待业无意愿")
}

// work says what somebody does, whether they would be trained, and for what.
func (t *township) work(row map[string]string, age int) {
	switch {
	case age < 16 || row[survey.Schooling] != "":
		row[survey.Skill] = "无劳动力"
		return
	case age >= 66:
		row[survey.Skill], row[survey.Health] = t.pick("弱劳动力或半劳动力", "无劳动力"), t.pick("健康", "长期慢性病")
		return
	}
	row[survey.Skill] = t.pick("普通劳动力", "普通劳动力", "普通劳动力", "普通劳动力", "技能劳动力", "弱劳动力或半劳动力")
	if row[survey.Skill] == "弱劳动力或半劳动力" && age < 60 {
		row[survey.Health] = "长期慢性病"
	}
	if age > 22 && t.IntN(30) == 0 {
		row[survey.Health], row[survey.DisabilityKind], row[survey.Skill] = "残疾", "肢体残疾", "弱劳动力或半劳动力"
	}
	away := t.IntN(10) < 4
	if d := row[survey.Destination]; d != "" {
		away = d == "外出务工"
	}
	if away {
		row[survey.Employed], row[survey.AwayMonths] = "就业", t.pick("3", "6", "8", "10", "12")
		row[survey.AwayPlace] = t.pick("云南省昆明市", "云南省楚雄市", "浙江省宁波市", "广东省东莞市", "云南省安宁市")
		row[survey.JobTrade], row[survey.JobIncome] = t.pick("普工", "砌筑工", "服务员", "缝纫工", "保安"), t.pick("3000", "3500", "4200", "5000")
		row[survey.AwayFirm] = t.pick("", "", "滇中建筑劳务有限公司", "甬江电子厂", "安宁物流园")
	} else {
		row[survey.Employed] = t.pick("务农", "务农", "务农", "未就业")
	}
	t.wish(row, age, away)
}

// said is how people say what they would like to learn.
var said = map[string][]string{
	"中式烹调师":   {"想学炒菜", "学厨师，以后开个小饭馆", "做饭"},
	"养老护理员":   {"学照顾老人", "养老护理", "护理老人的活"},
	"民族刺绣/手工": {"绣花", "彝绣", "学刺绣拿去卖"},
	"养殖(牛羊)":  {"养羊", "养牛", "牛羊养殖"},
	"农村电商/直播": {"直播带货", "学开网店"},
	"电工":      {"学电工", "装水电"},
	"挖掘机操作":   {"开挖机"},
	"种植(蔬菜)":  {"种蔬菜"},
}

var trades = []string{"中式烹调师", "中式烹调师", "中式烹调师", "中式烹调师", "养老护理员", "养老护理员", "养老护理员", "民族刺绣/手工", "养殖(牛羊)", "农村电商/直播", "电工", "挖掘机操作", "种植(蔬菜)"}

func (t *township) wish(row map[string]string, age int, away bool) {
	if age > 54 || row[survey.Skill] == "弱劳动力或半劳动力" || away && t.IntN(3) > 0 || t.IntN(10) < 2 {
		row[survey.WantsTraining] = "否"
		row["no_wish_cause"] = map[bool]string{true: "年纪大了", false: t.pick("没有时间", "要照看小孩", "", "")}[age > 54]
		if away {
			row["no_wish_cause"] = "在外务工回不来"
		}
		return
	}
	row[survey.WantsTraining] = "是"
	first, second := t.pick(trades...), t.pick(append(slices.Repeat([]string{""}, 20), trades...)...)
	if second == first {
		second = ""
	}
	no := row[survey.PersonNo]
	t.wishers[first] = append(t.wishers[first], no)
	t.wishes = append(t.wishes, append([]string{no}, t.day(-120, -40), t.pick(said[first]...), first, second, "短期技能",
		t.pick("村里", "乡上", "县城", ""), t.pick("农闲", "冬季", "周末", "都可以")))
}

func (t *township) visit(i int, house, head string) {
	if i%5 == 4 {
		return // not visited yet
	}
	t.visits = append(t.visits, []string{house, t.day(-120, -2), t.pick("李文忠", "普学珍", "杨绍云"), t.pick("乡镇干部", "驻村干部", "村三委", "网格员"),
		t.pick("入户", "入户", "入户", "电话"), head, t.pick("已告知近期培训班，愿意参加", "家里有人在外务工，春节回来", "核对了人员信息", "想就近就业，请关注岗位信息")})
}

// day is a day so many days from the anchor.
func (t *township) day(from, to int) string {
	return sample.Anchor.AddDate(0, 0, from+t.IntN(to-from+1)).Format(time.DateOnly)
}

// phone gives a number in 154, a block that no operator is known to use.
func (t *township) phone() string {
	t.phones++
	return fmt.Sprintf("154%08d", 26000000+t.phones*7919%9999999)
}

// idNumber gives a number in area 530000, which is never issued to anybody.
func (t *township) idNumber(born time.Time, sex string) string {
	day := born.Format("20060102")
	t.born[day+sex]++
	n := t.born[day+sex] * 2
	if sex == "男" {
		n--
	}
	body := fmt.Sprintf("530000%s%03d", day, n)
	return body + string(survey.CheckDigit(body))
}

func (t *township) pick(from ...string) string { return from[t.IntN(len(from))] }

func (t *township) char(from string) string {
	rs := []rune(from)
	return string(rs[t.IntN(len(rs))])
}

func yes(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

func labels(table *survey.Table, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		f, ok := table.Field(key)
		if !ok {
			panic(table.Name + " has no " + key)
		}
		out[i] = f.Label
	}
	return out
}

func values(row map[string]string, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = row[key]
	}
	return out
}

// class is what the two classes differ in.
type class struct {
	no, trade, level, project string
	from, days, perDay        int
	place, manager            string
	seats                     int
	stage                     string
}

var made = []class{
	{"姚培开〔2026〕011号", "中式烹调师", "初级", "就业技能培训", -30, 10, 8, "左门乡左门村委会活动室", "杨绍云", 20, training.Closed},
	{"姚培开〔2026〕017号", "养老护理员", "初级", "就业技能培训", -4, 10, 8, "左门乡文化站二楼", "普学珍", 16, training.Running},
}

var classKeys = []string{training.ClassNo, training.ClassName, training.Term, training.Township, training.Project, training.Trade, training.Level,
	training.Hours, training.TheoryHours, training.HoursPerDay, training.StartsOn, training.EndsOn, training.Halves, training.DailyTime, training.Target,
	training.Planned, training.Place, training.Measures, training.Institution, training.InstitutionCode, training.Licence, training.LegalPerson,
	training.HeadTeacher, training.Approver, training.ApprovalNo, training.ApprovedOn, training.Manager, training.ManagerUnit, training.ManagerPhone,
	training.Supervisor, training.SupervisorUnit, training.SupervisorPhone, training.Hotline, training.Issuer, training.BoardPostedOn,
	training.LicencePostedOn, training.Stage, training.Mode, training.RoomSize, training.Resources, training.AssessOn, training.AssessPlace,
	training.AssessPlan, training.Assessor, training.Examiners, training.FiledOn, training.StartedOn, training.AssessedOn, training.ClosedOn,
	training.UpstreamNo, training.AcceptedOn}

func (t *township) classes() (classes, trainees, attendance [][]string) {
	classes = [][]string{labels(training.ClassTable, classKeys)}
	trainees = [][]string{{"培训班编号", "座号", "人口编号"}}
	attendance = [][]string{{"培训班编号", "座号", "各课次考勤"}}
	for _, c := range made {
		classes = append(classes, t.class(c))
		for i, no := range t.wishers[c.trade][:min(c.seats, len(t.wishers[c.trade]))] {
			seat := fmt.Sprint(i + 1)
			trainees = append(trainees, []string{c.no, seat, no})
			attendance = append(attendance, []string{c.no, seat, t.signs(min(c.days, -c.from) * 2)})
		}
	}
	return classes, trainees, attendance
}

func (t *township) class(c class) []string {
	first := sample.Anchor.AddDate(0, 0, c.from)
	on := func(days int) string { return first.AddDate(0, 0, days).Format(time.DateOnly) }
	a := map[string]string{
		training.ClassNo: c.no, training.ClassName: c.trade + "（" + c.level + "）培训班", training.Term: "第1期", training.Township: "532325202",
		training.Project: c.project, training.Trade: c.trade, training.Level: c.level, training.Hours: fmt.Sprint(c.days * c.perDay),
		training.TheoryHours: fmt.Sprint(c.days * c.perDay * 2 / 5), training.HoursPerDay: fmt.Sprint(c.perDay),
		training.StartsOn: on(0), training.EndsOn: on(c.days - 1), training.Halves: "上午、下午", training.DailyTime: "上午8:30—11:45，下午2:00—5:15",
		training.Target: "脱贫劳动力、监测对象和农村转移就业劳动者", training.Planned: "30", training.Place: c.place,
		training.Measures: "免费培训，提供教材和午餐；培训合格的颁发证书并推荐就业", training.Institution: "姚安县彝州职业技能培训学校",
		training.InstitutionCode: creditCode("52532325MJ0000017"), training.Licence: "人社民5323254000017号", training.LegalPerson: "段正荣", training.HeadTeacher: "施玉萍",
		training.Approver: "姚安县人力资源和社会保障局", training.ApprovalNo: c.no, training.ApprovedOn: on(-12),
		training.Manager: c.manager, training.ManagerUnit: "左门乡社会保障服务中心", training.ManagerPhone: t.phone(),
		training.Supervisor: "李文忠", training.SupervisorUnit: "姚安县就业服务中心", training.SupervisorPhone: t.phone(),
		training.Hotline: "12333", training.Issuer: "姚安县人力资源和社会保障局", training.BoardPostedOn: on(-1), training.LicencePostedOn: on(-1), training.Stage: c.stage,
	}
	ofClass(c, on, a)
	return values(a, classKeys)
}

// creditCode adds the check character.
func creditCode(first17 string) string {
	f, _ := training.ClassTable.Field(training.InstitutionCode)
	for _, c := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
		if code, err := f.Clean(first17 + string(c)); err == nil {
			return code
		}
	}
	panic("no check character fits " + first17)
}

// signs is the attendance of one trainee, a sign for each session as in the attendance book; most people come.
func (t *township) signs(sessions int) string {
	var b strings.Builder
	for range sessions {
		b.WriteString(t.pick(append(slices.Repeat([]string{"/"}, 26), "○", "×", "¢", "△", "□")...))
	}
	return b.String()
}
