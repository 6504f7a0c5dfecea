package desk_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

func TestAnImportTakenBackLeavesTheRegisterAsItWas(t *testing.T) {
	d, x := seededYear(t)
	before, waited := state(t, d), must[[]intake.Waiting](t)(d.Waiting())
	p := must[*intake.Plan](t)(d.PlanImport(lists + "labour.xlsx"))
	r := must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	after := state(t, d)
	if len(differences(before, after)) == 0 || r.Waiting == 0 {
		t.Fatalf("the import did nothing, %d wait", r.Waiting)
	}
	must[string](t)(d.Undo())
	if diff := differences(before, state(t, d)); len(diff) > 0 {
		t.Errorf("%d records are not as before, such as\n%s", len(diff), diff[0])
	}
	if left := must[[]intake.Waiting](t)(d.Waiting()); len(left) != len(waited) {
		t.Errorf("%d rows wait, before the import %d", len(left), len(waited))
	}
	must[string](t)(d.Redo())
	if diff := differences(after, state(t, d)); len(diff) > 0 {
		t.Errorf("done again, %d records are not as after, such as\n%s", len(diff), diff[0])
	}
	_ = x
}

// seededYear is a register with the export in it.
func seededYear(t testing.TB) (*desk.Desk, desk.ImportResult) {
	t.Helper()
	d, _ := sit(t)
	if err := d.SaveSettings(desk.Settings{Township: "532325202"}); err != nil {
		t.Fatal(err)
	}
	p := must[*intake.Plan](t)(d.PlanImport(lists + "export.csv"))
	return d, must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
}

func TestAnImportOfYesterdayCanBeTakenBack(t *testing.T) {
	d, r := seededYear(t)
	again := must[*desk.Desk](t)(desk.At(d.Store(), desk.Options{Actor: "李文忠"}))
	all := must[[]desk.Imported](t)(again.Imports())
	if len(all) != 1 || all[0].ID != r.ID || all[0].New != r.Written-countOf(d, registry.TypeHousehold)-countOf(d, registry.TypeWish) || all[0].Undone {
		t.Fatalf("imports %+v", all)
	}
	if err := again.UndoImport(context.Background(), r.ID, nil); err != nil {
		t.Fatal(err)
	}
	if n := len(state(t, again)); n != 0 {
		t.Errorf("%d records are left", n)
	}
	if all := must[[]desk.Imported](t)(again.Imports()); !all[0].Undone {
		t.Errorf("imports %+v", all)
	}
}

func countOf(d *desk.Desk, typ string) int { return d.Store().Counts()[typ] }

func TestWhatOthersRestOnStaysWhenAnImportIsTakenBack(t *testing.T) {
	d, r := seededYear(t)
	var who registry.Person
	_ = d.People(func(p registry.Person) error {
		who = p
		return store.Stop
	})
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: who.ID, survey.WishedOn: "2026-11-01", survey.WishText: "学厨师", survey.Trade1: "中式烹调师"}))
	if err := d.UndoImport(context.Background(), r.ID, nil); err != nil {
		t.Fatal(err)
	}
	if n := countOf(d, registry.TypePerson); n != 1 || countOf(d, registry.TypeHousehold) != 1 {
		t.Errorf("%d people, %d households", n, countOf(d, registry.TypeHousehold))
	}
	if p := must[registry.Person](t)(d.Person(who.ID)); p.Name() != who.Name() {
		t.Errorf("stayed as %s", p.Name())
	}
	if all := must[[]desk.Imported](t)(d.Imports()); all[0].Kept != 2 {
		t.Errorf("%+v", all[0])
	}
}

func TestTakingBackCanBeStoppedAndGoesOn(t *testing.T) {
	d, _ := sit(t)
	var puts []intake.Put
	for i := range 3500 {
		puts = append(puts, intake.Put{Type: registry.TypePerson, ID: store.NewID(), Fields: map[string]string{survey.FullName: fmt.Sprint("张", i)}})
	}
	must[int](t)(d.Write(context.Background(), "导入", "", slices.Values(puts), nil))
	ctx, stop := context.WithCancel(context.Background())
	_, err := d.UndoWith(ctx, func(done, all int) {
		if done == 1 {
			stop()
		}
	})
	if left := countOf(d, registry.TypePerson); !errors.Is(err, desk.ErrUndoStopped) || left != 2000 {
		t.Fatalf("%v, %d left", err, left)
	}
	must[string](t)(d.Undo())
	if left := countOf(d, registry.TypePerson); left != 0 || d.CanUndo() != "" {
		t.Errorf("%d left, can undo %q", left, d.CanUndo())
	}
	must[string](t)(d.Redo())
	if n := countOf(d, registry.TypePerson); n != 3500 {
		t.Errorf("done again: %d", n)
	}
}

func TestTheReportOfAnImportIsKeptAndSaved(t *testing.T) {
	d, r := seededYear(t)
	table := must[report.Table](t)(d.ImportTable(r.ID))
	if table.Count() < 400 {
		t.Errorf("%d rows", table.Count())
	}
	path := filepath.Join(t.TempDir(), "导入报告.xlsx")
	if err := d.SaveTable(table, path); err != nil {
		t.Fatal(err)
	}
	if book := must[*sheet.Book](t)(sheet.Read(path)); len(book.Sheets[0].Rows) < table.Count() {
		t.Errorf("%d rows in the file", len(book.Sheets[0].Rows))
	}
	if _, err := d.ImportTable("nothing"); !errors.Is(err, desk.ErrNoImport) {
		t.Errorf("an unknown import: %v", err)
	}
}

func TestAPersonsCorrectionIsRememberedForTheNextList(t *testing.T) {
	d, _, path := imported(t)
	hit := d.Find("yi", 0)[0]
	a := must[registry.Person](t)(d.Person(hit.ID)).Unpack()
	a[survey.Education] = "高中"
	must[string](t)(d.SavePerson(hit.ID, a))
	p := must[*intake.Plan](t)(d.PlanImport(path))
	must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	if now := must[registry.Person](t)(d.Person(hit.ID)); now.Get(survey.Education) != "高中" {
		t.Errorf("the old list wrote over a correction: %s", now.Get(survey.Education))
	}
}

func TestAnEditElsewhereIsNotTakenBackWithAnImport(t *testing.T) {
	d, r := seededYear(t)
	var who string
	_ = d.Store().Each(registry.TypePerson, func(e change.Entity) error {
		who = e.ID
		return store.Stop
	})
	put(t, d, registry.TypePerson, who, map[string]string{survey.Political: "中共党员"})
	if err := d.UndoImport(context.Background(), r.ID, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Person(who); !errors.Is(err, desk.ErrGone) {
		t.Errorf("got %v: nothing rests on the person, so the import takes them back", err)
	}
}
