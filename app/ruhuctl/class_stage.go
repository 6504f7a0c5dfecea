package main

import (
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// classArg names the class that a command is about, without a flag.
type classArg struct {
	Class string `arg:"" placeholder:"CLASS" help:"${classid}"`
}

func (c classArg) find(d *desk.Desk) (training.Class, error) { return classFlag(c).find(d) }

type classStages struct{ classArg }

// Help shows an example.
func (classStages) Help() string { return text.T("ruhuctl.example.stages") }

// stageRow is one stage of a class.
type stageRow struct {
	Stage    string   `json:"stage"`
	Owner    string   `json:"owner"`
	Reached  bool     `json:"reached"`
	Here     bool     `json:"here"`
	DoneOn   string   `json:"done_on,omitempty"`
	By       string   `json:"by,omitempty"`
	Late     bool     `json:"late,omitempty"`
	Deadline string   `json:"deadline,omitempty"`
	Missing  []string `json:"missing"`
	Doubts   []string `json:"doubts,omitempty"`
}

// Run lists the stages with owner, day or deadline, and what is missing.
func (c classStages) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		all, err := d.Stages(k.ID)
		if err != nil {
			return err
		}
		rows := []stageRow{}
		for _, s := range all {
			r := stageRow{s.Stage, s.Owner, s.Reached, s.Here, s.DoneOn, "", s.Late, s.Deadline, whats(s.Missing), whats(s.Doubts)}
			if !s.By.IsZero() {
				r.By = s.By.Format("2006-01-02")
			}
			rows = append(rows, r)
			if !f.JSON {
				r.show(w)
			}
		}
		if f.JSON {
			return print(w.out, rows)
		}
		return nil
	})
}

func whats(errs []error) []string {
	out := []string{}
	for _, err := range errs {
		out = append(out, text.Explain(err).What)
	}
	return out
}

func (r stageRow) show(w *world) {
	state := "todo"
	switch {
	case r.Here:
		state = "here"
	case r.Reached:
		state = "reached"
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.stage_row", text.T("ruhuctl.stage."+state), r.Stage, r.Owner, r.DoneOn))
	if r.Deadline != "" && !r.Reached {
		fmt.Fprintln(w.out, "  "+r.Deadline)
	}
	for _, m := range r.Missing {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.stage_missing", m))
	}
	for _, m := range r.Doubts {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.stage_doubt", m))
	}
}

type classAdvance struct {
	classArg
	To     string `arg:"" optional:"" placeholder:"STAGE" help:"${advanceto}"`
	On     string `placeholder:"DATE" help:"${advanceon}"`
	Anyway string `placeholder:"REASON" help:"${anyway}"`
}

// Help shows an example.
func (classAdvance) Help() string { return text.T("ruhuctl.example.advance") }

var errLastStage = text.NewError("ruhuctl.last_stage")

// Run brings the class to its next stage, or to the one named.
func (c classAdvance) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		to := c.To
		if to == "" {
			to = k.Next()
		}
		if to == "" {
			return errLastStage.With(k.Name(), k.Stage())
		}
		how := answers{Anyway: c.Anyway}.how()
		if c.On != "" {
			day, err := wholeDay(c.On)
			if err != nil {
				return err
			}
			how = append(how, desk.From(day))
		}
		if err := d.Advance(k.ID, to, how...); err != nil {
			return err
		}
		return f.say(w, map[string]string{"id": k.ID, "stage": to}, "ruhuctl.staged", k.Name(), to)
	})
}

// wholeDay reads a day that is given on the command line.
func wholeDay(said string) (survey.Date, error) {
	day, err := survey.ParseDate(said)
	if err != nil || len(day) != len("2006-01-02") {
		return "", errUse.With(text.T("ruhuctl.no_day", said))
	}
	return day, nil
}

type classBack struct {
	classArg
	To     string `arg:"" placeholder:"STAGE" help:"${backto}"`
	Reason string `required:"" placeholder:"REASON" help:"${reason}"`
}

// Help shows an example.
func (classBack) Help() string { return text.T("ruhuctl.example.back") }

// Run takes the class back to an earlier stage.
func (c classBack) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		if err := d.GoBack(k.ID, c.To, c.Reason); err != nil {
			return err
		}
		return f.say(w, map[string]string{"id": k.ID, "stage": c.To}, "ruhuctl.staged", k.Name(), c.To)
	})
}

type classFile struct {
	classArg
	Out string `short:"o" required:"" placeholder:"FILE" help:"${classfileout}"`
}

// Help shows an example.
func (classFile) Help() string { return text.T("ruhuctl.example.classfile") }

// Run writes the application for the class with all its attachments.
func (c classFile) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		if err := d.File(k.ID, c.Out); err != nil {
			return err
		}
		return f.say(w, map[string]string{"file": c.Out}, "ruhuctl.written", c.Out)
	})
}

type classClose struct {
	classArg
	On     string `placeholder:"DATE" help:"${advanceon}"`
	Anyway string `placeholder:"REASON" help:"${anyway}"`
}

// Help shows an example.
func (classClose) Help() string { return text.T("ruhuctl.example.close") }

// Run closes the class, which seals its attendance.
func (c classClose) Run(f *flags, w *world) error {
	return classAdvance{c.classArg, training.Closed, c.On, c.Anyway}.Run(f, w)
}
