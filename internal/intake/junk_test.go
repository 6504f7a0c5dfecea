package intake_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/intake"
)

// junk is what turns up in cells of lists that went through many hands.
var junk = []string{
	"", " ", "　", "#REF!", "#N/A", "合计", "同上", "〃", "无", "不详", "/", "-", "5.3E+17", "1.54E+10", "=1+1", `="`, `=""`, "'", "是是", "√", "×", "TRUE",
	"530000200801010015", "530000200702290031", "15430703860\n15430703861", "2008.13.45", "9999999", "-1", "1e309", "NaN", "左门乡", "𠮷𬭳", "\u200b\ufeff", "（）", "户主", "姓名",
	"一个非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常非常长的句子，里面什么都有：电话、地址和别的。", "\x00\x01", "A\u0301", "<b>x</b>", "%s%d", "注：见附件",
}

// TestOneBadCellHarmsOnlyItsRow puts anything into any cell: every other row goes in with its own values all the same.
func TestOneBadCellHarmsOnlyItsRow(t *testing.T) {
	m := newMemory(t, township)
	good := planOf(t, m, made(16)...)
	rapid.Check(t, func(rt *rapid.T) {
		rows := made(16)
		at, col := rapid.IntRange(1, 16).Draw(rt, "row"), rapid.IntRange(0, len(headings)-1).Draw(rt, "column")
		rows[at] = slices.Clone(rows[at])
		rows[at][col] = rapid.OneOf(rapid.SampledFrom(junk), rapid.String()).Draw(rt, "cell")
		p, err := intake.New(t.Context(), bookOf(rows...), m, options())
		if err != nil {
			rt.Fatal(err)
		}
		if len(p.Rows) != 16 || p.Data+p.Skipped < 16 {
			rt.Fatalf("%d rows, %d of data", len(p.Rows), p.Data)
		}
		for i := range p.Rows {
			if i != at-1 && (p.Rows[i].Outcome != intake.Fresh || !maps.Equal(p.Rows[i].Person, good.Rows[i].Person)) {
				rt.Errorf("row %d is %s %v because of row %d", p.Rows[i].Row, p.Rows[i].Outcome, kinds(&p.Rows[i]), at+1)
			}
		}
		p.Puts()
		p.Waiting(today)
	})
}
