package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// DateEntry takes a date as people write it (2005-03-12, 2005.3.12, 20050312, 2005年3月, 2005) and stores yyyy-mm-dd, or the
// part of it that is known. Arrow up and down move by a day, Page Up and Down by a month, "t" is today.
type DateEntry struct {
	Entry
	Today func() time.Time
}

// NewDateEntry makes an empty date entry. today says what "t" means; nil leaves the key to itself.
func NewDateEntry(today func() time.Time) *DateEntry {
	d := &DateEntry{Today: today}
	d.start(d)
	d.SetPlaceHolder(text.T("kit.date.hint"))
	d.Clean = func(typed string) (string, error) { return survey.DateKind.Clean(survey.Field{}, typed) }
	d.Keys = d.step
	return d
}

// FocusGained marks the whole date, so that what is typed takes its place: a date is changed as a whole, and many begin with today.
func (d *DateEntry) FocusGained() {
	d.Entry.FocusGained()
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// TypedRune takes "t" for today, whatever stands there: no date has a t.
func (d *DateEntry) TypedRune(r rune) {
	if (r == 't' || r == 'T' || r == '今') && d.Today != nil {
		d.put(d.Today())
		return
	}
	d.Entry.TypedRune(r)
}

func (d *DateEntry) step(k *fyne.KeyEvent) bool {
	days, months := 0, 0
	switch k.Name {
	case fyne.KeyUp:
		days = 1
	case fyne.KeyDown:
		days = -1
	case fyne.KeyPageUp:
		months = 1
	case fyne.KeyPageDown:
		months = -1
	default:
		return false
	}
	at, err := time.Parse(time.DateOnly, d.Value())
	if err != nil {
		if d.Text != "" || d.Today == nil {
			return true
		}
		at, days, months = d.Today(), 0, 0
	}
	d.put(at.AddDate(0, months, days))
	return true
}

func (d *DateEntry) put(at time.Time) {
	d.SetText(at.Format(time.DateOnly))
	d.CursorColumn = len(d.Text)
	d.Refresh()
}
