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
