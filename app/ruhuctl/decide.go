package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/intake"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// decide reads one decision and makes it: ROW=CHOICE, or SHEET!ROW=CHOICE where a book has several sheets; all=CHOICE decides alike
// about every row that waits and allows it, KIND=CHOICE about those with a problem of that kind.
func decide(p *intake.Plan, said string) error {
	which, choice, ok := strings.Cut(said, "=")
	c := intake.Choice(choice)
	if !ok || !slices.Contains(choices, c) {
		return errUse.With(text.T("ruhuctl.decide", said, joinedChoices(choices)))
	}
	if which == "all" {
		p.DecideAll("", c)
		return nil
	}
	sheet, number, ok := strings.Cut(which, "!")
	if !ok {
		sheet, number = "", which
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		if p.DecideAll(which, c) == 0 {
			return errUse.With(text.T("ruhuctl.decide_kind", which))
		}
		return nil
	}
	return decideRow(p, sheet, n, c)
}

// choices are all that may be decided.
var choices = []intake.Choice{intake.Accept, intake.Theirs, intake.Ours, intake.Two, intake.Leave, intake.Enrol, intake.NotEnrol}

func joinedChoices(all []intake.Choice) string {
	var words []string
	for _, c := range all {
		words = append(words, string(c)+text.T("ruhuctl.choice", c.Label()))
	}
	return strings.Join(words, " ")
}

func decideRow(p *intake.Plan, sheet string, n int, c intake.Choice) error {
	found := -1
	for i, r := range p.Rows {
		if r.Row != n || sheet != "" && r.Sheet != sheet {
			continue
		}
		if found >= 0 {
			return errUse.With(text.T("ruhuctl.decide_sheet", n))
		}
		found = i
	}
	if found < 0 {
		return errUse.With(text.T("ruhuctl.decide_row", n))
	}
	if err := p.Decide(found, c); err != nil {
		return errUse.With(text.T("ruhuctl.decide_choices", n, joinedChoices(p.Rows[found].Choices))).Because(err)
	}
	return nil
}

// showKind says what a book is, where it is no list of people, and what came of that.
func showKind(w *world, p *intake.Plan) {
	switch p.Kind {
	case intake.Targets:
		fmt.Fprintln(w.out, text.T("ruhuctl.kind_targets", p.Terms.Title, len(p.Targets)))
	case intake.Questions:
		fmt.Fprintln(w.out, text.T("ruhuctl.kind_questions"))
	case intake.Classes:
		name := ""
		if p.Class != nil {
			name = p.Class.Answers[training.ClassName]
		}
		fmt.Fprintln(w.out, text.T("ruhuctl.kind_class", name, p.Enrolled, p.Refused, p.Asked))
		for _, v := range p.Extra().Verdicts {
			if v.Enrol != intake.MayEnrol {
				fmt.Fprintln(w.out, "  "+text.T("ruhuctl.verdict", place(v.Sheet, v.Row), v.Name, text.T("ruhuctl.verdict."+string(v.Enrol)), strings.Join(v.Words, text.T("ruhuctl.semicolon"))))
			}
		}
	}
}
