package desk

import (
	"errors"

	"ruhu/internal/registry"
	"ruhu/internal/training"
)

// Due is what the home page says: how much there is, and what waits for somebody.
type Due struct {
	Households, People int
	Wishes             int // people who wish for something
	Unplaced           int // of these, who are in no class that is still to end
	Waiting            int // rows of imported lists that were set aside
	Conflicts          int // things with something to decide
	Drafts             int
	Unvisited          int // households never visited
	Today              []ClassToday
	Coming             []training.Class // begin within the next two weeks
}

// ClassToday is a session of today and how many were marked in it.
type ClassToday struct {
	Class    training.Class
	Session  training.Session
	Marked   int
	Trainees int
}

// Due counts it all.
func (d *Desk) Due() (Due, error) {
	out := Due{Households: len(d.HouseholdIDs("")), People: d.count(registry.TypePerson) - d.mergedPeople()}
	out.Conflicts = len(d.conflicted())
	for _, h := range d.HouseholdIDs("") {
		if len(d.of(registry.TypeVisit, h)) == 0 {
			out.Unvisited++
		}
	}
	return out, errors.Join(d.countWishes(&out), d.countLocal(&out), d.countClasses(&out))
}

// mergedPeople is how many records of people stand for others.
func (d *Desk) mergedPeople() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := 0
	for id := range d.merges.into {
		if d.merges.people[id] && d.merges.hidden(id) {
			n++
		}
	}
	return n
}

func (d *Desk) count(typ string) int { return d.store.Counts()[typ] }

func (d *Desk) countLocal(out *Due) error {
	drafts, err := d.Drafts()
	if err != nil {
		return err
	}
	out.Drafts = len(drafts)
	return d.store.EachLocal(areaWaiting, func(string, []byte) error {
		out.Waiting++
		return nil
	})
}

func (d *Desk) countWishes(out *Due) error {
	wishes, err := d.Wishes("")
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, w := range wishes {
		if p := w.PersonID(); !seen[p] && len(w.Trades()) > 0 {
			seen[p] = true
			out.Wishes++
			if len(d.of(training.TypeEnrolment, p)) == 0 {
				out.Unplaced++
			}
		}
	}
	return nil
}

func (d *Desk) countClasses(out *Due) error {
	classes, err := d.Classes()
	if err != nil {
		return err
	}
	today := d.Today().Format("2006-01-02")
	soon := d.Today().AddDate(0, 0, 14).Format("2006-01-02")
	for _, c := range classes {
		if starts := c.Answers[training.StartsOn]; starts > today && starts <= soon {
			out.Coming = append(out.Coming, c)
		}
		more, err := d.today(c, today)
		if err != nil {
			return err
		}
		out.Today = append(out.Today, more...)
	}
	return nil
}

func (d *Desk) today(c training.Class, day string) ([]ClassToday, error) {
	if c.Answers[training.StartsOn] > day || c.Answers[training.EndsOn] < day {
		return nil, nil
	}
	sessions, err := d.Sessions(c.ID)
	if err != nil {
		return nil, err
	}
	var out []ClassToday
	for _, s := range sessions {
		if s.Answers[training.HeldOn] != day {
			continue
		}
		marks, err := d.Marks(s.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, ClassToday{c, s, len(training.Current(marks)), d.trainees(c.ID)})
	}
	return out, nil
}
