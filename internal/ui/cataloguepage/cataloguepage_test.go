package cataloguepage_test

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/ui/cataloguepage"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// own are the county's own rows of a catalogue.
func own(t *testing.T, x *uitest.Window, typ string) []registry.Record {
	t.Helper()
	all, err := x.Desk.Records(typ, "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func do(x *uitest.Window, key fyne.KeyName) {
	for _, c := range x.Page.(page.Commander).Commands() {
		if c.Key == key {
			c.Do()
			return
		}
	}
}

func TestWhatShipsIsEndedByARowOfTheCountysInItsPlace(t *testing.T) {
	x := uitest.Empty(t, cataloguepage.New, "")
	x.Reads("养老护理员", "自带")
	do(x, fyne.KeyD)
	x.Press(fyne.KeyReturn)
	rows := own(t, x, registry.TypeTrade)
	if len(rows) != 1 || rows[0].Get(survey.ValidTo) != uitest.Now.Format("2006-01-02") {
		t.Fatalf("the county's rows are %v", rows)
	}
	if _, on := x.Desk.Catalogue().Trade(rows[0].Get(survey.TradeName), rows[0].Get(survey.TradeLevel), uitest.Now.AddDate(0, 0, 1)); on {
		t.Error("it is still taught on the day after")
	}
	if len(x.Said) != 1 || !strings.Contains(x.Said[0], rows[0].Get(survey.TradeName)) {
		t.Errorf("it said %v", x.Said)
	}
	x.Clean()
}

func TestAnEmptyCatalogueSaysWhatToDo(t *testing.T) {
	x := uitest.Empty(t, cataloguepage.New, registry.TypeTeacher)
	x.Reads("还没有授课教师", "导入表格…", "添加")
}

func TestAListIsReadBackAndItsProblemsNamedByRow(t *testing.T) {
	x := uitest.Empty(t, cataloguepage.New, registry.TypeInstitution)
	if _, err := x.Desk.SaveRecord(registry.TypeInstitution, "", survey.Answers{survey.InstName: "𬭳山职业培训学校", survey.LicenceUntil: "2030-01-01"}); err != nil {
		t.Fatal(err)
	}
	made, err := x.Desk.CatalogueTable(registry.TypeInstitution, false)
	if err != nil {
		t.Fatal(err)
	}
	bad := append([]string(nil), made.Rows[0]...)
	for i, c := range made.Columns {
		switch c.Key {
		case survey.InstName:
			bad[i] = "㛃江培训中心"
		case survey.LicenceUntil:
			bad[i] = "明年"
		}
	}
	made.Rows = append(made.Rows, bad)
	path := filepath.Join(t.TempDir(), "机构.xlsx")
	if err := x.Desk.SaveTable(made, path); err != nil {
		t.Fatal(err)
	}
	x.Page.(page.Dropper).Drop([]string{path})
	x.Reads("机构.xlsx", "新的或有改动的 1 行", "许可证有效期至", "㛃江培训中心")
	x.Tap("存入 1 行")
	names := ""
	for _, r := range own(t, x, registry.TypeInstitution) {
		names += r.Get(survey.InstName) + " "
	}
	if !strings.Contains(names, "㛃江培训中心") {
		t.Errorf("the county has %s", names)
	}
	if _, err := x.Desk.Undo(); err != nil || len(own(t, x, registry.TypeInstitution)) != 1 {
		t.Errorf("taken back: %v", err)
	}
	x.Clean()
}

func TestEveryCatalogueHasColumnsThatItsTableKnows(t *testing.T) {
	x := uitest.Sample(t, cataloguepage.New, "")
	for _, typ := range registry.CatalogueTypes {
		x.Visit(typ)
		f := x.Desk.Table(typ).Fields[0]
		x.Reads(f.Label)
		if len(catalogue.ShippedRows(typ)) > 0 {
			x.Reads("自带")
		}
	}
	x.Clean()
}
