package main

import (
	"fmt"
	"io"
	"os"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var errRuleFile = text.NewError("ruhuctl.rule_file")

// rulesCommand is about the parameters of rules, tables and checks, which a county changes without a new program.
type rulesCommand struct {
	List  rulesList  `cmd:"" default:"withargs" help:"${ruleslist}"`
	Show  rulesShow  `cmd:"" help:"${rulesshow}"`
	Set   rulesSet   `cmd:"" help:"${rulesset}"`
	Reset rulesReset `cmd:"" help:"${rulesreset}"`
}

// Help shows an example.
func (rulesCommand) Help() string { return text.T("ruhuctl.example.rules") }

// rule is a version of a rule as it is listed.
type rule struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Own    bool   `json:"own"`
	From   string `json:"from"`
	Source string `json:"source"`
}

func ruleOf(r desk.Rule) rule { return rule{r.Name, r.Title, r.Own, r.From, r.Source} }

func (r rule) words() string {
	who := text.T("ruhuctl.rule_ships")
	if r.Own {
		who = text.T("ruhuctl.rule_own")
	}
	if r.From == "" {
		return text.T("ruhuctl.rule_always", r.Name, r.Title, who)
	}
	return text.T("ruhuctl.rule_line", r.Name, r.Title, who, r.From)
}

type rulesList struct {
	Name string `arg:"" optional:"" placeholder:"NAME" help:"${rulename}"`
}

// Help shows an example.
func (rulesList) Help() string { return text.T("ruhuctl.example.ruleslist") }

// Run lists the rules in force, or all versions of one.
func (c rulesList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Rules()
		if c.Name != "" {
			all, err = d.RuleVersions(c.Name)
		}
		if err != nil {
			return err
		}
		out := []rule{}
		for _, r := range all {
			out = append(out, ruleOf(r))
		}
		if f.JSON {
			return print(w.out, out)
		}
		for _, r := range out {
			fmt.Fprintln(w.out, r.words())
		}
		return nil
	})
}

type rulesShow struct {
	Name string `arg:"" placeholder:"NAME" help:"${rulename}"`
	On   string `placeholder:"DAY" help:"${ruleon}"`
}

// Help shows an example.
func (rulesShow) Help() string { return text.T("ruhuctl.example.rulesshow") }

// Run writes the whole rule, ready to be changed and set again.
func (c rulesShow) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		r, err := c.rule(d)
		if err == nil {
			_, err = io.WriteString(w.out, r.Whole)
		}
		return err
	})
}

func (c rulesShow) rule(d *desk.Desk) (desk.Rule, error) {
	if c.On == "" {
		return d.Rule(c.Name)
	}
	said, err := date(c.On)
	if err != nil {
		return desk.Rule{}, err
	}
	day, _ := survey.Day(said)
	return d.RuleOn(c.Name, day)
}

type rulesSet struct {
	Name string `arg:"" placeholder:"NAME" help:"${rulename}"`
	File string `arg:"" placeholder:"FILE" help:"${rulefile}"`
	From string `placeholder:"DAY" help:"${rulefrom}"`
}

// Help shows an example.
func (rulesSet) Help() string { return text.T("ruhuctl.example.rulesset") }

// Run keeps the county's own version.
func (c rulesSet) Run(f *flags, w *world) error {
	words, err := os.ReadFile(c.File)
	if err != nil {
		return errRuleFile.With(c.File).Because(err)
	}
	var how []desk.How
	if c.From != "" {
		day, err := date(c.From)
		if err != nil {
			return err
		}
		how = append(how, desk.From(day))
	}
	return f.with(w, func(d *desk.Desk) error {
		id, err := d.SaveRule(c.Name, string(words), how...)
		if err != nil {
			return err
		}
		all, err := d.RuleVersions(c.Name)
		if err != nil {
			return err
		}
		for _, r := range all {
			if r.ID == id {
				return answer(f, w, ruleOf(r), text.T("ruhuctl.rule_set", r.Title, r.From))
			}
		}
		return nil
	})
}

type rulesReset struct {
	Name string `arg:"" placeholder:"NAME" help:"${rulename}"`
}

// Help shows an example.
func (rulesReset) Help() string { return text.T("ruhuctl.example.rulesreset") }

// Run goes back to the rule that ships.
func (c rulesReset) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		if err := d.DropRule(c.Name); err != nil {
			return err
		}
		r, err := d.Rule(c.Name)
		if err != nil {
			return err
		}
		return answer(f, w, ruleOf(r), text.T("ruhuctl.rule_reset", r.Title))
	})
}

func answer(f *flags, w *world, v any, words string) error {
	if f.JSON {
		return print(w.out, v)
	}
	_, err := fmt.Fprintln(w.out, words)
	return err
}
