package report

import "ruhu/internal/training"

// turnouts adds up who came for how long, session by session.
type turnouts struct {
	source   *Source
	sessions map[string]training.Session
	rosters  map[string][]training.Enrolment // by class
}

func (s *Source) turnouts() turnouts {
	t := turnouts{source: s, sessions: map[string]training.Session{}, rosters: map[string][]training.Enrolment{}}
	if len(s.marks) == 0 {
		return t
	}
	for _, list := range s.Sessions {
		for _, x := range list {
			t.sessions[x.ID] = x
		}
	}
	for _, list := range s.Enrolments {
		for _, e := range list {
			t.rosters[e.ClassID()] = append(t.rosters[e.ClassID()], e)
		}
	}
	return t
}

// add adds one session whose attendance was taken, as training.AddUp does: hours of everybody who was in the class on its day.
func (t turnouts) add(session string, now map[string]training.Mark) {
	s, ok := t.sessions[session]
	if !ok {
		return
	}
	day, hours := s.Answers[training.HeldOn], s.Hours()
	for _, e := range t.rosters[s.Answers[training.OfClass]] {
		if !e.In(day) {
			continue
		}
		sum := t.source.Turnout[e.ID]
		sum.Planned += hours
		if m, ok := now[e.ID]; ok {
			sum.Attended += m.Hours(s)
		}
		put(&t.source.Turnout, e.ID, sum)
	}
}
