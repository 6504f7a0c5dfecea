package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// take keeps one particular. What no question asks for, or what cannot be read, is kept in words.
func (f *form) take(t sheet.Target, label, value string, col int) {
	a := f.class.Answers
	if _, told := f.at[t.Key]; told && t.Key != "" {
		return
	}
	ok := false
	switch t.Key {
	case "":
	case keyDates:
		ok = f.class.dates(value)
	case keyApplied:
		f.class.Applied, ok = dateIn(value)
	case training.Manager:
		ok = f.class.official(value, training.Manager, training.ManagerUnit, training.ManagerPhone)
	case training.Supervisor:
		ok = f.class.official(value, training.Supervisor, training.SupervisorUnit, training.SupervisorPhone)
	default:
		ok = f.class.answer(t.Key, value)
	}
	f.at[t.Key] = place{f.line, col, label}
	if !ok {
		f.class.Unread = append(f.class.Unread, label+"："+value)
		if t.Key != "" {
			f.w.ofForm(f.sheet, f.line, col, label, Warning, kindValueBad, value, "")
		}
	}
	if t.Key == training.Trade {
		if trade, level := survey.ParseCert(value); level != "" && a[training.Level] == "" {
			a[training.Level] = level
			if trade != "" {
				a[training.Trade] = trade
			}
		}
	}
}

// answer cleans one answer. A number may have its unit behind: 40人, 80课时.
func (c *Class) answer(key, value string) bool {
	field, ok := training.ClassTable.Field(key)
	if !ok || field.Kind == survey.Region {
		return false
	}
	if field.Kind == survey.Number {
		value = strings.TrimRight(survey.Fold(value), "人次名课学时个")
	}
	v, err := field.Clean(value)
	if err != nil || v == "" {
		return false
	}
	c.Answers[key] = v
	return true
}

// official reads a name with unit and phone: 欧阳卫东　县人社局　15414920603.
func (c *Class) official(value, name, unit, phone string) bool {
	phones, _ := training.ClassTable.Field(phone)
	var rest []string
	for _, piece := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(" 　\t\n、，,；;/（）()：:", r) }) {
		if v, err := phones.Clean(piece); err == nil && strings.ContainsAny(piece, "0123456789") {
			c.Answers[phone] = v
			continue
		}
		rest = append(rest, piece)
	}
	if len(rest) == 0 {
		return false
	}
	who := rest[0]
	if len(rest) > 1 && office.MatchString(who) && !office.MatchString(rest[1]) { // the unit first
		who, rest = rest[1], append([]string{rest[1], rest[0]}, rest[2:]...)
	}
	c.Answers[name], _ = survey.CleanName(who)
	if len(rest) > 1 {
		c.Answers[unit] = strings.Join(rest[1:], " ")
	}
	return true
}

var (
	wholeDay = regexp.MustCompile(`(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?`)
	laterDay = regexp.MustCompile(`^\s*(?:至|到|[—–~～-]+)\s*(?:(20\d\d)\s*[年./-])?\s*(?:(\d{1,2})\s*[月./-])?\s*(\d{1,2})\s*[日号]?`)
)

// dates reads a first and a last day: 2026年10月20日至29日. Of a last day it need not say month and year again.
func (c *Class) dates(value string) bool {
	s := halfWidth(value)
	m := wholeDay.FindStringSubmatchIndex(s)
	if m == nil {
		return false
	}
	year, month := s[m[2]:m[3]], s[m[4]:m[5]]
	first, ok := dateIn(s[m[0]:m[1]])
	if !ok {
		return false
	}
	c.Answers[training.StartsOn] = first
	if n := laterDay.FindStringSubmatch(s[m[1]:]); n != nil {
		if n[1] != "" {
			year = n[1]
		}
		if n[2] != "" {
			month = n[2]
		}
		if last, ok := dateIn(year + "-" + month + "-" + n[3]); ok {
			c.Answers[training.EndsOn] = last
		}
	}
	return true
}

func dateIn(s string) (survey.Date, bool) {
	if m := wholeDay.FindStringSubmatch(halfWidth(s)); m != nil {
		s = m[1] + "-" + m[2] + "-" + m[3]
	}
	d, err := survey.ParseDate(s)
	return d, err == nil
}

// complete fills in what follows from the rest: the name of the class, its township, the hours of theory, its stage.
func (c *Class) complete(o Options) {
	a := c.Answers
	set := func(key, v string) {
		if a[key] == "" && v != "" {
			a[key] = v
		}
	}
	if a[training.Trade] != "" {
		set(training.ClassName, training.Class{Answers: a}.TradeAndLevel()+"培训班")
	}
	set(training.Township, o.Township)
	theory, all := 0.0, 0.0
	for _, course := range c.Courses {
		theory += course.Theory
		all += course.Theory + course.Practice
	}
	if all > theory { // otherwise the table does not part the two
		set(training.TheoryHours, number(theory))
	}
	set(training.Hours, number(all))
}

// stage is that of an application that is complete and handed in; otherwise a draft.
func (c *Class) stage(trainees int) string {
	as := training.Class{ID: c.ID, Answers: c.Answers}
	missing := as.Missing(training.Filed, min(trainees, max(as.Planned(), 1)), 0)
	if len(missing) == 0 && (c.Applied != "" || c.Answers[training.ClassNo] != "") {
		return training.Filed
	}
	return training.Draft
}

func number(f float64) string {
	if f == 0 {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
