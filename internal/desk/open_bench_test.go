package desk_test

import (
	"os"
	"runtime"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/testkit"
)

func BenchmarkOpen100000People(b *testing.B) {
	path := os.Getenv("RUHU_LARGE")
	if path == "" {
		path = township(b, 100_000)
	}
	for b.Loop() {
		d := must[*desk.Desk](b)(desk.Open(path, testkit.Passphrase, desk.Options{FastKDF: true}))
		b.StopTimer()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MB-heap")
		d.Close()
		b.StartTimer()
	}
}
