package sheet_test

import (
	"errors"
	"strings"
	"testing"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

func tables() *sheet.Headings { return sheet.HeadingsOf(survey.Person, survey.Household) }

func sheetOf(rows ...string) *sheet.Sheet {
	s := &sheet.Sheet{}
	for _, row := range rows {
		var cells []sheet.Cell
		for _, v := range strings.Split(row, "|") {
			cells = append(cells, sheet.Cell{Raw: v, Shown: v})
		}
		s.Rows = append(s.Rows, cells)
	}
	return s
}

// key is the question that a column answers.
func key(l *sheet.Layout, at int) string {
	for _, c := range l.Columns {
		if c.At == at {
			return c.Target.Key
		}
	}
	return ""
}

func TestHeadingsAreFoundHoweverTheyAreWritten(t *testing.T) {
	for heading, want := range map[string]string{
		"姓名": survey.FullName, " 姓　名 ": survey.FullName, "姓名（必填）": survey.FullName, "3.姓名": survey.FullName, "＊姓名": survey.FullName, "姓名：": survey.FullName,
		"务工时间(月)": survey.AwayMonths, "务工时间（月）": survey.AwayMonths, "name": survey.FullName, "户主姓名": survey.HeadName,
		"身份证号\n（18位）": survey.IDNo, "公益性岗位（月数）": "post_months", "公益性岗位类型": "post_kind", "名字很长的一栏": "", "": "",
	} {
		got := ""
		if ts := tables().Find(heading); len(ts) > 0 {
			got = ts[0].Key
		}
		if got != want {
			t.Errorf("%q is %q, want %q", heading, got, want)
		}
	}
}

func TestTheHeaderIsFoundBelowTitles(t *testing.T) {
	l, err := sheet.Lay(sheetOf("左门乡人员表", "单位：左门乡||2026年", "序号|姓名|证件号码|电话", "1|由国平|x|y"), tables())
	if err != nil || l.Head != 2 || l.Data != 3 || key(l, 1) != survey.FullName || key(l, 3) != survey.Phone || key(l, 0) != "" {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestTwoHeaderRowsTellColumnsOfOneHeadingApart(t *testing.T) {
	s := sheetOf("学生基本情况|||监护人||毕业情况|", "姓名|性别|身份证号|姓名|联系电话|毕业学校|毕业时间", "沙𫖮|女|x|沙学明|y|左门中学|2024")
	s.Merged = []sheet.Range{{Row: 0, Col: 0, LastRow: 0, LastCol: 2}, {Row: 0, Col: 3, LastRow: 0, LastCol: 4}, {Row: 0, Col: 5, LastRow: 0, LastCol: 6}}
	l, err := sheet.Lay(s, tables())
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range []string{survey.FullName, survey.Sex, survey.IDNo, "guardian_name", survey.Phone, survey.School, survey.SchoolYear} {
		if got := key(l, at); got != want {
			t.Errorf("column %d answers %q, want %q", at, got, want)
		}
	}
	if l.Top != 0 || l.Data != 2 {
		t.Errorf("header from %d, data from %d", l.Top, l.Data)
	}
}

func TestAHiddenColumnNeverWinsOverAVisibleOne(t *testing.T) {
	s := sheetOf("姓名|姓名|证件号码", "旧|新|x")
	s.HiddenCols = map[int]bool{0: true}
	l, err := sheet.Lay(s, tables())
	if err != nil || key(l, 1) != survey.FullName || key(l, 0) != "" {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestATableWithoutHeaderIsRefused(t *testing.T) {
	if _, err := sheet.Lay(sheetOf("由国平|53|15400000001", "自美|54|15400000002"), tables()); !errors.Is(err, sheet.ErrNoHeader) {
		t.Errorf("error %v", err)
	}
}

func TestWhatIsNoDataIsTold(t *testing.T) {
	who := []sheet.Target{{Table: "person", Key: survey.FullName}, {Table: "person", Key: survey.IDNo}}
	for row, want := range map[string]sheet.Noise{
		"1|由国平|530000200801010015|15400000001": sheet.Data,
		"1|由国平||":                  sheet.Data,
		"||530000200801010015|":    sheet.Data,
		"1|||15400000001":          sheet.Data,
		"||| ":                     sheet.Blank,
		"合计|3人||":                  sheet.Total,
		"合　计||3|":                  sheet.Total,
		"本页小计|||2":                 sheet.Total,
		"1|总计|530000200801010015|": sheet.Data,
		"注：表中数据截至2026年9月。|||": sheet.Aside,
		"填表人：由国平|||审核人：自美":    sheet.Aside,
	} {
		s := sheetOf("序号|姓名|证件号码|联系电话", row)
		l, err := sheet.Lay(s, tables())
		if err != nil {
			t.Fatal(err)
		}
		if got := sheet.NoiseOf(s, l, 1, who...); got != want {
			t.Errorf("%q is %q, want %q", row, got, want)
		}
	}
}

func FuzzHeadings(f *testing.F) {
	for _, s := range []string{"姓名", "务工时间（月）", "(((", "１．姓名(必填", "\u200b", "是否参加新型农村合作医疗（城乡居民基本医疗保险）"} {
		f.Add(s, "姓名|证件号码\n由国平|1")
	}
	h := tables()
	f.Fuzz(func(t *testing.T, heading, table string) {
		h.Find(heading)
		s := sheetOf(strings.Split(table, "\n")...)
		l, err := sheet.Lay(s, h)
		if err != nil {
			return
		}
		for row := l.Data; row < len(s.Rows); row++ {
			l.Again(s, h, row)
			sheet.NoiseOf(s, l, row, l.Columns[0].Target)
		}
	})
}
