package training

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/survey"
)

// Keys of a mark. OfSession and OfEnrolment are links; the rest is what happened.
const (
	OfSession   = "session"
	OfEnrolment = "enrolment"
	MarkSymbol  = "symbol"
	MarkMinutes = "minutes"
	MarkReason  = "reason"
	Corrects    = "corrects"
	MarkWay     = "way"
	MarkBy      = "by"
	MarkDevice  = "device"
	MarkAt      = "at"
	MarkPrev    = "prev"
	MarkNo      = "no"
)

// Ways of marking.
const (
	ByScan = "scan"
	ByHand = "hand"
)

// Mark is one note about one person in one session. Marks are only ever added. A mark that was wrong is corrected by another
// one that names it; both stay, with who made them, when and on which device.
type Mark struct {
	ID        string
	Session   string
	Enrolment string
	Symbol    string // Name of a Symbol
	Minutes   int    // late or early by so many
	Reason    string
	Corrects  []string // marks that this one takes the place of
	Way       string   // ByScan or ByHand
	By        string   // who
	Device    string
	At        time.Time
	Prev      string // digest of the mark that its device made before it in this class; "" of the first and of those of the first release
	No        int    // 1…: which of its device's marks in this class it is; 0 of those of the first release
	other     string // digest of the stored form, where that says more than this program reads
}

// MarkFrom reads a stored mark. What cannot be read stays empty: a mark from a newer version must not be lost to sight.
func MarkFrom(id string, a survey.Answers) Mark {
	m := Mark{
		ID: id, Session: a[OfSession], Enrolment: a[OfEnrolment], Symbol: a[MarkSymbol], Reason: a[MarkReason],
		Corrects: strings.Fields(a[Corrects]), Way: a[MarkWay], By: a[MarkBy], Device: a[MarkDevice], Prev: a[MarkPrev],
	}
	m.Minutes, _ = strconv.Atoi(a[MarkMinutes])
	m.No, _ = strconv.Atoi(a[MarkNo])
	m.At, _ = time.Parse(time.RFC3339Nano, a[MarkAt])
	if d := digest(id, a); d != m.Digest() {
		m.other = d
	}
	return m
}

// Answers is the stored form.
func (m Mark) Answers() survey.Answers {
	a := survey.Answers{
		OfSession: m.Session, OfEnrolment: m.Enrolment, MarkSymbol: m.Symbol, MarkReason: m.Reason,
		Corrects: strings.Join(m.Corrects, " "), MarkWay: m.Way, MarkBy: m.By, MarkDevice: m.Device, MarkPrev: m.Prev,
	}
	if m.Minutes != 0 {
		a[MarkMinutes] = strconv.Itoa(m.Minutes)
	}
	if m.No != 0 {
		a[MarkNo] = strconv.Itoa(m.No)
	}
	if !m.At.IsZero() {
		a[MarkAt] = m.At.Format(time.RFC3339Nano)
	}
	for k, v := range a {
		if v == "" {
			delete(a, k)
		}
	}
	return a
}

// Same tells whether two marks say the same of a person, whoever made them.
func (m Mark) Same(o Mark) bool {
	return m.Symbol == o.Symbol && m.Minutes == o.Minutes && m.Reason == o.Reason
}

// Doubles tells whether m is a second scan of the same card within a minute of o, which is one scan.
func (m Mark) Doubles(o Mark) bool {
	gap := m.At.Sub(o.At).Abs()
	return m.Way == ByScan && o.Way == ByScan && m.Session == o.Session && m.Enrolment == o.Enrolment &&
		m.Same(o) && gap < time.Minute
}

// Standing gives, for each enrolment among the marks of one session, the marks that no other corrects, the latest first.
// More than one stands when two devices marked or corrected without knowing of each other; both stay to be seen.
func StandingMarks(marks []Mark) map[string][]Mark {
	corrected := map[string]bool{}
	for _, m := range marks {
		for _, id := range m.Corrects {
			if id != m.ID {
				corrected[id] = true
			}
		}
	}
	out := map[string][]Mark{}
	for who, theirs := range byEnrolment(marks) {
		stand := slices.DeleteFunc(slices.Clone(theirs), func(m Mark) bool { return corrected[m.ID] })
		if len(stand) == 0 { // marks that correct each other in a ring: no program writes that, but nobody may vanish
			stand = theirs[:1]
		}
		out[who] = stand
	}
	return out
}

// Current gives the mark that counts for each enrolment among the marks of one session: the latest that is not corrected.
func Current(marks []Mark) map[string]Mark {
	out := map[string]Mark{}
	for who, stand := range StandingMarks(marks) {
		out[who] = stand[0]
	}
	return out
}

// Disputed gives the enrolments whose standing marks in one session differ: a person has to decide.
func Disputed(marks []Mark) map[string][]Mark {
	out := map[string][]Mark{}
	for who, stand := range StandingMarks(marks) {
		if slices.ContainsFunc(stand, func(m Mark) bool { return !m.Same(stand[0]) }) {
			out[who] = stand
		}
	}
	return out
}

// Correct makes next take the place of every standing mark of its person in its session.
func Correct(next Mark, marks []Mark) Mark {
	next.Corrects = nil
	for _, m := range StandingMarks(marks)[next.Enrolment] {
		if m.Session == next.Session && m.ID != next.ID {
			next.Corrects = append(next.Corrects, m.ID)
		}
	}
	slices.Sort(next.Corrects)
	return next
}

// byEnrolment parts marks by person, each the latest first; a mark that came twice counts once.
func byEnrolment(marks []Mark) map[string][]Mark {
	seen := map[string]bool{}
	out := map[string][]Mark{}
	for _, m := range marks {
		if !seen[m.ID] {
			seen[m.ID] = true
			out[m.Enrolment] = append(out[m.Enrolment], m)
		}
	}
	for _, ms := range out {
		slices.SortFunc(ms, func(a, b Mark) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID)) })
	}
	return out
}
