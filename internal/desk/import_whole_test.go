package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/search"
)

// longList is a list of more households than one part of an import holds; every hundredth person's number does not check.
func longList(t *testing.T, people int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("村,户编号,姓名,证件号码,与户主关系,是否享受低保,成员联系电话\n")
	for i := range people {
		no := idNo(fmt.Sprintf("19%02d%02d%02d", 50+i%50, i/50%12+1, i/600+1), fmt.Sprintf("%03d", i%1000))
		if i%100 == 7 {
			no = no[:17] + map[bool]string{true: "1", false: "2"}[no[17] != '1']
		}
		fmt.Fprintf(&b, "左门村委会,%05d,%s,%s,户主,%s,154%08d\n", i, string([]rune("王李张刘陈杨赵黄周吴")[i%10])+"𬱖", no, map[bool]string{true: "是", false: "否"}[i%3 == 0], i)
	}
	path := filepath.Join(t.TempDir(), "名单.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func ofTownship(t *testing.T) *desk.Desk {
	t.Helper()
	d, _ := sit(t)
	if err := d.SaveSettings(desk.Settings{Township: "532325202"}); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAStoppedImportGoesOnWithTheSamePlan(t *testing.T) {
	d := ofTownship(t)
	p := must[*intake.Plan](t)(d.PlanImport(longList(t, 1500)))
	ctx, stop := context.WithCancel(context.Background())
	r, err := d.Import(ctx, p, func(int, int) { stop() })
	if !errors.Is(err, desk.ErrStopped) || r.Written != 2000 || r.All != 2970 || r.Waiting != 15 {
		t.Fatalf("%v: %+v", err, r)
	}
	waiting := must[[]intake.Waiting](t)(d.Waiting())
	r = must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
	if n := countOf(d, registry.TypePerson); n != 1485 || countOf(d, registry.TypeHousehold) != 1485 {
		t.Errorf("%d people in %d households", n, countOf(d, registry.TypeHousehold))
	}
	if again := must[[]intake.Waiting](t)(d.Waiting()); len(again) != 15 || !reflect.DeepEqual(again[3].Cells, waiting[3].Cells) || len(again[3].Cells) != 7 {
		t.Errorf("%d rows wait, such as %+v", len(again), again[3])
	}
	if table := must[report.Table](t)(d.ImportTable(r.ID)); table.Count() != 1501-1 || table.Rows[0][2] != "王𬱖" || table.Rows[1499][2] != "吴𬱖" {
		t.Errorf("%d rows in the report, %q first", table.Count(), table.Rows[0])
	}
	if again := must[*intake.Plan](t)(d.PlanImport(longList(t, 1500))); again.New != 0 || again.Changed != 0 || again.Same != 1485 {
		t.Errorf("the list again: %d new, %d changed, %d same", again.New, again.Changed, again.Same)
	}
}

func TestTheIndexAfterAnImportIsThatOfTheRegisterOpenedAnew(t *testing.T) {
	d := ofTownship(t)
	for _, name := range []string{"export.csv", "education.xlsx", "labour.xlsx"} {
		p := must[*intake.Plan](t)(d.PlanImport(lists + name))
		p.DecideAll("", intake.Theirs)
		must[desk.ImportResult](t)(d.Import(context.Background(), p, nil))
		anew := must[*desk.Desk](t)(desk.At(d.Store(), desk.Options{Actor: "李文忠"}))
		for _, q := range []string{"li", "zhang", "王", "5300", "154", "左门"} {
			if a, b := found(d, q), found(anew, q); len(a) == 0 && q == "li" || !reflect.DeepEqual(a, b) {
				t.Errorf("after %s, %q finds %d, opened anew %d", name, q, len(a), len(b))
			}
		}
		_ = d.People(func(who registry.Person) error {
			if a, b := must[[]registry.Record](t)(d.Facts(who.ID)), must[[]registry.Record](t)(anew.Facts(who.ID)); !reflect.DeepEqual(a, b) {
				t.Errorf("%s has %d facts, opened anew %d", who.ID, len(a), len(b))
			}
			return nil
		})
	}
}

// found are what is found, whatever the order among equals.
func found(d *desk.Desk, q string) map[string]search.Hit {
	out := map[string]search.Hit{}
	for _, h := range d.Find(q, 0) {
		out[h.ID] = h
	}
	return out
}
