package xlsform

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ruhu/internal/survey"
)

// function is one that expressions may call.
type function struct {
	least, most int // arguments; most < 0: any number
	sort        sort
	run         func(e *env, args []node) value
}

// functions are those of ODK's list (docs.getodk.org/form-operators-functions) that make sense for one record without
// repeats, files and places. Arguments are worked out only when they are needed.
var functions map[string]function

func init() {
	functions = map[string]function{
		"true":  {0, 0, truth, func(*env, []node) value { return truthOf(true) }},
		"false": {0, 0, truth, func(*env, []node) value { return truthOf(false) }},
		"not":   {1, 1, truth, func(e *env, a []node) value { return truthOf(!a[0](e).truth()) }},
		"if":    {3, 3, words, choose},

		"boolean":             {1, 1, truth, func(e *env, a []node) value { return truthOf(a[0](e).truth()) }},
		"boolean-from-string": {1, 1, truth, func(e *env, a []node) value { s := a[0](e).text(); return truthOf(s == "true" || s == "1") }},
		"string":              {1, 1, words, func(e *env, a []node) value { return textOf(a[0](e).text()) }},
		"number":              {1, 1, number, func(e *env, a []node) value { return numberOf(a[0](e).number()) }},
		"int":                 {1, 1, number, func(e *env, a []node) value { return numberOf(math.Trunc(a[0](e).number())) }},
		"round":               {1, 2, number, rounded},
		"floor":               {1, 1, number, func(e *env, a []node) value { return numberOf(math.Floor(a[0](e).number())) }},
		"ceiling":             {1, 1, number, func(e *env, a []node) value { return numberOf(math.Ceil(a[0](e).number())) }},
		"abs":                 {1, 1, number, func(e *env, a []node) value { return numberOf(math.Abs(a[0](e).number())) }},
		"pow":                 {2, 2, number, func(e *env, a []node) value { return numberOf(math.Pow(a[0](e).number(), a[1](e).number())) }},
		"sqrt":                {1, 1, number, func(e *env, a []node) value { return numberOf(math.Sqrt(a[0](e).number())) }},
		"sum":                 {1, -1, number, summed},
		"min":                 {1, -1, number, func(e *env, a []node) value { return extreme(e, a, func(x, y float64) bool { return x < y }) }},
		"max":                 {1, -1, number, func(e *env, a []node) value { return extreme(e, a, func(x, y float64) bool { return x > y }) }},

		"selected":          {2, 2, truth, func(e *env, a []node) value { return truthOf(slices.Contains(a[0](e).list(), a[1](e).text())) }},
		"selected-at":       {2, 2, words, selectedAt},
		"count-selected":    {1, 1, number, func(e *env, a []node) value { return numberOf(float64(len(a[0](e).list()))) }},
		"count-non-empty":   {1, -1, number, func(e *env, a []node) value { return numberOf(float64(filled(e, a))) }},
		"coalesce":          {1, -1, words, coalesce},
		"once":              {1, 1, words, once},
		"concat":            {1, -1, words, func(e *env, a []node) value { return joinText(e, a, "") }},
		"join":              {2, -1, words, func(e *env, a []node) value { return joinText(e, a[1:], a[0](e).text()) }},
		"contains":          {2, 2, truth, onTexts(strings.Contains)},
		"starts-with":       {2, 2, truth, onTexts(strings.HasPrefix)},
		"ends-with":         {2, 2, truth, onTexts(strings.HasSuffix)},
		"substr":            {2, 3, words, substr},
		"substring":         {2, 3, words, substring},
		"substring-before":  {2, 2, words, cut(func(before, _ string) string { return before })},
		"substring-after":   {2, 2, words, cut(func(_, after string) string { return after })},
		"string-length":     {0, 1, number, func(e *env, a []node) value { return numberOf(float64(utf8.RuneCountInString(own(e, a).text()))) }},
		"normalize-space":   {0, 1, words, func(e *env, a []node) value { return textOf(strings.Join(strings.Fields(own(e, a).text()), " ")) }},
		"upper-case":        {1, 1, words, func(e *env, a []node) value { return textOf(strings.ToUpper(a[0](e).text())) }},
		"lower-case":        {1, 1, words, func(e *env, a []node) value { return textOf(strings.ToLower(a[0](e).text())) }},
		"today":             {0, 0, day, func(e *env, _ []node) value { return e.today() }},
		"now":               {0, 0, day, func(e *env, _ []node) value { return e.today() }},
		"date":              {1, 1, day, toDay},
		"date-time":         {1, 1, day, toDay},
		"decimal-date-time": {1, 1, number, func(e *env, a []node) value { return numberOf(toDay(e, a).n) }},
		"format-date":       {2, 2, words, formatDate},
		"jr:choice-name":    {2, 2, words, nil}, // in choiceName: it looks at the question, not its answer
		"regex":             {2, 2, truth, nil}, // in pattern: read once, with the expression
	}
}

// own is the argument, or the question's own answer without one.
func own(e *env, a []node) value {
	if len(a) == 0 {
		return e.self
	}
	return a[0](e)
}

// call reads the arguments of a function; its name has been read.
func (p *parser) call(t token) part {
	f, ok := functions[t.text]
	if !ok {
		return p.failWith(ErrFunction.With(t.text))
	}
	args := p.arguments()
	if p.err != nil {
		return part{}
	}
	if len(args) < f.least || f.most >= 0 && len(args) > f.most {
		return p.failWith(ErrArguments.With(t.text))
	}
	switch t.text {
	case "regex":
		return p.pattern(args)
	case "jr:choice-name":
		return p.choiceName(args)
	case "today", "now":
		p.expr.today = true
	}
	nodes := make([]node, len(args))
	for i, a := range args {
		nodes[i] = a.run
	}
	return part{run: func(e *env) value { return f.run(e, nodes) }, sort: comesTo(t.text, f.sort, args)}
}

func (p *parser) arguments() []part {
	var args []part
	p.want("(")
	for p.err == nil && !p.is('o', ")") {
		if len(args) > 0 {
			p.want(",")
		}
		args = append(args, p.binary(0))
	}
	p.want(")")
	return args
}

// comesTo is the type of a call: of those that hand an argument on, the arguments' where they agree.
func comesTo(name string, usual sort, args []part) sort {
	switch name {
	case "if":
		args = args[1:]
	case "coalesce", "once":
	default:
		return usual
	}
	for _, a := range args {
		if a.lit && a.text == "" {
			continue // if(…, 1, '') is a number or nothing
		}
		if a.sort != args[0].sort && !(args[0].lit && args[0].text == "") {
			return words
		}
		usual = a.sort
	}
	return usual
}

// pattern compiles the pattern with the expression. ODK matches the whole text. Go's patterns have no lookahead, and take time
// in proportion to the text, whatever the pattern.
func (p *parser) pattern(args []part) part {
	if !args[1].lit {
		return p.failWith(ErrRegex)
	}
	re, err := regexp.Compile(`^(?:` + args[1].text + `)$`)
	if err != nil {
		return p.failWith(ErrRegex.Because(err))
	}
	of := args[0].run
	return part{run: func(e *env) value { return truthOf(re.MatchString(of(e).text())) }, sort: truth}
}

// choiceName gives the words of a choice: jr:choice-name(${crop}, '${crop}').
func (p *parser) choiceName(args []part) part {
	name := strings.TrimSuffix(strings.TrimPrefix(args[1].text, "${"), "}")
	q := p.scope.find(name)
	if !args[1].lit || q == nil {
		return p.failWith(ErrUnknownName.With(name))
	}
	of := args[0].run
	return part{run: func(e *env) value {
		code := of(e).text()
		for _, c := range q.field.Items {
			if c.Code == code {
				return textOf(c.Name)
			}
		}
		return textOf(code)
	}}
}

func choose(e *env, a []node) value {
	if a[0](e).truth() {
		return a[1](e)
	}
	return a[2](e)
}

func rounded(e *env, a []node) value {
	n, scale := a[0](e).number(), 1.0
	if len(a) > 1 {
		scale = math.Pow(10, math.Trunc(a[1](e).number()))
	}
	return numberOf(math.Floor(n*scale+0.5) / scale) // half up, as XPath has it
}

func summed(e *env, a []node) value {
	sum := 0.0
	for _, n := range a {
		if v := n(e); !v.blank() {
			sum += v.number()
		}
	}
	return numberOf(sum)
}

// extreme gives the first or the last of the arguments that were answered.
func extreme(e *env, a []node, before func(x, y float64) bool) value {
	best, any := math.NaN(), false
	for _, n := range a {
		v := n(e)
		if v.blank() {
			continue
		}
		if x := v.number(); !any || before(x, best) {
			best, any = x, true
		}
	}
	return numberOf(best)
}

func filled(e *env, a []node) int {
	n := 0
	for _, x := range a {
		if !x(e).blank() {
			n++
		}
	}
	return n
}

func coalesce(e *env, a []node) value {
	for _, n := range a {
		if v := n(e); !v.blank() {
			return v
		}
	}
	return value{}
}

// once keeps the question's own answer where it has one.
func once(e *env, a []node) value {
	if !e.self.blank() {
		return e.self
	}
	return a[0](e)
}

func joinText(e *env, a []node, between string) value {
	var b strings.Builder
	for i, n := range a {
		if i > 0 {
			b.WriteString(between)
		}
		if b.WriteString(n(e).text()); b.Len() > longest {
			break
		}
	}
	return textOf(b.String())
}

func onTexts(f func(s, part string) bool) func(*env, []node) value {
	return func(e *env, a []node) value { return truthOf(f(a[0](e).text(), a[1](e).text())) }
}

func cut(keep func(before, after string) string) func(*env, []node) value {
	return func(e *env, a []node) value {
		before, after, ok := strings.Cut(a[0](e).text(), a[1](e).text())
		if !ok {
			return value{}
		}
		return textOf(keep(before, after))
	}
}

func selectedAt(e *env, a []node) value {
	list, at := a[0](e).list(), a[1](e).number()
	if at >= 0 && at < float64(len(list)) {
		return textOf(list[int(at)])
	}
	return value{}
}

// substr counts from 0, from the end where negative; the end is not in it.
func substr(e *env, a []node) value {
	s := []rune(a[0](e).text())
	from, to := place(a[1](e).number(), len(s)), len(s)
	if len(a) > 2 {
		to = place(a[2](e).number(), len(s))
	}
	if from >= to {
		return value{}
	}
	return textOf(string(s[from:to]))
}

func place(n float64, length int) int {
	if n < 0 {
		n += float64(length)
	}
	if !(n > 0) {
		return 0
	}
	return int(min(n, float64(length)))
}

// substring is XPath's: it counts from 1, and the third is a length.
func substring(e *env, a []node) value {
	s, from, length := []rune(a[0](e).text()), math.Floor(a[1](e).number()+0.5), math.Inf(1)
	if len(a) > 2 {
		length = math.Floor(a[2](e).number() + 0.5)
	}
	var out []rune
	for i, r := range s {
		if at := float64(i + 1); at >= from && at < from+length {
			out = append(out, r)
		}
	}
	return textOf(string(out))
}

// today is NaN where nobody says which day it is: every comparison with it fails.
func (e *env) today() value {
	if e.on.IsZero() {
		return value{sort: day, n: math.NaN()}
	}
	t := e.on
	return dayOf(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC))
}

// toDay reads a date, also one written as text in any usual form.
func toDay(e *env, a []node) value {
	v := a[0](e)
	if v.sort == day || v.sort == number {
		return value{sort: day, n: v.number()}
	}
	s, _, _ := strings.Cut(v.text(), "T")
	if d, err := survey.ParseDate(s); err == nil {
		if t, ok := survey.Day(d); ok {
			return dayOf(t)
		}
	}
	return value{sort: day, n: math.NaN()}
}

// formatDate knows the signs of ODK: %Y-%m-%d, %n and %e without zeros, %y, %b.
func formatDate(e *env, a []node) value {
	t, err := time.Parse(time.DateOnly, toDay(e, a[:1]).text())
	if err != nil {
		return value{}
	}
	itoa := strconv.Itoa
	return textOf(strings.NewReplacer("%Y", t.Format("2006"), "%y", t.Format("06"), "%m", t.Format("01"), "%n", itoa(int(t.Month())),
		"%b", t.Format("Jan"), "%d", t.Format("02"), "%e", itoa(t.Day()), "%%", "%").Replace(a[1](e).text()))
}
