package training_test

import (
	"fmt"
	"maps"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ruhu/internal/training"
)

var morning = time.Date(2026, 10, 20, 8, 31, 0, 0, time.UTC)

func mark(id, who, symbol string, minute int, corrects ...string) training.Mark {
	return training.Mark{ID: id, Session: "s1", Enrolment: who, Symbol: symbol, Corrects: corrects, Way: training.ByHand,
		By: "董斌", Device: "d1", At: morning.Add(time.Duration(minute) * time.Minute)}
}

func TestAMarkComesBackFromItsAnswersWhole(t *testing.T) {
	m := mark("m2", "e1", training.Late, 3, "m0", "m1")
	m.Minutes, m.Reason = 20, "山路塌方"
	if back := training.MarkFrom("m2", m.Answers()); !reflect.DeepEqual(back, m) {
		t.Errorf("%+v\n%+v", back, m)
	}
	for k, v := range mark("m1", "e1", training.Present, 0).Answers() {
		if v == "" {
			t.Errorf("empty answer stored: %s", k)
		}
	}
}

func TestACorrectionCountsAndTheFirstMarkStays(t *testing.T) {
	marks := []training.Mark{mark("m1", "e1", training.Absent, 0), mark("m2", "e1", training.Late, 25, "m1"), mark("m3", "e2", training.Present, 1)}
	now := training.Current(marks)
	if now["e1"].ID != "m2" || now["e2"].ID != "m3" || len(marks) != 3 {
		t.Errorf("%+v", now)
	}
	if d := training.Disputed(marks); len(d) != 0 {
		t.Errorf("a correction is no dispute: %v", d)
	}
}

func TestTwoDevicesThatCorrectAtOnceStayBothToBeSeen(t *testing.T) {
	marks := []training.Mark{mark("m1", "e1", training.Absent, 0), mark("m2", "e1", training.Present, 5, "m1"), mark("m3", "e1", training.Sick, 6, "m1")}
	d := training.Disputed(marks)["e1"]
	if len(d) != 2 || d[0].ID != "m3" || d[1].ID != "m2" {
		t.Fatalf("%+v", d)
	}
	decided := training.Correct(mark("m4", "e1", training.Sick, 9), marks)
	if !reflect.DeepEqual(decided.Corrects, []string{"m2", "m3"}) {
		t.Fatalf("corrects %v", decided.Corrects)
	}
	if all := append(marks, decided); len(training.Disputed(all)) != 0 || training.Current(all)["e1"].ID != "m4" {
		t.Error("a decision ends a dispute")
	}
}

func TestTwoScansThatSayTheSameAreNoDispute(t *testing.T) {
	a, b := mark("m1", "e1", training.Present, 0), mark("m2", "e1", training.Present, 2)
	b.Device = "d2"
	if d := training.Disputed([]training.Mark{a, b}); len(d) != 0 {
		t.Errorf("%v", d)
	}
}

func TestASecondScanWithinAMinuteIsTheSameScan(t *testing.T) {
	first := mark("m1", "e1", training.Present, 0)
	first.Way = training.ByScan
	again := first
	again.ID, again.At = "m2", first.At.Add(40*time.Second)
	later, hand := again, again
	later.At, hand.Way = first.At.Add(time.Minute), training.ByHand
	if !again.Doubles(first) || later.Doubles(first) || hand.Doubles(first) {
		t.Error(again.Doubles(first), later.Doubles(first), hand.Doubles(first))
	}
}

// However marks arrive, in whatever order and however often, the same ones count, and nobody who was marked vanishes.
func TestWhatCountsDoesNotDependOnTheOrderOfArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "marks")
		var marks []training.Mark
		people := map[string]bool{}
		for i := range n {
			who := fmt.Sprint("e", rapid.IntRange(0, 3).Draw(t, "who"))
			people[who] = true
			m := mark(fmt.Sprint("m", i), who, rapid.SampledFrom([]string{training.Present, training.Absent, training.Late}).Draw(t, "symbol"), rapid.IntRange(0, 5).Draw(t, "at"))
			if rapid.Bool().Draw(t, "corrects") {
				m.Corrects = []string{fmt.Sprint("m", rapid.IntRange(0, n-1).Draw(t, "which"))}
			}
			marks = append(marks, m)
		}
		want := training.Current(marks)
		shuffled := rapid.Permutation(append(marks, marks[:n/2]...)).Draw(t, "order")
		if got := training.Current(shuffled); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v\n%v", got, want)
		}
		for who := range maps.Keys(people) {
			if _, ok := want[who]; !ok {
				t.Fatalf("%s vanished", who)
			}
		}
	})
}

func TestEverySymbolHasItsOwnNameSignAndKey(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range training.Symbols {
		for _, v := range []string{s.Name, s.Sign, string(s.Key)} {
			if v == "" || seen[v] {
				t.Errorf("%q twice or empty", v)
			}
			seen[v] = true
		}
		if s.Key >= '0' && s.Key <= '9' {
			t.Errorf("%s: a scanner types digits", s.Name)
		}
		if back, ok := training.SymbolAt(s.Key - 'a' + 'A'); !ok || back.Name != s.Name {
			t.Errorf("%s: key in upper case gives %v", s.Name, back)
		}
	}
}
