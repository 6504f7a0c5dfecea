package paper_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/paper"
)

// TestLook writes the papers into RUHU_LOOK for the eye; without it there is nothing to do.
func TestLook(t *testing.T) {
	dir := os.Getenv("RUHU_LOOK")
	if dir == "" {
		t.Skip("RUHU_LOOK is not set")
	}
	c := sampleClass()
	job := paper.Job{Class: c, Rows: sampleRows(38), Sessions: sampleSessions(c), Options: paper.Options{By: "董斌", At: printedAt}}
	for _, p := range paper.All {
		for _, size := range p.Sizes {
			for _, public := range []bool{false, true} {
				j := job
				j.Public, j.Paper = public, size
				var b bytes.Buffer
				r, err := p.Make(&b, j)
				if err != nil {
					t.Fatal(p.Name, err)
				}
				kind := map[bool]string{true: "public", false: "internal"}[public]
				t.Log(p.Name, size, kind, r, b.Len())
				if err := os.WriteFile(filepath.Join(dir, p.Name+"-"+size+"-"+kind+".pdf"), b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
