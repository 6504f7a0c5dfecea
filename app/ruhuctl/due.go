package main

import (
	"cmp"
	"slices"

	"ruhu/internal/desk"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// deadlinesCommand lists the deadlines of classes.
type deadlinesCommand struct {
	Class string `arg:"" optional:"" placeholder:"CLASS" help:"${deadlinesclass}"`
	All   bool   `help:"${deadlinesall}"`
}

// Help shows an example.
func (deadlinesCommand) Help() string { return text.T("ruhuctl.example.deadlines") }

// deadline is a deadline of a class.
type deadline struct {
	Class    string `json:"class"`
	Name     string `json:"name"`
	Code     string `json:"code"`
	What     string `json:"what"`
	Owner    string `json:"owner"`
	By       string `json:"by"`
	Days     int    `json:"days"`
	WorkDays int    `json:"workdays"`
	Done     bool   `json:"done"`
	Late     bool   `json:"late"`
	Sentence string `json:"sentence"`
	Source   string `json:"source"`
}

func (d deadline) words() string { return text.T("ruhuctl.deadline", d.By, d.Name, d.Sentence) }

// Run lists what is open, the first first; with --all what is done too.
func (c deadlinesCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		classes, err := d.Classes()
		if c.Class != "" {
			one, failed := classFlag{c.Class}.find(d)
			classes, err = append(classes[:0], one), failed
		}
		if err != nil {
			return err
		}
		var out []deadline
		for _, k := range classes {
			l, err := d.Life(k.ID)
			if err != nil {
				return err
			}
			for _, x := range rules.Deadlines(d.RuleBook(), l, d.Today()) {
				if c.All || !x.Done {
					out = append(out, deadline{k.ID, k.Name(), x.Code, x.What, x.Owner, x.By.Format("2006-01-02"), x.Days, x.WorkDays, x.Done, x.Late, x.Sentence, x.Source})
				}
			}
		}
		slices.SortStableFunc(out, func(a, b deadline) int { return cmp.Compare(a.By, b.By) })
		return showAll(f, w, out, deadline.words, "ruhuctl.records")
	})
}

// calendarCommand lists the reports that fall due.
type calendarCommand struct {
	On string `placeholder:"DATE" help:"${calendaron}"`
}

// Help shows an example.
func (calendarCommand) Help() string { return text.T("ruhuctl.example.calendar") }

// reportDue is a report that falls due.
type reportDue struct {
	Name   string `json:"name"`
	Report string `json:"report,omitempty"`
	To     string `json:"to"`
	Period string `json:"period"`
	Due    string `json:"due"`
	Days   int    `json:"days"`
	Source string `json:"source"`
}

func (r reportDue) words() string {
	return text.T("ruhuctl.report_due", r.Due, r.Days, r.Name, r.Period, r.To, r.Report)
}

// Run lists for each report when it is due next.
func (c calendarCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		on := d.Today()
		if c.On != "" {
			day, err := wholeDay(c.On)
			if err != nil {
				return err
			}
			on, _ = survey.Day(day) // it is a whole day
		}
		out := []reportDue{}
		for _, r := range rules.Calendar(d.RuleBook(), on) {
			out = append(out, reportDue{r.Name, r.Report, r.To, r.Period, r.Due.Format("2006-01-02"), r.Days, r.Source})
		}
		return showAll(f, w, out, reportDue.words, "ruhuctl.records")
	})
}
