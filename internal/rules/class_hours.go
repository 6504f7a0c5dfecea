package rules

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// hours wants enough of them, enough theory and practice, and no more in a day than people can take in.
func (j *judged) hours() {
	if j.Class.Trade() != "" && !j.inTrades {
		j.ask("trade_unknown", training.Trade, j.Class.Trade())
	}
	if j.Class.Hours() == 0 {
		j.ask("hours_unknown", training.Hours)
		return
	}
	j.enough()
	j.shares()
	j.daily()
}

func (j *judged) enough() {
	has, want, source := j.Class.Hours(), j.trade.MinHours, ""
	switch {
	case j.programme.AgainHours > 0 && j.again():
		want, source = j.programme.AgainHours, j.programme.Source()
	case j.programme.Hours > 0:
		want, source = max(want, j.programme.Hours), j.programme.Source()
	case want > 0:
		source = j.trade.Source()
	default:
		want = j.MinHours[j.trade.CertKind]
	}
	if has < want {
		j.say("min_hours", training.Hours, trim(has), j.what(), trim(want)).by(source)
	}
	planned := 0.0
	for _, s := range j.Sessions {
		planned += s.Hours()
	}
	if planned > 0 && planned < has {
		j.ask("plan_short", training.Hours, trim(planned), trim(has))
	}
}

// what is what the hours are of: the programme, where it has hours of its own, otherwise the trade.
func (j *judged) what() string {
	if j.programme.Hours > 0 || j.programme.AgainHours > 0 {
		return j.programme.Name
	}
	return j.Class.TradeAndLevel()
}

// again tells whether the class is the yearly training of people who had the first one: 粤人社函〔2019〕1812号 之九 wants 48 hours at first,
// 16 every year after.
func (j *judged) again() bool {
	return slices.ContainsFunc(j.AgainWords, func(w string) bool { return strings.Contains(j.Class.Name(), w) })
}

// shares wants theory and practice each to have a part of the hours.
func (j *judged) shares() {
	said := j.Class.Answers[training.TheoryHours]
	theory, practice, source := j.TheoryShare, j.PracticeShare, ""
	if j.trade.TheoryShare > 0 || j.trade.PracticeShare > 0 {
		theory, practice, source = j.trade.TheoryShare, j.trade.PracticeShare, j.trade.Source()
	}
	if theory == 0 && practice == 0 {
		return
	}
	if said == "" {
		j.ask("theory_unknown", training.TheoryHours, trim(theory), trim(practice)).by(source)
		return
	}
	all, taught := j.Class.Hours(), numberOf(said)
	if taught*100 < theory*all {
		j.say("theory_share", training.TheoryHours, trim(taught), trim(all), percent(taught, all), trim(theory)).by(source)
	}
	if rest := all - taught; rest*100 < practice*all {
		j.say("practice_share", training.TheoryHours, trim(rest), trim(all), percent(rest, all), trim(practice)).by(source)
	}
}

// percent is a share in percent, with one digit; 0 of nothing.
func percent(part, all float64) string {
	if all <= 0 {
		return "0"
	}
	return trim(float64(int(part*1000/all)) / 10)
}

func (j *judged) daily() {
	if j.HoursPerDay == 0 {
		return
	}
	if said := numberOf(j.Class.Answers[training.HoursPerDay]); said > j.HoursPerDay {
		j.say("hours_per_day", training.HoursPerDay, trim(said), trim(j.HoursPerDay))
		return
	}
	days := map[string]float64{}
	for _, s := range j.Sessions {
		days[s.Answers[training.HeldOn]] += s.Hours()
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		if days[day] > j.HoursPerDay {
			j.say("day_hours", training.HoursPerDay, day, trim(days[day]), trim(j.HoursPerDay)).of(training.TypeSession, j.sessionOn(day))
			j.all[len(j.all)-1].Field = training.SessionHours
		}
	}
}

func (j *judged) sessionOn(day survey.Date) string {
	i := slices.IndexFunc(j.Sessions, func(s training.Session) bool { return s.Answers[training.HeldOn] == day })
	return j.Sessions[i].ID
}

// content wants the modules of trade and programme in the timetable: 三湖政办〔2019〕17号 “将职业道德、安全环保等内容贯穿职业技能培训全过程”.
// A timetable without courses is asked about, a class without sessions not: it is not planned yet.
func (j *judged) content() {
	if len(j.Sessions) == 0 {
		return
	}
	courses := ""
	for _, s := range j.Sessions {
		courses += survey.Fold(s.Answers[training.Course]) + "\n"
	}
	var want, missing []string
	for _, m := range slices.Concat(j.Modules, j.trade.Modules, j.programme.Modules) {
		if !slices.Contains(want, m) {
			want = append(want, m)
		}
	}
	if len(want) > 0 && strings.TrimSpace(courses) == "" {
		j.ask("no_courses", training.Course, strings.Join(want, "、")).of(training.TypeSession, j.Sessions[0].ID)
		return
	}
	for _, m := range want {
		if !j.taught(courses, m) {
			missing = append(missing, m)
		}
	}
	if len(missing) > 0 {
		j.say("modules", training.Course, strings.Join(missing, "、")).by(j.moduleSource(missing[0])).of(training.TypeSession, j.Sessions[0].ID)
	}
}

func (j *judged) taught(courses, module string) bool {
	words := append([]string{module}, j.ModuleWords[module]...)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(courses, survey.Fold(w)) })
}

// moduleSource is the document that asks for a module.
func (j *judged) moduleSource(module string) string {
	switch {
	case slices.Contains(j.programme.Modules, module):
		return j.programme.Source()
	case slices.Contains(j.trade.Modules, module):
		return j.trade.Source()
	}
	return ""
}

// teachers wants who teaches to be in the directory, with a certificate that holds on the day, for the trade. Of a county without a
// directory nothing is asked.
func (j *judged) teachers() {
	if len(j.cat.Teachers(j.first)) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, s := range j.Sessions {
		name, day := s.Answers[training.Teacher], s.Date()
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		if day.IsZero() {
			day = j.first
		}
		t, ok := j.cat.Teacher(name, j.Class.Answers[training.Institution], day)
		switch {
		case !ok:
			j.ask("teacher_unknown", training.Teacher, name).of(training.TypeSession, s.ID)
		case j.TeacherCert && !t.Certified(day):
			j.say("teacher_cert", training.Teacher, name, day.Format(time.DateOnly)).of(training.TypeSession, s.ID)
		case len(t.Trades) > 0 && j.Class.Trade() != "" && !j.taughtBy(t.Trades):
			j.ask("teacher_trade", training.Teacher, name, strings.Join(t.Trades, "、")).of(training.TypeSession, s.ID)
		}
	}
}
