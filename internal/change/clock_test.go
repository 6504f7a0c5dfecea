package change_test

import (
	"bytes"
	"cmp"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/change"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func TestAClockNeverGoesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wall := noon
		c := change.NewClock(7, func() time.Time { return wall }, change.Stamp{})
		var last change.Stamp
		for range rapid.IntRange(1, 50).Draw(t, "steps") {
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0: // set by hand, by up to ten years either way
				wall = wall.Add(time.Duration(rapid.Int64Range(-1<<58, 1<<58).Draw(t, "jump")))
			case 1:
				c.Observe(change.Stamp{Time: uint64(wall.Add(time.Hour).UnixMilli()) << 16, Dev: 9})
			case 2: // started again
				c = change.NewClock(7, func() time.Time { return wall }, c.Last())
			}
			s := c.Now()
			if s.Compare(last) <= 0 || s.Dev != 7 {
				t.Fatalf("%v after %v", s, last)
			}
			last = s
		}
	})
}

func TestAClockFollowsOthersButNotIntoTheFarFuture(t *testing.T) {
	at := func(d time.Duration) change.Stamp {
		return change.Stamp{Time: uint64(noon.Add(d).UnixMilli()) << 16, Dev: 9}
	}
	for name, tt := range map[string]struct {
		seen    change.Stamp
		follows bool
	}{
		"an hour ahead":        {at(time.Hour), true},
		"23 hours ahead":       {at(23 * time.Hour), true},
		"two days ahead":       {at(48 * time.Hour), false},
		"the end of all clock": {change.Stamp{Time: 1<<64 - 1, Dev: 9}, false},
	} {
		t.Run(name, func(t *testing.T) {
			c := change.NewClock(7, func() time.Time { return noon }, change.Stamp{})
			c.Observe(tt.seen)
			if got := c.Now().Time > tt.seen.Time; got != tt.follows {
				t.Errorf("follows: %v", got)
			}
		})
	}
}

func TestAClockTellsWhenTheWallRunsBehindIt(t *testing.T) {
	wall := noon
	c := change.NewClock(7, func() time.Time { return wall }, change.Stamp{})
	c.Now()
	if _, behind := c.Behind(); behind {
		t.Error("behind although nothing was set")
	}
	wall = noon.Add(-3 * time.Hour)
	if d, behind := c.Behind(); !behind || d.Round(time.Minute) != 3*time.Hour {
		t.Errorf("behind by %v: %v", d, behind)
	}
	wall = noon.Add(72 * time.Hour)
	if d := c.SinceLast(); d.Round(time.Minute) != 72*time.Hour {
		t.Errorf("%v since the last edit", d)
	}
}

func TestTheBytesOfStampsSortAsStampsDo(t *testing.T) {
	stamp := rapid.Custom(func(t *rapid.T) change.Stamp {
		return change.Stamp{Time: rapid.Uint64().Draw(t, "time"), Dev: rapid.Uint32().Draw(t, "dev")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := stamp.Draw(t, "a"), stamp.Draw(t, "b")
		ab, bb := a.Bytes(), b.Bytes()
		if got, want := bytes.Compare(ab[:], bb[:]), a.Compare(b); cmp.Compare(got, 0) != want {
			t.Fatalf("%v and %v: bytes say %d, stamps %d", a, b, got, want)
		}
		if back, err := change.StampFrom(ab[:]); err != nil || back != a {
			t.Fatalf("%v came back as %v, %v", a, back, err)
		}
	})
}
