package desk_test

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/testkit"
)

// large is a register of 100,000 people: the file that RUHU_LARGE names, which is made where there is none yet, so that the window
// and the command line can be measured with it too.
func large(b *testing.B) string {
	path := os.Getenv("RUHU_LARGE")
	if path == "" {
		return township(b, 100_000)
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(township(b, 100_000), path); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

func BenchmarkOpen100000People(b *testing.B) {
	path := large(b)
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
