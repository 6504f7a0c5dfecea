package home_test

import (
	"strings"
	"testing"

	"ruhu/internal/ui/home"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

// slow puts work off until step does the next piece of it.
type slow struct{ todo []func() }

func (s *slow) home(d page.Deps) page.Page {
	d.Go = func(work, then func()) { s.todo = append(s.todo, func() { work(); then() }) }
	return home.New(d)
}

func (s *slow) step() bool {
	if len(s.todo) == 0 {
		return false
	}
	next := s.todo[0]
	s.todo = s.todo[1:]
	next()
	return true
}

const counting = "正在统计…"

func TestEachNumberIsShownAsSoonAsItIsCounted(t *testing.T) {
	var s slow
	x := uitest.Sample(t, s.home, "")
	s.step() // what is due
	s.step() // how the register stands
	for left := 7; left > 0; left-- {
		if n := strings.Count(x.Text(), counting); n != left {
			t.Fatalf("%d numbers are said to be counted, want %d: %s", n, left, x.Text())
		}
		s.step()
	}
	if strings.Contains(x.Text(), counting) || s.step() {
		t.Errorf("there is still something to count: %s", x.Text())
	}
}

func TestCountingRestsWhileAnotherPageIsShown(t *testing.T) {
	var s slow
	x := uitest.Sample(t, s.home, "")
	s.step()
	s.step()
	x.Page.(page.Leaver).Leave(func() {})
	s.step() // what had been begun
	if s.step() {
		t.Error("it counts on though nobody sees it")
	}
	x.Page.(page.Focuser).Focus()
	for s.step() {
	}
	if strings.Contains(x.Text(), counting) {
		t.Errorf("back on the page it does not count on: %s", x.Text())
	}
}
