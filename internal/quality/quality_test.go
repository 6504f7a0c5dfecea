package quality_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// Good numbers of area 530000, which is never issued.
const (
	man1976   = "53000019760408167X"
	woman1979 = "530000197905315505"
	man2008   = "530000200801010015"
	woman1991 = "530000199105111028"
)

// register is what a case may change before the checks are made.
type register map[string]map[string]survey.Answers // type, id

func (r register) set(typ, id string, kv ...string) {
	if r[typ] == nil {
		r[typ] = map[string]survey.Answers{}
	}
	a := r[typ][id]
	if a == nil {
		a = survey.Answers{}
		r[typ][id] = a
	}
	for i := 0; i < len(kv); i += 2 {
		a[kv[i]] = kv[i+1]
		if kv[i+1] == "" {
			delete(a, kv[i])
		}
	}
}

func (r register) source() *report.Source {
	src := &report.Source{On: day}
	for _, typ := range slices.Sorted(maps.Keys(r)) {
		for _, id := range slices.Sorted(maps.Keys(r[typ])) {
			src.Put(typ, id, r[typ][id])
		}
	}
	src.Settle()
	return src
}

// sound is a register in which nothing is wrong: a family, a second one, a class that was held as it should be.
func sound() register {
	r := register{}
	r.set(registry.TypeHousehold, "h", survey.Village, "532325202201", survey.HeadName, "由国平", survey.HouseNo, "53230001", survey.HousePhone, "15469990165", survey.HouseType, "脱贫户", "people", "3")
	r.set(registry.TypeHousehold, "k", survey.Village, "532325202202", survey.HeadName, "古丽·阿不都热依木", survey.HouseNo, "53230002", survey.HouseType, "一般户")
	person := func(id, house, name, no, relation string, kv ...string) {
		r.set(registry.TypePerson, id, append([]string{survey.InHousehold, house, survey.FullName, name, survey.IDNo, no, survey.Relation, relation, survey.Health, "健康", survey.Skill, "普通劳动力"}, kv...)...)
	}
	person("1", "h", "由国平", man1976, "户主", survey.Education, "小学", survey.Phone, "15469990165")
	person("2", "h", "上官艳萍", woman1979, "配偶", survey.Education, "初中")
	person("3", "h", "由𠮷", man2008, "之子", survey.Education, "初中", survey.Destination, "外出务工", survey.Employed, "就业")
	person("4", "k", "古丽·阿不都热依木", woman1991, "户主", survey.Education, "高中", survey.Phone, "15469990166", survey.WantsTraining, "是")
	r.set(registry.TypeWish, "w", survey.OfPerson, "4", survey.WishedOn, "2026-06-01", survey.WishText, "厨师")
	r.set(registry.TypeVisit, "v", survey.OfHousehold, "h", survey.VisitedOn, "2026-10-01", survey.Visitor, "杨绍云")
	r.set(training.TypeClass, "c", training.ClassName, "中式烹调师培训班", training.Trade, "中式烹调师", training.Level, "初级", training.StartsOn, "2026-11-01", training.EndsOn, "2026-11-10", training.Stage, training.Closed, training.Township, "532325202")
	r.set(training.TypeEnrolment, "e", training.OfClass, "c", training.OfPerson, "4", training.CertNo, "Z1", training.CertOn, "2026-11-20")
	return r
}

func codes(found []quality.Finding) []string {
	var out []string
	for _, f := range found {
		if !slices.Contains(out, f.Check) {
			out = append(out, f.Check)
		}
	}
	return out
}

func TestASoundRegisterHasNoFindings(t *testing.T) {
	for _, f := range quality.Find(sound().source()) {
		t.Errorf("%s: %s", f.Check, f.Sentence)
	}
}

// each has, for every check that ships, a change that it must find.
var each = map[string]func(register){
	"no_household": func(r register) { r.set(registry.TypePerson, "3", survey.InHousehold, "nowhere") },
	"name_form":    func(r register) { r.set(registry.TypePerson, "4", survey.FullName, "古丽•阿不都热依木") },
	"id_missing":   func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "", survey.Born, "2008-01-01") },
	"id_pending":   func(r register) { r.set(registry.TypePerson, "3", survey.IDPending, "5.3E+17") },
	"id_bad":       func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "530000200801010016") },
	"id_twice":     func(r register) { r.set(registry.TypePerson, "4", survey.IDNo, woman1979) },
	"same_person": func(r register) {
		r.set(registry.TypePerson, "5", survey.InHousehold, "h", survey.FullName, "由 𠮷", survey.Born, "2008-01-01", survey.Relation, "之子", survey.Education, "初中")
	},
	"birth_unknown":     func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "") },
	"too_old":           func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "", survey.Born, "1900-01-01") },
	"sex_against_id":    func(r register) { r.set(registry.TypePerson, "3", survey.SexSaid, "女") },
	"birth_against_id":  func(r register) { r.set(registry.TypePerson, "3", survey.BornSaid, "2007-03-01") },
	"relation_missing":  func(r register) { r.set(registry.TypePerson, "3", survey.Relation, "") },
	"outside_list":      func(r register) { r.set(registry.TypePerson, "3", survey.Education, "技校") },
	"edu_and_school":    func(r register) { r.set(registry.TypePerson, "2", survey.Schooling, "本科一年级") },
	"edu_nor_school":    func(r register) { r.set(registry.TypePerson, "2", survey.Education, "") },
	"school_age":        func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "", survey.Born, "2015-01-01") },
	"disability_suffix": func(r register) { r.set(registry.TypePerson, "3", survey.DisabilityNo, man2008+"91") },
	"disability_mismatch": func(r register) {
		r.set(registry.TypePerson, "3", survey.DisabilityNo, man2008+"11", survey.DisabilityKind, "肢体残疾")
	},
	"disability_blank": func(r register) { r.set(registry.TypePerson, "3", survey.Health, "残疾") },
	"skill_too_low":    func(r register) { r.set(registry.TypePerson, "2", survey.Skill, survey.SkillNone) },
	"skill_yet_away": func(r register) {
		r.set(registry.TypePerson, "2", survey.Skill, survey.SkillLost, survey.AwayMonths, "5", survey.AwayPlace, "昆明")
	},
	"month_range":         func(r register) { r.set(registry.TypePerson, "2", survey.AwayMonths, "13", survey.AwayPlace, "昆明") },
	"month_without_place": func(r register) { r.set(registry.TypePerson, "2", survey.AwayMonths, "3") },
	"place_without_month": func(r register) { r.set(registry.TypePerson, "2", survey.AwayPlace, "昆明") },
	"job_contradicts": func(r register) {
		r.set(registry.TypePerson, "2", survey.Employed, "未就业", survey.JobTrade, "焊工")
	},
	"destination_contradicts": func(r register) { r.set(registry.TypePerson, "3", survey.Employed, "未就业") },
	"gone_not_left":           func(r register) { r.set(registry.TypePerson, "3", survey.Destination, "户籍迁出") },
	"left_active": func(r register) {
		r.set(registry.TypePerson, "4", survey.LeftWhy, "死亡", survey.LeftOn, "2026-05-01")
	},
	"yesno_blank": func(r register) {
		r.set(registry.TypePerson, "2", survey.MinLiving, "否", survey.Extreme, "否", "mandarin", "是", "abroad", "否", "medical", "是", "medical_work", "否", "pension", "是")
	},
	"dibao_against_house": func(r register) { r.set(registry.TypePerson, "2", survey.MinLiving, "是") },
	"yulu_contradicts": func(r register) {
		r.set(registry.TypePerson, "2", survey.YuluState, "已享受", survey.Education, "", survey.Schooling, "九年级")
	},
	"wish_against_trades": func(r register) { r.set(registry.TypePerson, "4", survey.WantsTraining, "否") },
	"wish_empty":          func(r register) { r.set(registry.TypeWish, "w", survey.WishText, "") },
	"wish_vague":          func(r register) { r.set(registry.TypeWish, "w", survey.WishText, "都可以") },
	"trade_unknown":       func(r register) { r.set(registry.TypeWish, "w", survey.WishText, "无人机") },
	"minor_no_guardian":   func(r register) { r.set(registry.TypePerson, "3", survey.IDNo, "", survey.Born, "2009-06-01") },
	"phone_missing":       func(r register) { r.set(registry.TypePerson, "4", survey.Phone, "") },
	"phone_bad":           func(r register) { r.set(registry.TypePerson, "4", survey.Phone, "1546999") },
	"phone_shared": func(r register) {
		r.set(registry.TypePerson, "4", survey.Phone, "15469990165")
		r.set(registry.TypeHousehold, "m", survey.Village, "532325202202", survey.HeadName, "高军", survey.HouseNo, "53230003")
		r.set(registry.TypePerson, "6", survey.InHousehold, "m", survey.FullName, "高军", survey.Born, "1990-01-01", survey.Relation, "户主", survey.Education, "小学", survey.Phone, "15469990165")
	},
	"house_empty": func(r register) {
		r.set(registry.TypeHousehold, "m", survey.Village, "532325202202", survey.HeadName, "高军")
	},
	"house_no_village":  func(r register) { r.set(registry.TypeHousehold, "k", survey.Village, "") },
	"house_no_twice":    func(r register) { r.set(registry.TypeHousehold, "k", survey.HouseNo, "53230001") },
	"house_no_head":     func(r register) { r.set(registry.TypePerson, "1", survey.Relation, "之父") },
	"house_two_heads":   func(r register) { r.set(registry.TypePerson, "3", survey.Relation, "户主") },
	"house_two_spouses": func(r register) { r.set(registry.TypePerson, "3", survey.Relation, "配偶") },
	"house_couple_same_sex": func(r register) {
		r.set(registry.TypePerson, "2", survey.Relation, "之女")
		r.set(registry.TypePerson, "3", survey.Relation, "配偶")
	},
	"house_head_differs": func(r register) { r.set(registry.TypeHousehold, "h", survey.HeadName, "夏启发") },
	"head_id_differs":    func(r register) { r.set(registry.TypeHousehold, "h", survey.HeadIDNo, man2008) },
	"house_people":       func(r register) { r.set(registry.TypeHousehold, "h", "people", "5") },
	"house_phone":        func(r register) { r.set(registry.TypeHousehold, "h", survey.HousePhone, "1546") },
	"monitor_no_measure": func(r register) {
		r.set(registry.TypeHousehold, "k", survey.Monitor, "边缘易致贫户", survey.RiskFoundOn, "2026-09-01")
	},
	"labour_no_measure": func(r register) {
		r.set(registry.TypeHousehold, "k", survey.Monitor, "边缘易致贫户", "measures", "慰问")
		r.set(training.TypeEnrolment, "e", training.Result, training.Unfinished)
	},
	"risk_date": func(r register) {
		r.set(registry.TypeHousehold, "k", survey.Monitor, "边缘易致贫户", survey.RiskGone, "是")
	},
	"two_classes": func(r register) { second(r, "焊工", "2026-11-10", "2026-11-15") },
	"class_repeat": func(r register) {
		second(r, "中式烹调师", "2026-11-12", "2026-11-15")
	},
	"class_under_age": func(r register) { r.set(registry.TypePerson, "4", survey.IDNo, "", survey.Born, "2010-11-02") },
	"class_over_age": func(r register) {
		r.set(registry.TypePerson, "4", survey.IDNo, "", survey.Born, "1960-11-02", survey.Sex, "女")
	},
	"class_school": func(r register) {
		r.set(registry.TypePerson, "4", survey.Schooling, "本科一年级", survey.Education, "")
	},
	"class_gone": func(r register) {
		r.set(registry.TypePerson, "4", survey.LeftWhy, "死亡", survey.LeftOn, "2026-11-05")
	},
	"class_employed": func(r register) {
		r.set(registry.TypePerson, "4", "pension_work", "是", survey.Employed, "就业", survey.JobSince, "2026-01-01")
	},
	"class_no_id": func(r register) { r.set(registry.TypePerson, "4", survey.IDNo, "", survey.Born, "1991-05-11") },
	"class_disabled_after": func(r register) {
		r.set(registry.TypeFact, "f", survey.OfPerson, "4", survey.FactKind, survey.FactDisability, survey.StartsOn, "2026-11-15")
	},
	"cert_early": func(r register) { r.set(training.TypeEnrolment, "e", training.CertOn, "2026-11-05") },
	"cert_twice": func(r register) {
		r.set(training.TypeEnrolment, "e2", training.OfClass, "c", training.OfPerson, "1", training.CertNo, "Z1")
	},
	"class_too_big": func(r register) {
		r.set(training.TypeClass, "c", training.Planned, "1")
		r.set(training.TypeEnrolment, "e2", training.OfClass, "c", training.OfPerson, "1")
	},
	"class_no_upstream": func(r register) {
		r.set(training.TypeClass, "c", training.StartsOn, "2026-08-01", training.EndsOn, "2026-08-10")
	},
	"visit_future": func(r register) { r.set(registry.TypeVisit, "v", survey.VisitedOn, "2026-12-24") },
	"wish_future":  func(r register) { r.set(registry.TypeWish, "w", survey.WishedOn, "2026-12-24") },
	"late_entry": func(r register) {
		r.set(registry.TypeVisit, idOf(day), survey.OfHousehold, "h", survey.VisitedOn, "2026-09-01")
	},
	"fact_ends_first": func(r register) {
		r.set(registry.TypeFact, "f", survey.OfPerson, "4", survey.FactKind, "党员", survey.StartsOn, "2026-05", survey.EndsOn, "2026-04")
	},
	"fact_against_answer": func(r register) {
		r.set(registry.TypeFact, "f", survey.OfPerson, "4", survey.FactKind, survey.FactMinLiving, survey.StartsOn, "2026-05-01")
	},
	"slip_open": func(r register) {
		r.set(registry.TypeSlip, "s", survey.OfHousehold, "h", survey.OfferedOn, "2026-10-01")
	},
}

// second puts person 4 into another class.
func second(r register, trade, from, until string) {
	r.set(training.TypeClass, "d", training.ClassName, trade+"培训班", training.Trade, trade, training.Level, "初级", training.StartsOn, from, training.EndsOn, until, training.Stage, training.Running)
	r.set(training.TypeEnrolment, "e2", training.OfClass, "d", training.OfPerson, "4")
}

func TestEveryCheckThatShipsFindsWhatItIsFor(t *testing.T) {
	for _, c := range quality.Checks() {
		change := each[c.Code]
		if change == nil {
			t.Errorf("no case for %s", c.Code)
			continue
		}
		r := sound()
		change(r)
		found := quality.Find(r.source())
		i := slices.IndexFunc(found, func(f quality.Finding) bool { return f.Check == c.Code })
		if i < 0 {
			t.Errorf("%s was not found among %v", c.Code, codes(found))
			continue
		}
		if f := found[i]; f.Sentence == "" || strings.ContainsAny(f.Sentence, "%!") || strings.Contains(f.Sentence, "quality.") || f.Key == "" || f.ID == "" || f.Severity != c.Severity || strings.Contains(c.Title(), ".") {
			t.Errorf("%s: %+v titled %q", c.Code, f, c.Title())
		}
	}
}

func TestAFindingNamesNoNumber(t *testing.T) {
	for code, change := range each {
		r := sound()
		change(r)
		for _, f := range quality.Find(r.source()) {
			for _, secret := range []string{man1976, woman1979, man2008, woman1991, "530000200801010016", "15469990165", "1546999"} {
				if strings.Contains(f.Sentence, secret) {
					t.Errorf("%s: %q tells a number", code, f.Sentence)
				}
			}
		}
	}
}

func TestACountyTurnsAChecksNumberAndTurnsItOff(t *testing.T) {
	r := sound()
	r.set(registry.TypePerson, "2", survey.Skill, survey.SkillNone) // 47 years old
	county := func(s string) quality.Set {
		set, err := quality.Checks().With(s)
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	young := county(`{"checks": [{"code": "skill_too_low", "severity": "hint", "field": "skill", "on": true, "numbers": {"under_age": 40}}]}`)
	if slices.Contains(codes(young.Find(r.source())), "skill_too_low") {
		t.Error("47 is not under 40")
	}
	off := county(`{"checks": [{"code": "skill_too_low", "severity": "hint", "field": "skill", "on": false}]}`)
	if slices.Contains(codes(off.Find(r.source())), "skill_too_low") {
		t.Error("the check is off")
	}
	if !slices.Contains(codes(quality.Find(r.source())), "skill_too_low") {
		t.Error("the checks that ship stay as they are")
	}
	for _, wrong := range []string{`{"checks": [{"code": "nothing"}]}`, `{"checks": [{"code": "phone_bad", "severity": "bad"}]}`, `{"checks": [{"code": "phone_bad", "sev": 1}]}`, `{`} {
		if err := quality.CheckRule(wrong); err == nil || text.Explain(err).Way == "" {
			t.Errorf("%s: %v", wrong, err)
		}
	}
	if again := county(quality.Checks().Changes(off)); !slices.ContainsFunc(again, func(c quality.Check) bool { return c.Code == "skill_too_low" && !c.On }) || len(again) != len(off) {
		t.Errorf("what is written down as changed says the same: %+v", again)
	}
}

func TestWhoHasLeftIsLeftAlone(t *testing.T) {
	r := sound()
	r.set(registry.TypePerson, "3", survey.LeftWhy, "户籍迁出", survey.LeftOn, "2026-05-01", survey.Education, "", survey.Relation, "")
	r.set(registry.TypeHousehold, "h", "people", "2")
	if found := quality.Find(r.source()); len(found) > 0 {
		t.Errorf("found %v", codes(found))
	}
}

func TestWhoWasMergedIsLeftAlone(t *testing.T) {
	r := sound()
	r.set(registry.TypePerson, "9", survey.InHousehold, "h", survey.FullName, "由𠮷", survey.IDNo, man2008, survey.SameAs, "3")
	if found := quality.Find(r.source()); len(found) > 0 {
		t.Errorf("found %v", codes(found))
	}
}

func TestFindingsComeByVillageTheWorstFirst(t *testing.T) {
	r := sound()
	r.set(registry.TypePerson, "3", survey.Education, "", survey.IDNo, "")
	r.set(registry.TypePerson, "4", survey.Phone, "")
	found := quality.Find(r.source())
	for i := 1; i < len(found); i++ {
		a, b := found[i-1], found[i]
		if a.Village > b.Village || a.Village == b.Village && slices.Index(quality.Severities, a.Severity) > slices.Index(quality.Severities, b.Severity) {
			t.Errorf("%s of %s before %s of %s", a.Severity, a.Village, b.Severity, b.Village)
		}
	}
	table := quality.Table(r.source(), found)
	if table.Count() != len(found) || len(table.Statuses) == 0 || table.Rows[0][1] == "" {
		t.Errorf("%d rows, %v, %v", table.Count(), table.Statuses, table.Rows[0])
	}
}

func TestAgesAndSizesAreThoseOfTheRules(t *testing.T) {
	r := sound()
	src := r.source()
	src.Rules = rules.NewBook([]*rules.Own{{Name: "enrol", Text: `{"max_age_women": 30}`, From: "2026-01-01"}, {Name: "class", Text: `{"upstream_days": 5}`, From: "2026-01-01"}})
	found := quality.Find(src)
	if got := codes(found); !slices.Equal(got, []string{"class_no_upstream", "class_over_age"}) {
		t.Fatalf("found %v", got)
	}
	for _, f := range found {
		if f.Class != "c" || f.Source != "本县自定" || f.Check == "class_over_age" && !strings.Contains(f.Sentence, "超过30周岁") {
			t.Errorf("%+v", f)
		}
	}
}

func BenchmarkLookingThrough100000People(b *testing.B) {
	src := &report.Source{On: day}
	for i := range 33333 {
		n := strconv.Itoa(i)
		src.Put(registry.TypeHousehold, "h"+n, survey.Answers{survey.Village: "5323252022" + fmt.Sprintf("%02d", i%13), survey.HeadName: "由国平", survey.HouseNo: n, survey.HouseType: "脱贫户", "people": "3"})
		for j, relation := range []string{"户主", "配偶", "之子"} {
			born := time.Date(1960+i%40+3*j, time.Month(1+i%12), 1+i%28, 0, 0, 0, 0, time.UTC)
			no := "530000" + born.Format("20060102") + fmt.Sprintf("%03d", (2*i+j)%1000)
			src.Put(registry.TypePerson, fmt.Sprint("p", i, "-", j), survey.Answers{survey.InHousehold: "h" + n, survey.FullName: "由国平", survey.IDNo: no + string(survey.CheckDigit(no)), survey.Relation: relation,
				survey.Health: "健康", survey.Skill: "普通劳动力", survey.Education: "初中", survey.Employed: "就业", survey.AwayMonths: "9", survey.AwayPlace: "广东省东莞市", survey.MinLiving: "否", survey.Ethnic: "彝族"})
		}
	}
	src.Settle()
	for b.Loop() {
		quality.Find(src)
	}
}
