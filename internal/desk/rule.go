package desk

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"ruhu/internal/quality"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Rule is the parameters of one rule: ages, months, columns of a table, checks. A county's own travel to every device of it.
type Rule struct {
	Name   string // as the command line calls it: left_school, labour, yuebao, checks …
	Title  string // as people do
	Text   string // JSON; of a county's own, what it says over the one that ships
	Whole  string // JSON; all parameters
	Source string // the document that says so
	From   survey.Date
	Own    bool // the county's own
	ID     string
}

// keyChecks is the name of the quality checks among the rules.
const keyChecks = "checks"

// RuleNames are all rules, in order.
func RuleNames() []string { return append(append(rules.Names(), report.RuleNames()...), keyChecks) }

// RuleBook is the rules in force, by day.
func (d *Desk) RuleBook() *rules.Book {
	d.mu.RLock()
	book, edition := d.book, d.edition
	d.mu.RUnlock()
	if book != nil {
		return book
	}
	own, err := d.ownRules()
	book = rules.NewBook(own)
	d.mu.Lock()
	defer d.mu.Unlock()
	if edition == d.edition && err == nil { // unreadable: the store's own check reports it
		d.book = book
	}
	return book
}

func (d *Desk) ownRules() ([]*rules.Own, error) {
	var own []*rules.Own
	for _, id := range d.of(registry.TypeRule, "") {
		e, err := d.store.Get(registry.TypeRule, id)
		if errors.Is(err, store.ErrNotFound) || err == nil && e.Deleted() {
			continue
		}
		if err != nil {
			return nil, err
		}
		own = append(own, &rules.Own{ID: id, Name: e.Value(survey.RuleName), Text: e.Value(survey.RuleText), From: dayFrom(e.Value(survey.RuleFrom))})
	}
	return own, nil
}

// dayFrom is the first day of a date of which only the month or the year may be known.
func dayFrom(d survey.Date) survey.Date {
	if day, ok := survey.Day(d); ok {
		return day.Format(time.DateOnly)
	}
	return d
}

// Rules are all rules as they are in force today.
func (d *Desk) Rules() ([]Rule, error) {
	var all []Rule
	for _, name := range RuleNames() {
		r, err := d.Rule(name)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

// Rule is a rule as it is in force today.
func (d *Desk) Rule(name string) (Rule, error) { return d.RuleOn(name, d.Today()) }

// RuleOn is a rule as it is in force on a day.
func (d *Desk) RuleOn(name string, on time.Time) (Rule, error) {
	ships, err := shippedRule(name)
	if err != nil {
		return Rule{}, err
	}
	if o := d.RuleBook().On(name, on); o != nil {
		return d.ownRule(ships, o)
	}
	return ships, nil
}

// RuleVersions are all versions of a rule, the latest first, the one that ships last.
func (d *Desk) RuleVersions(name string) ([]Rule, error) {
	ships, err := shippedRule(name)
	if err != nil {
		return nil, err
	}
	var all []Rule
	for _, o := range d.RuleBook().Versions(name) {
		r, err := d.ownRule(ships, o)
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return append(all, ships), nil
}

func (d *Desk) ownRule(ships Rule, o *rules.Own) (Rule, error) {
	e, err := d.store.Get(registry.TypeRule, o.ID)
	if err != nil {
		return Rule{}, err
	}
	r := ships
	r.Own, r.ID, r.From, r.Text = true, o.ID, o.From, o.Text
	r.Source = cmp.Or(e.Value(survey.RuleSource), rules.Head(o.Text).Source, text.T("rules.county_source"))
	r.Whole = rules.Whole(ships.Text, o.Text)
	return r, nil
}

func shippedRule(name string) (Rule, error) {
	var words string
	switch {
	case name == keyChecks:
		words = quality.Shipped()
	case slices.Contains(RuleNames(), name):
		words = rules.Text(name)
	default:
		return Rule{}, rules.ErrUnknown.With(name, survey.JoinList(RuleNames()))
	}
	h := rules.Head(words)
	return Rule{Name: name, Title: cmp.Or(h.Name, name), Text: words, Whole: words, Source: h.Source, From: h.From}, nil
}

// checkRule tells what is wrong with a county's version of a rule, with the line.
func checkRule(name, county string) error {
	switch {
	case name == keyChecks:
		return quality.CheckRule(county)
	case slices.Contains(report.RuleNames(), name):
		return report.CheckRule(name, county)
	}
	return rules.Check(name, county)
}

// SaveRule keeps a county's own version of a rule; what the JSON leaves out stays as it ships. It counts from the day that From says,
// otherwise from the "from" of the JSON where somebody has changed it, otherwise from the first of January: tables of the years before
// stay as they were. A version from the same day is replaced.
func (d *Desk) SaveRule(name, county string, how ...How) (string, error) {
	before, err := d.Rule(name)
	if err != nil {
		return "", err
	}
	if err := checkRule(name, county); err != nil {
		return "", err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	head := rules.Head(county)
	from := cmp.Or(s.on, d.Today().Format("2006")+"-01-01")
	if s.on == "" && head.From != "" && head.From != before.From && head.From != rules.Head(before.Text).From {
		from = head.From
	}
	return d.saveRecord(registry.TypeRule, d.ruleFrom(name, from), survey.Answers{
		survey.RuleName: name, survey.RuleText: county, survey.RuleFrom: from, survey.RuleSource: head.Source,
	}, []How{Anyway(s.reason)})
}

// ruleFrom is the version of a rule that begins on a day, "" for none.
func (d *Desk) ruleFrom(name string, from survey.Date) string {
	for _, o := range d.RuleBook().Versions(name) {
		if o.From == dayFrom(from) {
			return o.ID
		}
	}
	return ""
}

// DropRule goes back to the rule that ships: all versions of the county's own are taken out, as one act.
func (d *Desk) DropRule(name string) error {
	r, err := d.Rule(name)
	if err != nil {
		return err
	}
	return d.edit(text.T("desk.act.record", d.kindName(registry.TypeRule), r.Title), "", func(e *edit) error {
		for _, o := range d.RuleBook().Versions(name) {
			if err := e.remove(registry.TypeRule, o.ID); err != nil {
				return err
			}
		}
		return nil
	})
}
