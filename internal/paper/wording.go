package paper

import (
	"cmp"
	"strconv"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// A county's own words and order of columns (rule "paper"), and the columns that a list of trainees may have.

// largeTimes is how much larger large type is.
const largeTimes = 1.4

// times is how much larger the type of a paper is than usual.
func (o Options) times() float64 {
	if o.Large {
		return largeTimes
	}
	return 1
}

// words are the county's words for papers on the day that a paper is made.
func (o Options) words() rules.Papers { return o.Rules.Papers(o.At) }

// personColumn is a column of a list of trainees.
type personColumn struct {
	title string  // key
	width float64 // millimetres, as the columns share a page; of a roster
	large float64 // the same where type is large; 0 is width
	align align
	cell  func(r Row, o Options) string
}

var personColumns = map[string]personColumn{
	"seat":   {"paper.col_seat", 12, 13, centre, func(r Row, _ Options) string { return strconv.Itoa(r.Enrolment.Seat()) }},
	"name":   {"paper.col_name", 36, 44, centre, func(r Row, _ Options) string { return r.Person.Name() }},
	"sex":    {"paper.col_sex", 12, 13, centre, func(r Row, _ Options) string { return r.Person.Sex() }},
	"age":    {"paper.col_age", 12, 13, centre, age},
	"ethnic": {"paper.col_ethnic", 17, 22, centre, func(r Row, _ Options) string { return r.Person.Get(survey.Ethnic) }},
	"education": {"paper.col_education", 24, 26, centre, func(r Row, _ Options) string {
		return joined("", r.Person.Get(survey.Education), r.Person.Get(survey.Schooling))
	}},
	"id":      {"paper.col_id", 43, 54, centre, func(r Row, _ Options) string { return r.Person.IDNumber() }},
	"id4":     {"paper.col_last4", 19, 22, centre, func(r Row, _ Options) string { return lastFour(r.Person) }},
	"phone":   {"paper.col_phone", 28, 35, centre, func(r Row, _ Options) string { return r.Person.Phone() }},
	"phone4":  {"paper.col_phone4", 17, 20, centre, phoneEnd},
	"home":    {"paper.col_home", 57, 41, left, func(r Row, _ Options) string { return r.Village + r.Group }},
	"village": {"paper.col_village", 47, 0, left, func(r Row, _ Options) string { return r.Village }},
	"group":   {"paper.col_group", 29, 0, left, func(r Row, _ Options) string { return r.Group }},
	"note":    {"paper.col_note", 32, 12, left, func(Row, Options) string { return "" }},
}

func age(r Row, o Options) string {
	if years, known := ageOn(r.Person, o.At); known {
		return strconv.Itoa(years)
	}
	return ""
}

func phoneEnd(r Row, _ Options) string {
	phone := r.Person.Phone()
	return phone[max(0, len(phone)-4):]
}

// shownTo is what a column says of somebody on a list for a wall: of a minor no more than that there is one.
func (c personColumn) shownTo(public bool, key string, r Row, o Options) string {
	if !public {
		return c.cell(r, o)
	}
	if key == "name" {
		return publicName(r.Person, o.At)
	}
	if years, known := ageOn(r.Person, o.At); (!known || years < minorAge) && (key == "group" || key == "id4") {
		return ""
	}
	return c.cell(r, o)
}

// listColumns are the columns of a list in the county's order, sharing a width.
func listColumns(w rules.Wording, total float64, o Options) []column {
	var out []column
	sum := 0.0
	for _, key := range w.Columns {
		c := personColumns[key]
		wide := c.width
		if o.Large {
			wide = cmp.Or(c.large, c.width)
		}
		out = append(out, column{w.Of(key, text.T(c.title)), wide, c.align})
		sum += wide
	}
	for i := range out {
		out[i].width *= total / sum
	}
	return out
}
