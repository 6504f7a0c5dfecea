package main

import (
	"fmt"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var (
	errNoClass      = text.NewError("ruhuctl.no_class")
	errSeveralClass = text.NewError("ruhuctl.several_classes")
)

// classCommand is about training classes.
type classCommand struct {
	List       classList       `cmd:"" default:"1" help:"${classlist}"`
	Trades     classTrades     `cmd:"" help:"${classtrades}"`
	New        classNew        `cmd:"" help:"${classnew}"`
	Change     classChange     `cmd:"" help:"${classchange}"`
	Candidates classCandidates `cmd:"" help:"${classcandidates}"`
	Enrol      classEnrol      `cmd:"" help:"${classenrol}"`
	Unenrol    classUnenrol    `cmd:"" help:"${classunenrol}"`
	Sessions   classSessions   `cmd:"" help:"${classsessions}"`
	Roster     classRoster     `cmd:"" help:"${classroster}"`
	Stage      classStage      `cmd:"" help:"${classstage}"`
	Stages     classStages     `cmd:"" help:"${classstages}"`
	Advance    classAdvance    `cmd:"" help:"${classadvance}"`
	Back       classBack       `cmd:"" help:"${classback}"`
	File       classFile       `cmd:"" help:"${classfile}"`
	Close      classClose      `cmd:"" help:"${classclose}"`
	Propose    classPropose    `cmd:"" help:"${classpropose}"`
	Reserve    classReserve    `cmd:"" help:"${classreserve}"`
	Promote    classPromote    `cmd:"" help:"${classpromote}"`
	Assess     classAssess     `cmd:"" help:"${classassess}"`
	Certify    classCertify    `cmd:"" help:"${classcertify}"`
	Evaluate   classEvaluate   `cmd:"" help:"${classevaluate}"`
}

// Help shows an example.
func (classCommand) Help() string { return text.T("ruhuctl.example.class") }

// classFlag names the class that a command is about.
type classFlag struct {
	Class string `required:"" placeholder:"ID" help:"${classid}"`
}

// find gives the class that is meant: by its id, its official number, its name or the beginning of any of these.
func (c classFlag) find(d *desk.Desk) (training.Class, error) {
	classes, err := d.Classes()
	if err != nil {
		return training.Class{}, err
	}
	var found []training.Class
	for _, k := range classes {
		switch {
		case k.ID == c.Class || k.No() == c.Class || k.Name() == c.Class:
			return k, nil
		case len(c.Class) >= 4 && (strings.HasPrefix(k.ID, c.Class) || strings.HasPrefix(k.Name(), c.Class)):
			found = append(found, k)
		}
	}
	switch len(found) {
	case 0:
		return training.Class{}, errNoClass.With(c.Class)
	case 1:
		return found[0], nil
	}
	return training.Class{}, errSeveralClass.With(c.Class)
}

// classRow is a class in a list.
type classRow struct {
	ID       string `json:"id"`
	No       string `json:"class_no"`
	Name     string `json:"name"`
	Trade    string `json:"trade"`
	Starts   string `json:"starts_on"`
	Ends     string `json:"ends_on"`
	Stage    string `json:"stage"`
	Trainees int    `json:"trainees"`
	Sessions int    `json:"sessions"`

	Quotas []desk.Quota `json:"quotas,omitempty"`
}

func rowOf(d *desk.Desk, c training.Class) (classRow, error) {
	r := classRow{c.ID, c.No(), c.Name(), c.TradeAndLevel(), c.Answers[training.StartsOn], c.Answers[training.EndsOn], c.Stage(), 0, 0, nil}
	enrolments, err := d.Enrolments(c.ID)
	if err != nil {
		return r, err
	}
	for _, e := range enrolments {
		if e.Standing() == training.Enrolled {
			r.Trainees++
		}
	}
	sessions, err := d.Sessions(c.ID)
	if r.Sessions = len(sessions); err != nil {
		return r, err
	}
	r.Quotas, err = d.Quotas(c.ID)
	return r, err
}

type classList struct{}

// Help shows an example.
func (classList) Help() string { return text.T("ruhuctl.example.classes") }

// Run lists the classes.
func (classList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		classes, err := d.Classes()
		if err != nil {
			return err
		}
		rows := []classRow{}
		for _, c := range classes {
			r, err := rowOf(d, c)
			if err != nil {
				return err
			}
			rows = append(rows, r)
		}
		if f.JSON {
			return print(w.out, rows)
		}
		for _, r := range rows {
			fmt.Fprintln(w.out, text.T("ruhuctl.class", r.No, r.Name, r.Starts, r.Ends, r.Stage, r.Trainees, r.Sessions, r.ID))
			showQuotas(w, r.Quotas)
		}
		_, err = fmt.Fprintln(w.out, text.T("ruhuctl.class_count", len(rows)))
		return err
	})
}

// showQuotas says in a line how the quotas of a class stand; nothing for a class without any.
func showQuotas(w *world, all []desk.Quota) {
	if len(all) > 0 {
		fmt.Fprintln(w.out, "  "+desk.QuotaLine(all))
	}
}

type classTrades struct{}

// Help shows an example.
func (classTrades) Help() string { return text.T("ruhuctl.example.trades") }

// Run counts who wishes for what: what classes can be formed from.
func (classTrades) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		n, err := d.WishedTrades()
		if err != nil {
			return err
		}
		if f.JSON {
			return print(w.out, n)
		}
		for _, item := range survey.List("trade") {
			if n[item.Name] > 0 {
				fmt.Fprintln(w.out, text.T("ruhuctl.trade", item.Name, n[item.Name]))
			}
		}
		return nil
	})
}

// classNew makes a class; with --from-wishes it takes in whoever wishes for the trade and may join.
type classNew struct {
	Answers    []string `arg:"" placeholder:"QUESTION=ANSWER" help:"${answers}"`
	FromWishes bool     `help:"${fromwishes}"`
	Max        int      `default:"50" placeholder:"N" help:"${max}"`
	Anyway     string   `placeholder:"REASON" help:"${anyway}"`
}

// Help shows an example.
func (classNew) Help() string { return text.T("ruhuctl.example.class") }

// formed is a class that was made, and who was left out and why.
type formed struct {
	classRow
	LeftOut []leftOut `json:"left_out"`
}

type leftOut struct {
	Person  string   `json:"person"`
	Name    string   `json:"name"`
	Ask     bool     `json:"ask"`
	Reasons []string `json:"reasons"`
}

// Run makes the class and plans its sessions.
func (c classNew) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		form := answers{Answers: c.Answers, Anyway: c.Anyway}
		a, err := form.read(d, training.ClassTable, nil)
		if err != nil {
			return err
		}
		id, err := d.SaveClass("", a, form.how()...)
		if err != nil {
			return err
		}
		if _, err := d.PlanSessions(id, nil); err != nil {
			return err
		}
		var out formed
		if c.FromWishes {
			if out.LeftOut, err = c.fill(d, id); err != nil {
				return err
			}
		}
		class, err := d.Class(id)
		if err != nil {
			return err
		}
		if out.classRow, err = rowOf(d, class); err != nil {
			return err
		}
		return out.show(f, w)
	})
}

// fill enrols those who may join, up to max; the others are told with the rule's reasons.
func (c classNew) fill(d *desk.Desk, class string) (left []leftOut, err error) {
	left = []leftOut{}
	candidates, err := d.Candidates(class)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, k := range candidates {
		switch {
		case !k.Verdict.In:
			left = append(left, leftOut{k.Person.ID, k.Person.Name(), k.Verdict.Ask, k.Verdict.Reasons})
		case len(ids) >= c.Max:
			left = append(left, leftOut{k.Person.ID, k.Person.Name(), false, []string{text.T("ruhuctl.full", c.Max)}})
		default:
			ids = append(ids, k.Person.ID)
		}
	}
	return left, d.Enrol(class, ids)
}

func (r formed) show(f *flags, w *world) error {
	if f.JSON {
		return print(w.out, r)
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.formed", r.Name, r.Trainees, r.Sessions, r.ID))
	for _, l := range r.LeftOut {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.left_out", l.Name, strings.Join(l.Reasons, text.T("rules.join"))))
	}
	return nil
}

type classChange struct {
	classFlag
	answers
}

// Help shows an example.
func (classChange) Help() string { return text.T("ruhuctl.example.change") }

// Run saves the changed answers.
func (c classChange) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		a, err := c.read(d, training.ClassTable, k.Answers)
		if err != nil {
			return err
		}
		id, err := d.SaveClass(k.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

type classStage struct {
	classFlag
	To string `arg:"" placeholder:"STAGE" help:"${stage}"`
}

// Help shows an example.
func (classStage) Help() string { return text.T("ruhuctl.example.stage") }

// Run brings the class to the stage, if nothing is missing for it.
func (c classStage) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		k, err := c.find(d)
		if err != nil {
			return err
		}
		if err := d.Advance(k.ID, c.To); err != nil {
			return err
		}
		return f.say(w, map[string]string{"id": k.ID, "stage": c.To}, "ruhuctl.staged", k.Name(), c.To)
	})
}
