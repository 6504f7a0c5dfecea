package rules

import (
	"cmp"
	"slices"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// ClassRule says how a class must be held that is paid for: how many people, how many hours of what, by whom, in which order. Hours and
// modules come from the catalogue first. Every number is a county's parameter; 0 is none.
type ClassRule struct {
	MaxSize       int                 `json:"max_size"`
	HoursPerDay   float64             `json:"hours_per_day"`
	MinHours      map[string]float64  `json:"min_hours"`      // by 证书种类, where the catalogue has no hours for the trade
	TheoryShare   float64             `json:"theory_share"`   // at least so many of 100 hours, where the catalogue says nothing
	PracticeShare float64             `json:"practice_share"` // the same
	Modules       []string            `json:"modules"`        // what every class must contain
	ModuleWords   map[string][]string `json:"module_words"`   // other words that a timetable may have for a module
	AgainWords    []string            `json:"again_words"`    // words in the name of a class that is the yearly training after the first
	TeacherCert   bool                `json:"teacher_cert"`   // teachers need a certificate that holds
	BadGrades     []string            `json:"bad_grades"`     // 诚信等级 of institutions that are asked about
	UpstreamDays  int                 `json:"upstream_days"`  // so long after its end a class must have the platform's number

	Sources map[string]string `json:"sources"` // by the code of a finding, where one document says it
	Source  string            `json:"source"`
}

// Class gives the rule of classes.
func (b *Book) Class(on time.Time) ClassRule { return In[ClassRule](b, "class", on) }

// Judge says what is wrong with a class as a whole, as it is known on a day: while it is planned, when it is filed, after it was held.
// The catalogues count as they stand on its first day; nil are those that ship.
func (r ClassRule) Judge(l Life, cat *catalogue.Book, on time.Time) ClassVerdict {
	j := &judged{ClassRule: r, Life: l, findings: findings{source: r.Source}, cat: cat, on: on}
	j.first, j.last = l.dates()
	if j.first.IsZero() {
		j.first, j.last = on, on
	}
	a := l.Class.Answers
	if l.Class.Trade() != "" {
		j.trade, j.inTrades = cat.Trade(l.Class.Trade(), a[training.Level], j.first)
	}
	if a[training.Programme] != "" {
		j.programme, j.inProgrammes = cat.Programme(a[training.Programme], j.first)
	}
	j.people()
	j.hours()
	j.content()
	j.teachers()
	j.licence()
	j.dates()
	j.upstream()
	j.trainees()
	for i, f := range j.all {
		if f.Source == r.Source {
			j.all[i].Source = cmp.Or(r.Sources[f.Code], f.Source)
		}
	}
	return j.verdict()
}

// judged is one class being looked at.
type judged struct {
	ClassRule
	Life
	findings
	cat          *catalogue.Book
	on           time.Time
	first, last  time.Time
	trade        catalogue.Trade
	programme    catalogue.Programme
	inTrades     bool
	inProgrammes bool
}

func (j *judged) people() {
	size, room := j.size(), int(numberOf(j.Class.Answers[training.RoomSize]))
	enrolled := len(j.Life.trainees())
	if room == 0 {
		if i, ok := j.institution(); ok {
			room = i.Room
		}
	}
	if j.MaxSize > 0 && size > j.MaxSize {
		j.say("too_big", training.Planned, size, j.MaxSize)
	}
	if room > 0 && size > room {
		j.say("room", training.RoomSize, size, room)
	}
	if planned := j.Class.Planned(); planned > 0 && enrolled > planned {
		j.say("over_planned", training.Planned, enrolled, planned)
	}
}

// institution is the class's institution in the directory, by its credit code or its name.
func (j *judged) institution() (catalogue.Institution, bool) {
	a := j.Class.Answers
	for _, key := range []string{training.InstitutionCode, training.Institution} {
		if a[key] == "" {
			continue
		}
		if i, ok := j.cat.Institution(a[key], j.first); ok {
			return i, true
		}
	}
	return catalogue.Institution{}, false
}

// licence wants an institution of the directory whose licence holds while the class is held, approved for the trade (云人社发〔2018〕71号
// 二（一）2 “对培训机构的职业培训资质进行核验”). Of a county without a directory nothing is asked.
func (j *judged) licence() {
	if len(j.cat.Institutions(j.first)) == 0 || j.Class.Answers[training.Institution]+j.Class.Answers[training.InstitutionCode] == "" {
		return
	}
	i, ok := j.institution()
	if !ok {
		j.ask("institution_unknown", training.Institution, cmp.Or(j.Class.Answers[training.Institution], j.Class.Answers[training.InstitutionCode]))
		return
	}
	if holds, known := i.Licensed(j.last); known && !holds {
		j.say("licence_over", training.Licence, i.Name, i.LicenceUntil, j.last.Format(time.DateOnly))
	}
	if i.Licence != "" && j.Class.Answers[training.Licence] != "" && survey.Fold(i.Licence) != survey.Fold(j.Class.Answers[training.Licence]) {
		j.ask("licence_other", training.Licence, j.Class.Answers[training.Licence], i.Licence)
	}
	if trade := j.Class.Trade(); trade != "" && len(i.Trades) > 0 && !j.taughtBy(i.Trades) {
		j.say("trade_unapproved", training.Trade, trade, i.Name)
	}
	if slices.Contains(j.BadGrades, i.Grade) {
		j.ask("grade", training.Institution, i.Name, i.Grade)
	}
}

// taughtBy tells whether the class's trade is one of those named.
func (j *judged) taughtBy(trades []string) bool {
	words, want := j.cat.Words(), j.Class.Trade()
	return slices.ContainsFunc(trades, func(t string) bool {
		return survey.Fold(t) == survey.Fold(want) || words.Name(t) != "" && words.Name(t) == words.Name(want)
	})
}

// upstream wants the platform's number some time after the class is over: “系统之外零补贴” (三湖政办〔2019〕17号).
func (j *judged) upstream() {
	_, last := j.Class.Dates()
	if j.UpstreamDays > 0 && j.Class.Held() && !last.IsZero() && last.AddDate(0, 0, j.UpstreamDays).Before(j.on) && j.Class.Answers[training.UpstreamNo] == "" {
		j.say("no_upstream", training.UpstreamNo, j.UpstreamDays)
	}
}
