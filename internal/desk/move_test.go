package desk_test

import (
	"errors"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// family makes a household of a head, a wife, a son and his wife.
func family(t testing.TB, d *desk.Desk) (house string, ids []string) {
	t.Helper()
	house = household(t, d, zuomen, "001", "由国平")
	for _, p := range []struct{ name, no, relation string }{
		{"由国平", idNo("19760408", "167"), "户主"}, {"上官艳萍", idNo("19790531", "550"), "配偶"},
		{"由刚", idNo("19990101", "001"), "之子"}, {"古丽·阿不都热依木", idNo("20000716", "522"), "之儿媳"},
	} {
		a := somebody(house, p.name, p.no)
		a[survey.Relation] = p.relation
		ids = append(ids, must[string](t)(d.SavePerson("", a)))
	}
	return house, ids
}

func relations(t testing.TB, d *desk.Desk, house string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range must[[]registry.Person](t)(d.Members(house)) {
		out[p.Name()] = p.Relation()
	}
	return out
}

func TestWhoMarriesAwayLivesElsewhereAndThatIsKept(t *testing.T) {
	d, _ := sit(t)
	_, ids := family(t, d)
	other := household(t, d, disuo, "002", "王五")
	if err := d.Move(ids[3:], other, "婚入", "2026-10", desk.As(map[string]string{ids[3]: "之儿媳"})); err != nil {
		t.Fatal(err)
	}
	p := must[registry.Person](t)(d.Person(ids[3]))
	if p.HouseholdID() != other || p.Relation() != "之儿媳" || d.Size(other) != 1 {
		t.Errorf("%v", p.Unpack())
	}
	events := must[[]registry.Record](t)(d.Events(ids[3]))
	if len(events) != 1 || events[0].Get(survey.EventKind) != "婚入" || events[0].Get(survey.EventOn) != "2026-10" || events[0].Get(survey.ToHousehold) != other {
		t.Errorf("events %v", events)
	}
	must[string](t)(d.Undo())
	if left := must[[]registry.Record](t)(d.Events(ids[3])); len(left) != 0 || d.Size(other) != 0 {
		t.Errorf("after undo %v, %d people", left, d.Size(other))
	}
}

func TestAHeadWhoGoesIsDoubted(t *testing.T) {
	d, _ := sit(t)
	_, ids := family(t, d)
	other := household(t, d, disuo, "002", "王五")
	err := d.Move(ids[:1], other, "", "")
	var no *desk.Refusal
	if !errors.As(err, &no) || !no.Warnings() || !errors.Is(no.Problems[0].Err, desk.ErrHeadGoes) {
		t.Fatalf("got %v", err)
	}
	if err := d.Move(ids[:1], other, "", "", desk.Anyway("户主随后再定")); err != nil {
		t.Error(err)
	}
}

func TestWhatIsStillToComeIsNotNoted(t *testing.T) {
	d, _ := sit(t)
	_, ids := family(t, d)
	for on, want := range map[string]error{"2026-12-01": desk.ErrDayToCome, "不知道哪天": desk.ErrDay} {
		if err := d.Leave(ids[3], "婚出", on); !errors.Is(err, want) {
			t.Errorf("%s: %v", on, err)
		}
	}
}

func TestASplitHouseholdHasAHeadAndTheOldVillage(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	id := must[string](t)(d.Split(house, ids[2:], ids[2], survey.Answers{survey.HouseNo: "003"}, "2026-11-01"))
	h := must[registry.Household](t)(d.Household(id))
	if h.Village() != zuomen || h.Head() != "由刚" || h.No() != "003" {
		t.Errorf("%v", h.Unpack())
	}
	if got := relations(t, d, id); got["由刚"] != "户主" || got["古丽·阿不都热依木"] != "配偶" {
		t.Errorf("%v", got)
	}
	if d.Size(house) != 2 {
		t.Errorf("%d stay", d.Size(house))
	}
	must[string](t)(d.Undo())
	if got := relations(t, d, house); len(got) != 4 || got["古丽·阿不都热依木"] != "之儿媳" {
		t.Errorf("after undo %v", got)
	}
}

func TestRelationsFollowANewHeadWhereTheyAreCertain(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	if err := d.ChangeHead(house, ids[2], "2026-11-01"); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"由国平": "之父", "上官艳萍": "之母", "由刚": "户主", "古丽·阿不都热依木": "配偶"}
	for name, r := range want {
		if got := relations(t, d, house)[name]; got != r {
			t.Errorf("%s is %s, want %s", name, got, r)
		}
	}
	if h := must[registry.Household](t)(d.Household(house)); h.Head() != "由刚" {
		t.Errorf("the household is known by %s", h.Head())
	}
}

func TestOfTwoSonsNobodyKnowsWhoseWifeItIs(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	a := somebody(house, "由强", idNo("20010203", "003"))
	a[survey.Relation] = "之子"
	must[string](t)(d.SavePerson("", a))
	err := d.ChangeHead(house, ids[2], "")
	var no *desk.Refusal
	if !errors.As(err, &no) || len(no.Problems) != 1 || !errors.Is(no.Problems[0].Err, desk.ErrNoRelation) {
		t.Fatalf("got %v", err)
	}
	if err := d.ChangeHead(house, ids[2], "", desk.As(map[string]string{ids[3]: "配偶"})); err != nil {
		t.Error(err)
	}
}

func TestAMergedHouseholdIsReadAsTheOneItWentInto(t *testing.T) {
	d, _ := sit(t)
	house, _ := family(t, d)
	old := household(t, d, zuomen, "009", "张三")
	p := must[string](t)(d.SavePerson("", somebody(old, "张三", idNo("19600101", "001"))))
	visit := must[string](t)(d.SaveVisit("", survey.Answers{survey.OfHousehold: old, survey.VisitedOn: "2026-11-02", survey.Visitor: "李文忠", survey.Method: "入户"}))
	if err := d.MergeHouseholds(old, house, "2026-11-03", desk.As(map[string]string{p: "之父"})); err != nil {
		t.Fatal(err)
	}
	if got := must[[]registry.Visit](t)(d.Visits(house)); len(got) != 1 || got[0].ID != visit || got[0].HouseholdID() != house {
		t.Errorf("visits %v", got)
	}
	if d.Size(house) != 5 || len(d.HouseholdIDs("")) != 1 || len(d.FindHouseholds("张三", 0)) != 1 {
		t.Errorf("%d people, households %v", d.Size(house), d.HouseholdIDs(""))
	}
	must[string](t)(d.Undo())
	if got := must[[]registry.Visit](t)(d.Visits(old)); len(got) != 1 || d.Size(old) != 1 || len(d.HouseholdIDs("")) != 2 {
		t.Errorf("after undo %d visits, %d people, %d households", len(got), d.Size(old), len(d.HouseholdIDs("")))
	}
}

func TestWhoLeftIsInNoLedgerAndMayComeBack(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	a := must[registry.Person](t)(d.Person(ids[2])).Unpack()
	a[survey.Destination] = "务农"
	must[string](t)(d.SavePerson(ids[2], a))
	if err := d.Leave(ids[2], "服刑", "2026-11-01"); err != nil {
		t.Fatal(err)
	}
	p := must[registry.Person](t)(d.Person(ids[2]))
	if !desk.Left(p) || p.Get(survey.Destination) != "服刑" || d.Size(house) != 4 {
		t.Errorf("%v", p.Unpack())
	}
	if n := counted(t, d, ""); n != 3 {
		t.Errorf("%d in the ledger", n)
	}
	if n := counted(t, d, "2026-10-31"); n != 4 {
		t.Errorf("%d in the ledger of the day before", n)
	}
	if err := d.Return(ids[2], "2026-11-10"); err != nil {
		t.Fatal(err)
	}
	if p := must[registry.Person](t)(d.Person(ids[2])); desk.Left(p) || p.Get(survey.Destination) != "务农" {
		t.Errorf("%v", p.Unpack())
	}
	if err := d.Return(ids[2], ""); !errors.Is(err, desk.ErrNotLeft) {
		t.Errorf("coming back twice: %v", err)
	}
}

func TestAClassHoldsTheSurvivorAndNotTwice(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	twin := must[string](t)(d.SavePerson("", survey.Answers{survey.InHousehold: house, survey.FullName: "由钢", survey.Relation: "之子", survey.Ethnic: "彝族"}, desk.Anyway("两次登记")))
	class := must[string](t)(d.SaveClass("", survey.Answers{training.ClassName: "中式烹调师培训班", training.Trade: "中式烹调师", training.StartsOn: "2026-11-01", training.EndsOn: "2026-11-30", training.Place: "左门村", training.Institution: "彝州学校"}))
	if err := d.Enrol(class, []string{twin}); err != nil {
		t.Fatal(err)
	}
	if err := d.MergePeople(ids[2], twin, desk.Anyway("同一个人")); err != nil {
		t.Fatal(err)
	}
	if err := d.Enrol(class, []string{ids[2]}); err != nil {
		t.Fatal(err)
	}
	all := must[[]training.Enrolment](t)(d.Enrolments(class))
	if len(all) != 1 || all[0].PersonID() != ids[2] {
		t.Errorf("%v", all)
	}
	if mine := must[[]training.Enrolment](t)(d.ClassesOf(ids[2])); len(mine) != 1 {
		t.Errorf("%v", mine)
	}
	if err := d.Unenrol(class, ids[2], "去务工"); err != nil {
		t.Error(err)
	}
}

// counted is how many people the ledger of everybody has on a day.
func counted(t testing.TB, d *desk.Desk, on string) int {
	t.Helper()
	return must[report.Table](t)(d.Ledger("renkou", report.Filter{On: on})).Count()
}

func TestAChildAsHeadAndARelationThatIsNoneAreSaid(t *testing.T) {
	d, _ := sit(t)
	house, ids := family(t, d)
	a := somebody(house, "由晓", idNo("20150101", "001"))
	a[survey.Relation], a[survey.Schooling] = "之孙子", "小学"
	delete(a, survey.Education)
	child := must[string](t)(d.SavePerson("", a))
	var no *desk.Refusal
	if err := d.ChangeHead(house, child, ""); !errors.As(err, &no) || !errors.Is(no.Problems[0].Err, registry.ErrHeadYoung) {
		t.Errorf("a child: %v", err)
	}
	other := household(t, d, disuo, "002", "王五")
	if err := d.Move(ids[3:], other, "", "", desk.As(map[string]string{ids[3]: "邻居"})); !errors.As(err, &no) || no.Warnings() {
		t.Errorf("a relation that is none: %v", err)
	}
}
