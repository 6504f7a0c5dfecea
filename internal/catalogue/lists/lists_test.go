package lists_test

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/catalogue"
	"ruhu/internal/catalogue/lists"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// file writes a table as a file of a kind and reads it as a file that somebody hands in.
func file(t interface{ Fatal(...any) }, dir string, table report.Table, format string) *sheet.Book {
	var b bytes.Buffer
	if err := sheet.Write(&b, table, format); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "目录."+format)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// csv reads a file whose lines are given.
func csv(t *testing.T, lines ...string) *sheet.Book {
	path := filepath.Join(t.TempDir(), "名单.csv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestWhatShipsGoesOutAndComesInWithoutLoss(t *testing.T) {
	for _, typ := range []string{registry.TypeTrade, registry.TypeProgramme} {
		for _, format := range []string{"xlsx", "csv"} {
			table, rows := survey.TableOf(typ), catalogue.ShippedRows(typ)
			got, problems, err := lists.In(file(t, t.TempDir(), lists.Out(table, rows, false), format), table)
			if err != nil || len(problems) != 0 || len(got) != len(rows) {
				t.Fatalf("%s %s: %d of %d rows, %v %v", typ, format, len(got), len(rows), problems, err)
			}
			for i := range rows {
				if !maps.Equal(got[i].Unpack(), rows[i].Unpack()) {
					t.Errorf("%s: %v, was %v", format, got[i].Unpack(), rows[i].Unpack())
				}
			}
		}
	}
}

// value draws an answer to a question, in stored form. No apostrophe: before a sign that begins a formula it is how files keep text from
// being one, so sheet takes it off again.
func value(t *rapid.T, f survey.Field) string {
	if rapid.IntRange(0, 3).Draw(t, "blank") == 0 && !f.Required {
		return ""
	}
	typed := ""
	switch f.Kind {
	case survey.Choice:
		typed = rapid.SampledFrom(survey.List(f.List)).Draw(t, f.Key).Name
	case survey.Choices:
		typed = rapid.SampledFrom(survey.List(f.List)).Draw(t, f.Key).Name + "、" + rapid.SampledFrom(survey.List(f.List)).Draw(t, f.Key).Name
	case survey.Flag:
		typed = rapid.SampledFrom([]string{survey.Yes, survey.No}).Draw(t, f.Key)
	case survey.Number, survey.Money:
		typed = rapid.SampledFrom([]string{"0", "1", "48", "60", "7.5", "100"}).Draw(t, f.Key)
	case survey.DateKind:
		typed = rapid.SampledFrom([]string{"2026", "2026-05", "2026-05-09", "2019-10-18"}).Draw(t, f.Key)
	case survey.PhoneKind:
		typed = rapid.SampledFrom([]string{"15400001234", "0878-5711234", "12333"}).Draw(t, f.Key)
	case survey.CreditCode:
		typed = rapid.SampledFrom([]string{"52530000MJ00000180", "91530000MJ0000018Y"}).Draw(t, f.Key)
	case survey.Code:
		typed = rapid.SampledFrom([]string{"00012345678901234567", "4-03-02-01", "Y-2026-1"}).Draw(t, f.Key)
	default:
		typed = rapid.StringOfN(rapid.SampledFrom([]rune("古丽·阿不都热依木㛃𬭳𠮷𬱖𫖮䶮校（）()、：%=+-@\"，。 1a\n")), 1, 12, -1).Draw(t, f.Key)
	}
	v, err := f.Clean(typed)
	if err != nil {
		return ""
	}
	return v
}

func drawn(t *rapid.T, table *survey.Table) []registry.Record {
	var out []registry.Record
	seen := map[string]bool{}
	for range rapid.IntRange(1, 6).Draw(t, "rows") {
		r := registry.Record{Type: table.Name, Packed: survey.Pack(survey.Answers{})}
		for _, f := range table.Fields {
			if v := value(t, f); v != "" {
				r.Packed = r.With(f.Key, v)
			}
		}
		for _, p := range table.Check(r.Unpack(), time.Time{}) {
			r.Packed = r.With(p.Key, "")
		}
		r.ID = catalogue.ID(r)
		if named(table, r.Unpack()) && !seen[r.ID] {
			seen[r.ID], out = true, append(out, r)
		}
	}
	return out
}

func named(table *survey.Table, a survey.Answers) bool {
	for _, f := range table.Fields {
		if f.Required && survey.Fold(a[f.Key]) == "" {
			return false
		}
	}
	return true
}

func TestOutAndInLosesNothingAndTwiceChangesNothing(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		table := survey.TableOf(rapid.SampledFrom(registry.CatalogueTypes).Draw(t, "type"))
		rows := drawn(t, table)
		if len(rows) == 0 {
			return
		}
		got, problems, err := lists.In(file(t, dir, lists.Out(table, rows, false), "xlsx"), table)
		if err != nil || len(problems) > 0 || len(got) != len(rows) {
			t.Fatalf("%d of %d rows: %+v %v", len(got), len(rows), problems, err)
		}
		for i := range rows {
			if got[i].ID != rows[i].ID || !maps.Equal(got[i].Unpack(), rows[i].Unpack()) {
				t.Fatalf("%q, was %q", got[i].Unpack(), rows[i].Unpack())
			}
		}
		if again := catalogue.Merge(rows, got); len(again) != 0 {
			t.Fatalf("reading it again would save %v", again)
		}
	})
}

func TestAListUnderOtherHeadingsIsRead(t *testing.T) {
	book := csv(t, "姚安县补贴性培训工种目录,,,,", "序号,职业（工种）,等级,学时,补贴标准（元/人）,理论占比,执行日期,文号", "1,焊工,五级/初级工,80学时,1200元,40%,2026.3.1,姚人社发〔2026〕3号", "2,无人机植保,,56,,,2026年3月,", "合计,,,136,,,,")
	got, problems, err := lists.In(book, survey.TradeTable)
	if err != nil || len(got) != 2 || len(problems) != 0 {
		t.Fatal(got, problems, err)
	}
	want := survey.Answers{survey.TradeName: "焊工", survey.TradeLevel: "初级", survey.MinHours: "80", survey.Subsidy: "1200", survey.TheoryShare: "40", survey.ValidFrom: "2026-03-01", survey.CatSource: "姚人社发〔2026〕3号"}
	if !maps.Equal(got[0].Unpack(), want) {
		t.Error(got[0].Unpack())
	}
}

func TestWhatCannotBeReadIsNamedAndKept(t *testing.T) {
	book := csv(t, "机构名称,统一社会信用代码,诚信等级,许可证有效期至,场地可容纳人数,启用日期,停用日期,法人电话",
		"姚安县彝绣职业培训学校,52530000MJ00000181,特级,2026-02-30,五十,2026-05-01,2026-04-01,15400001234",
		",,A,2026-12-31,,,,",
		"姚安县技工学校,,A,2026-12-31,-3,,,")
	got, problems, err := lists.In(book, survey.InstitutionTable)
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	for _, want := range []struct {
		row    int
		column string
		err    error
	}{
		{1, "法人电话", lists.ErrUnknown}, {2, "统一社会信用代码", survey.ErrCreditChecksum}, {2, "诚信等级", survey.ErrValueUnknown}, {2, "许可证有效期至", survey.ErrNoDay},
		{2, "停用日期", survey.ErrValidDates}, {3, "", lists.ErrNoName}, {4, "场地可容纳人数", survey.ErrNegative},
	} {
		if !has(problems, want.row, want.column, want.err) {
			t.Errorf("row %d %s: %v is not said", want.row, want.column, want.err)
		}
	}
	if len(problems) != 7 {
		t.Errorf("%d problems: %+v", len(problems), problems)
	}
	note := got[0].Get(survey.InstNote)
	for _, found := range []string{"52530000MJ00000181", "诚信等级：特级", "2026-02-30", "停用日期：2026-04-01", "法人电话：15400001234"} {
		if !strings.Contains(note, found) {
			t.Errorf("%s is lost: %s", found, note)
		}
	}
	if got[0].Get(survey.InstRoom) != "50" || got[0].Get(survey.ValidFrom) != "2026-05-01" || got[0].Get(survey.ValidTo) != "" {
		t.Error("the good beside it:", got[0].Unpack())
	}
}

func has(problems []lists.Problem, row int, column string, err error) bool {
	for _, p := range problems {
		if p.Row == row && p.Column == column && errors.Is(p.Err, err) {
			return true
		}
	}
	return false
}

func TestOfTwoRowsThatDifferTheFirstIsTaken(t *testing.T) {
	book := csv(t, "教师姓名,所在单位,职称", "李𠮷,甲校,讲师", "李𠮷,甲校,高级讲师", "李𠮷,乙校,讲师", "李𠮷,乙校,讲师")
	got, problems, err := lists.In(book, survey.TeacherTable)
	if err != nil || len(got) != 2 || got[0].Get(survey.TeachTitle) != "讲师" {
		t.Fatal(got, err)
	}
	if len(problems) != 1 || !has(problems, 3, "", lists.ErrTwice) {
		t.Error(problems)
	}
}

func TestAFileWithoutSuchAListIsRefusedInWords(t *testing.T) {
	if _, _, err := lists.In(csv(t, "品名,单价", "化肥,120"), survey.TradeTable); !errors.Is(err, lists.ErrNoTable) {
		t.Error(err)
	}
}

func TestThePublicListHasNoPhonesOfTeachersInIt(t *testing.T) {
	r := []registry.Record{{Type: registry.TypeTeacher, ID: "t", Packed: survey.Pack(survey.Answers{survey.TeachName: "古丽·阿不都热依木", survey.TeachPhone: "15400001234", survey.TeachNote: "备注"})}}
	for _, row := range lists.Out(survey.TeacherTable, r, true).Rows {
		if s := strings.Join(row, "|"); strings.Contains(s, "1540") || strings.Contains(s, "备注") {
			t.Error(s)
		}
	}
	inst := []registry.Record{{Type: registry.TypeInstitution, ID: "i", Packed: survey.Pack(survey.Answers{survey.InstName: "甲校", survey.InstPhone: "0878-5711234"})}}
	if s := strings.Join(lists.Out(survey.InstitutionTable, inst, true).Rows[0], "|"); !strings.Contains(s, "0878-5711234") {
		t.Error("the directory is there to be called:", s)
	}
}
