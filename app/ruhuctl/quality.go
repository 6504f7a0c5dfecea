package main

import (
	"fmt"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/quality"
	"ruhu/internal/region"
	"ruhu/internal/report"
	"ruhu/internal/text"
)

// qualityCommand looks the register through for what cannot be right, is doubtful or missing.
type qualityCommand struct {
	Village  string `placeholder:"VILLAGE" help:"${village}"`
	Severity string `enum:"error,doubt,hint," default:"" placeholder:"SEVERITY" help:"${severity}"`
	Lag      bool   `help:"${lag}"`
	Out      string `short:"o" placeholder:"FILE" help:"${listout}"`
}

// Help shows an example.
func (qualityCommand) Help() string { return text.T("ruhuctl.example.quality") }

// finding is one thing found.
type finding struct {
	Check     string `json:"check"`
	Severity  string `json:"severity"`
	Type      string `json:"type"`
	ID        string `json:"id"`
	Household string `json:"household,omitempty"`
	Village   string `json:"village,omitempty"`
	Field     string `json:"field,omitempty"`
	Sentence  string `json:"sentence"`
}

// Run lists what was found, or how late villages write things down.
func (c qualityCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		village, err := d.VillageCode(c.Village)
		if err != nil {
			return err
		}
		if c.Lag {
			late, err := d.LagTable()
			if err != nil {
				return err
			}
			return c.lags(f, w, d, late)
		}
		all, err := d.Quality()
		if err != nil {
			return err
		}
		var found []quality.Finding
		for _, q := range all {
			if strings.HasPrefix(q.Village, village) && (c.Severity == "" || string(q.Severity) == c.Severity) {
				found = append(found, q)
			}
		}
		if c.Out != "" {
			src, err := d.Source()
			if err == nil {
				err = d.SaveTable(quality.Table(src, found), c.Out)
			}
			if err != nil {
				return err
			}
		}
		return c.show(f, w, d, found)
	})
}

func (c qualityCommand) show(f *flags, w *world, d *desk.Desk, found []quality.Finding) error {
	out, counts := []finding{}, map[quality.Severity]int{}
	for _, q := range found {
		out = append(out, finding{q.Check, string(q.Severity), q.Type, q.ID, q.Household, q.Village, q.Key, q.Sentence})
		counts[q.Severity]++
	}
	if f.JSON {
		return print(w.out, out)
	}
	for _, q := range found {
		if q.Severity == quality.Error || c.Severity != "" || c.Village != "" {
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.quality_line", ofWhom(d, q), q.Sentence))
		}
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.quality", counts[quality.Error], counts[quality.Doubt], counts[quality.Hint]))
	if c.Out != "" {
		fmt.Fprintln(w.out, text.T("ruhuctl.written", c.Out))
	}
	return nil
}

// ofWhom names the village and the person, or the head of the household, that something was found of: a sentence may name nobody.
func ofWhom(d *desk.Desk, q quality.Finding) string {
	village := region.Name(q.Village)
	if r, ok := d.Row(q.ID); ok && r.Name != "" {
		return village + r.Name
	}
	if h, err := d.Household(q.Household); err == nil {
		return village + h.Head()
	}
	return village
}

func (c qualityCommand) lags(f *flags, w *world, d *desk.Desk, t report.Table) error {
	if c.Out != "" {
		if err := d.SaveTable(t, c.Out); err != nil {
			return err
		}
	}
	if f.JSON {
		return print(w.out, rowsOf(t))
	}
	if len(t.Rows) == 0 {
		_, err := fmt.Fprintln(w.out, text.T("ruhuctl.no_lag"))
		return err
	}
	fmt.Fprintln(w.out, strings.Join(headings(t), "\t"))
	for _, r := range t.Rows {
		fmt.Fprintln(w.out, strings.Join(r, "\t"))
	}
	return nil
}

func headings(t report.Table) (all []string) {
	for _, c := range t.Columns {
		all = append(all, headOf(c))
	}
	return all
}
