package registry

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid" // the same name gives the same id on every device: two that import one list open one fact

	"ruhu/internal/survey"
)

// FactsFollow gives the facts that come of a change of a person's or a household's answers: new ones, and known ones that end or
// that more is known of now. 否→是 opens a fact, 是→否 ends it, another category ends one and opens another, what did not change does
// nothing. facts are all that are known of it, those that ended too; on is the day that the change speaks of, and source who says so.
//
// A first 是 opens a fact without a start, for nobody said since when; an answer that names the day (风险识别时间, 残疾证办证年度,
// 就业日期) starts it there. What nearly every household has (脱贫户, 务工) opens none until it changes or a day is known.
func FactsFollow(typ, id string, before, after survey.Answers, facts []Record, on survey.Date, source string) []Record {
	if _, ok := survey.Day(on); !ok || maps.Equal(before, after) {
		return nil
	}
	var out []Record
	for _, r := range factRules[typ] {
		changed := slices.ContainsFunc(r.keys, func(k string) bool { return before[k] != after[k] })
		if changed && (r.past != nil || r.holds(after) || r.holds(before)) {
			f := following{rule: r, typ: typ, id: id, on: on, source: source}
			f.follow(before, after, facts)
			out = append(out, f.out...)
		}
	}
	return out
}

// following works one rule out.
type following struct {
	rule            factRule
	typ, id, source string
	on              survey.Date
	day             time.Time // the last that on may mean
	all, live       []Fact
	out             []Record
}

func (f *following) follow(before, after survey.Answers, facts []Record) {
	f.day, _ = survey.LastDay(f.on)
	f.all = f.rule.of(facts)
	for _, x := range f.all {
		if x.begun(f.day) && !x.over(f.day) {
			f.live = append(f.live, x)
		}
	}
	was, is := f.rule.claim(before), f.rule.claim(after)
	switch {
	case maps.Equal(was, is) && (was == nil) == (is == nil):
		f.look(was, after)
	case is == nil:
		f.end(was, after)
	default:
		f.hold(before, was, is)
	}
}

// look finds what was over before anybody wrote it down: 风险已消除 with both its days.
func (f *following) look(was survey.Answers, after survey.Answers) {
	if was != nil || len(f.all) > 0 || f.rule.past == nil || !f.rule.past(after) {
		return
	}
	until := after[f.rule.until]
	if last, ok := survey.LastDay(until); ok && !last.After(f.day) {
		f.add(survey.Answers{survey.StartsOn: after[f.rule.from], survey.EndsOn: until})
	}
}

// end ends what holds. Where nothing was known to hold though the answers said so, that it did is kept.
func (f *following) end(was, after survey.Answers) {
	until := f.endOf(after)
	for _, x := range f.live {
		f.stop(x, until, "")
	}
	if len(f.all) == 0 && was != nil {
		was = maps.Clone(was)
		was[survey.EndsOn] = until
		f.add(was)
	}
}

// endOf is the day that the answers name, where it is not one to come.
func (f *following) endOf(after survey.Answers) survey.Date {
	until := after[f.rule.until]
	if last, ok := survey.LastDay(until); ok && !last.After(f.day) {
		return until
	}
	return f.on
}

// hold sees to it that one fact holds which says what the answers say, and no other of the kind.
func (f *following) hold(before, was, is survey.Answers) {
	kept := false
	for _, x := range f.live {
		if !kept && f.rule.one(x.Get, is.Get) {
			kept = true
			f.more(x, was, is)
			continue
		}
		f.stop(x, f.on, changed)
	}
	switch {
	case kept:
		return
	case was != nil && len(f.all) == 0:
		if f.rule.quiet && f.rule.one(was.Get, is.Get) { // more is known of what was never worth a fact
			return
		}
		if !f.rule.one(was.Get, is.Get) {
			was = maps.Clone(was)
			was[survey.EndsOn], was[survey.WhyEnded] = f.on, changed
			f.add(was)
		}
	}
	f.open(before, was, is)
}

// changed is the reason (data/codes/why_ended.csv) of a fact that another took the place of.
const changed = "类别改变"

func (f *following) open(before, was, is survey.Answers) {
	known := was != nil || len(f.all) > 0 || f.rule.denied != nil && f.rule.denied(before)
	if f.rule.quiet && !known && is[survey.StartsOn] == "" {
		return
	}
	is = maps.Clone(is)
	switch from, ok := survey.Day(is[survey.StartsOn]); {
	case ok && from.After(f.day):
		is[survey.StartsOn] = f.on
	case ok && (was == nil || is[survey.StartsOn] != was[survey.StartsOn]): // a new day for a new fact
	case known:
		is[survey.StartsOn] = f.on
	}
	f.add(is)
}

// add makes a record of it.
func (f *following) add(a survey.Answers) {
	a = maps.Clone(a)
	maps.DeleteFunc(a, func(_, v string) bool { return v == "" })
	a[survey.FactKind] = f.rule.kind
	if f.rule.detail != "" {
		a[survey.FactDetail] = f.rule.detail
	}
	a[ownerKey(f.typ)], a[survey.SaidOn] = f.id, f.on
	if f.source != "" {
		a[survey.Source] = f.source
	}
	f.inOrder(a)
	f.out = append(f.out, Record{TypeFact, f.nextID(), survey.Pack(a)})
}

// nextID counts the facts of a kind that a thing has had. Two devices that hear the same news before they hear of each other
// make one fact of it.
func (f *following) nextID() string {
	for n := len(f.all); ; n++ {
		id := factID(f.typ, f.id, f.rule.kind, f.rule.detail, strconv.Itoa(n))
		if !f.taken(id) {
			return id
		}
	}
}

func (f *following) taken(id string) bool {
	return slices.ContainsFunc(f.all, func(x Fact) bool { return x.ID == id }) ||
		slices.ContainsFunc(f.out, func(r Record) bool { return r.ID == id })
}

func factID(parts ...string) string {
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte("ruhu/"+TypeFact+"/"+strings.Join(parts, "/"))).String()
}

func ownerKey(typ string) string {
	if typ == TypeHousehold {
		return survey.OfHousehold
	}
	return survey.OfPerson
}

func (f *following) stop(x Fact, until survey.Date, why string) {
	a := x.Unpack()
	a[survey.EndsOn] = until
	if why != "" {
		a[survey.WhyEnded] = why
	}
	f.inOrder(a)
	f.out = append(f.out, Record{TypeFact, x.ID, survey.Pack(a)})
}

// more writes into a fact what the answers say of it now. A start that is not to be had from the answers stays.
func (f *following) more(x Fact, was, is survey.Answers) {
	a := x.Unpack()
	for _, p := range f.rule.parts {
		if is[p.fact] != "" {
			a[p.fact] = is[p.fact]
		} else if was[p.fact] != "" {
			delete(a, p.fact)
		}
	}
	if from, ok := survey.Day(is[survey.StartsOn]); ok && !from.After(f.day) {
		a[survey.StartsOn] = is[survey.StartsOn]
	}
	if !maps.Equal(a, x.Unpack()) {
		f.out = append(f.out, Record{TypeFact, x.ID, survey.Pack(a)})
	}
}

// of gives the facts that the rule is about.
func (r factRule) of(facts []Record) []Fact {
	var out []Fact
	for _, f := range FactsOf(facts) {
		if f.Kind() == r.kind && (r.detail == "" || f.Detail() == r.detail) {
			out = append(out, f)
		}
	}
	return out
}

// claim is what the answers say, as a fact would; nil where they say it does not hold.
func (r factRule) claim(a survey.Answers) survey.Answers {
	if !r.holds(a) {
		return nil
	}
	out := survey.Answers{}
	for _, p := range r.parts {
		if v := a[p.answer]; v != "" {
			out[p.fact] = v
		}
	}
	if d := a[r.from]; r.from != "" && d != "" {
		out[survey.StartsOn] = d
	}
	return out
}

// one tells whether two claims are about one fact: where both say something, they say the same.
func (r factRule) one(a, b func(key string) string) bool {
	for _, k := range r.same {
		if x, y := a(k), b(k); x != "" && y != "" && x != y {
			return false
		}
	}
	return true
}

// inOrder mends an end before the start, as answers may have it that were never compared: it ends the day that was heard of it;
// where that is before the start too, nothing is known of the start.
func (f *following) inOrder(a survey.Answers) {
	if a[survey.EndsOn] == "" {
		return
	}
	for _, end := range []survey.Date{a[survey.EndsOn], f.on} {
		first, told := survey.Day(a[survey.StartsOn])
		last, ended := survey.LastDay(end)
		if !told || !ended || !last.Before(first) {
			a[survey.EndsOn] = end
			return
		}
	}
	a[survey.EndsOn] = f.on
	delete(a, survey.StartsOn)
}
