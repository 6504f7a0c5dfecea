package kit_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func today() time.Time { return time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local) }

func TestADateIsTakenAsPeopleWriteIt(t *testing.T) {
	for _, row := range []struct{ typed, stored string }{
		{"20050312", "2005-03-12"}, {"2005-3-12", "2005-03-12"}, {"2005.3.12", "2005-03-12"}, {"2005/03/12", "2005-03-12"},
		{"2005年3月12日", "2005-03-12"}, {"2005.3", "2005-03"}, {"2005年3月", "2005-03"}, {"2005", "2005"}, {"t", "2026-11-20"}, {"2005.3t", "2026-11-20"},
	} {
		t.Run(row.typed, func(t *testing.T) {
			d, next := kit.NewDateEntry(today), kit.NewEntry()
			w := show(t, d, next)
			types(t, w, row.typed)
			press(t, w, fyne.KeyReturn)
			if d.Value() != row.stored || d.Text != row.stored || d.Problem() != nil {
				t.Errorf("stored %q, shown %q, problem %v", d.Value(), d.Text, d.Problem())
			}
		})
	}
}

func TestADayThatDoesNotExistIsAProblem(t *testing.T) {
	d := kit.NewDateEntry(today)
	w := show(t, d)
	types(t, w, "20050230")
	if d.Problem() == nil || d.Value() != "" {
		t.Errorf("30 February gave %q", d.Value())
	}
}

func TestArrowsMoveADateByDaysAndMonths(t *testing.T) {
	d := kit.NewDateEntry(today)
	w := show(t, d)
	types(t, w, "20240229")
	press(t, w, fyne.KeyUp)
	if d.Value() != "2024-03-01" {
		t.Errorf("a day later is %s", d.Value())
	}
	press(t, w, fyne.KeyPageDown, fyne.KeyDown)
	if d.Value() != "2024-01-31" {
		t.Errorf("a month and a day earlier is %s", d.Value())
	}
}

func TestWhatIsTypedTakesThePlaceOfADateThatStoodThere(t *testing.T) {
	d, before := kit.NewDateEntry(today), kit.NewEntry()
	d.SetValue("2026-11-20")
	w := show(t, before, d)
	press(t, w, fyne.KeyReturn) // from the entry before to the date
	types(t, w, "2025.6")
	if d.Value() != "2025-06" {
		t.Errorf("typed over a date stands %q", d.Text)
	}
}
