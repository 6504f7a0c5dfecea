package desk_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/survey"
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
		b.ReportMetric(float64(liveHeap())/(1<<20), "MB-heap")
		d.Close()
		b.StartTimer()
	}
}

// BenchmarkSource100000People reads what all ledgers are made of, and says how much memory it keeps.
func BenchmarkSource100000People(b *testing.B) {
	d := must[*desk.Desk](b)(desk.Open(large(b), testkit.Passphrase, desk.Options{FastKDF: true}))
	defer d.Close()
	before := liveHeap()
	for b.Loop() {
		src := must[*report.Source](b)(d.Source())
		b.StopTimer()
		b.ReportMetric(float64(liveHeap()-before)/(1<<20), "MB-heap")
		runtime.KeepAlive(src)
		must[string](b)(d.SaveHousehold("h000000", survey.Answers{survey.HeadName: "张伟", survey.Village: "532325202201", survey.Address: fmt.Sprint(b.Elapsed())}))
		b.StartTimer()
	}
}

func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
