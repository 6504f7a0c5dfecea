package sheet_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"ruhu/internal/report"
	"ruhu/internal/sheet"
)

// The lists of the benchmarks: a county's export of the monitoring system has 47 columns, and 50,000 rows in a large one.
const (
	benchRows = 50_000
	benchCols = 47
)

// county is such a list: numbers as text, names, few words often, as real ones have them.
func county(rows, cols int) report.Table {
	t := report.Table{Title: "监测系统导出"}
	for c := range cols {
		t.Columns = append(t.Columns, report.Column{Key: fmt.Sprint("c", c), Label: fmt.Sprint("栏目", c), Width: 12, Text: c == 1, Right: c%7 == 5})
	}
	words := []string{"是", "否", "汉族", "彝族", "初中", "高中", "健康", "普通劳动力", "一般农户", "左门乡", "", "无"}
	for r := range rows {
		row := make([]string, cols)
		for c := range cols {
			switch {
			case c == 0:
				row[c] = fmt.Sprintf("古丽·阿不都%d", r%7919)
			case c == 1:
				row[c] = fmt.Sprintf("5300002008%08d", r)
			case c%7 == 5:
				row[c] = fmt.Sprint(r % 12)
			default:
				row[c] = words[(r*31+c*7)%len(words)]
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// countyFiles writes the list in each format that is read.
func countyFiles(b *testing.B) map[string]string {
	t, out := county(benchRows, benchCols), map[string]string{}
	for _, format := range []string{"xlsx", "csv"} {
		out[format] = filepath.Join(b.TempDir(), "a."+format)
		f, err := os.Create(out[format])
		if err != nil {
			b.Fatal(err)
		}
		if err := errors.Join(sheet.Write(f, t, format), f.Close()); err != nil {
			b.Fatal(err)
		}
	}
	return out
}

func BenchmarkRead50000x47(b *testing.B) {
	files := countyFiles(b)
	for _, format := range []string{"xlsx", "csv"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if book := read(b, files[format]); len(book.Sheets[0].Rows) < benchRows {
					b.Fatal(len(book.Sheets[0].Rows))
				}
			}
		})
	}
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f, err := excelize.OpenFile(files["xlsx"])
			if err != nil {
				b.Fatal(err)
			}
			rows, err := f.GetRows(f.GetSheetName(0))
			if err != nil || len(rows) < benchRows {
				b.Fatal(len(rows), err)
			}
			f.Close()
		}
	})
}

// BenchmarkWrite100000 is the ledger of a county, beside the stream writer of excelize alone, without any style.
func BenchmarkWrite100000(b *testing.B) {
	t := county(100_000, 20)
	for _, format := range []string{"xlsx", "csv", "json"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := sheet.Write(&out, t, format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f := excelize.NewFile()
			s, err := f.NewStreamWriter("Sheet1")
			if err != nil {
				b.Fatal(err)
			}
			for i, row := range t.Rows {
				cells := make([]any, len(row))
				for c, v := range row {
					cells[c] = v
				}
				if err := s.SetRow(fmt.Sprint("A", i+1), cells); err != nil {
					b.Fatal(err)
				}
			}
			var out bytes.Buffer
			if s.Flush() != nil || f.Write(&out) != nil {
				b.Fatal("not written")
			}
			f.Close()
		}
	})
}
