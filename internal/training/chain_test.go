package training_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// noted are marks as devices make them, one after the other; each is a link of its device's chain.
func noted(devices ...string) []training.Mark {
	var out []training.Mark
	last := map[string]training.Mark{}
	for i, d := range devices {
		m := mark(fmt.Sprintf("m%02d", i), fmt.Sprintf("e%d", i%5), training.Present, i)
		m.Device, m.No = d, last[d].No+1
		if m.No > 1 {
			m.Prev = last[d].Digest()
		}
		m = training.MarkFrom(m.ID, m.Answers())
		last[d] = m
		out = append(out, m)
	}
	return out
}

func kinds(c training.Chain) []string {
	var out []string
	for _, b := range c.Breaks {
		out = append(out, b.Kind)
	}
	return out
}

func TestMarksThatNobodyTouchedAreWholeWhateverTheirOrder(t *testing.T) {
	marks := noted("a", "b", "a", "a", "b")
	c := training.NewChain(nil, marks)
	slices.Reverse(marks)
	if o := training.NewChain(nil, marks); len(c.Breaks) > 0 || o.Head() != c.Head() || c.Marks != 5 || len(c.Devices) != 2 {
		t.Errorf("%+v, heads %s %s", c.Breaks, c.Head(), o.Head())
	}
	if digest, no := c.Tip("a"); no != 3 || digest != marks[1].Digest() {
		t.Errorf("the last mark of a is number %d", no)
	}
}

func TestWhatWasDoneToAMarkIsSaid(t *testing.T) {
	for _, k := range []struct {
		name string
		do   func([]training.Mark) []training.Mark
		want string
		says string
	}{
		{"taken out", func(m []training.Mark) []training.Mark { return slices.Delete(m, 2, 3) }, training.BreakMissing, "第3条"},
		{"two taken out", func(m []training.Mark) []training.Mark { return slices.Delete(m, 1, 3) }, training.BreakMissing, "第2—3条"},
		{"the first taken out", func(m []training.Mark) []training.Mark { return m[1:] }, training.BreakMissing, "第1条"},
		{"changed", func(m []training.Mark) []training.Mark { m[2].Symbol = training.Absent; return m }, training.BreakChanged, "第3条"},
		{"of somebody else", func(m []training.Mark) []training.Mark { m[0].Enrolment = "e9"; return m }, training.BreakChanged, "第1条"},
		{"put elsewhere", func(m []training.Mark) []training.Mark { m[1].No, m[2].No = 3, 2; return m }, training.BreakChanged, "第"},
		{"without its number", func(m []training.Mark) []training.Mark { m[3].No = 0; return m }, training.BreakChanged, "第"},
	} {
		c := training.NewChain(nil, k.do(noted("a", "a", "a", "a", "a")))
		i := slices.IndexFunc(c.Breaks, func(b training.Break) bool {
			return b.Kind == k.want && b.Serious && strings.Contains(b.Says(), k.says)
		})
		if i < 0 || c.Sound() {
			t.Errorf("%s: %v %+v", k.name, kinds(c), c.Breaks)
		}
	}
}

func TestADeviceRestoredFromABackupForksAndIsNoCrime(t *testing.T) {
	first := noted("a", "a", "a")
	second := first[1]
	second.ID, second.Enrolment, second.At = "m99", "e4", second.At.Add(time.Hour)
	second.Prev, second.No = first[0].Digest(), 2
	c := training.NewChain(nil, append(first, training.MarkFrom(second.ID, second.Answers())))
	if !c.Sound() || !slices.Equal(kinds(c), []string{training.BreakFork}) || len(c.Devices[0].Ends) != 2 {
		t.Errorf("%+v", c)
	}
	if digest, no := c.Tip("a"); no != 3 || digest != first[2].Digest() {
		t.Errorf("it goes on from number %d", no)
	}
}

func TestAClockTurnedBackAndLateEntryAreShownAndNoCrime(t *testing.T) {
	s := training.Session{ID: "s1", Answers: survey.Answers{training.HeldOn: "2026-10-20", training.Half: training.Morning}}
	at := func(hours ...int) training.Chain {
		marks := noted("a", "a", "a")
		for i := range marks {
			marks[i].At = time.Date(2026, 10, 20, 8, 0, 0, 0, training.Zone).Add(time.Duration(hours[i]) * time.Hour)
			if i > 0 {
				marks[i].Prev = marks[i-1].Digest()
			}
		}
		return training.NewChain([]training.Session{s}, marks)
	}
	for _, k := range []struct {
		hours []int
		want  []string
	}{
		{[]int{0, 1, 2}, nil}, {[]int{0, 27, 28}, nil}, {[]int{0, 2, 1}, []string{training.BreakClock}},
		{[]int{0, 29, 30}, []string{training.BreakLate}}, {[]int{-9, 1, 2}, []string{training.BreakEarly}},
	} {
		c := at(k.hours...)
		if !slices.Equal(kinds(c), k.want) || !c.Sound() {
			t.Errorf("%v: %v", k.hours, kinds(c))
		}
		for _, b := range c.Breaks {
			if b.Kind == training.BreakLate && (len(b.Marks) != 2 || !strings.Contains(b.Says(), "2条")) {
				t.Errorf("entered late: %s", b.Says())
			}
		}
	}
}

func TestMarksOfTheFirstReleaseAreInTheHeadAllTheSame(t *testing.T) {
	old := []training.Mark{mark("m1", "e1", training.Present, 1), mark("m2", "e2", training.Absent, 2)}
	c := training.NewChain(nil, append(noted("d1", "d1"), old...))
	if len(c.Breaks) > 0 || c.Marks != 4 || len(c.Holds(c.Lines())) > 0 {
		t.Fatalf("%+v", c)
	}
	old[0].Symbol = training.Late
	if o := training.NewChain(nil, append(noted("d1", "d1"), old...)); o.Head() == c.Head() || len(o.Holds(c.Lines())) == 0 {
		t.Error("a changed mark of the first release passes")
	}
}

func TestASealHoldsWhateverIsAddedAfterIt(t *testing.T) {
	marks := noted("a", "b", "a", "a", "b", "a")
	sealed := training.NewChain(nil, marks[:4])
	if faults := training.NewChain(nil, marks).Holds(sealed.Lines()); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
	if training.HeadOf(sealed.Lines()) != sealed.Head() {
		t.Error("the lines are not those of the head")
	}
	if faults := training.NewChain(nil, marks[:3]).Holds(sealed.Lines()); len(faults) != 1 {
		t.Errorf("the last mark is gone: %v", faults)
	}
}

// TestAnyChangeOfAStoredMarkIsFound is the promise of the chain: whatever is done to the stored form of a mark, the seal no longer holds;
// and if another mark follows it, the marks alone show it.
func TestAnyChangeOfAStoredMarkIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		devices := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 2, 20).Draw(t, "devices")
		marks := noted(devices...)
		c := training.NewChain(nil, marks)
		i := rapid.IntRange(0, len(marks)-1).Draw(t, "which")
		followed := slices.Contains(devices[i+1:], devices[i])
		touched := touch(t, marks, i)
		o := training.NewChain(nil, touched)
		if o.Head() == c.Head() && o.Sound() || len(o.Holds(c.Lines())) == 0 {
			t.Fatalf("the seal still holds: %+v", o)
		}
		if followed && o.Sound() {
			t.Fatalf("the marks alone say nothing: %+v", o)
		}
	})
}

// touch changes, moves or takes out the i-th mark.
func touch(t *rapid.T, marks []training.Mark, i int) []training.Mark {
	if rapid.Bool().Draw(t, "out") {
		return slices.Delete(slices.Clone(marks), i, i+1)
	}
	a := marks[i].Answers()
	keys := append(slices.Sorted(maps.Keys(a)), training.MarkMinutes, training.MarkReason, training.Corrects, "x_new")
	key := rapid.SampledFrom(keys).Draw(t, "key")
	was := a[key]
	a[key] = rapid.OneOf(rapid.SampledFrom([]string{"", "a", "b", "9", "020", "2026-10-20T08:31:00Z"}), rapid.String()).
		Filter(func(s string) bool { return s != was }).Draw(t, "value")
	out := slices.Clone(marks)
	out[i] = training.MarkFrom(marks[i].ID, a)
	return out
}
