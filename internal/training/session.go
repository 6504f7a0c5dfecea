package training

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Keys of a session that code uses.
const (
	OfClass      = "class"
	HeldOn       = "date"
	Half         = "half"
	Course       = "course"
	Teacher      = "teacher"
	SessionHours = "hours"
)

// The halves of a day, in stored form and in their order.
const (
	Morning   = "上午"
	Afternoon = "下午"
	Evening   = "晚上"
)

// Zone is the zone of all days and half-days: China has one, whatever a machine was set to.
var Zone = time.FixedZone("CST", 8*60*60)

// DayHalves are the halves in the order of the day.
var DayHalves = []string{Morning, Afternoon, Evening}

// SessionTable is the form of one half-day of a class.
var SessionTable = survey.NewTable(TypeSession, nil,
	survey.Section("session",
		survey.Field{Key: OfClass, Label: "培训班", Kind: survey.Link, Required: true},
		survey.Field{Key: HeldOn, Label: "日期", Kind: survey.DateKind, Required: true, On: survey.Ledger},
		survey.Field{Key: Half, Label: "时段", Kind: survey.Choice, List: "class_half", Required: true, On: survey.Ledger},
		survey.Field{Key: Course, Label: "课程", Kind: survey.Text, On: survey.Ledger, Also: []string{"授课内容", "课程设置"}},
		survey.Field{Key: Teacher, Label: "授课教师", Kind: survey.Name, On: survey.Ledger, Also: []string{"教师"}},
		survey.Field{Key: SessionHours, Label: "课时", Kind: survey.Number, On: survey.Ledger, Also: []string{"学时"}},
	),
)

// Session is a 课次: one half-day of a class.
type Session struct {
	ID string
	survey.Answers
}

// ClassID is the class that the session belongs to.
func (s Session) ClassID() string { return s.Answers[OfClass] }

// Date is the day; zero when it is not known.
func (s Session) Date() time.Time { return day(s.Answers[HeldOn]) }

// Half is the part of the day.
func (s Session) Half() string { return s.Answers[Half] }

// Hours is how many 课时 the session counts for.
func (s Session) Hours() float64 { return number(s.Answers, SessionHours) }

// ByTime orders sessions as they are held.
func ByTime(s, t Session) int {
	return cmp.Or(cmp.Compare(s.Answers[HeldOn], t.Answers[HeldOn]), cmp.Compare(halfOrder(s.Half()), halfOrder(t.Half())), cmp.Compare(s.ID, t.ID))
}

func halfOrder(half string) int {
	for i, h := range DayHalves {
		if h == half {
			return i
		}
	}
	return len(DayHalves)
}

// Errors of planning.
var (
	ErrNoDates     = text.NewError("training.no_dates")
	ErrTooManyDays = text.NewError("training.too_many_days")
	ErrAllOff      = text.NewError("training.all_off")
)

// maxDays bounds a class's range of dates: a slip in the year must not make ten thousand sessions.
const maxDays = 400

// SessionID is the same for one half-day of a class wherever it is planned, so that two devices that plan the same class
// offline make the same sessions and not two of each.
func SessionID(class string, date time.Time, half string) string {
	return nameID(TypeSession, class, date.Format(time.DateOnly), half)
}

// nameID makes an id out of what a thing is, not out of chance.
func nameID(parts ...string) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte("ruhu/"+strings.Join(parts, "/"))).String()
}

// PlanSessions gives the sessions of a class: each day of its range but those off, each half of its day, the hours shared out.
// Where the hours run out before the days do, the rest of the days get none; where the days are too few, the sessions hold what
// a day holds and Hours of the plan falls short, which the caller can see by adding up. off may be nil.
func PlanSessions(c Class, off func(day time.Time) bool) ([]Session, error) {
	days, err := c.days(off)
	if err != nil {
		return nil, err
	}
	halves := c.halves()
	var out []Session
	for i, share := range shareHours(c.Hours(), number(c.Answers, HoursPerDay), len(days), len(halves)) {
		for j, hours := range share {
			out = append(out, newSession(c.ID, days[i], halves[j], hours))
		}
	}
	return out, nil
}

// days are the days on which the class meets.
func (c Class) days(off func(day time.Time) bool) ([]time.Time, error) {
	first, last := c.Dates()
	if first.IsZero() || last.IsZero() {
		return nil, ErrNoDates
	}
	n := int(last.Sub(first).Hours()/24) + 1
	switch {
	case n < 1:
		return nil, ErrEndsFirst
	case n > maxDays:
		return nil, ErrTooManyDays.With(n, maxDays)
	}
	var out []time.Time
	for i := range n {
		if day := first.AddDate(0, 0, i); off == nil || !off(day) {
			out = append(out, day)
		}
	}
	if len(out) == 0 {
		return nil, ErrAllOff
	}
	return out, nil
}

func newSession(class string, date time.Time, half string, hours float64) Session {
	a := survey.Answers{OfClass: class, HeldOn: date.Format(time.DateOnly), Half: half}
	if hours > 0 {
		a[SessionHours] = trim(hours)
	}
	return Session{ID: SessionID(class, date, half), Answers: a}
}

// halves are the halves of the day that the class meets in; without an answer morning and afternoon.
func (c Class) halves() []string {
	var out []string
	for _, h := range DayHalves {
		if strings.Contains("、"+c.Answers[Halves]+"、", "、"+h+"、") {
			out = append(out, h)
		}
	}
	if len(out) == 0 {
		return []string{Morning, Afternoon}
	}
	return out
}

// shareHours gives the hours of each half of each day. A day's hours are shared over its halves, and a half that gets none is no
// session; without them the total is shared over all halves of all days in whole hours, the earlier ones taking what is left over.
func shareHours(total, perDay float64, days, halves int) [][]float64 {
	var out [][]float64
	if total <= 0 || perDay <= 0 {
		all := evenly(max(total, 0), days*halves)
		for d := range days {
			out = append(out, all[d*halves:(d+1)*halves])
		}
		return out
	}
	for d := 0; d < days && total > 0; d++ {
		today := min(perDay, total)
		total -= today
		share := evenly(today, halves)
		for share[len(share)-1] <= 0 {
			share = share[:len(share)-1]
		}
		out = append(out, share)
	}
	return out
}

func evenly(total float64, n int) []float64 {
	whole := int(total)
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(whole / n)
		if i < whole%n {
			out[i]++
		}
	}
	out[0] += total - float64(whole)
	return out
}

// trim writes a number of hours without needless zeros.
func trim(hours float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", hours), "0"), ".")
}
