package sheet_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ruhu/internal/sheet"
	"ruhu/internal/text"
)

// refused reads a file that must not be read, and wants the error in words that name the file.
func refused(t *testing.T, path string, want error, l sheet.Limits) {
	t.Helper()
	_, err := sheet.ReadWithin(context.Background(), path, l)
	if !errors.Is(err, want) {
		t.Fatalf("error %v, want %v", err, want)
	}
	x := text.Explain(err)
	if x.Way == "" || strings.Contains(x.What, "%") || strings.Contains(x.What, "/tmp") {
		t.Errorf("said as %q, %q", x.What, x.Way)
	}
}

func TestReadingCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	path := file(t, "a.csv", strings.Repeat("1,2\n", 5000))
	if _, err := sheet.ReadWithin(ctx, path, sheet.Standard); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want canceled", err)
	}
}

func TestColumnsAreNamedAsSpreadsheetsDo(t *testing.T) {
	for col, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 46: "AU", 701: "ZZ", 702: "AAA"} {
		if got := sheet.ColumnName(col); got != want {
			t.Errorf("column %d is %s, want %s", col, got, want)
		}
	}
}

// FuzzRead wants an answer or an error for whatever a file holds, never a panic, and row lengths that stay in bounds.
func FuzzRead(f *testing.F) {
	for _, s := range []string{names, "a;b\n\"x", "\xFF\xFEa\x00", "sep=|\na|b", "PK\x03\x04", "=\"1\",'=2\n\r\n\"\"", "\x84\x31\xa4\x37,\xd0\xd5"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := sheet.ReadWithin(context.Background(), file(t, "a.csv", string(b)), sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1 << 16})
		if err != nil {
			return
		}
		for _, s := range book.Sheets {
			if n := len(s.Rows); n == 0 || len(s.Rows[n-1]) == 0 {
				t.Error("a blank row at the end")
			}
		}
	})
}
