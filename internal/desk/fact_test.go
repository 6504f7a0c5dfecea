package desk_test

import (
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// put writes as another device would.
func put(t testing.TB, d *desk.Desk, typ, id string, fields map[string]string) {
	t.Helper()
	err := d.Store().Edit("县级", "", func(e *store.Edit) error { return e.Put(typ, id, fields) })
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFlagThatChangesOpensAndEndsAFact(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	form := somebody(h, "张三", idNo("19900101", "001"))
	form[survey.MinLiving] = "否"
	id := must[string](t)(d.SavePerson("", form))
	form[survey.MinLiving] = "是"
	must[string](t)(d.SavePerson(id, form, desk.From("2026-07-01")))
	facts := must[[]registry.Record](t)(d.Facts(id))
	if len(facts) != 1 || facts[0].Get(survey.FactKind) != survey.FactMinLiving || facts[0].Get(survey.StartsOn) != "2026-07-01" {
		t.Fatalf("facts %v", facts)
	}
	form[survey.MinLiving] = "否"
	must[string](t)(d.SavePerson(id, form))
	if f := must[[]registry.Record](t)(d.Facts(id)); len(f) != 1 || f[0].Get(survey.EndsOn) != "2026-11-20" {
		t.Errorf("facts %v", f)
	}
	must[string](t)(d.Undo())
	if f := must[[]registry.Record](t)(d.Facts(id)); len(f) != 1 || f[0].Get(survey.EndsOn) != "" {
		t.Errorf("after undo %v", f)
	}
	must[string](t)(d.Undo())
	if f := must[[]registry.Record](t)(d.Facts(id)); len(f) != 0 {
		t.Errorf("after both %v", f)
	}
}

func TestAFactWrittenByHandIsWhatTheAnswersSay(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	id := must[string](t)(d.SavePerson("", somebody(h, "张三", idNo("19900101", "001"))))
	fact := must[string](t)(d.SaveRecord(registry.TypeFact, "", survey.Answers{
		survey.OfPerson: id, survey.FactKind: survey.FactMinLiving, survey.StartsOn: "2026-03", survey.Source: "民政部门"}))
	if p := must[registry.Person](t)(d.Person(id)); p.Get(survey.MinLiving) != "是" {
		t.Errorf("%v", p.Unpack())
	}
	a := must[registry.Record](t)(d.Record(registry.TypeFact, fact)).Unpack()
	a[survey.EndsOn] = "2026-09-30"
	must[string](t)(d.SaveRecord(registry.TypeFact, fact, a))
	if p := must[registry.Person](t)(d.Person(id)); p.Get(survey.MinLiving) == "是" {
		t.Errorf("%v", p.Unpack())
	}
	if n := len(must[[]registry.Record](t)(d.Facts(id))); n != 1 {
		t.Errorf("%d facts", n)
	}
}

func TestTheDayOfAskingIsKept(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	form := somebody(h, "张三", idNo("19900101", "001"))
	form[survey.WantsTraining] = "是"
	id := must[string](t)(d.SavePerson("", form))
	if p := must[registry.Person](t)(d.Person(id)); p.Get(survey.AskedOn) != "2026-11-20" {
		t.Errorf("asked on %q", p.Get(survey.AskedOn))
	}
	a := must[registry.Person](t)(d.Person(id)).Unpack()
	a[survey.WantsTraining], a[survey.AskedOn] = "否", "2026-10-08"
	must[string](t)(d.SavePerson(id, a))
	if p := must[registry.Person](t)(d.Person(id)); p.Get(survey.AskedOn) != "2026-10-08" {
		t.Errorf("asked on %q, which the form says otherwise", p.Get(survey.AskedOn))
	}
}

func TestAFactEnteredByMistakeIsNotWhatTheAnswersSay(t *testing.T) {
	d, _, person := oneFamily(t)
	fact := must[string](t)(d.SaveRecord(registry.TypeFact, "", survey.Answers{
		survey.OfPerson: person, survey.FactKind: survey.FactMinLiving, survey.StartsOn: "2026-03"}))
	if err := d.DeleteRecord(registry.TypeFact, fact, "登记到了别人名下"); err != nil {
		t.Fatal(err)
	}
	if p := must[registry.Person](t)(d.Person(person)); p.Get(survey.MinLiving) == "是" {
		t.Errorf("%v", p.Unpack())
	}
	must[string](t)(d.Undo())
	if p := must[registry.Person](t)(d.Person(person)); p.Get(survey.MinLiving) != "是" {
		t.Errorf("after undo %v", p.Unpack())
	}
}

func TestALedgerOfADayShowsWhoWasOnItThen(t *testing.T) {
	d, _, person := oneFamily(t)
	a := must[registry.Person](t)(d.Person(person)).Unpack()
	a[survey.MinLiving] = "否"
	must[string](t)(d.SavePerson(person, a))
	a[survey.MinLiving] = "是"
	must[string](t)(d.SavePerson(person, a, desk.From("2026-07-01")))
	for day, want := range map[string]int{"2026-06-30": 0, "2026-07-01": 1, "": 1} {
		if got := must[report.Table](t)(d.Ledger("dibao", report.Filter{On: day})).Count(); got != want {
			t.Errorf("on %q there are %d, want %d", day, got, want)
		}
	}
}
