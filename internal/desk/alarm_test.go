package desk_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestADateBeforeTheLastEditIsAnAlarm(t *testing.T) {
	clock := testkit.NewClock()
	s := testkit.StoreAt(t, filepath.Join(t.TempDir(), "a.ruhu"), store.Options{Now: clock.Now})
	d := must[*desk.Desk](t)(desk.At(s, desk.Options{Now: clock.Now}))
	household(t, d, zuomen, "1", "王小明")
	if got := d.Alarms(); len(got) != 0 {
		t.Fatalf("alarms on a good day: %v", got)
	}
	clock.Add(-48 * time.Hour)
	if got := d.Alarms(); len(got) != 1 || !errors.Is(got[0], desk.ErrClock) {
		t.Errorf("the date went back two days, alarms are %v", got)
	}
}
