package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a county's own version of a rule. Each says the line.
var (
	ErrUnknown = text.NewError("rules.unknown")
	ErrSyntax  = text.NewError("rules.syntax")
	ErrKey     = text.NewError("rules.key")
	ErrKind    = text.NewError("rules.kind")
	ErrValue   = text.NewError("rules.value")
)

// Fault is a value that makes no sense. Word is what to look for in the text: a key, or the value itself.
type Fault struct{ Word, Says string }

// Faulty is a rule that looks through its own values.
type Faulty interface{ Faults() []Fault }

// kinds are the rules of this package by name, each as what reads it. Tables of numbers belong to package report, checks to quality.
var kinds = map[string]func(name, county string) error{
	"left_school": parses[LeftSchool], "labour": parses[Labour], "ask": parses[Ask], "enrol": parses[Enrol], "train": parses[Train],
	"visit": parses[Visit], "fate": parses[Fates], "group": parses[Groups], "yulu": parses[Aid], "aid": parses[aids],
	"class": parses[ClassRule], "refresh": parses[Refresh], "money": parses[Money], "deadline": parses[deadlines], "stage": parses[stages],
	"holidays": parses[holidays], "calendar": parses[calendar], "audit": parses[Audit], "assess": parses[Assess], "paper": parses[Papers],
}

// Names are the rules of this package.
func Names() []string {
	var out []string
	for name := range kinds {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// Check tells what is wrong with a county's version of a rule of this package.
func Check(name, county string) error {
	if kinds[name] == nil {
		return ErrUnknown.With(name, strings.Join(Names(), "、"))
	}
	return kinds[name](name, county)
}

func parses[T any](name, county string) error {
	_, err := Parse[T](Text(name), county)
	return err
}

// about are the keys that every rule may have beside its own.
var about = []string{"name", "source", "from", "to", "notes", "previous"}

// Parse reads a county's version of a rule, over the text of the one that ships. Unlike In it is strict: what it does not know is a slip of the pen.
func Parse[T any](ships, county string) (T, error) {
	var own T
	if err := json.Unmarshal([]byte(county), &own); err != nil {
		return own, inLine(county, err)
	}
	if err := strange[T](county); err != nil {
		return own, err
	}
	r, err := over[T](ships, county)
	if err != nil {
		return r, inLine(county, err)
	}
	if f, ok := any(r).(Faulty); ok {
		for _, fault := range f.Faults() {
			return r, ErrValue.With(lineOf(county, fault.Word), fault.Word, fault.Says)
		}
	}
	return r, nil
}

// strange finds a key that the rule does not have.
func strange[T any](county string) error {
	all := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(county), &all); err != nil {
		return inLine(county, err)
	}
	for _, key := range about {
		delete(all, key)
	}
	b, err := json.Marshal(all)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	var r T
	if err := d.Decode(&r); err != nil {
		if m := unknownField.FindStringSubmatch(err.Error()); m != nil {
			return ErrKey.With(lineOf(county, m[1]), m[1])
		}
		return inLine(county, err)
	}
	return nil
}

// unknownField is how encoding/json says it; it has no type for that error.
var unknownField = regexp.MustCompile(`unknown field "(.*)"`)

// inLine puts an error of encoding/json into words.
func inLine(county string, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return ErrSyntax.With(lineAt(county, kind.Offset)).Because(err)
	case errors.As(err, &kind):
		return ErrKind.With(lineAt(county, kind.Offset), kind.Field, text.T("rules.kind."+kindOf(kind.Type.Kind().String()))).Because(err)
	case errors.As(err, &syntax):
		return ErrSyntax.With(lineAt(county, syntax.Offset)).Because(err)
	}
	return ErrSyntax.With(strings.Count(county, "\n") + 1).Because(err)
}

func kindOf(kind string) string {
	switch {
	case strings.HasPrefix(kind, "int"), strings.HasPrefix(kind, "float"):
		return "number"
	case kind == "bool", kind == "string", kind == "slice":
		return kind
	}
	return "object"
}

func lineAt(s string, offset int64) int {
	return 1 + strings.Count(s[:min(max(int(offset)-1, 0), len(s))], "\n")
}

// lineOf is the line in which a word stands first, in quotes; the first line where it stands nowhere.
func lineOf(s, word string) int {
	before, _, found := strings.Cut(s, `"`+word+`"`)
	if !found {
		return 1
	}
	return 1 + strings.Count(before, "\n")
}

// over reads what ships with what a county says in its place: whole answers, not parts of lists.
func over[T any](ships, county string) (T, error) {
	var r T
	all, own := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if err := errors.Join(json.Unmarshal([]byte(ships), &all), json.Unmarshal([]byte(county), &own)); err != nil {
		return r, err
	}
	if _, said := own["source"]; !said { // other numbers are not those of the document that the ones that ship come from
		own["source"], _ = json.Marshal(text.T("rules.county_source"))
		if _, each := own["sources"]; !each {
			delete(all, "sources") // so are those of the single numbers
		}
	}
	for key, v := range own {
		all[key] = v
	}
	b, err := json.Marshal(all)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(b, &r)
}

// faults collects what is wrong with the values of a rule.
type faults []Fault

func (f *faults) say(word, key string, args ...any) {
	*f = append(*f, Fault{word, text.T("rules.bad."+key, args...)})
}

// within wants a number from one to another; 0 passes where it means none.
func (f *faults) within(key string, n, from, to int, orNone bool) {
	if (n < from || n > to) && !(orNone && n == 0) {
		f.say(key, "range", from, to)
	}
}

// ordered wants the first number not to be above the second; a second of 0 is no limit.
func (f *faults) ordered(key string, low, high int) {
	if high != 0 && low > high {
		f.say(key, "order", low, high)
	}
}

// listed wants values to be of a list of choices.
func (f *faults) listed(list string, values ...string) {
	for _, v := range values {
		if name, ok := survey.FindChoice(list, v); !ok || name != v {
			f.say(v, "choice", survey.JoinList(choices(list)))
		}
	}
}

func choices(list string) []string {
	var out []string
	for _, c := range survey.List(list) {
		out = append(out, c.Name)
	}
	return out
}

// groups wants values to be groups that people are counted by.
func (f *faults) groups(values ...string) {
	for _, v := range values {
		if !slices.Contains(GroupNames(), v) {
			f.say(v, "choice", survey.JoinList(GroupNames()))
		}
	}
}
