package testkit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// AgainstTwoSyncs measures a save that is to be on disk when it returns against two raw fsyncs of the same disk, turn about, so that
// what else the disk does meets both alike. Two because a safe write needs two: the data, then the record that makes it count.
// prepare makes what the i-th save has to save, outside the time.
func AgainstTwoSyncs(b *testing.B, prepare func(i int) (save func() error)) {
	raw, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	must(b, err)
	defer raw.Close()
	page := make([]byte, 4096)
	var saves, syncs []time.Duration
	for i := 0; b.Loop(); i++ {
		save := prepare(i)
		saves = append(saves, timed(b, save))
		syncs = append(syncs, timed(b, func() error {
			return errors.Join(grow(raw, page, 2*i), grow(raw, page, 2*i+1))
		}))
	}
	save, sync := median(saves), median(syncs)
	b.ReportMetric(float64(save.Microseconds()), "µs/save")
	b.ReportMetric(float64(sync.Microseconds()), "µs/2-fsyncs")
	b.ReportMetric(float64(save)/float64(sync), "times")
}

func timed(b *testing.B, f func() error) time.Duration {
	began := time.Now()
	must(b, f())
	return time.Since(began)
}

// grow writes a page at its place and syncs the file.
func grow(f *os.File, page []byte, at int) error {
	if _, err := f.WriteAt(page, int64(at*len(page))); err != nil {
		return err
	}
	return f.Sync()
}

func median(list []time.Duration) time.Duration {
	slices.Sort(list)
	return list[len(list)/2]
}
