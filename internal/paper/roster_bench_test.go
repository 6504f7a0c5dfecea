package paper_test

import (
	"io"
	"testing"

	"ruhu/internal/paper"
)

func BenchmarkRosterOf1000(b *testing.B) {
	c, rows := sampleClass(), sampleRows(1000)
	for b.Loop() {
		if _, err := paper.Roster(io.Discard, c, rows, paper.Options{At: printedAt, By: "董斌"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCardsOf1000(b *testing.B) {
	c, rows := sampleClass(), sampleRows(1000)
	for b.Loop() {
		if _, err := paper.Cards(io.Discard, c, rows, paper.Options{At: printedAt}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBoard(b *testing.B) {
	c := sampleClass()
	for b.Loop() {
		if _, err := paper.Board(io.Discard, c, paper.Options{At: printedAt}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLedgerOf1000(b *testing.B) { benchLedger(b, 1000) }

func BenchmarkLedgerOf100000(b *testing.B) { benchLedger(b, 100_000) }

func benchLedger(b *testing.B, people int) {
	t := ledgerOf(people, 3)
	b.ReportAllocs()
	for b.Loop() {
		pages := 0
		for _, v := range paper.Volumes(t) {
			r, err := paper.Ledger(io.Discard, v.Table, paper.Options{At: printedAt, By: "董斌"})
			if err != nil {
				b.Fatal(err)
			}
			pages += r.Pages
		}
		b.ReportMetric(float64(pages), "pages")
	}
}
