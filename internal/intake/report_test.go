package intake_test

import (
	"bytes"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
)

func TestTheReportSaysOfEveryRowWhatBecameOfIt(t *testing.T) {
	m := seeded(t)
	p := planOf(t, m, small,
		[]string{"左门", "5323250000000001", "由国萍", "53000019760408167X", "户主", "15400000009", "初中"},
		[]string{"地索", "5323250000000002", "古丽·阿不都热依木", "530000200007165212", "户主", "15400000003", "大专"})
	if err := p.Decide(0, intake.Theirs); err != nil {
		t.Fatal(err)
	}
	r := p.Report()
	if len(r.Rows) != len(p.Rows) || len(r.IDs) != len(r.Rows) {
		t.Fatalf("%d rows of %d", len(r.Rows), len(p.Rows))
	}
	all := strings.Join(r.Rows[0], "|") + strings.Join(r.Rows[1], "|")
	for _, want := range []string{"以这张表为准", "姓名：证件号码相同的人", "文化程度：高中→大专"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said: %s", want, all)
		}
	}
	for _, never := range []string{"53000019760408167X", "15400000009"} {
		if strings.Contains(all, never) {
			t.Errorf("%s stands in the report", never)
		}
	}
	var file bytes.Buffer
	if err := sheet.Write(&file, r, "xlsx"); err != nil {
		t.Error(err)
	}
}

func TestAReportOfARosterSaysWhoIsEnrolled(t *testing.T) {
	p := planFile(t, yearly(t), "class.xlsx")
	all := ""
	for _, row := range p.Report().Rows {
		all += strings.Join(row, "|") + "\n"
	}
	for _, want := range []string{"|已报名|", "|不能报名|", "|待决定|", "培训人数："} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is not said", want)
		}
	}
	if strings.Contains(all, "intake.") {
		t.Error("words are missing")
	}
}
