package report

import (
	"maps"
	"slices"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// conditions are what the columns of tables of numbers ask for, by name; value is what stands behind "=".
var conditions = func() map[string]func(t *thing, value string) bool {
	all := maps.Clone(classConditions)
	maps.Copy(all, personConditions)
	return all
}()

var personConditions = map[string]func(t *thing, value string) bool{
	// people
	"here":       func(t *thing, _ string) bool { return rules.Left(t.person, t.v.on) == "" },
	"labour":     func(t *thing, _ string) bool { return t.isLabour() },
	"group":      func(t *thing, value string) bool { return t.isOf(value) },
	"poor":       func(t *thing, _ string) bool { return t.isOf(rules.LeftPoverty) || t.isOf(rules.Monitored) },
	"minority":   func(t *thing, _ string) bool { return t.isOf(rules.Minority) },
	"education":  func(t *thing, value string) bool { return t.person.Get(survey.Education) == value },
	"wishes":     func(t *thing, _ string) bool { return t.doesWish() },
	"wishes_not": func(t *thing, _ string) bool { return t.person.Get(survey.WantsTraining) == survey.No },
	"wish":       func(t *thing, value string) bool { return t.wish() == value },
	"owed":       func(t *thing, _ string) bool { v, _ := t.v.owes(t.entry()); return v.In },
	"asked":      func(t *thing, _ string) bool { return t.asked() },
	"to_ask": func(t *thing, _ string) bool {
		r := t.v.ask
		return r.Holds(t.person, t.v.on) && (len(r.Groups) == 0 || slices.ContainsFunc(r.Groups, t.isOf))
	},
	"trained":   func(t *thing, value string) bool { return t.v.trainedIn(t.person, value) },
	"certified": func(t *thing, _ string) bool { return t.certified() },
	"works":     func(t *thing, value string) bool { return t.works(value) },
	"employed": func(t *thing, _ string) bool {
		e := t.person.Get(survey.Employed)
		return e == "就业" || e == "创业"
	},
	"cohort":    func(t *thing, _ string) bool { return t.cohort.of(t.inCohort) },
	"to_verify": func(t *thing, _ string) bool { return t.verify.of(t.toVerify) },
	"fate":      func(t *thing, value string) bool { return string(t.became()) == value },
	"yulu_right": func(t *thing, _ string) bool {
		return t.v.Rules.Yulu(t.v.on).Judge(t.person, t.house, t.v.on).In || t.yulu() == rules.YuluGot
	},
	"yulu_got": func(t *thing, _ string) bool { return t.yulu() == rules.YuluGot },
	// what happened when
	"in_period":   func(t *thing, _ string) bool { return t.within(t.v.from, t.v.until) },
	"in_previous": func(t *thing, _ string) bool { return t.within(t.v.before.from, t.v.before.until) },
	"in_year":     func(t *thing, _ string) bool { return t.within(t.v.until[:4], t.v.until) },
	// turns
	"passed": func(t *thing, _ string) bool { return t.turn.Passed(t.turn.class) },
	"judged": func(t *thing, _ string) bool {
		return t.turn.Passed(t.turn.class) || t.turn.Answers[training.Result] != ""
	},
	"project":  func(t *thing, value string) bool { return t.turn.class.Answers[training.Project] == value },
	"trade":    func(t *thing, value string) bool { return t.turn.class.Trade() == value },
	"accepted": func(t *thing, _ string) bool { return t.upTo(t.turn.Accepted(t.turn.class)) },
	"claimed":  func(t *thing, _ string) bool { return t.upTo(t.either(training.ClaimedOn)) },
	"paid":     func(t *thing, _ string) bool { return t.upTo(t.either(training.PaidOn)) },
	"held":     func(t *thing, _ string) bool { return t.turn.class.Held() },
	"running":  func(t *thing, _ string) bool { return t.running() },
	// households
	"due": func(t *thing, _ string) bool {
		return t.v.Rules.Visit(t.v.on).Judge(t.house, t.v.Visits[t.id], t.v.on).In
	},
	"delivered": func(t *thing, _ string) bool { return t.upTo(t.record.Get(survey.DeliveredOn)) },
	"at_home":   func(t *thing, _ string) bool { return t.record.Get(survey.Method) == "入户" },
	"taken":     func(t *thing, _ string) bool { return t.record.Get(survey.JobOutcome) == survey.JobTaken },
	"enrolled":  func(t *thing, _ string) bool { return t.record.Get(survey.ReferralOutcome) == "已入学" },
}

func (t *thing) entry() *entry {
	return &entry{id: t.person.ID, person: t.person, house: t.house, wish: t.v.wish(t.person.ID)}
}

// within compares the first day of what is known of the day.
func (t *thing) within(from, until string) bool {
	s := t.first.of(func() string { return firstOf(t.day) })
	return s != "" && s >= from && s <= until
}

func (t *thing) upTo(day survey.Date) bool { return day != "" && lastOf(day) <= t.v.until }

// either is an answer of the person's enrolment, otherwise of the class.
func (t *thing) either(key string) string {
	if own := t.turn.Answers[key]; own != "" {
		return own
	}
	return t.turn.class.Answers[key]
}

// wish is the first trade that somebody who wishes to be trained wishes for; noTrade where none was named.
func (t *thing) wish() string {
	if trades := t.v.wish(t.person.ID).Trades(); len(trades) > 0 {
		return trades[0]
	}
	return noTrade
}

// noTrade is the column of those who wish and named no trade.
const noTrade = "未选工种"

func (t *thing) asked() bool {
	asked := rules.Asked(t.person, t.v.Wishes[t.person.ID], t.v.on)
	day, ok := survey.Day(asked)
	return ok && !day.Before(t.v.ask.Round(t.v.on))
}

// trainedIn tells whether somebody finished a class in the year, or ever: by the classes here, or by what they said of before.
func (v *view) trainedIn(p registry.Person, when string) bool {
	for _, d := range v.done(p.ID) {
		if when != "year" || strings.HasPrefix(d.day, v.until[:4]) {
			return true
		}
	}
	return when == "ever" && p.Get("trained") == survey.Yes
}

func (t *thing) certified() bool {
	if t.turn.ID != "" {
		return t.turn.Certified()
	}
	return slices.ContainsFunc(t.v.done(t.person.ID), func(d finished) bool { return d.Certified() }) || t.person.Get(survey.CertTrade) != ""
}

// works tells whether somebody went to work after a class, or where value says so how. One who was in several is counted by the
// latest of which anything is known, so that the ways of working never overlap; of a turn, by those of its year.
func (t *thing) works(value string) bool {
	after, latest := "", ""
	for _, d := range t.v.done(t.person.ID) {
		ofYear := t.turn.ID == "" || strings.HasPrefix(d.day, t.v.until[:4])
		if said := d.Answers[training.After]; said != "" && ofYear && d.day+d.ID > latest {
			after, latest = said, d.day+d.ID
		}
	}
	return slices.Contains(training.AtWork, after) && (value == "" || value == after)
}

// inCohort tells whether somebody is in the base of the 两后生 table; of those who have left, only this year's are.
func (t *thing) inCohort() bool {
	if left := t.person.Get(survey.LeftOn); left != "" && left < t.v.until[:4] {
		return false
	}
	return t.v.LeftSchool.Cohort(t.person, t.v.on)
}

func (t *thing) toVerify() bool {
	if rules.Left(t.person, t.v.on) != "" || !t.v.LeftSchool.OfAge(t.person, t.v.on) {
		return false
	}
	v := t.v.LeftSchool.Judge(t.person)
	return v.Ask && !slices.Contains(v.Kinds, "birth_unknown")
}

func (t *thing) yulu() string { return t.person.Get(survey.YuluState) }

func (t *thing) running() bool {
	first, last := t.turn.class.Dates()
	return t.turn.class.Held() && !first.IsZero() && !first.After(t.v.on) && !last.Before(t.v.on)
}
