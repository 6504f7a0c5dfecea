package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/rules"
)

// holds looks for words in a paper's text, whatever lines they were broken into.
func holds(t *testing.T, got string, want ...string) {
	t.Helper()
	flat := strings.NewReplacer("\n", "", " ", "").Replace(got)
	for _, w := range want {
		if !strings.Contains(flat, strings.ReplaceAll(w, " ", "")) {
			t.Errorf("%q is not in the file", w)
		}
	}
}

// county makes a paper by a county's own rule and gives its text.
func county(t *testing.T, kind string, public bool, rule string) string {
	t.Helper()
	if err := rules.Check("paper", rule); err != nil {
		t.Fatal(err)
	}
	c := sampleClass()
	p, _ := paper.Find(kind)
	o := paper.Options{Public: public, At: printedAt, Date: "2026-10-21", Rules: rules.NewBook([]*rules.Own{{ID: "1", Name: "paper", Text: rule, From: "2026-01-01"}})}
	var b bytes.Buffer
	if _, err := p.Make(&b, paper.Job{Class: c, Rows: sampleRows(3), Sessions: sampleSessions(c), Options: o}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return words(t, file)
}

// inOrder looks for words one after the other.
func inOrder(t *testing.T, got string, want ...string) {
	t.Helper()
	at := -1
	for _, w := range want {
		next := strings.Index(got[at+1:], w)
		if next < 0 {
			t.Fatalf("%q does not come after %q:\n%s", w, want[:slices.Index(want, w)], got)
		}
		at += 1 + next
	}
}

func TestACountyOrdersTheColumnsAndWordsOfARoster(t *testing.T) {
	got := county(t, "roster", true, `{"roster_public": {"title": "左门乡培训名单", "under": "请相互转告", "note": "有疑问请到便民服务中心", "footer": "左门乡",
		"columns": ["village", "group", "name", "seat"], "titles": {"village": "哪个村"}}}`)
	inOrder(t, got, "左门乡培训名单", "请相互转告", "哪个村", "村民小组", "姓名", "序号", "左门村委会", "一组", "李*龙", "有疑问请到便民服务中心", "左门乡")
	if strings.Contains(got, "性别") {
		t.Error("a column that the county left out is there")
	}
}

func TestACountyOrdersTheColumnsOfASignInSheet(t *testing.T) {
	got := county(t, "signin", false, `{"signin": {"title": "学员签到册", "columns": ["seat", "sign", "name", "phone"]}}`)
	inOrder(t, got, "学员签到册", "序号 上午签到 下午签到 姓名 联系电话", "李海龙 15410000000")
}

func TestACountyOrdersTheItemsOfTheBoardAndThePosting(t *testing.T) {
	got := county(t, "board", true, `{"board": {"columns": ["place", "project", "institution", "target", "measures", "approval"], "titles": {"place": "在哪里上课"}}}`)
	inOrder(t, got, "在哪里上课", "培训项目", "培训机构", "培训对象")
	inOrder(t, county(t, "posting", true, `{"posting": {"title": "左门乡开班公示", "note": "有意见请打12345"}}`), "左门乡开班公示", "有意见请打12345")
}

func TestWhatCannotBePrintedIsRefusedWithASentence(t *testing.T) {
	for rule, word := range map[string]string{
		`{"roster": {"columns": ["seat", "nmae"]}}`:                     "nmae",
		`{"roster": {"columns": ["seat", "name", "name"]}}`:             "两遍",
		`{"roster_public": {"columns": ["name", "id"]}}`:                "id",
		`{"signin": {"columns": ["seat", "name"]}}`:                     "sign",
		`{"board": {"columns": ["place"]}}`:                             "project",
		`{"posting": {"title": "` + strings.Repeat("长", 31) + `"}}`:     "31",
		`{"signin": {"colums": ["seat"]}}`:                              "colums",
		`{"signin": {"columns": ["seat", "name", "sign"], "title": 3}}`: "title",
		"{\"roster\": {\"columns\": [\"seat\" \"name\"]}}":              "1",
	} {
		if err := rules.Check("paper", rule); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%s: %v", rule, err)
		}
	}
}
