package intake_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// raws gives the export as rows of text, so that it can be written in another shape.
func raws(t testing.TB) [][]string {
	t.Helper()
	var out [][]string
	for _, row := range theExport(t).Sheets[0].Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Raw
		}
		out = append(out, cells)
	}
	return out
}

// shuffled puts the columns in another order; a row cut off at its end is then blank in those columns.
func shuffled(rows [][]string) [][]string {
	order := rand.New(rand.NewPCG(7, 7)).Perm(len(rows[0]))
	out := make([][]string, len(rows))
	for i, row := range rows {
		if len(row) > 1 {
			out[i] = make([]string, len(order))
		}
		for to, from := range order {
			if from < len(row) && len(row) > 1 {
				out[i][to] = row[from]
			}
		}
	}
	return out
}

func TestTheOrderOfColumnsDoesNotMatter(t *testing.T) {
	b, err := sheet.Read(writeCSV(t, shuffled(raws(t))))
	if err != nil {
		t.Fatal(err)
	}
	truth := theTruth(t)
	truth.Problems = slices.DeleteFunc(truth.Problems, func(p planted) bool {
		return p.Kind == "row_short" // its blanks lie all over the row now
	})
	p := planBook(t, b, newMemory(t, township))
	checkPlanted(t, p, truth)
	checkCounts(t, p, truth)
}

func checkCounts(t *testing.T, p *intake.Plan, truth truth) {
	t.Helper()
	if p.Data != truth.Data || p.Households != truth.Households || p.Persons != truth.IfWaiting {
		t.Errorf("%d rows, %d households, %d people; want %d, %d, %d", p.Data, p.Households, p.Persons, truth.Data, truth.Households, truth.IfWaiting)
	}
}

func TestAsSpreadsheetTheListIsTheSame(t *testing.T) {
	b, err := sheet.Read(writeXLSX(t, raws(t)))
	if err != nil {
		t.Fatal(err)
	}
	m := newMemory(t, township)
	p := planBook(t, b, m)
	truth := theTruth(t)
	checkPlanted(t, p, truth)
	checkCounts(t, p, truth)
	p.DecideAll("", intake.Accept)
	p.DecideAll("", intake.Two)
	m.take(p.Puts())
	checkPeople(t, m, truth)
}

func TestHeadingsAreKnownByTheirOtherNames(t *testing.T) {
	rows := raws(t)
	also := map[string]string{
		"乡": "乡（镇）", "村": "行政村", "户编号": "户编码", "人口编号": "人编号", "姓名": "成员 姓名", "证件号码": "身份证号码（必填）", "成员联系电话": "手机号",
		"与户主关系": "与户主的关系", "文化程度": "学历", "务工时间（月）": "务工时间(月)", "健康状况": "身体状况", "是否享受低保": "是否低保",
		"是否参加新型农村合作医疗（城乡居民基本医疗保险）": "是否参加新型农村合作医疗(城乡居民基本医疗保险)", "公益性岗位(月数)": "公益性岗位（月数）", "务工所在地": "务工地", "户主证件号码": "户主身份证号",
	}
	for i, h := range rows[0] {
		if other := also[h]; other != "" {
			rows[0][i] = other
		}
	}
	rows = slices.Delete(rows, 288, 289) // the repeated header, which has the old names
	b, err := sheet.Read(writeCSV(t, rows))
	if err != nil {
		t.Fatal(err)
	}
	p := planBook(t, b, newMemory(t, township))
	checkCounts(t, p, theTruth(t))
	if u := p.Unknown(); len(u) > 0 {
		t.Errorf("headings not known: %v", u)
	}
}

func TestTitlesAboveTheHeaderAreNoPeople(t *testing.T) {
	rows := append([][]string{{"姚安县左门乡防返贫监测人口信息表"}, {"填报单位：左门乡人民政府", "", "", "填报日期：2026年9月10日"}}, made(40)...)
	p := planOf(t, newMemory(t, township), rows...)
	if p.Persons != 40 || p.Mappings[0].Header != 3 {
		t.Errorf("%d people, header in row %d; want 40 and 3", p.Persons, p.Mappings[0].Header)
	}
	for _, n := range []int{1, 2} {
		if r := rowOf(t, p, n); r.Outcome != intake.Skip || r.Problems[0].Kind != "title_row" {
			t.Errorf("row %d is %s %v", n, r.Outcome, kinds(r))
		}
	}
}

func TestNotesAndSumsBelowAreNoPeople(t *testing.T) {
	rows := append(made(12),
		[]string{"", "", "", "", "小计", "3户", "", "12人"},
		[]string{"注：1.“与户主关系”按户口簿填写。"},
		[]string{"填表人：由国平", "", "", "", "审核人：上官艳萍", "", "", "2026年9月"})
	p := planOf(t, newMemory(t, township), rows...)
	if p.Data != 12 || p.Skipped != 3 {
		t.Errorf("%d rows of data, %d skipped, want 12 and 3", p.Data, p.Skipped)
	}
}

func TestASecondListPastedBelowIsReadByItsOwnHeader(t *testing.T) {
	first, second := made(8), shuffled(made(16))
	rows := append(first, append([][]string{second[0]}, second[9:]...)...)
	p := planOf(t, newMemory(t, township), rows...)
	if p.Persons != 16 || p.Merged != 0 {
		t.Errorf("%d people and %d merged, want 16 and none", p.Persons, p.Merged)
	}
	for _, r := range p.Rows {
		if r.Outcome == intake.Fresh && r.Household[survey.HouseNo] == "" {
			t.Errorf("row %d lost its household's number", r.Row)
		}
	}
}

func TestARowCutOffKeepsItsValuesInTheirColumns(t *testing.T) {
	p := planExport(t)
	r := rowOf(t, p, 261)
	if r.Outcome != intake.Fresh {
		t.Fatalf("the row is %s, want new", r.Outcome)
	}
	for _, key := range []string{survey.MinLiving, survey.Extreme, survey.AwayPlace, "mandarin", "job_channel"} {
		if v := r.Person[key]; v != "" {
			t.Errorf("%s is %q in a row that ends before it", key, v)
		}
	}
	for _, key := range []string{survey.HeadName, survey.HeadIDNo, "standard"} {
		if v := r.Household[key]; v != "" {
			t.Errorf("%s is %q in a row that ends before it", key, v)
		}
	}
}

func TestWhatAllRowsWriteIsNotOdd(t *testing.T) {
	rows := made(40)
	for _, row := range rows[1:] {
		for i, v := range row {
			switch v {
			case "是":
				row[i] = "1"
			case "否":
				row[i] = "0"
			}
		}
	}
	p := planOf(t, newMemory(t, township), rows...)
	for _, q := range p.Problems {
		t.Errorf("row %d %s: %s although all rows write so", q.Row, q.Column, q.Kind)
	}
	if v := p.Rows[0].Person[survey.MinLiving]; v != survey.No {
		t.Errorf("0 became %q", v)
	}
}

func TestAHeadingCanBeTold(t *testing.T) {
	rows := made(8)
	rows[0] = slices.Clone(rows[0])
	rows[0][14] = "本人号"
	o := options()
	o.Columns = map[string]sheet.Target{"本人号": {Table: "person", Key: survey.Phone}}
	m := newMemory(t, township)
	if u := planOf(t, m, rows...).Unknown(); !slices.Equal(u, []string{"本人号"}) {
		t.Errorf("unknown headings: %v", u)
	}
	p, err := intake.New(t.Context(), bookOf(rows...), m, o)
	if err != nil {
		t.Fatal(err)
	}
	if p.Rows[0].Person[survey.Phone] != rows[1][14] {
		t.Error("the column was not read although its meaning was told")
	}
}

// spoilt writes rows as a spreadsheet does that opened the csv and took all that looks like a number or a date for one.
func spoilt(t *testing.T, rows [][]string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, v := range row {
			at := fmt.Sprintf("%s%d", sheet.ColumnName(j), i+1)
			if d, err := time.Parse(time.DateOnly, v); err == nil {
				f.SetCellValue("Sheet1", at, d)
				f.SetCellStyle("Sheet1", at, at, day)
			} else if n, err := strconv.ParseFloat(v, 64); err == nil {
				f.SetCellValue("Sheet1", at, n)
			} else if v != "" {
				f.SetCellValue("Sheet1", at, v)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "spoilt.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAListThatASpreadsheetSpoiltInventsNothing(t *testing.T) {
	rows := made(80)
	b, err := sheet.Read(spoilt(t, rows))
	if err != nil {
		t.Fatal(err)
	}
	m := newMemory(t, township)
	p := planBook(t, b, m)
	if p.Undecided != 80 {
		t.Errorf("%d rows wait, want all: no household has its number", p.Undecided)
	}
	p.DecideAll("house_no_destroyed", intake.Accept)
	m.take(p.Puts())
	if len(m.people) != 80 || len(m.houses) < 15 || len(m.houses) > 20 {
		t.Errorf("%d people in %d households, want 80 in about 20", len(m.people), len(m.houses))
	}
	for id, a := range m.people {
		if no := a[survey.IDNo]; no != "" && no[17] != 'X' {
			t.Errorf("%s has an ID number, which the spreadsheet cannot have kept", a[survey.FullName])
		}
		if m.people[id][survey.Phone] == "" || len(a[survey.Born]) != 10 {
			t.Errorf("%s lost what a number can hold: %v", a[survey.FullName], a)
		}
	}
	for _, h := range m.houses {
		if h[survey.HouseNo] != "" {
			t.Errorf("a household has the number %s", h[survey.HouseNo])
		}
	}
	for _, q := range p.Problems {
		if q.Kind == "date_other" || q.Kind == "phone_other" {
			t.Errorf("row %d: %s although all rows are so", q.Row, q.Kind)
		}
	}
}

func TestAHouseholdMergedOverItsRowsIsOfAllOfThem(t *testing.T) {
	s := bookOf(
		[]string{"行政村", "户编号", "姓名", "身份证号"},
		[]string{"左门", "5323250000000001", "由国平", "53000019760408167X"},
		[]string{"", "", "上官艳萍", "530000197905315505"},
		[]string{"", "5323250000000002", "沙𫖮", "530000200801010015"})
	s.Sheets[0].Merged = []sheet.Range{{Row: 1, Col: 0, LastRow: 3, LastCol: 0}, {Row: 1, Col: 1, LastRow: 2, LastCol: 1}}
	s.Sheets[0].HiddenRows = map[int]bool{2: true}
	s.Sheets = append(s.Sheets, sheet.Sheet{Name: "旧", Hidden: true, Rows: s.Sheets[0].Rows})
	m := newMemory(t, township)
	p := planBook(t, s, m)
	m.take(p.Puts())
	if len(m.houses) != 2 || len(m.people) != 3 {
		t.Fatalf("%d people in %d households, want 3 in 2", len(m.people), len(m.houses))
	}
	if h := m.houses[m.oneNamed(t, "上官艳萍").HouseholdID()]; h[survey.HouseNo] != "5323250000000001" || h[survey.Village] != "532325202201" {
		t.Errorf("household %v", h)
	}
	for _, kind := range []string{"hidden_rows", "hidden_sheet"} {
		if !slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == kind && q.Message != "" }) {
			t.Errorf("%s is not said", kind)
		}
	}
}
