package training

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// links are the marks of one device, by number and by what they follow.
type links struct {
	device string
	at     map[string]Mark     // by digest
	byNo   map[int][]string    // digests
	after  map[string][]string // digests by the digest they follow; "" for those that follow none
	breaks []Break
}

func linked(device string, at map[string]Mark) *links {
	l := &links{device: device, at: at, byNo: map[int][]string{}, after: map[string][]string{}}
	for _, d := range slices.Sorted(maps.Keys(at)) {
		m := at[d]
		if m.No == 0 && m.Prev == "" {
			continue
		}
		l.byNo[m.No] = append(l.byNo[m.No], d)
		l.after[m.Prev] = append(l.after[m.Prev], d)
	}
	for _, no := range slices.Sorted(maps.Keys(l.byNo)) {
		for _, d := range l.byNo[no] {
			l.follows(at[d])
		}
	}
	l.forks()
	return l
}

// follows looks at a mark and the one before it.
func (l *links) follows(m Mark) {
	if m.Prev == "" {
		if m.No != 1 {
			l.lost(m)
		}
		return
	}
	before, ok := l.at[m.Prev]
	switch {
	case !ok:
		l.lost(m)
	case before.No != m.No-1:
		l.say(BreakChanged, true, []string{m.ID}, ErrMarkChanged.With(Shown(l.device), m.No))
	case m.At.Before(before.At.Add(-time.Minute)): // clocks are set right by seconds all the time
		l.say(BreakClock, false, []string{before.ID, m.ID}, ErrClockBack.With(Shown(l.device), m.No, clock(before.At), clock(m.At)))
	}
}

// lost says what became of the mark before m, which is not as m says: there is none of that number, or there is and it was changed.
func (l *links) lost(m Mark) {
	var there []string
	for _, d := range l.byNo[m.No-1] {
		there = append(there, l.at[d].ID)
	}
	if m.No < 1 || m.Prev == "" {
		there = []string{m.ID} // its own number or link was changed
		l.say(BreakChanged, true, there, ErrMarkChanged.With(Shown(l.device), m.No))
		return
	}
	if len(there) > 0 {
		l.say(BreakChanged, true, there, ErrMarkChanged.With(Shown(l.device), m.No-1))
		return
	}
	from := m.No - 1
	for from > 1 && len(l.byNo[from-1]) == 0 {
		from--
	}
	l.say(BreakMissing, true, []string{m.ID}, ErrMarkMissing.With(Shown(l.device), span(from, m.No-1)))
}

func span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "—" + strconv.Itoa(to)
}

// forks finds marks that follow the same one. That is no crime: a device that was restored from an old backup goes on from there, and what
// it had noted after the backup comes back from the county.
func (l *links) forks() {
	for _, before := range slices.Sorted(maps.Keys(l.after)) {
		next := slices.DeleteFunc(slices.Clone(l.after[before]), func(d string) bool { return before == "" && l.at[d].No != 1 })
		if len(next) < 2 {
			continue
		}
		var ids []string
		for _, d := range next {
			ids = append(ids, l.at[d].ID)
		}
		l.say(BreakFork, false, ids, ErrMarkFork.With(Shown(l.device), l.at[next[0]].No))
	}
}

func (l *links) say(kind string, serious bool, marks []string, err error) {
	l.breaks = append(l.breaks, Break{Kind: kind, Serious: serious, Device: l.device, Marks: marks, Err: err})
}

// ends are the lines of the head: the marks that no other follows, and those without a number.
func (l *links) ends() []string {
	var out []string
	for d, m := range l.at {
		if (m.No != 0 || m.Prev != "") && len(l.after[d]) == 0 {
			out = append(out, endLine(l.device, m.No, d))
		}
	}
	if n, line := unnumbered(l.device, l.at); n > 0 {
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

// unnumbered is the line of the head for the marks of a device that are no links of a chain.
func unnumbered(device string, at map[string]Mark) (int, string) {
	var all []string
	for d, m := range at {
		if m.No == 0 && m.Prev == "" {
			all = append(all, d+"\n")
		}
	}
	slices.Sort(all)
	return len(all), endLine(device+"/old", len(all), sha(strings.Join(all, "")))
}

// lateAfter is how long after a session a mark is still entered in time.
const lateAfter = 24 * time.Hour

// halfEnds is when each half of a day is over at the latest, in hours.
var halfEnds = map[string]int{Morning: 12, Afternoon: 18, Evening: 22}

// untimely finds marks that were entered before the day of their session or long after it; those that one device entered on one day for one
// session are one thing.
func untimely(sessions []Session, marks []Mark) []Break {
	of := map[string]Session{}
	for _, s := range sessions {
		of[s.ID] = s
	}
	type bunch struct{ kind, device, session, day string }
	all := map[bunch][]string{}
	for _, m := range marks {
		s, ok := of[m.Session]
		if !ok || m.At.IsZero() || s.Date().IsZero() {
			continue
		}
		if kind := s.untimely(m.At); kind != "" {
			b := bunch{kind, m.Device, m.Session, m.At.In(Zone).Format(time.DateOnly)}
			all[b] = append(all[b], m.ID)
		}
	}
	var out []Break
	for b, ids := range all {
		s, err := of[b.session], ErrMarkedLate
		if b.kind == BreakEarly {
			err = ErrMarkedEarly
		}
		slices.Sort(ids)
		out = append(out, Break{Kind: b.kind, Device: b.device, Session: b.session, Marks: ids,
			Err: err.With(s.Answers[HeldOn], s.Half(), len(ids), b.day, Shown(b.device))})
	}
	slices.SortFunc(out, func(x, y Break) int {
		return cmp.Or(ByTime(of[x.Session], of[y.Session]), cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Says(), y.Says()))
	})
	return out
}

// untimely is BreakLate or BreakEarly for a mark entered at a time; "" for one in time.
func (s Session) untimely(at time.Time) string {
	y, m, d := s.Date().Date()
	begins := time.Date(y, m, d, 0, 0, 0, 0, Zone)
	hour, ok := halfEnds[s.Half()]
	if !ok {
		hour = 24
	}
	switch {
	case at.Before(begins):
		return BreakEarly
	case at.After(begins.Add(time.Duration(hour)*time.Hour + lateAfter)):
		return BreakLate
	}
	return ""
}

func clock(t time.Time) string { return t.In(Zone).Format("2006-01-02 15:04") }
