package catalogue_test

import (
	"slices"
	"testing"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func on(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func trade(id string, pairs ...string) registry.Record {
	return record(registry.TypeTrade, id, pairs...)
}

func record(typ, id string, pairs ...string) registry.Record {
	a := survey.Answers{}
	for i := 0; i < len(pairs); i += 2 {
		a[pairs[i]] = pairs[i+1]
	}
	return registry.Record{Type: typ, ID: id, Packed: survey.Pack(a)}
}

var today = on("2026-11-22")

func TestEveryTradeOfTheWishesIsInTheCatalogue(t *testing.T) {
	for _, c := range survey.List("trade") {
		tr, ok := catalogue.Shipped.Trade(c.Name, "初级", today)
		if !ok || tr.Name != c.Name {
			t.Errorf("%s is %q", c.Name, tr.Name)
		}
	}
	if n := len(catalogue.Shipped.Trades(today)); n < 55 || n > 70 {
		t.Errorf("%d trades", n)
	}
}

// What ships is held to the same rules as what a county enters: stored form, choices of the lists, days in order, a source and a day.
func TestWhatShipsIsInStoredFormAndNamesItsSource(t *testing.T) {
	for _, typ := range []string{registry.TypeTrade, registry.TypeProgramme} {
		table := survey.TableOf(typ)
		rows := catalogue.ShippedRows(typ)
		if len(rows) == 0 {
			t.Errorf("no %s", typ)
		}
		for _, r := range rows {
			for _, p := range table.Check(r.Unpack(), today) {
				t.Errorf("%v: %s: %v", r.Unpack(), p.Key, p.Err)
			}
			for key, v := range r.Unpack() {
				f, ok := table.Field(key)
				if !ok {
					t.Fatalf("%s has no %s", typ, key)
				}
				if clean, err := f.Clean(v); err != nil || clean != v {
					t.Errorf("%s %q is stored as %q (%v)", key, v, clean, err)
				}
			}
			if r.Get(survey.CatSource) == "" || r.Get(survey.ValidFrom) == "" {
				t.Errorf("no source or day: %v", r.Unpack())
			}
		}
	}
}

func TestProgrammesNameEachOtherAndTradesThatThereAre(t *testing.T) {
	for _, p := range catalogue.Shipped.Programmes(today) {
		for _, n := range p.Exclusive {
			if other, ok := catalogue.Shipped.Programme(n, today); !ok || !slices.Contains(other.Exclusive, p.Name) {
				t.Errorf("%s excludes %s, which there is not or which says nothing of it", p.Name, n)
			}
		}
		for _, n := range p.Trades {
			if _, ok := catalogue.Shipped.Trade(n, "", today); !ok {
				t.Errorf("%s is for %s, which there is not", p.Name, n)
			}
		}
	}
}

// The numbers of the policies: 云人社发〔2018〕71号 一（十） and 三（一）, 三湖政办〔2019〕17号 二（三）1, 穗人社函〔2020〕22号 之四, 粤人社函〔2019〕1812号 之九.
func TestTheAmountsAndLimitsAreThoseOfThePolicies(t *testing.T) {
	get := func(name string) catalogue.Programme {
		p, ok := catalogue.Shipped.Programme(name, today)
		if !ok {
			t.Errorf("there is no %s", name)
		}
		return p
	}
	for name, amount := range map[string]float64{"高技能人才培训（高级）": 2000, "高技能人才培训（技师）": 2000, "高技能人才培训（高级技师）": 3000, "高级技师知识更新": 1000, "以工代训": 200} {
		if p := get(name); p.Subsidy != amount {
			t.Errorf("%s: %v", name, p.Subsidy)
		}
	}
	if p := get("以工代训"); p.Months != 6 || !p.ByMonth() {
		t.Error(p.Months, p.Unit)
	}
	if _, ok := catalogue.Shipped.Exclude("新录用人员岗前技能培训", "以工代训", today); !ok {
		t.Error("the two may be had together")
	}
	if _, ok := catalogue.Shipped.Exclude("项目制培训", "以工代训", today); ok {
		t.Error("the two may not be had together")
	}
	if get("项目制培训").Advance != 50 || get("企业学徒培养工程").Advance != 20 {
		t.Error("advance")
	}
	if p := get("安全技能提升工程（高危企业主要负责人和安全管理人员）"); p.Hours != 48 || p.AgainHours != 16 || p.PassMonths != 6 {
		t.Error(p.Hours, p.AgainHours, p.PassMonths)
	}
	if get("安全技能提升工程（危险化学品特种作业）").Education != "高中" {
		t.Error("education")
	}
	if p := get("技能扶贫千校行动"); p.MinAge != 16 || p.MaxAge != 22 {
		t.Error(p.MinAge, p.MaxAge)
	}
	if get("创业培训（IYB）").FirmYears != 3 || get("大众创业培训计划").FirmYears != 5 || get("“南粤家政”工程").RefreshMonths != 24 {
		t.Error("years of a firm, refresher")
	}
}

func TestARowHoldsFromItsDayOn(t *testing.T) {
	if p, _ := catalogue.Shipped.Programme("企业学徒培养工程", on("2020-02-26")); p.Advance != 0 {
		t.Error("the advance came before its paper")
	}
	if _, ok := catalogue.Shipped.Programme("以工代训", on("2019-10-20")); ok {
		t.Error("there before its day")
	}
}

func TestACountysRowTakesThePlaceOfTheOneThatShipsFromItsDayOn(t *testing.T) {
	b := catalogue.NewBook([]registry.Record{
		trade("a", survey.TradeName, "焊工", survey.MinHours, "80", survey.ValidFrom, "2026-03-01"),
		trade("b", survey.TradeName, "焊工", survey.MinHours, "96", survey.ValidFrom, "2026-09"),
		trade("c", survey.TradeName, "焊工", survey.TradeLevel, "高级", survey.MinHours, "120"),
	})
	for day, hours := range map[string]float64{"2026-02-28": 60, "2026-03-01": 80, "2026-08-31": 80, "2026-09-01": 96, "2027-01-01": 96} {
		if tr, ok := b.Trade("焊工", "初级", on(day)); !ok || tr.MinHours != hours {
			t.Errorf("%s: %v hours, want %v", day, tr.MinHours, hours)
		}
	}
	if tr, _ := b.Trade("焊工", "高级", today); tr.MinHours != 120 || !tr.Own {
		t.Error("the row of the level does not go before the one of every level:", tr.MinHours)
	}
	if tr, _ := catalogue.Shipped.Trade("焊工", "高级", today); tr.MinHours != 60 || tr.Own {
		t.Error("what ships has changed")
	}
}

func TestACountyEndsARow(t *testing.T) {
	b := catalogue.NewBook([]registry.Record{
		trade("a", survey.TradeName, "茶艺师", survey.ValidFrom, "2026-01-01", survey.ValidTo, "2026-06"),
		trade("b", survey.TradeName, "无人机植保", survey.ValidFrom, "2026-05-01", survey.ValidTo, "2026-12-31"),
	})
	for day, want := range map[string][2]bool{"2025-12-31": {true, false}, "2026-06-30": {true, true}, "2026-07-01": {false, true}, "2027-01-01": {false, false}} {
		_, tea := b.Trade("茶艺师", "", on(day))
		_, drone := b.Trade("无人机植保", "", on(day))
		if got := [2]bool{tea, drone}; got != want {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}
	if n := len(b.Trades(on("2026-07-01"))); n != len(catalogue.Shipped.Trades(today)) {
		t.Errorf("%d trades: one ended, one came", n)
	}
}

func TestATradeIsFoundByWhatPeopleCallIt(t *testing.T) {
	b := catalogue.NewBook([]registry.Record{trade("a", survey.TradeName, "无人机植保", survey.AlsoCalled, "飞防、打药无人机")})
	for said, want := range map[string]string{"飞防": "无人机植保", "裁缝": "服装缝纫", "养殖（猪）": "养殖(猪)", "修钟表": ""} {
		tr, ok := b.Trade(said, "", today)
		if tr.Name != want || ok != (want != "") {
			t.Errorf("%s is %q, want %q", said, tr.Name, want)
		}
	}
	if got := b.Words().WishTrades("想学飞防"); !slices.Equal(got, []string{"无人机植保"}) {
		t.Error(got)
	}
}

func TestInstitutionsAndTeachersAreFound(t *testing.T) {
	b := catalogue.NewBook([]registry.Record{
		record(registry.TypeInstitution, "i", survey.InstName, "姚安县彝绣职业培训学校", survey.InstCode, "52530000MJ00000180", survey.LicenceUntil, "2026-12", survey.InstTrades, "民族刺绣/手工、中式烹调师", survey.InstRoom, "50", survey.InstGrade, "A"),
		record(registry.TypeTeacher, "t1", survey.TeachName, "古丽·阿不都热依木", survey.TeachInst, "姚安县彝绣职业培训学校", survey.TeachCert, "教师资格证", survey.TeachCertUntil, "2026-10-31"),
		record(registry.TypeTeacher, "t2", survey.TeachName, "李𠮷", survey.TeachInst, "甲校", survey.TeachCert, "技师证"),
		record(registry.TypeTeacher, "t3", survey.TeachName, "李𠮷", survey.TeachInst, "乙校"),
		record(registry.TypeAssessor, "a", survey.AssName, "楚雄州技师学院", survey.AssTrades, "焊工、电工"),
	})
	for _, by := range []string{"姚安县彝绣职业培训学校", "52530000mj00000180"} {
		i, ok := b.Institution(by, today)
		if !ok || i.Room != 50 || !slices.Equal(i.Trades, []string{"民族刺绣/手工", "中式烹调师"}) {
			t.Errorf("%s: %+v", by, i)
		}
		if holds, known := i.Licensed(on("2026-12-31")); !holds || !known {
			t.Error("the licence ends with its month, not before")
		}
		if holds, _ := i.Licensed(on("2027-01-01")); holds {
			t.Error("the licence holds after its last day")
		}
	}
	if te, ok := b.Teacher("古丽·阿不都热依木", "", today); !ok || te.Certified(today) || !te.Certified(on("2026-10-31")) {
		t.Error("the certificate", te.CertUntil)
	}
	if _, ok := b.Teacher("李𠮷", "", today); ok {
		t.Error("one of two teachers of a name was guessed at")
	}
	if te, ok := b.Teacher("李𠮷", "甲校", today); !ok || !te.Certified(today) || te.ID != "t2" {
		t.Error(te)
	}
	if a, ok := b.Assessor("楚雄州技师学院", today); !ok || len(a.Trades) != 2 {
		t.Error(a)
	}
}

func TestACertificateHoldsForItsYears(t *testing.T) {
	tr, _ := catalogue.Shipped.Trade("低压电工作业", "", today)
	if got := tr.CertUntil("2026-11-22"); got != "2032-11-21" || tr.RefreshMonths != 36 {
		t.Error(got, tr.RefreshMonths)
	}
	if forever, _ := catalogue.Shipped.Trade("焊工", "", today); forever.CertUntil("2026-11-22") != "" || tr.CertUntil("2026") != "" {
		t.Error("an end that nobody said")
	}
}
