package desk_test

import (
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

func TestWhoJoinsTheArmyIsAwayAndComesBackAsTheyWere(t *testing.T) {
	d, house, _ := oneFamily(t)
	a := somebody(house, "王小云", idNo("20060501", "011"))
	a[survey.Relation], a[survey.Education], a[survey.Destination] = "之子", "高中", "待业有意愿"
	id := must[string](t)(d.SavePerson("", a, desk.Anyway("试")))
	if err := d.Leave(id, "入伍", "2026-09-10"); err != nil {
		t.Fatal(err)
	}
	p := must[registry.Person](t)(d.Person(id))
	if p.Get(survey.LeftWhy) != "参军" || p.Get(survey.Destination) != "参军" {
		t.Errorf("%v", p.Unpack())
	}
	events := must[[]registry.Record](t)(d.Events(id))
	if len(events) != 1 || events[0].Get(survey.EventKind) != "参军" {
		t.Errorf("%v", events)
	}
	for name, want := range map[string]int{"lianghousheng": 0, "renkou": 1, "biandong": 1} {
		if n := must[report.Table](t)(d.Ledger(name, report.Filter{})).Count(); n != want {
			t.Errorf("%s: %d rows, want %d", name, n, want)
		}
	}
	if err := d.Return(id, "2026-11-10"); err != nil {
		t.Fatal(err)
	}
	p = must[registry.Person](t)(d.Person(id))
	if p.Get(survey.LeftWhy) != "" || p.Get(survey.Destination) != "待业有意愿" {
		t.Errorf("back: %v", p.Unpack())
	}
	if n := must[report.Table](t)(d.Ledger("lianghousheng", report.Filter{})).Count(); n != 1 {
		t.Errorf("back on the ledger: %d", n)
	}
}
