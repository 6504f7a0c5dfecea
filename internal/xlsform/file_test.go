package xlsform_test

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/sheet"
	"ruhu/internal/xlsform"
)

func TestAFormIsReadFromAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, s := range roofs().Sheets {
		if _, err := f.NewSheet(s.Name); err != nil {
			t.Fatal(err)
		}
		for row, cells := range s.Rows {
			for col, c := range cells {
				at, _ := excelize.CoordinatesToCellName(col+1, row+1)
				if err := f.SetCellValue(s.Name, at, c.Shown); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	path := filepath.Join(t.TempDir(), "茶园.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := readForm(t, b)
	want, _ := readForm(t, roofs())
	if described(got) != described(want) {
		t.Errorf("%s\n%s", described(got), described(want))
	}
	if _, err := xlsform.Parse(got.Rows()); err != nil {
		t.Error(err)
	}
}
