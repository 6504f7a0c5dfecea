package rules

import (
	"slices"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Train says who must be given a class: willing registered-poor workers once a year (云人社发〔2018〕71号), willing 两后生 at least
// once (粤人社函〔2019〕1812号 之八), whoever else wishes once.
type Train struct {
	Must   []Must `json:"must"` // the first that fits decides
	Source string `json:"source"`
}

// Must is one such promise.
type Must struct {
	Groups []string `json:"groups"` // to any of these; none is everybody
	Times  int      `json:"times"`
	Every  string   `json:"every"` // "year" or "ever"
	Source string   `json:"source"`
}

// Wisher is somebody with what matters for the promise.
type Wisher struct {
	Groups []string
	Wishes bool        // this year
	Why    string      // a sentence that says how that is known
	Done   []time.Time // the last days of the classes finished
}

// Judge says whether p is owed a class on a day. Only who wishes and may attend one is: pupils and children are not.
func (r Train) Judge(p registry.Person, w Wisher, labour Labour, on time.Time) Verdict {
	if !w.Wishes {
		return Verdict{Kinds: []string{"no_wish"}, Reasons: []string{text.T("rules.no_wish")}}
	}
	if v := labour.Judge(p, on); !v.In {
		return v
	}
	for _, m := range r.Must {
		if within(m.Groups, w.Groups) {
			return m.judge(w, on)
		}
	}
	return Verdict{Kinds: []string{"group"}, Reasons: []string{text.T("rules.no_promise")}}
}

func (m Must) judge(w Wisher, on time.Time) Verdict {
	done := m.done(w.Done, on)
	who := strings.Join(m.Groups, "、")
	if who == "" {
		who = text.T("rules.whoever")
	}
	if done >= m.Times {
		return Verdict{Kinds: []string{"trained"}, Reasons: []string{text.T("rules.trained_enough", done)}}
	}
	key := "rules.owed_a_year"
	if m.Every == "ever" {
		key = "rules.owed_once"
	}
	return Verdict{In: true, Kinds: []string{m.kind()}, Reasons: []string{w.Why, text.T(key, who, m.Times, done)}}
}

// Whoever is the kind of a promise that is made to everybody.
const Whoever = "whoever"

// kind is the promise in one word: the first group it is made to.
func (m Must) kind() string {
	if len(m.Groups) == 0 {
		return Whoever
	}
	return m.Groups[0]
}

func (m Must) done(days []time.Time, on time.Time) int {
	n := 0
	for _, d := range days {
		if !d.After(on) && (m.Every == "ever" || d.Year() == on.Year()) {
			n++
		}
	}
	return n
}

// Wish says whether somebody wishes to be trained in the year of on, and how that is known. What was answered without a day
// counts as this year's: nobody has said otherwise since.
func Wish(p registry.Person, latest registry.Wish, on time.Time) (bool, string) {
	wished := latest.Get(survey.WishedOn)
	if named := latest.Text() != "" && !survey.VagueWish(latest.Text()) || len(latest.Trades()) > 0; named && yearOf(wished) == on.Year() {
		what := latest.Text()
		if what == "" {
			what = strings.Join(latest.Trades(), "、")
		}
		return p.Get(survey.WantsTraining) != survey.No, text.T("rules.wished", wished, what)
	}
	if p.Get(survey.WantsTraining) != survey.Yes {
		return false, ""
	}
	asked := p.Get(survey.AskedOn)
	if y := yearOf(asked); asked != "" && y != on.Year() {
		return false, ""
	}
	return true, text.T("rules.wants")
}

func yearOf(d survey.Date) int {
	day, ok := survey.Day(d)
	if !ok {
		return 0
	}
	return day.Year()
}

// Asked is the latest day, not after on, on which somebody's wishes were asked for: by a wish, or by the answer itself.
func Asked(p registry.Person, wishes []registry.Wish, on time.Time) survey.Date {
	today := on.Format(time.DateOnly)
	days := []string{p.Get(survey.AskedOn)}
	for _, w := range wishes {
		days = append(days, w.Get(survey.WishedOn))
	}
	days = slices.DeleteFunc(days, func(d string) bool { return d > today })
	return slices.Max(append(days, ""))
}
