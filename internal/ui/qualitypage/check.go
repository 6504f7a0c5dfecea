package qualitypage

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// turn switches a check on or off.
func (p *Page) turn(set quality.Set, row int) {
	c := set[row]
	c.On = !c.On
	if err := p.keep(set, row, c); err != nil {
		p.d.ShowError(err)
	}
}

// errNumber is a number of a check that is none.
var errNumber = text.NewError("qualitypage.bad_number")

// change asks for the parameters of a check.
func (p *Page) change(set quality.Set, row int) {
	c := set[row]
	on := kit.NewToggle(survey.Yes, survey.No)
	on.SetValue(survey.No)
	if c.On {
		on.SetValue(survey.Yes)
	}
	var names []string
	for _, s := range quality.Severities {
		names = append(names, s.Words())
	}
	severity := kit.NewToggle(names...)
	severity.SetValue(c.Severity.Words())
	dialog := form.Short{Title: c.Title(), Yes: text.T("qualitypage.checks.save"), Rows: []form.ShortRow{
		{Label: text.T("qualitypage.checks.made"), Input: on}, {Label: text.T("qualitypage.col.severity"), Input: severity},
	}}
	keys, entries := slices.Sorted(maps.Keys(c.Numbers)), map[string]*kit.Entry{}
	for _, key := range keys {
		e := kit.NewEntry()
		e.SetValue(plainNumber(c.Numbers[key]))
		entries[key] = e
		dialog.Rows = append(dialog.Rows, form.ShortRow{Label: numberWords(key), Input: e})
	}
	dialog.Do = func(...desk.How) error {
		c.On = on.Value() != survey.No
		if i := slices.Index(names, severity.Value()); i >= 0 {
			c.Severity = quality.Severities[i]
		}
		c.Numbers = maps.Clone(c.Numbers)
		for _, key := range keys {
			n, err := strconv.ParseFloat(strings.TrimSpace(entries[key].Value()), 64)
			if err != nil || n < 0 || n > 1000 {
				return errNumber.With(numberWords(key))
			}
			c.Numbers[key] = n
		}
		return p.keep(set, row, c)
	}
	dialog.Show(p.d)
}

// keep saves the checks with one of them changed, and looks the register through again.
func (p *Page) keep(set quality.Set, row int, c quality.Check) error {
	changed := slices.Clone(set)
	changed[row] = c
	if err := p.d.Desk.SaveChecks(changed); err != nil {
		return err
	}
	p.checkRow = row
	p.told(text.T("qualitypage.checks.saved", c.Title()))
	return nil
}

// resetChecks goes back to the checks that ship, once the person has said so.
func (p *Page) resetChecks() {
	kit.Ask(p.d.Window, text.T("qualitypage.checks.reset"), text.T("qualitypage.checks.reset.ask"), text.T("qualitypage.checks.reset"), false, func(sure bool) {
		if !sure {
			return
		}
		if err := p.d.Desk.SaveChecks(nil); err != nil {
			p.d.ShowError(err)
			return
		}
		p.told(text.T("qualitypage.checks.shipped"))
	})
}

func (p *Page) told(said string) {
	p.d.Changed()
	p.d.Undo(said)
	p.Refresh()
}
