package intake

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// value is what a text in a column comes to.
type value struct {
	stored string
	kind   string // "" when there is nothing to say
	level  Level
	count  int // cells with this text
}

// oddity is a cell written in another way than usual: a problem, unless the whole list writes so.
type oddity struct {
	q     *question
	v     *value
	form  string // shape, where v is not counted
	found string
}

// repeats are the kinds in which the same text comes again and again, so that it is worked out once.
var repeats = map[*survey.Kind]bool{
	survey.Choice: true, survey.Choices: true, survey.Flag: true, survey.DateKind: true, survey.Number: true, survey.Money: true,
}

// readValue takes what a cell came to.
func (r *Row) readValue(q *question, c sheet.Cell, v *value, form string) {
	if v.kind == kindValueUnknown && (r.atSchool(q, c) || r.idle(q, c) || r.otherwise(q, c)) ||
		v.level == Warning && r.labelledPhone(q, c) {
		return
	}
	if v.stored != "" {
		r.answers(q)[q.field.Key] = v.stored
	}
	switch {
	case v.kind == "":
	case v.level == Normalised:
		r.state.maybe = append(r.state.maybe, oddity{q, v, form, c.Shown})
	default:
		if said := saidKeys[q.field.Key]; said != "" && q.table == survey.Person.Name {
			r.Person[said] = strings.TrimSpace(c.Shown)
		}
		r.say(q.Target, v.level, v.kind, c.Shown, v.stored)
		if v.kind == kindPhoneChar && !hasDigit(c.Shown) {
			r.Problems[len(r.Problems)-1].variant = ".words"
		}
	}
}

// atSchool takes what stands under 文化程度 for 在校生状况 where it is a year of school: many lists have one column for both.
func (r *Row) atSchool(q *question, c sheet.Cell) bool {
	if q.Target != person(survey.Education) || r.state.filled(person(survey.Schooling)) {
		return false
	}
	year, ok := survey.FindChoice("schooling", c.Shown)
	if ok {
		r.Person[survey.Schooling] = year
	}
	return ok
}

// saidKeys are the questions beside which the words of the list have a place of their own, where they are no answer.
var saidKeys = map[string]string{survey.JobIncome: survey.IncomeSaid, survey.Destination: survey.DestinationSaid}

// value gives what a cell comes to, from memory where it can, and the shape of the text.
func (q *question) value(c sheet.Cell) (*value, string) {
	if !repeats[q.field.Kind] {
		v, form := q.work(c), ""
		if q.field.Kind == survey.PhoneKind {
			form = shape(c)
			q.forms[form]++
		}
		return v, form
	}
	form := c.Shown
	if c.Number {
		form = "#" + form
	}
	v := q.seen[form]
	if v == nil {
		v = q.work(c)
		q.seen[form] = v
	}
	v.count++
	if q.field.Kind != survey.DateKind {
		return v, ""
	}
	kept := map[bool]string{true: "number", false: "text"}[c.Date]
	if q.forms[kept]++; !c.Date {
		kept = ""
	}
	return v, kept
}

// work cleans one cell.
func (q *question) work(c sheet.Cell) *value {
	f := q.field
	stored, err := f.Clean(c.Shown)
	if err != nil {
		return &value{kind: q.badKind(err, c.Shown), level: Warning}
	}
	v := &value{stored: stored}
	if months(f) && over(stored, 12) {
		v.kind, v.level = kindMonthRange, Warning
		return v
	}
	if v.kind = q.oddKind(c, stored); v.kind != "" {
		v.level = Normalised
	}
	return v
}

// oddKind names a text that is good but not written in the usual form.
func (q *question) oddKind(c sheet.Cell, stored string) string {
	typed := c.Shown
	switch q.field.Kind {
	case survey.Choice:
		switch {
		case typed == stored:
		case q.field.Key == survey.Sex && strings.TrimFunc(survey.Fold(typed), unicode.IsDigit) == "":
			return kindSexCode
		default:
			return kindValueSynonym
		}
	case survey.Choices:
		if typed != stored && survey.JoinList(survey.SplitList(typed)) != stored {
			return kindValueSynonym
		}
	case survey.Flag:
		if typed != stored {
			return kindYesnoOther
		}
	case survey.DateKind:
		if typed != stored || c.Date { // a date kept as a number: usual where all are
			return kindDateOther
		}
	case survey.PhoneKind:
		if typed != stored || c.Number {
			return kindPhoneOther
		}
	case survey.Number, survey.Money:
		return q.oddNumber(c, stored)
	}
	return ""
}

func (q *question) oddNumber(c sheet.Cell, stored string) string {
	switch {
	case c.Shown == stored || c.Number:
		return ""
	case q.field.Kind == survey.Money:
		return kindIncomeText
	case months(q.field):
		return kindMonthText
	}
	return kindNumberText
}

// badKind names a text that cannot be read.
func (q *question) badKind(err error, shown string) string {
	switch {
	case errors.Is(err, survey.ErrValueUnknown):
		return kindValueUnknown
	case errors.Is(err, survey.ErrIncomePer):
		return kindIncomePer
	case errors.Is(err, survey.ErrIncomeRange):
		return kindIncomeRange
	}
	switch q.field.Kind {
	case survey.PhoneKind:
		if !hasDigit(shown) {
			return kindPhoneChar
		}
		return kindOf(err)
	case survey.DateKind:
		return kindDateUnreadable
	case survey.Number, survey.Money:
		return kindNumberBad
	case survey.Code:
		if q.field.Key == survey.HouseNo {
			return "" // said when the households are put together
		}
	case survey.IDNumber:
		return "" // the head's own row says it
	}
	return kindValueBad
}

// months tells the questions that count months of a year.
func months(f survey.Field) bool {
	return f.Kind == survey.Number && slices.Contains([]string{survey.AwayMonths, survey.PostMonths}, f.Key)
}

func over(stored string, most float64) bool {
	n, err := strconv.ParseFloat(stored, 64)
	return err == nil && n > most
}

// shape is a text with each digit a 9, so that alike ways of writing are alike.
func shape(c sheet.Cell) string {
	s := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '9'
		}
		return r
	}, c.Shown)
	if c.Number {
		return "#" + s
	}
	return s
}
