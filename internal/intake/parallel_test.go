package intake_test

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/sheet"
)

// planOn plans a book on so many processors.
func planOn(t *testing.T, processors int, b *sheet.Book) *intake.Plan {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	o, n := options(), 0
	o.NewID = func() string { n++; return fmt.Sprint("id ", n) }
	p, err := intake.New(context.Background(), b, newMemory(t, township), o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPlanIsTheSameOnOneProcessorAndOnMany(t *testing.T) {
	b := bookOf(dirty(t, 6000)...) // more than one block, and a last one that is not full
	want := planOn(t, 1, b)
	for _, processors := range []int{2, 5} {
		got := planOn(t, processors, b)
		if !reflect.DeepEqual(got.Mappings, want.Mappings) {
			t.Errorf("on %d processors the columns are %v, on one %v", processors, got.Mappings, want.Mappings)
		}
		if len(got.Problems) != len(want.Problems) {
			t.Fatalf("on %d processors %d problems, on one %d", processors, len(got.Problems), len(want.Problems))
		}
		for i := range want.Problems {
			if !reflect.DeepEqual(got.Problems[i], want.Problems[i]) {
				t.Fatalf("on %d processors problem %d is %+v, on one %+v", processors, i, got.Problems[i], want.Problems[i])
			}
		}
		if g, w := got.Puts(), want.Puts(); len(g) < 6000 || !reflect.DeepEqual(g, w) {
			t.Errorf("on %d processors %d other records, on one %d", processors, len(g), len(w))
		}
	}
}

func TestAPanicInOneRowIsOneOfWhoeverAsked(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it was lost")
		}
	}()
	intake.InParallel(1000, 1, func(i int) {
		if i == 77 {
			panic("a row")
		}
	})
}
