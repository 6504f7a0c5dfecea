package region

import "testing"

// TestTheListIsSorted holds what Load leans on to stop early: codes that only grow, of the five lengths.
func TestTheListIsSorted(t *testing.T) {
	last, n := "", 0
	err := each(func(code, name []byte) bool {
		n++
		if string(code) <= last || len(name) == 0 || formsOf[Level(len(code))] == nil {
			t.Fatalf("row %d: %s %s after %s", n, code, name, last)
		}
		last = string(code)
		return true
	})
	if err != nil || n != 665276 {
		t.Errorf("%d rows, %v", n, err)
	}
}
