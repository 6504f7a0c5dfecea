package xlsform

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ruhu/internal/survey"
)

var today = time.Date(2026, 9, 10, 0, 0, 0, 0, time.UTC)

// someNames are questions to speak of: their answers are those of answersGiven.
func someNames() *scope {
	items := []survey.ChoiceItem{{Name: "茶叶", Code: "tea"}, {Name: "玉米", Code: "corn"}, {Name: "一", Code: "1"}}
	s := &scope{by: map[string]*question{}, known: map[string]*question{}, table: survey.Person}
	for name, f := range map[string]survey.Field{
		"n": {Kind: survey.Number}, "m": {Kind: survey.Number}, "none": {Kind: survey.Number}, "born": {Kind: survey.DateKind}, "month": {Kind: survey.DateKind},
		"crop": {Kind: survey.Choice, Items: items}, "crops": {Kind: survey.Choices, Items: items}, "no_crops": {Kind: survey.Choices, Items: items},
		"word": {Kind: survey.Text}, "屋顶": {Kind: survey.Text}, "a-b.c": {Kind: survey.Text},
	} {
		f.Key = "x_" + name
		s.by[name] = &question{name: name, field: f}
	}
	s.by["ok"] = &question{name: "ok", field: survey.Field{Key: "x_ok", Kind: survey.Flag}, acknowledge: true}
	return s
}

var answersGiven = survey.Answers{
	"x_n": "12", "x_m": "2.5", "x_born": "2008-03-01", "x_month": "2008-03", "x_crop": "茶叶", "x_crops": "茶叶、玉米", "x_word": "古丽·阿不都热依木",
	"x_屋顶": "瓦", "x_a-b.c": "y", "x_ok": "是", "age": "17",
}

// TestExpressionsComeToWhatODKMakesOfThem: the words are those of docs.getodk.org/form-operators-functions, the rules of
// comparing and rounding those of XPath 1.0.
func TestExpressionsComeToWhatODKMakesOfThem(t *testing.T) {
	for s, want := range map[string]string{
		"1 + 2 * 3": "7", "(1 + 2) * 3": "9", "7 div 2": "3.5", "7 mod 3": "1", "-7 mod 3": "-1", "- - 2": "2", "10 - 2 - 3": "5", ".5 + 1.": "1.5",
		"1 div 0": "", "0.1 + 0.2": "0.3", "1 < 2 = true()": "true", "1 = 1 and 2 = 3 or 4 = 4": "true", "not(1 = 1)": "false",
		"${n} > 9": "true", "${n} = '12'": "true", "'9' < '12'": "true", "${none} = ''": "true", "${none} > 5": "false", "${none} < 5": "false",
		"${none} != ''": "false", "${n} * ${m}": "30", "${n} + ${none}": "", "coalesce(${none}, ${n})": "12",
		"${crop} = 'tea'": "true", "${crop} = '茶叶'": "false", "selected(${crops}, 'corn')": "true", "selected(${crops}, '1')": "false",
		"selected(${no_crops}, 'tea')": "false", "count-selected(${crops})": "2", "count-selected(${no_crops})": "0", "selected-at(${crops}, 1)": "corn",
		"selected-at(${crops}, 7)": "", "jr:choice-name(${crop}, '${crop}')": "茶叶", "jr:choice-name(selected-at(${crops}, 1), '${crops}')": "玉米",
		"string-length(${word})": "9", "regex(${word}, '古丽.*')": "true", "regex(${word}, '古丽')": "false", "regex('15400000001', '1[0-9]{10}')": "true",
		"if(${n} > 18, '成年', '未成年')": "未成年", "if(${n} = 12, 1, '')": "1", "${屋顶} = '瓦'": "true", "${a-b.c} = 'y'": "true", "${ok} = 'OK'": "true",
		"today()": "2026-09-10", "today() - ${born}": "6767", "int((today() - ${born}) div 365.25)": "18", "${born} < '2010-01-01'": "true",
		"date('2026-09-10') = today()": "true", "${born} = date('2008-03-01')": "true", "today() - 10": "2026-08-31", "${month} < today()": "true",
		"format-date(${born}, '%Y年%n月%e日')": "2008年3月1日", "decimal-date-time('1970-01-02')": "1", "date('nonsense')": "",
		"concat('a', ${n}, 'b')": "a12b", "join('、', 'a', 'b')": "a、b", "contains(${word}, '丽')": "true", "starts-with('abc', 'ab')": "true", "ends-with('abc', 'bc')": "true",
		"substr('hello', 1, 3)": "el", "substr('hello', -2)": "lo", "substring('hello', 2, 3)": "ell", "substring('hello', 1.5, 2.6)": "ell",
		"substring-before('a-b', '-')": "a", "substring-after('a-b', '-')": "b", "normalize-space('  a  b ')": "a b", "upper-case('ab')": "AB",
		"round(2.5)": "3", "round(-2.5)": "-2", "round(3.14159, 2)": "3.14", "int(-2.7)": "-2", "floor(-2.1)": "-3", "ceiling(2.1)": "3", "abs(-4)": "4", "pow(2, 10)": "1024", "sqrt(9)": "3",
		"min(3, 1, 2)": "1", "max(${n}, ${none}, 20)": "20", "sum(1, ${none}, 2)": "3", "count-non-empty(${n}, ${none}, ${word})": "2",
		"number('1e3')": "1000", "number('0x10')": "", "number('')": "", "string(1 = 1)": "true", "boolean('')": "false", "boolean-from-string('1')": "true",
		"“瓦” = ‘瓦’": "true", "（${n}＋1）＊2": "26", "${n} ≥ 12": "true", "${n} ≠ 12": "false", `"it's"`: "it's", "${age} >= 16": "true", "${年龄} = 17": "true",
		"once(5)": "5", "0 - 0": "0", "true() and not(false())": "true", "string(${crops})": "tea corn",
	} {
		x, err := parseExpression(s, someNames())
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		if got := x.run(newEnv(answersGiven, today)).text(); got != want {
			t.Errorf("%s is %q, want %q", s, got, want)
		}
	}
}

func TestTheTypeOfAnExpressionIsKnownBeforeItRuns(t *testing.T) {
	for s, want := range map[string]sort{
		"1 + 1": number, "today() - ${born}": number, "today() + 7": day, "today()": day, "${n}": number, "if(1 = 1, ${n}, '')": number, "if(1 = 1, ${n}, 'x')": words,
		"if(1 = 1, '', 2)": number, "coalesce(${n}, 0)": number, "coalesce(${born}, today())": day, "${n} > 1": truth, "concat(1, 2)": words, "${crops}": chosen,
	} {
		x, err := parseExpression(s, someNames())
		if err != nil || x.sort != want {
			t.Errorf("%s is %d, want %d; %v", s, x.sort, want, err)
		}
	}
}

func TestExpressionsThatCannotBeReadSayWhere(t *testing.T) {
	for s, want := range map[string]error{
		"": ErrExpression, "1 +": ErrExpression, "1 1": ErrExpression, "(1": ErrExpression, "'open": ErrExpression, "${": ErrExpression, "${}": ErrExpression,
		"1 = = 2": ErrExpression, "/data/x": ErrExpression, "../x": ErrExpression, "name": ErrExpression, "1.2.3": ErrExpression, "a[1]": ErrExpression, "@x": ErrExpression,
		"${nobody}": ErrUnknownName, "pulldata('a', 'b')": ErrFunction, "if(1, 2)": ErrArguments, "today(1)": ErrArguments, "concat()": ErrArguments,
		"regex('a', '(')": ErrRegex, "regex('a', ${word})": ErrRegex, "selected('a' 'b')": ErrExpression, "selected(,)": ErrExpression,
		strings.Repeat("(", 500) + "1" + strings.Repeat(")", 500): ErrTooLong, strings.Repeat("-", 500) + "1": ErrTooLong, strings.Repeat("1+", 9000) + "1": ErrTooLong,
	} {
		if _, err := parseExpression(s, someNames()); !errors.Is(err, want) {
			t.Errorf("%.40s: %v, want %v", s, err, want)
		}
	}
}

// TestNoFormTakesLong: each question doubles the one before, as text and in how often it is named.
func TestNoFormTakesLong(t *testing.T) {
	s := source{}
	add := func(cells map[string]string) {
		s.survey.rows = append(s.survey.rows, row{at: len(s.survey.rows) + 1, cells: cells})
	}
	add(map[string]string{"type": "calculate", "name": "c0", "calculation": "'ab'"})
	before := "c0"
	for i := range 200 {
		name := made(string(rune('a' + i)))
		add(map[string]string{"type": "calculate", "name": name, "calculation": "concat(${" + before + "}, ${" + before + "})", "relevant": "${" + before + "} != ''"})
		before = name
	}
	f, _, err := build(s, For("person"))
	if err != nil {
		t.Fatal(err)
	}
	last := f.Fields[len(f.Fields)-1]
	if got := last.From(survey.Answers{}, today); len(got) > longest {
		t.Errorf("%d bytes", len(got))
	}
}

func TestWhatIsWorkedOutByTheDayStandsWhereNobodyNamesOne(t *testing.T) {
	s := source{survey: page{rows: []row{
		{1, map[string]string{"type": "date", "name": "born", "label": "生日"}},
		{2, map[string]string{"type": "calculate", "name": "years", "calculation": "int((today() - ${born}) div 365.25)"}},
		{3, map[string]string{"type": "text", "name": "why", "label": "为何", "relevant": "${years} < 18"}},
	}}}
	f, problems, err := build(s, For("household"))
	if err != nil || len(problems) != 0 {
		t.Fatalf("%+v, %v", problems, err)
	}
	table := survey.NewTable("t", f.Rules, f.Fields)
	for born, want := range map[string]bool{"2010-01-01": true, "2000-01-01": false, "": false} {
		a := table.Derive(survey.Answers{"x_born": born}, today)
		if got := f.Fields[2].Asked(a); got != want {
			t.Errorf("born %q: asked %v, years %q", born, got, a["x_years"])
		}
	}
}

// FuzzExpression wants an expression that runs, or an error, whatever is written.
func FuzzExpression(f *testing.F) {
	for _, s := range []string{"${n} > 1 and not(selected(${crops}, 'tea'))", "int((today() - ${born}) div 365.25)", "if(", "regex(., '[0-9]{11}')", "“", "concat(${word}, substr(.,-1e308,1))", "..", "- -1", "≤≥", "round(1, 400)", "selected-at(${crops}, 0 div 0)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := parseExpression(s, someNames())
		if err != nil {
			return
		}
		for _, a := range []survey.Answers{nil, answersGiven} {
			e := newEnv(a, today)
			e.self = textOf("15400000001")
			if v := x.run(e); len(v.text()) > longest+1000 {
				t.Errorf("%d bytes", len(v.text()))
			}
		}
	})
}
