package survey_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestTablesAreAsReviewed keeps one line a field in testdata, so that a change of a table shows as what it is.
func TestTablesAreAsReviewed(t *testing.T) {
	for _, table := range survey.Tables {
		var b strings.Builder
		for _, f := range table.Fields {
			fmt.Fprintln(&b, line(f))
		}
		file := filepath.Join("testdata", table.Name+".txt")
		if *update {
			write(t, file, b.String())
		}
		if want := read(t, file); want != b.String() {
			t.Errorf("%s is not as in %s; look at the difference and run with -update", table.Name, file)
		}
	}
}

func line(f survey.Field) string {
	marks := map[string]bool{
		"required": f.Required, "ledger": f.On&survey.Ledger != 0, "roster": f.On&survey.Roster != 0, "notice": f.On&survey.Notice != 0, "card": f.On&survey.Card != 0,
		"when": f.When != nil, "from": f.From != nil, "or-asked": f.OrAsked, "hidden": f.Hidden, "lists": f.Lists != nil, "check": f.Check != nil, "retired": f.Retired,
	}
	var on []string
	for m, is := range marks {
		if is {
			on = append(on, m)
		}
	}
	slices.Sort(on)
	class := []string{"free", "identity", "contact", "sensitive"}[f.Class]
	kind := f.Kind.Name
	if f.List != "" {
		kind += "(" + f.List + ")"
	}
	return strings.Join([]string{f.Section, f.Key, f.Label, kind, class, strings.Join(on, " "), strings.Join(f.Also, "|")}, " | ")
}

// TestReleasedKeysStayWhatTheyAre holds the promise that lets old and new programs share a register: a key is never taken
// away, never renamed, never given another kind. The file only grows.
func TestReleasedKeysStayWhatTheyAre(t *testing.T) {
	const file = "testdata/released.txt"
	released := read(t, file)
	for _, l := range strings.Fields(strings.ReplaceAll(strings.TrimSpace(released), " ", "=")) {
		key, kind, _ := strings.Cut(l, "=")
		typ, key, _ := strings.Cut(key, ".")
		if f, ok := survey.TableOf(typ).Field(key); !ok || f.Kind.Name != kind {
			t.Errorf("%s.%s was released as %s: it must stay (Retired, if nobody is asked any more)", typ, key, kind)
		}
	}
	for _, table := range survey.Tables {
		for _, f := range table.Fields {
			l := fmt.Sprintf("%s.%s %s\n", table.Name, f.Key, f.Kind.Name)
			if !strings.Contains("\n"+released, "\n"+l) {
				released += l
				if !*update {
					t.Errorf("%s is new: run with -update to add it to %s", strings.TrimSpace(l), file)
				}
			}
		}
	}
	if *update {
		write(t, file, released)
	}
}

// exportHeaders are the 47 of the monitoring system's export, as it writes them.
const exportHeaders = "省 市 县 乡 村 户编号 人口编号 姓名 性别 出生日期 证件类型 证件号码 民族 户联系电话 成员联系电话 年度 与户主关系 文化程度 在校生状况 劳动技能 务工时间（月） 健康状况 政治面貌 务工企业名称 是否享受低保 是否参加城镇职工基本养老保险 是否参加大病保险 是否参加新型农村合作医疗（城乡居民基本医疗保险） 是否参加城乡居民基本养老保险 失学或辍学原因 是否会讲普通话 是否参加商业补充医疗保险 是否国外务工 产业分类 是否接受大病医疗救助 是否接受其他健康扶贫 公益性岗位类型 公益性岗位(月数) 就业渠道 残疾类别 务工所在地 户主姓名 户主证件号码 是否参加城镇职工基本医疗保险 是否特困供养人员 残疾证办证年度 识别标准"

// otherHeaders are of other lists that townships have: the register of 2022, the education bureau's, counties' surveys.
const otherHeaders = "乡(镇) 行政村 自然村 人编号 人数 人联系电话 致贫原因1 危房户 是否解决安全饮用水 人均纯收入 首次识别时间 人员识别时间 户类型 易返贫致贫户(监测对象)类型 风险是否消除 风险识别时间 风险消除时间 身份证号 身份证号码 公民身份号码 联系电话 手机号 电话 学历 出生年月 学籍号 乡镇 村委会 村民小组 毕业学校 学段 毕业时间 是否继续升学 目前去向 有无培训意愿 意向工种 备注 是否就业 就业地点 从事工种 月收入（元） 是否参加过培训 已有证书 是否有培训意愿 意向培训工种 意向培训地点 意向培训时间 小组 就业状态 务工地 工种 月工资 培训经历（有/无） 证书名称及等级 愿意参加培训 想学的技能 希望在哪里培训 希望什么时候培训 户口所在地 户口性质 就业安排承诺单位"

// TestEachHeadingLeadsToOneRow looks at the tables that a list of people is read into at once, and at each other table for itself.
func TestEachHeadingLeadsToOneRow(t *testing.T) {
	for _, table := range survey.Tables[3:] {
		headings(t, table)
	}
	rows := headings(t, survey.Household, survey.Person, survey.Wish)
	for _, h := range strings.Fields(exportHeaders) {
		if rows[survey.Fold(h)].Label != h {
			t.Errorf("%s: the row's label is %q, want that of the system", h, rows[survey.Fold(h)].Label)
		}
	}
	for _, h := range strings.Fields(otherHeaders) {
		if rows[survey.Fold(h)].Key == "" {
			t.Errorf("%s leads to no row", h)
		}
	}
}

func headings(t *testing.T, tables ...*survey.Table) map[string]survey.Field {
	rows := map[string]survey.Field{}
	for _, table := range tables {
		for _, f := range table.Fields {
			for _, h := range append([]string{f.Label}, f.Also...) {
				k := survey.Fold(h)
				if other, twice := rows[k]; twice && other.Key != f.Key {
					t.Errorf("%s: %s heads both %s and %s", table.Name, h, other.Key, f.Key)
				}
				rows[k] = f
			}
		}
	}
	return rows
}

func TestEveryPartOfAFormHasATitle(t *testing.T) {
	for _, table := range survey.Tables {
		for _, f := range table.Fields {
			if !text.Has("survey.section." + f.Section) {
				t.Errorf("%s.%s is in the part %q without a title", table.Name, f.Key, f.Section)
			}
		}
	}
}

func TestOnlyAMissingNameStopsASave(t *testing.T) {
	for table, want := range map[*survey.Table][]string{
		survey.Person: {survey.FullName}, survey.Household: {survey.HeadName},
		survey.Wish: {survey.WishedOn}, survey.Visit: {survey.VisitedOn, survey.Visitor},
	} {
		var got []string
		for _, p := range table.Check(survey.Answers{}, day) {
			if !p.Warn {
				got = append(got, p.Key)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s stops for %v, want %v", table.Name, got, want)
		}
	}
}

var day = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	return string(b)
}

func write(t *testing.T, file, s string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(s), 0o644); err != nil {
		t.Fatal(err)
	}
}
