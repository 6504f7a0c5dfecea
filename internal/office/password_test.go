package office_test

import (
	"errors"
	"testing"
	"time"

	"ruhu/internal/office"
	"ruhu/internal/testkit"
)

func TestOnlyTheRightPasswordLetsIn(t *testing.T) {
	of, _ := testkit.Office(t, testkit.NewClock())
	if err := of.SetPassword(t.Context(), "王科长", "短"); !errors.Is(err, office.ErrShortPassword) {
		t.Error(err)
	}
	if err := of.SetPassword(t.Context(), "王科长", "春风又绿江南岸"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, pass string
		want       error
	}{
		{"王科长", "春风又绿江南岸", nil},
		{"王科长", "春风又绿江南", office.ErrPassword},
		{"王科长", "", office.ErrPassword},
		{"李科长", "春风又绿江南岸", office.ErrPassword},
		{"", "", office.ErrPassword},
	} {
		if err := of.CheckPassword(t.Context(), "10.0.0.1", c.name, c.pass); !errors.Is(err, c.want) {
			t.Errorf("%q %q: %v, want %v", c.name, c.pass, err, c.want)
		}
	}
}

func TestGuessingPasswordsIsSlow(t *testing.T) {
	clock := testkit.NewClock()
	of, _ := testkit.Office(t, clock)
	if err := of.SetPassword(t.Context(), "admin", "春风又绿江南岸"); err != nil {
		t.Fatal(err)
	}
	var last error
	for range 20 {
		last = of.CheckPassword(t.Context(), "10.0.0.1", "admin", "guess")
	}
	if !errors.Is(last, office.ErrBusy) {
		t.Errorf("the twentieth guess: %v", last)
	}
	if err := of.CheckPassword(t.Context(), "10.0.0.2", "admin", "春风又绿江南岸"); err != nil {
		t.Errorf("somebody else is kept out too: %v", err)
	}
	clock.Add(time.Minute)
	if err := of.CheckPassword(t.Context(), "10.0.0.1", "admin", "春风又绿江南岸"); err != nil {
		t.Errorf("kept out for ever: %v", err)
	}
}
