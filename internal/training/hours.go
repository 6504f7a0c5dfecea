package training

// LessonMinutes is how long one 课时 is; who misses that much by coming late or leaving early loses it.
const LessonMinutes = 45

// Total is what one person's or a whole class's attendance adds up to.
type Total struct {
	Planned  float64        // 课时 of the sessions held, for each person who was in the class then
	Attended float64        // 课时 that count
	Count    map[string]int // sessions by Symbol name
	Unmarked int            // sessions held without a mark for the person
}

// Rate is attended over planned 课时, 0 to 1 (出勤率 = 实到课时 ÷ 应到课时). Without planned hours there is no rate.
func (t Total) Rate() (rate float64, ok bool) {
	if t.Planned <= 0 {
		return 0, false
	}
	return t.Attended / t.Planned, true
}

// Attendance is the totals of a class.
type Attendance struct {
	Class  Total
	Person map[string]Total // by enrolment
}

// AddUp adds up the sessions that were held up to a day ("2006-01-02"; "" is all of them). A session without any mark was not
// held, or not noted yet: it counts for nobody, so that a class that just began does not look empty.
func AddUp(sessions []Session, enrolments []Enrolment, marks []Mark, upTo string) Attendance {
	bySession := map[string][]Mark{}
	for _, m := range marks {
		bySession[m.Session] = append(bySession[m.Session], m)
	}
	out := Attendance{Person: map[string]Total{}}
	for _, e := range enrolments {
		out.Person[e.ID] = Total{Count: map[string]int{}}
	}
	for _, s := range sessions {
		if date := s.Answers[HeldOn]; len(bySession[s.ID]) > 0 && (upTo == "" || date <= upTo) {
			out.addSession(s, enrolments, Current(bySession[s.ID]))
		}
	}
	out.Class = Total{Count: map[string]int{}}
	for _, t := range out.Person {
		out.Class = out.Class.plus(t)
	}
	return out
}

func (a *Attendance) addSession(s Session, enrolments []Enrolment, now map[string]Mark) {
	for _, e := range enrolments {
		if !e.In(s.Answers[HeldOn]) {
			continue
		}
		t := a.Person[e.ID]
		t.Planned += s.Hours()
		if m, ok := now[e.ID]; ok {
			t.Count[m.Symbol]++
			t.Attended += m.Hours(s)
		} else {
			t.Unmarked++
		}
		a.Person[e.ID] = t
	}
}

// Hours is how many of the session's 课时 the mark is worth: all of them when the person came, less each whole 课时 missed.
func (m Mark) Hours(s Session) float64 {
	symbol, ok := SymbolOf(m.Symbol)
	if !ok || !symbol.Came {
		return 0
	}
	return max(0, s.Hours()-float64(m.Minutes/LessonMinutes))
}

func (t Total) plus(o Total) Total {
	t.Planned += o.Planned
	t.Attended += o.Attended
	t.Unmarked += o.Unmarked
	for symbol, n := range o.Count {
		t.Count[symbol] += n
	}
	return t
}
