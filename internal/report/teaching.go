package report

import (
	"slices"
	"strconv"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var teaching = sheet{
	name: "shouke", of: training.TypeClass, inner: true,
	columns: slices.Concat(
		own(number, 6, false), own("teacher", 12, true),
		of(training.ClassTable, training.ClassName, training.ClassNo, training.Trade, training.Township, training.Institution),
		own("taught_from", 12, true), own("taught_until", 12, true), counted("taught_times", 8, true), counted("taught_hours", 8, true),
		counted("taught_unmarked", 10, true),
	),
	note:       []note{plain("report.note.teaching")},
	pickRecord: func(*view, *entry) bool { return true },
}

// Teaching is the ledger of who taught how many hours in which class: what a teacher proves a time of service at the grassroots
// with (云人社发〔2018〕71号 三（三）). The status of a row is the teacher with all hours, of all classes.
func Teaching(src Source, f Filter) Table { return teaching.make(src, f) }

// teachings is what one teacher gave in one class.
type teachings struct {
	teacher, class string
	first, last    survey.Date
	times          int
	hours          float64
	unmarked       int // sessions that nobody took the attendance of: they prove nothing
}

// taught gives one entry for each teacher in each class that was held: sessions up to the day that name a teacher and that somebody came to.
func (v *view) taught() []*entry {
	var out []*entry
	total := map[string]float64{}
	all := v.teachings()
	for _, t := range all {
		total[t.teacher] += t.hours
	}
	for _, t := range all {
		c := v.Classes[t.class]
		e := &entry{id: t.class, class: c, order: t.teacher + "\x00" + t.first, status: text.T("report.teacher.total", t.teacher, hoursOf(total[t.teacher]))}
		e.house.Packed = survey.Pack(survey.Answers{survey.Village: c.Answers[training.Township]})
		e.say("teacher", t.teacher)
		e.say("taught_from", t.first)
		e.say("taught_until", t.last)
		e.say("taught_times", itoa(t.times))
		e.say("taught_hours", hoursOf(t.hours))
		if t.unmarked > 0 {
			e.say("taught_unmarked", itoa(t.unmarked))
		}
		out = append(out, e)
	}
	return out
}

func (v *view) teachings() []*teachings {
	var out []*teachings
	for class, sessions := range v.Sessions {
		if c, ok := v.Classes[class]; !ok || !c.Held() || !v.here(c.Answers[training.Township]) {
			continue
		}
		by := map[string]*teachings{}
		for _, s := range sessions {
			name, day := s.Answers[training.Teacher], s.Answers[training.HeldOn]
			came, marked := v.Came[s.ID]
			if name == "" || day == "" || day > v.today || !v.between(day) || marked && !came {
				continue
			}
			t := by[name]
			if t == nil {
				t = &teachings{teacher: name, class: class}
				by[name], out = t, append(out, t)
			}
			t.add(day, s.Hours(), came)
		}
	}
	return out
}

func (t *teachings) add(day survey.Date, hours float64, came bool) {
	if !came {
		t.unmarked++
		return
	}
	if t.first == "" {
		t.first = day
	}
	t.first, t.last = min(t.first, day), max(t.last, day)
	t.times, t.hours = t.times+1, t.hours+hours
}

func hoursOf(h float64) string { return strconv.FormatFloat(h, 'f', -1, 64) }
