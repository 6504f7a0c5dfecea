package region_test

import (
	"runtime"
	"testing"

	"ruhu/internal/region"
)

// BenchmarkLoadACounty is what the start of the program pays, and the memory that stays.
func BenchmarkLoadACounty(b *testing.B) {
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var t *region.Tree
	for range b.N {
		var err error
		if t, err = region.Load("532325"); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc)-float64(before.HeapAlloc), "B-held")
	runtime.KeepAlive(t)
}
