package store_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// BenchmarkSave measures one durable save of a person's form against two raw fsyncs of the same disk, turn about, so that what
// else the disk does meets both alike. Two because a safe write needs two: the data, then the record that makes it count.
func BenchmarkSave(b *testing.B) {
	for _, records := range []int{0, 20_000} {
		b.Run(fmt.Sprintf("among %d", records), func(b *testing.B) { benchmarkSave(b, records) })
	}
}

func benchmarkSave(b *testing.B, records int) {
	dir := b.TempDir()
	s := testkit.StoreAt(b, dir+"/ruhu.store", store.Options{})
	fill(b, s, records)
	raw, err := os.Create(dir + "/raw")
	check(b, err)
	defer raw.Close()
	page := make([]byte, 4096)
	var saves, syncs []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		check(b, s.Edit("李干部", "", func(e *store.Edit) error { return e.Put("person", store.NewID(), person(i)) }))
		saves = append(saves, time.Since(began))
		began = time.Now()
		for k := range 2 {
			_, err := raw.WriteAt(page, int64(2*i+k)*4096)
			check(b, err)
			check(b, raw.Sync())
		}
		syncs = append(syncs, time.Since(began))
	}
	save, sync := median(saves), median(syncs)
	b.ReportMetric(float64(save.Microseconds()), "µs/save")
	b.ReportMetric(float64(sync.Microseconds()), "µs/2-fsyncs")
	b.ReportMetric(float64(save)/float64(sync), "times")
}

func median[T cmp.Ordered](list []T) T {
	slices.Sort(list)
	return list[len(list)/2]
}
