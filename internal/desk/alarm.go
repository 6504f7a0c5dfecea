package desk

import "ruhu/internal/text"

const minute = "2006-01-02 15:04"

// ErrClock is a computer whose date lies before its own last edit.
var ErrClock = text.NewError("desk.clock")

// Alarms are what a person should know before working on: that the last save may be missing (store.ErrLastSave), and that
// the date of this computer looks wrong. Nothing is refused for them; nearly always there are none.
func (d *Desk) Alarms() []error {
	var out []error
	if err := d.store.Doubt(); err != nil {
		out = append(out, err)
	}
	if _, behind := d.store.Clock().Behind(); behind {
		now := d.now()
		last := d.store.Clock().Last().When().In(now.Location())
		out = append(out, ErrClock.With(now.Format(minute), last.Format(minute)))
	}
	return out
}
