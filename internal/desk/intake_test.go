package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// list writes a small list: somebody new, somebody whose number does not check, and a blank row.
func list(t *testing.T, village string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名单.csv")
	rows := "村,户编号,姓名,证件号码,与户主关系,民族,文化程度\n" +
		village + ",001,𬱖𫖮," + idNo("19900101", "001") + ",户主,彝族,初中\n" +
		village + ",001,古丽•阿不都热依木,530000199001010010,配偶,维吾尔族,初中\n\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func imported(t *testing.T) (*desk.Desk, desk.ImportResult, string) {
	t.Helper()
	d, _ := sit(t)
	if err := d.SaveSettings(desk.Settings{Township: "532325202"}); err != nil {
		t.Fatal(err)
	}
	path := list(t, "左门村委会")
	p := must[*intake.Plan](t)(d.PlanImport(path))
	return d, must[desk.ImportResult](t)(d.Import(context.Background(), p, nil)), path
}

func TestRowsThatWaitAreKeptAndSettledLater(t *testing.T) {
	d, r, path := imported(t)
	if r.Written != 2 || r.Waiting != 1 {
		t.Fatalf("result %+v", r)
	}
	waiting := must[[]intake.Waiting](t)(d.Waiting())
	if len(waiting) != 1 || waiting[0].Row != 3 {
		t.Fatalf("waiting %+v", waiting)
	}
	if err := d.ResolveWaiting(waiting[0].ID[:8], map[string]string{"证件号码": idNo("19920202", "002")}, ""); err != nil {
		t.Fatal(err)
	}
	if got := names(t, d, "guli"); len(got) != 1 || got[0] != "古丽·阿不都热依木" {
		t.Errorf("found %v", got)
	}
	if left := must[[]intake.Waiting](t)(d.Waiting()); len(left) != 0 {
		t.Errorf("%d rows still wait", len(left))
	}
	p := must[*intake.Plan](t)(d.PlanImport(path))
	if p.New != 0 {
		t.Errorf("the same list again brings %d new people", p.New)
	}
}

func TestARowThatStaysWrongStaysWaiting(t *testing.T) {
	d, _, _ := imported(t)
	id := must[[]intake.Waiting](t)(d.Waiting())[0].ID
	if err := d.ResolveWaiting(id, map[string]string{"证件号码": "12345"}, ""); !errors.Is(err, desk.ErrStillWaits) {
		t.Errorf("got %v", err)
	}
	if err := d.ResolveWaiting("ffff", nil, intake.Leave); !errors.Is(err, desk.ErrNotWaiting) {
		t.Errorf("an unknown row: %v", err)
	}
	if err := d.ResolveWaiting(id, nil, intake.Leave); err != nil {
		t.Fatal(err)
	}
	if left := must[[]intake.Waiting](t)(d.Waiting()); len(left) != 0 {
		t.Errorf("%d rows still wait", len(left))
	}
}

func TestAnImportIsTakenBackAsOne(t *testing.T) {
	d, _, _ := imported(t)
	must[string](t)(d.Undo())
	if n := d.Store().Counts(); n[registry.TypePerson] != 0 || n[registry.TypeHousehold] != 0 {
		t.Errorf("after undo there are %v", n)
	}
	must[string](t)(d.Redo())
	if got := names(t, d, "yi"); len(got) != 1 {
		t.Errorf("after redo found %v", got)
	}
}

func TestAStoppedImportKeepsWhatWasWritten(t *testing.T) {
	d, _ := sit(t)
	var puts []intake.Put
	for range 2500 {
		puts = append(puts, intake.Put{Type: registry.TypePerson, ID: store.NewID(), Fields: map[string]string{survey.FullName: "张三"}})
	}
	ctx, stop := context.WithCancel(context.Background())
	n, err := d.Write(ctx, "导入", "", slices.Values(puts), func(int) { stop() })
	if !errors.Is(err, context.Canceled) || n != 2000 || d.Store().Counts()[registry.TypePerson] != 2000 {
		t.Errorf("%d written, %v, %v", n, d.Store().Counts(), err)
	}
	must[string](t)(d.Undo())
	if left := d.Store().Counts()[registry.TypePerson]; left != 0 {
		t.Errorf("%d left after undo", left)
	}
}

func TestALedgerIsWrittenWhole(t *testing.T) {
	d, _, _ := imported(t)
	path := filepath.Join(t.TempDir(), "人口.xlsx")
	table := must[report.Table](t)(d.SaveLedger("renkou", path, report.Filter{}))
	book := must[*sheet.Book](t)(sheet.Read(path))
	if table.Count() != 1 || len(book.Sheets) != 1 {
		t.Errorf("%d rows, %d sheets", table.Count(), len(book.Sheets))
	}
	if _, err := d.Ledger("renkou", report.Filter{Public: true}); !errors.Is(err, desk.ErrNotPublic) {
		t.Errorf("a list of everybody for a wall: %v", err)
	}
	if _, err := d.Ledger("nothing", report.Filter{}); !errors.Is(err, report.ErrLedger) {
		t.Errorf("an unknown ledger: %v", err)
	}
}

func TestAListOfWishesBringsTheWishOfSomebodyWhoIsKnown(t *testing.T) {
	d, _, _ := imported(t)
	path := filepath.Join(t.TempDir(), "意愿.csv")
	if err := os.WriteFile(path, []byte("姓名,证件号码,意向培训工种\n𬱖𫖮,"+idNo("19900101", "001")+",学修车\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		p := must[*intake.Plan](t)(d.PlanImport(path))
		must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	}
	if all := must[[]registry.Wish](t)(d.Wishes("")); len(all) != 1 || all[0].Text() != "学修车" {
		t.Errorf("wishes %v", all)
	}
}
