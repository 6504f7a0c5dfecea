package rulespage

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
)

// The two questions of the form that are about the rule as a whole. No parameter has such a key: keys of JSON that the form shows
// never begin so.
const (
	sourceKey = ":source"
	fromKey   = ":from"
)

// errValue is a value of the form that makes no sense, in the words of the rule itself.
var errValue = text.NewError("rulespage.value")

// table is what is asked about a rule.
func table(name string, params []parameter) *survey.Table {
	var fields []survey.Field
	for _, p := range params {
		fields = append(fields, p.field)
	}
	about := text.T("rulespage.section.about")
	fields = append(fields,
		survey.Field{Key: sourceKey, Label: text.T("rulespage.source"), Kind: survey.Note, Required: true, Section: about, Hint: text.T("rulespage.source.hint")},
		survey.Field{Key: fromKey, Label: text.T("rulespage.from"), Kind: survey.DateKind, Required: true, Section: about, Hint: text.T("rulespage.from.hint")})
	return survey.NewTable("rule_"+name, nil, fields)
}

// edit shows the form of the current rule.
func (p *Page) edit() {
	r, ok := p.current()
	if !ok {
		return
	}
	ships, err := p.ships(r.Name)
	if err != nil {
		p.d.ShowError(err)
		return
	}
	params := parameters(r.Whole)
	a := answers(params, r.Whole)
	a[sourceKey], a[fromKey] = r.Source, r.From
	if !r.Own {
		a[fromKey] = p.d.Desk.Today().Format("2006") + "-01-01"
	}
	t := table(r.Name, params)
	p.Fill(r.Title, t, r.Name, "", a, func(now survey.Answers, _ []desk.How) error {
		county := own(params, ships.Text, r.Whole, now[sourceKey], now)
		if err := check(r.Name, county); err != nil {
			return p.refusal(t, params, a, now, err)
		}
		p.reckon(r, county, now[fromKey])
		return form.ErrAsked
	})
}

// ships is a rule as it came with the program.
func (p *Page) ships(name string) (desk.Rule, error) {
	all, err := p.d.Desk.RuleVersions(name)
	if err != nil {
		return desk.Rule{}, err
	}
	return all[len(all)-1], nil
}

func check(name, county string) error {
	if slices.Contains(report.RuleNames(), name) {
		return report.CheckRule(name, county)
	}
	return rules.Check(name, county)
}

// refusal leads to the field that an error of a rule is about: the one whose key or value it names, of several the one that was changed.
func (p *Page) refusal(t *survey.Table, params []parameter, before, now survey.Answers, err error) error {
	var e *text.Error
	if !errors.As(err, &e) || !errors.Is(err, rules.ErrValue) || len(e.Args) < 3 {
		return err
	}
	word, _ := e.Args[1].(string)
	found := ""
	for _, x := range params {
		key := x.field.Key
		if last(x.path) != word && !slices.Contains(strings.Split(now[key], "、"), word) {
			continue
		}
		if found == "" || now[key] != before[key] && now[found] == before[found] {
			found = key
		}
	}
	problem := survey.Problem{Key: cmp.Or(found, sourceKey), Err: errValue.With(e.Args[2])}
	return &desk.Refusal{Table: t, Problems: []survey.Problem{problem}}
}

// save keeps the county's own version.
func (p *Page) save(r desk.Rule, county string, from survey.Date) {
	if _, err := p.d.Desk.SaveRule(r.Name, county, desk.From(from)); err != nil {
		p.d.ShowError(err)
		return
	}
	p.Forsake()
	p.after(text.T("rulespage.saved", r.Title))
}

// reset goes back to what ships, once the person has said so.
func (p *Page) reset() {
	r, ok := p.current()
	if !ok || !r.Own {
		return
	}
	p.ask(text.T("rulespage.reset"), text.T("rulespage.reset.ask", r.Title), text.T("rulespage.reset"), func() {
		if err := p.d.Desk.DropRule(r.Name); err != nil {
			p.d.ShowError(err)
			return
		}
		p.after(text.T("rulespage.dropped", r.Title))
	})
}

func (p *Page) after(said string) {
	p.draw()
	p.Focus()
	p.d.Changed()
	p.d.Undo(said)
}
