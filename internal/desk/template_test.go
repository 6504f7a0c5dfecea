package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func TestACountysFormIsKeptAndFilled(t *testing.T) {
	d, house, _ := oneFamily(t)
	dir := t.TempDir()
	form, filled := filepath.Join(dir, "县表.xlsx"), filepath.Join(dir, "上报.xlsx")
	must[report.Table](t)(d.SaveLedger("renkou", form, report.Filter{Text: "没有这个人"})) // headings, and nobody below
	if err := d.SaveTemplate("人口表", "renkou", form); err != nil {
		t.Fatal(err)
	}
	must[string](t)(d.SavePerson("", somebody(house, "古丽·阿不都热依木", idNo("19920101", "002")), desk.Anyway("试")))
	gaps := must[[]sheet.Gap](t)(d.FillTemplate("人口表", filled, report.Filter{}, nil))
	book := must[*sheet.Book](t)(sheet.Read(filled))
	var cells []string
	for _, row := range book.Sheets[0].Rows {
		for _, c := range row {
			cells = append(cells, c.Shown)
		}
	}
	if all := strings.Join(cells, "|"); !strings.Contains(all, "古丽·阿不都热依木") || !strings.Contains(all, idNo("19920101", "002")) {
		t.Errorf("gaps %v in %s", gaps, all)
	}
	if all := must[[]desk.Template](t)(d.Templates()); len(all) != 1 || all[0].Report != "renkou" {
		t.Errorf("%v", all)
	}
	if err := d.DropTemplate("人口表"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.FillTemplate("人口表", filled, report.Filter{}, nil); !errors.Is(err, desk.ErrNoTemplate) {
		t.Errorf("a form that is gone: %v", err)
	}
}

func TestAFormThatCannotBeFilledIsRefusedWhenItIsSaved(t *testing.T) {
	d, house, _ := oneFamily(t)
	words := filepath.Join(t.TempDir(), "通知.xlsx")
	if err := os.WriteFile(words, []byte("关于报送的通知"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveTemplate("通知", "renkou", words); err == nil {
		t.Error("no workbook")
	}
	if err := d.SaveTemplate("", "renkou", words); !errors.Is(err, desk.ErrNoName) {
		t.Error(err)
	}
	// a table that does not add up today is still a form for tomorrow
	a := somebody(house, "王小云", idNo("20070501", "020"))
	a[survey.Relation], a[survey.Education] = "之女", "初中"
	must[string](t)(d.SavePerson("", a, desk.Anyway("试")))
	form := filepath.Join(t.TempDir(), "汇总.xlsx")
	table, err := d.Ledger("lianghousheng-hui", report.Filter{})
	if !errors.Is(err, report.ErrSum) {
		t.Fatalf("nobody says what became of her: %v", err)
	}
	table.Sums = nil
	if err := d.SaveTable(table, form); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveTemplate("汇总", "lianghousheng-hui", form); err != nil {
		t.Error(err)
	}
	if _, err := d.FillTemplate("汇总", form+".xlsx", report.Filter{}, nil); !errors.Is(err, report.ErrSum) {
		t.Errorf("but it is not filled with what does not add up: %v", err)
	}
}
