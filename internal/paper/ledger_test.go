package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

// ledgerOf makes a ledger of n people as package report makes them; more is how many columns it has beyond the usual dozen.
func ledgerOf(n, more int) report.Table {
	t := report.Table{Title: "脱贫劳动力和监测对象劳动力台账", Unit: "左门乡人民政府", Period: "截至2026年10月19日", Of: registry.TypePerson,
		Note: []string{"统计对象为16周岁以上、未满60周岁，有劳动能力且不在校的脱贫人口和监测对象。", "就业状况以最近一次走访为准；外出务工满1个月的计为就业。"}}
	t.Columns = []report.Column{
		{Key: "no", Label: "序号", Right: true}, {Key: survey.Township, Label: "乡"}, {Key: survey.Village, Label: "村"}, {Key: survey.Group, Label: "村民小组"},
		{Key: survey.Relation, Label: "与户主关系"}, {Key: survey.FullName, Label: "姓名"}, {Key: survey.Sex, Label: "性别"}, {Key: survey.Ethnic, Label: "民族"},
		{Key: survey.IDNo, Label: "证件号码", Text: true}, {Key: survey.Phone, Label: "成员联系电话", Text: true}, {Key: survey.JobIncome, Label: "月收入", Right: true}, {Key: "why", Label: "列入原因"},
	}
	for i := range more {
		t.Columns = append(t.Columns, report.Column{Key: fmt.Sprint("m", i), Label: []string{"是否参加城乡居民基本养老保险", "务工所在地", "毕业时间", "意向专业或工种"}[i%4]})
	}
	for i, r := range sampleRows(n) {
		a := r.Person.Unpack()
		cells := []string{strconv.Itoa(i + 1), "左门乡", r.Village, r.Group, []string{"户主", "配偶", "之子", "之外孙女"}[i%4], a[survey.FullName], a[survey.Sex], a[survey.Ethnic],
			a[survey.IDNo], a[survey.Phone], strconv.Itoa(2800 + i%7*300), []string{"脱贫户，16周岁以上", "监测对象（突发严重困难户），风险未消除，2026年3月起外出务工", "脱贫户"}[i%3]}
		for m := range more {
			cells = append(cells, []string{"是", "云南省昆明市安宁市草铺工业园区", "2026-07", "中式烹调师、养老护理员"}[m%4])
		}
		t.Rows, t.IDs = append(t.Rows, cells), append(t.IDs, r.Person.ID)
	}
	return t
}

// monthly makes a table of numbers by village, with headings of two lines and a row that sums up.
func monthly() report.Table {
	t := report.Table{Title: "职业技能培训工作月报表", Unit: "左门乡人民政府", Period: "2026年10月", Of: report.Villages,
		Note: []string{"人数按身份证号码去重，人次按结业计；同一人属于几类的，分类各计一次，合计只计一次。"},
		Sums: []report.Sum{{Words: "底数120＝已升学40＋已就业50＋有意愿未安排30", Whole: 120, Parts: 120}}}
	t.Columns = []report.Column{{Key: "no", Label: "序号", Right: true}, {Key: survey.Village, Label: "村（居）委会"}, {Key: "base", Label: "劳动力底数", Right: true}}
	for _, over := range []string{"有培训意愿", "本月培训", "累计培训", "结业取证"} {
		for _, label := range []string{"人数", "人次", "脱贫"} {
			t.Columns = append(t.Columns, report.Column{Key: over + label, Label: label, Over: over, Right: true})
		}
	}
	for i, v := range append([]string{"合计"}, villages...) {
		cells := []string{"", v, strconv.Itoa(317 * (6 - i))}
		if i > 0 {
			cells[0] = strconv.Itoa(i)
		}
		for n := range 12 {
			cells = append(cells, strconv.Itoa((n*13+i*7)%90))
		}
		t.Rows, t.IDs, t.Totals = append(t.Rows, cells), append(t.IDs, v), append(t.Totals, i == 0)
	}
	return t
}

// saved draws a ledger into a file. With RUHU_PAPERS set it stays there to be looked at.
func saved(t *testing.T, name string, draw func(io.Writer) (paper.Report, error)) (string, paper.Report) {
	t.Helper()
	var b bytes.Buffer
	r, err := draw(&b)
	if err != nil {
		t.Fatal(name, err)
	}
	dir := os.Getenv("RUHU_PAPERS")
	if dir == "" {
		dir = t.TempDir()
	}
	file := filepath.Join(dir, name+".pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file, r
}

func savedLedger(t *testing.T, name string, table report.Table, o paper.Options) (string, paper.Report) {
	t.Helper()
	o.At, o.By = printedAt, "董斌"
	return saved(t, name, func(w io.Writer) (paper.Report, error) { return paper.Ledger(w, table, o) })
}

func TestALedgerTakesTheSheetItsColumnsNeed(t *testing.T) {
	for name, c := range map[string]struct {
		table report.Table
		o     paper.Options
		size  string // of a page, in points, as pdfinfo says
		pages int
	}{
		"narrow":       {columnsOf(ledgerOf(30, 0), 0, 3, 5, 6, 9), paper.Options{}, "595.28 x 841.89", 1},
		"usual":        {ledgerOf(38, 0), paper.Options{}, "841.89 x 595.28", 3},
		"wide":         {ledgerOf(38, 8), paper.Options{}, "1190.55 x 841.89", 2},
		"wide on A4":   {ledgerOf(38, 8), paper.Options{Paper: "A4L"}, "841.89 x 595.28", 6},
		"very wide":    {ledgerOf(38, 26), paper.Options{}, "1190.55 x 841.89", 4},
		"numbers":      {monthly(), paper.Options{}, "595.28 x 841.89", 1},
		"forced to A4": {ledgerOf(38, 0), paper.Options{Paper: "A4"}, "595.28 x 841.89", 4},
	} {
		t.Run(name, func(t *testing.T) {
			file, r := savedLedger(t, "ledger "+name, c.table, c.o)
			if out := tool(t, "pdfinfo", file); !strings.Contains(out, c.size) || r.Pages != c.pages {
				t.Errorf("%d pages, want %d of %s\n%s", r.Pages, c.pages, c.size, out)
			}
			if out := tool(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
}

// columnsOf keeps some columns of a table.
func columnsOf(t report.Table, keep ...int) report.Table {
	out := t
	out.Columns, out.Rows = nil, nil
	for _, i := range keep {
		out.Columns = append(out.Columns, t.Columns[i])
	}
	for _, r := range t.Rows {
		var cells []string
		for _, i := range keep {
			cells = append(cells, r[i])
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

var blank = regexp.MustCompile(`\s+`)

func TestEveryCellOfALedgerIsOnIt(t *testing.T) {
	for name, table := range map[string]report.Table{"one set": ledgerOf(60, 0), "several sets": ledgerOf(60, 26), "numbers": monthly()} {
		file, r := savedLedger(t, "cells", table, paper.Options{})
		if len(r.Missing) != 0 {
			t.Errorf("%s: no glyph for %U", name, r.Missing)
		}
		got := blank.ReplaceAllString(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "")
		for _, c := range table.Columns {
			if !strings.Contains(got, c.Label) {
				t.Errorf("%s: the heading %s is not on it", name, c.Label)
			}
		}
		for _, row := range table.Rows {
			for i, cell := range row {
				if !strings.Contains(got, cell) {
					t.Fatalf("%s: %s %q is not on it", name, table.Columns[i].Label, cell)
				}
			}
		}
	}
}

// Every page's code is made of digits, says its page, and is another where the ledger says something else.
func TestThePagesOfALedgerCarryItsCode(t *testing.T) {
	read := func(table report.Table) []string {
		file, _ := savedLedger(t, "codes", table, paper.Options{})
		dir := t.TempDir()
		tool(t, "pdftoppm", "-r", "110", "-png", file, filepath.Join(dir, "p"))
		pictures, _ := filepath.Glob(filepath.Join(dir, "p*.png"))
		return strings.Fields(tool(t, "zbarimg", append([]string{"--raw", "--nodbus", "-q", "-S", "disable", "-S", "qrcode.enable"}, pictures...)...))
	}
	digits := regexp.MustCompile(`^5[0-9]{14}$`)
	got := read(ledgerOf(38, 8))
	for i, code := range got {
		if !digits.MatchString(code) || code[6:10] != fmt.Sprintf("%04d", i+1) || code[1:6] != got[0][1:6] {
			t.Errorf("page %d: %s", i+1, code)
		}
	}
	other := ledgerOf(38, 8)
	other.Rows[5][10] = "1"
	if changed := read(other); len(got) != 2 || len(changed) != 2 || changed[0][1:6] == got[0][1:6] {
		t.Errorf("%q and %q", got, changed)
	}
}

func TestOnlyAnInternalListOfPeopleIsMarkedSo(t *testing.T) {
	public := ledgerOf(5, 0)
	public.Public = true
	targets := ledgerOf(5, 0)
	targets.Of = registry.TypeTarget
	for name, c := range map[string]struct {
		table  report.Table
		marked bool
	}{"people": {ledgerOf(5, 0), true}, "public": {public, false}, "numbers": {monthly(), false}, "targets": {targets, false}} {
		file, _ := savedLedger(t, "mark", c.table, paper.Options{})
		got := tool(t, "pdftotext", "-raw", file, "-")
		if strings.Contains(got, "内部资料") != c.marked || strings.Contains(got, "打印：董斌") != c.marked || strings.Contains(got, "姓名和证件号码已作遮盖") != (name == "public") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestALedgerIsSignedOnceAtItsEnd(t *testing.T) {
	for rows := 20; rows < 32; rows++ { // there is a number of them at which the foot goes over to another page
		file, r := savedLedger(t, "foot", ledgerOf(rows, 0), paper.Options{})
		pages := strings.Split(tool(t, "pdftotext", "-raw", file, "-"), "\f")
		for i, page := range pages[:r.Pages] {
			if last := i == r.Pages-1; strings.Contains(page, "单位负责人") != last || !strings.Contains(page, "530000") || !strings.Contains(page, "证件号码") {
				t.Errorf("%d rows: page %d of %d\n%s", rows, i+1, r.Pages, page)
			}
		}
	}
}

func TestALedgerThatDoesNotAddUpIsNotPrinted(t *testing.T) {
	wrong := monthly()
	wrong.Sums[0].Parts--
	for name, c := range map[string]struct {
		table report.Table
		o     paper.Options
		want  error
	}{
		"sums":    {wrong, paper.Options{}, report.ErrSum},
		"no rows": {report.Table{Title: "空"}, paper.Options{}, paper.ErrNoLedger},
		"size":    {monthly(), paper.Options{Paper: "B5"}, paper.ErrLedgerSize},
	} {
		if _, err := paper.Ledger(io.Discard, c.table, c.o); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheSameLedgerIsTheSameBytes(t *testing.T) {
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if _, err := paper.Ledger(b, ledgerOf(50, 26), paper.Options{At: printedAt}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two files differ")
	}
}
