package report_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// family puts a household with one person of 37 years into a source.
func family(src *report.Source, id, village string, house, person []string) {
	h := survey.Answers{survey.Village: village, survey.HeadName: "由国平"}
	p := survey.Answers{survey.InHousehold: "h" + id, survey.FullName: "由国平", survey.IDNo: "530000198802220743", survey.Education: "初中", survey.Phone: "15469990165"}
	for i := 0; i < len(house); i += 2 {
		h[house[i]] = house[i+1]
	}
	for i := 0; i < len(person); i += 2 {
		p[person[i]] = person[i+1]
	}
	src.Put(registry.TypeHousehold, "h"+id, h)
	src.Put(registry.TypePerson, id, p)
}

func ids(t *testing.T, name string, src report.Source, f report.Filter) []string {
	t.Helper()
	table, err := report.Make(name, src, f)
	if err != nil {
		t.Fatal(err)
	}
	return table.IDs
}

func TestALedgerOfAnEarlierDayHasWhoBelongedThereThen(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "now", here, nil, []string{survey.MinLiving, "是"})
	family(&src, "then", here, nil, []string{survey.MinLiving, "否"})
	family(&src, "undated", here, nil, []string{survey.MinLiving, "是"})
	src.Put(registry.TypeFact, "f1", survey.Answers{survey.OfPerson: "now", survey.FactKind: survey.FactMinLiving, survey.StartsOn: "2026-07-01"})
	src.Put(registry.TypeFact, "f2", survey.Answers{survey.OfPerson: "then", survey.FactKind: survey.FactMinLiving, survey.StartsOn: "2025-01-01", survey.EndsOn: "2026-07-01"})
	src.Settle()
	cases := []struct {
		on   string
		want []string
	}{{"", []string{"now", "undated"}}, {"2026-06-30", []string{"then", "undated"}}, {"2026-06", []string{"then", "undated"}}, {"2026-07-01", []string{"now", "undated"}}, {"2024-12-31", []string{"undated"}}}
	for _, c := range cases {
		got := sorted(slices.Clone(ids(t, "dibao", src, report.Filter{On: c.on})))
		if !slices.Equal(got, c.want) {
			t.Errorf("on %q: %v, want %v", c.on, got, c.want)
		}
	}
}

func TestWhoLeavesIsOffTheLedgersFromThatDayOn(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "a", here, []string{survey.HouseType, "脱贫户"}, []string{survey.LeftWhy, "婚出", survey.LeftOn, "2026-08-01"})
	src.Settle()
	for on, want := range map[string]int{"2026-07-31": 1, "2026-08-01": 0, "": 0} {
		if got := len(ids(t, "dishouru", src, report.Filter{On: on})); got != want {
			t.Errorf("on %q: %d", on, got)
		}
	}
}

func TestWhoMovedWasWhereTheyWereThen(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "a", there, []string{survey.HouseType, "脱贫户"}, nil)
	src.Put(registry.TypeHousehold, "old", survey.Answers{survey.Village: here, survey.HouseType: "脱贫户"})
	src.Put(registry.TypeEvent, "e", survey.Answers{survey.OfPerson: "a", survey.OfHousehold: "old", survey.ToHousehold: "ha", survey.EventKind: "迁入", survey.EventOn: "2026-08-01"})
	src.Settle()
	if got := ids(t, "dishouru", src, report.Filter{Village: there}); len(got) != 1 {
		t.Errorf("lives there now: %v", got)
	}
	if got := ids(t, "dishouru", src, report.Filter{Village: here, On: "2026-07-31"}); len(got) != 1 {
		t.Errorf("lived here then: %v", got)
	}
	if got := ids(t, "biandong", src, report.Filter{From: "2026-08", Until: "2026-08"}); !slices.Equal(got, []string{"e"}) {
		t.Errorf("the move is in the log: %v", got)
	}
	if got := ids(t, "biandong", src, report.Filter{Until: "2026-07"}); len(got) != 0 {
		t.Errorf("the move was later: %v", got)
	}
}

func TestAMergedRecordIsNowhereAndWhatHangsOnItIsTheOthers(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "a", here, []string{survey.HouseType, "脱贫户"}, nil)
	family(&src, "b", here, []string{survey.HouseType, "脱贫户"}, []string{survey.SameAs, "a"})
	src.Put(registry.TypeWish, "w", survey.Answers{survey.OfPerson: "b", survey.WishedOn: "2026-03-01", survey.Trade1: "焊工"})
	src.Put(registry.TypePerson, "x", survey.Answers{survey.FullName: "马建国", survey.SameAs: "y", survey.InHousehold: "ha"})
	src.Put(registry.TypePerson, "y", survey.Answers{survey.FullName: "马建国", survey.SameAs: "x", survey.InHousehold: "ha"})
	src.Settle()
	if got := sorted(ids(t, "dishouru", src, report.Filter{})); !slices.Equal(got, []string{"a", "x", "y"}) {
		t.Errorf("%v: of two merged into each other by accident neither may vanish", got)
	}
	if got := ids(t, "yiyuan", src, report.Filter{Status: "焊工"}); !slices.Equal(got, []string{"a"}) {
		t.Errorf("the wish is the other's: %v", got)
	}
}

func TestWhoIsOwedAClass(t *testing.T) {
	class := survey.Answers{training.Trade: "焊工", training.StartsOn: "2026-05-01", training.EndsOn: "2026-05-10", training.Stage: training.Closed}
	cases := []struct {
		name          string
		house, person []string
		turn          survey.Answers
		status        string
	}{
		{"poor and willing", []string{survey.HouseType, "脱贫户"}, []string{survey.WantsTraining, "是"}, nil, "脱贫劳动力"},
		{"willing", nil, []string{survey.WantsTraining, "是"}, nil, "其他有意愿的"},
		{"left school and willing", nil, []string{survey.WantsTraining, "是", survey.IDNo, "530000200801010015"}, nil, "两后生"},
		{"poor and trained this year", []string{survey.HouseType, "脱贫户"}, []string{survey.WantsTraining, "是"}, survey.Answers{}, ""},
		{"in a class, did not finish it", nil, []string{survey.WantsTraining, "是"}, survey.Answers{training.Result: training.Unfinished}, "其他有意愿的"},
		{"asked last year", nil, []string{survey.WantsTraining, "是", survey.AskedOn, "2025-03-01"}, nil, ""},
		{"does not wish", []string{survey.HouseType, "脱贫户"}, []string{survey.WantsTraining, "否"}, nil, ""},
		{"at school", nil, []string{survey.WantsTraining, "是", survey.Schooling, "本科一年级"}, nil, ""},
		{"cannot work", nil, []string{survey.WantsTraining, "是", survey.Skill, survey.SkillNone}, nil, ""},
	}
	for _, c := range cases {
		src := report.Source{On: november}
		family(&src, "a", here, c.house, c.person)
		if c.turn != nil {
			c.turn[training.OfClass], c.turn[training.OfPerson] = "c", "a"
			src.Put(training.TypeClass, "c", class)
			src.Put(training.TypeEnrolment, "e", c.turn)
		}
		src.Settle()
		table := report.Owed(src, report.Filter{})
		if c.status == "" && table.Count() > 0 || c.status != "" && (table.Count() != 1 || table.Statuses[0].Name != c.status) {
			t.Errorf("%s: %v", c.name, table.Statuses)
		}
	}
}

func TestTheYearlyRoundAsksEverybodyAgain(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "never", here, nil, nil)
	family(&src, "last year", here, nil, []string{survey.AskedOn, "2025-11-30"})
	family(&src, "this year", here, nil, []string{survey.AskedOn, "2026-01-01"})
	family(&src, "wished", here, nil, nil)
	family(&src, "child", here, nil, []string{survey.IDNo, "530000201710258271"})
	src.Put(registry.TypeWish, "w", survey.Answers{survey.OfPerson: "wished", survey.WishedOn: "2026-03-01"})
	src.Settle()
	if got := sorted(ids(t, "weimodi", src, report.Filter{})); !slices.Equal(got, []string{"last year", "never"}) {
		t.Errorf("got %v", got)
	}
	if got := sorted(ids(t, "weimodi", src, report.Filter{On: "2026-02-01"})); !slices.Equal(got, []string{"last year", "never", "wished"}) {
		t.Errorf("in February: %v", got)
	}
}

func TestHouseholdsAreDueForAVisit(t *testing.T) {
	src := report.Source{On: november}
	family(&src, "never", here, nil, nil)
	family(&src, "spring", here, nil, nil)
	family(&src, "watched", here, []string{survey.Monitor, "边缘易致贫户"}, nil)
	family(&src, "long ago", here, nil, nil)
	for i, v := range [][2]string{{"hspring", "2026-03-01"}, {"hwatched", "2026-03-01"}, {"hlong ago", "2025-03-01"}} {
		src.Put(registry.TypeVisit, fmt.Sprint(i), survey.Answers{survey.OfHousehold: v[0], survey.VisitedOn: v[1], survey.Visitor: "杨绍云"})
	}
	src.Settle()
	if got := sorted(ids(t, "weizoufang", src, report.Filter{})); !slices.Equal(got, []string{"hlong ago", "hnever", "hwatched"}) {
		t.Errorf("got %v", got)
	}
	if got := ids(t, "zoufang", src, report.Filter{From: "2026"}); len(got) != 2 {
		t.Errorf("visits of the year: %v", got)
	}
}

func TestAFilterIsPlainData(t *testing.T) {
	f := report.Filter{Village: here, Text: "由", Status: "脱贫户", Public: true, On: "2026-06-30", From: "2026-01", Until: "2026-06"}
	b, _ := json.Marshal(f)
	var back report.Filter
	if err := json.Unmarshal(b, &back); err != nil || back != f {
		t.Errorf("%s, %v", b, err)
	}
}

// whole is a source with one of everything, full of what nobody outside may read.
func whole() report.Source {
	src := report.Source{On: november}
	const no, phone = "530000200805281947", "15469990165"
	src.Put(registry.TypeHousehold, "h", survey.Answers{survey.Village: here, survey.HeadName: "由国平", survey.HouseType: "脱贫户", survey.Monitor: "边缘易致贫户", survey.HousePhone: phone, survey.HouseNo: "532300001"})
	for i, born := range []string{no, "530000201710258271"} {
		src.Put(registry.TypePerson, []string{"a", "child"}[i], survey.Answers{survey.InHousehold: "h", survey.FullName: "曾𠮷龙", survey.IDNo: born, survey.Education: "初中", survey.Phone: phone, survey.Health: "残疾", survey.DisabilityKind: "肢体残疾",
			survey.MinLiving: "是", survey.WantsTraining: "是", survey.Tags: "退役军人", survey.AwayMonths: "3", survey.AwayPlace: "广东省", survey.PostKind: "护林员", survey.PostMonths: "3", survey.JobIncome: "2900"})
	}
	src.Put(registry.TypeWish, "w", survey.Answers{survey.OfPerson: "a", survey.WishedOn: "2026-03-01", survey.Trade1: "焊工"})
	src.Put(registry.TypeVisit, "v", survey.Answers{survey.OfHousehold: "h", survey.VisitedOn: "2026-03-01", survey.Visitor: "杨绍云", survey.Outcome: "曾𠮷龙有残疾"})
	for typ, key := range map[string]string{registry.TypeReferral: survey.ReferredOn, registry.TypeJobRec: survey.RecommendedOn, registry.TypeFollowUp: survey.FollowedOn} {
		src.Put(typ, typ, survey.Answers{survey.OfPerson: "a", key: "2026-03-01", "followup_note": "曾𠮷龙有残疾", "jobrec_note": "残疾"})
		src.Put(typ, typ+"2", survey.Answers{survey.OfPerson: "child", key: "2026-03-01"})
	}
	src.Put(registry.TypeSlip, "s", survey.Answers{survey.OfHousehold: "h", survey.OfferedOn: "2026-03-01", survey.OfferHelp: "低保和残疾补贴", survey.TakenBy: "曾𠮷龙"})
	src.Put(registry.TypeEvent, "e", survey.Answers{survey.OfPerson: "a", survey.EventKind: "服刑", survey.EventOn: "2026-03-01"})
	src.Put(registry.TypeOutreach, "o", survey.Answers{survey.OutreachOn: "2026-03-01", survey.OutreachVillage: here, "subject": "曾𠮷龙家"})
	src.Put(training.TypeClass, "c", survey.Answers{training.Trade: "焊工", training.StartsOn: "2026-05-01", training.EndsOn: "2026-05-10", training.Stage: training.Closed})
	src.Put(training.TypeSession, "l", survey.Answers{training.OfClass: "c", training.HeldOn: "2026-05-02", training.Teacher: "曾𠮷龙", training.SessionHours: "4"})
	src.Put(registry.TypeSchool, "x", survey.Answers{survey.SchoolName: "示例技工学校", "contact_phone": phone})
	src.Put(training.TypeEnrolment, "t", survey.Answers{training.OfClass: "c", training.OfPerson: "a", training.CertNo: "ZS20260001", training.CertOn: "2026-05-12", training.CertUntil: "2026-12-31"})
	src.Settle()
	return src
}

func TestEveryLedgerThatMayHangOnAWallShowsNobody(t *testing.T) {
	src := whole()
	for _, l := range report.All {
		inside, outside := l.Make(src, report.Filter{}), l.Make(src, report.Filter{Public: true})
		if inside.Count() == 0 && l.Name != "yingxunweixun" && l.Name != "weimodi" && l.Name != "yulu" {
			t.Errorf("%s: nothing to look at", l.Name)
		}
		if l.Inner && outside.Count() > 0 {
			t.Errorf("%s has no variant for a wall", l.Name)
		}
		said := fmt.Sprint(outside.Rows, outside.IDs)
		for _, secret := range []string{"530000200805281947", "530000201710258271", "15469990165", "曾𠮷龙", "由国平", "残疾", "低保", "脱贫", "边缘", "2900", "532300001", "ZS20260001", "服刑", "child"} {
			if strings.Contains(said, secret) {
				t.Errorf("%s shows %s: %s", l.Name, secret, said)
			}
		}
	}
	if _, err := report.Make("canji", src, report.Filter{Public: true}); err == nil {
		t.Error("who asks for the list of disabled people for a wall is told no")
	}
}

func TestHowFarSomebodyWorksIsToldByTheNameOfThePlace(t *testing.T) {
	for place, want := range map[string]string{
		"广东省东莞市": "省外", "东莞": "省外", "浙江宁波": "省外", "云南省昆明市安宁市": "县外省内", "昆明": "县外省内", "楚雄市": "县外省内", "大理": "县外省内", "姚安县城": "县内", "姚安": "县内", "县城": "县内", "本村": "县内",
		"某地": "范围不明", "省外": "省外",
	} {
		src := report.Source{On: november}
		family(&src, "a", here, nil, []string{survey.AwayPlace, place, survey.AwayMonths, "6"})
		src.Settle()
		if table := report.Away(src, report.Filter{}); len(table.Statuses) != 1 || table.Statuses[0].Name != want {
			t.Errorf("%s: %v, want %s", place, table.Statuses, want)
		}
	}
}

func TestWhoHasARightToYuluAndDoesNotGetIt(t *testing.T) {
	cases := []struct {
		name          string
		house, person []string
		want          int
	}{
		{"of a poor family at a vocational school", []string{survey.HouseType, "脱贫户"}, []string{survey.Schooling, "中职一年级", survey.Relation, "之女"}, 1},
		{"by the destination", []string{survey.Monitor, "边缘易致贫户"}, []string{survey.Destination, "中职（含技工）在读", survey.Relation, "之子"}, 1},
		{"applied for", []string{survey.HouseType, "低保户"}, []string{survey.Schooling, "高职高专二年级", survey.Relation, "之子", survey.YuluState, "已申请"}, 1},
		{"gets it", []string{survey.HouseType, "脱贫户"}, []string{survey.Schooling, "中职一年级", survey.Relation, "之女", survey.YuluState, "已享受"}, 0},
		{"at senior middle school", []string{survey.HouseType, "脱贫户"}, []string{survey.Schooling, "普通高中一年级", survey.Relation, "之女"}, 0},
		{"of another family", []string{survey.HouseType, "一般户"}, []string{survey.Schooling, "中职一年级", survey.Relation, "之女"}, 0},
	}
	for _, c := range cases {
		src := report.Source{On: november}
		family(&src, "a", here, c.house, append(c.person, survey.IDNo, "530000200805281947"))
		src.Settle()
		if got := report.Yulu(src, report.Filter{}).Count(); got != c.want {
			t.Errorf("%s: %d", c.name, got)
		}
	}
}

func TestAPlanHasFourParts(t *testing.T) {
	const young = "530000200801010015"
	cases := []struct {
		name   string
		person []string
		want   string
	}{
		{"wishes, no plan", []string{survey.IDNo, young, survey.WantsTraining, "是"}, "没有方案"},
		{"part of one", []string{survey.IDNo, young, survey.WantsTraining, "是", "plan_place", "县职中"}, "方案不全"},
		{"a whole one, of somebody older", []string{"plan_place", "县职中", "plan_trade", "焊接", "plan_time", "三个月", "plan_cert", "焊工初级"}, "方案齐全"},
		{"does not wish", []string{survey.IDNo, young, survey.WantsTraining, "否"}, ""},
	}
	for _, c := range cases {
		src := report.Source{On: november}
		family(&src, "a", here, nil, c.person)
		src.Settle()
		table := report.Plans(src, report.Filter{})
		if c.want == "" && table.Count() > 0 || c.want != "" && (table.Count() != 1 || table.Statuses[0].Name != c.want) {
			t.Errorf("%s: %v", c.name, table.Statuses)
		}
	}
}
