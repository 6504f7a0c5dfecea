package main

import (
	"context"
	"fmt"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/xlsform"
)

// questionsCommand is about a county's own questions.
type questionsCommand struct {
	List   questionsList   `cmd:"" default:"1" help:"${questionslist}"`
	Add    questionsAdd    `cmd:"" help:"${questionsadd}"`
	Remove questionsRemove `cmd:"" help:"${questionsremove}"`
}

// Help shows an example.
func (questionsCommand) Help() string { return text.T("ruhuctl.example.questions") }

// form is a form of questions as it is listed.
type form struct {
	ID        string  `json:"id"`
	Form      string  `json:"form"`
	Title     string  `json:"title"`
	Version   string  `json:"version,omitempty"`
	Table     string  `json:"table"`
	Off       bool    `json:"off"`
	Questions []asked `json:"questions"`
}

// asked is one question of a form.
type asked struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Kind  string `json:"kind"`
}

func formOf(id string, f xlsform.Form, off bool) form {
	out := form{id, f.ID, f.Title, f.Version, f.Table, off, []asked{}}
	for _, q := range f.Fields {
		out.Questions = append(out.Questions, asked{q.Key, q.Label, q.Kind.Name})
	}
	return out
}

func (q form) line() string {
	state := text.T("ruhuctl.form_on")
	if q.Off {
		state = text.T("ruhuctl.form_off")
	}
	return text.T("ruhuctl.form", q.Title, q.Version, len(q.Questions), state, q.ID)
}

type questionsList struct{}

// Help shows an example.
func (questionsList) Help() string { return text.T("ruhuctl.example.questionslist") }

// Run lists the forms.
func (questionsList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Questions()
		if err != nil {
			return err
		}
		out := []form{}
		for _, q := range all {
			out = append(out, formOf(q.ID, q.Form, q.Off))
		}
		return showAll(f, w, out, form.line, "ruhuctl.records")
	})
}

type questionsAdd struct {
	File   string `arg:"" placeholder:"FILE" help:"${questionsfile}"`
	Table  string `enum:"person,household,visit,wish," default:"" placeholder:"TABLE" help:"${questionstable}"`
	DryRun bool   `help:"${dryrun}"`
}

// Help shows an example.
func (questionsAdd) Help() string { return text.T("ruhuctl.example.questions") }

// formProblem is something in the sheet that was not taken over, or not as written.
type formProblem struct {
	Sheet    string `json:"sheet"`
	Row      int    `json:"row"`
	Column   string `json:"column,omitempty"`
	Question string `json:"question,omitempty"`
	Message  string `json:"message"`
	LeftOut  bool   `json:"left_out"`
}

// addedForm is what a form became.
type addedForm struct {
	form
	Problems []formProblem `json:"problems"`
}

// Run reads the form, says what is not supported, and takes the rest into use.
func (c questionsAdd) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		read, problems, err := d.ReadQuestions(context.Background(), c.File, c.Table)
		if err != nil {
			return err
		}
		id := ""
		if !c.DryRun {
			if id, err = d.AddQuestions(read); err != nil {
				return err
			}
		}
		out := addedForm{formOf(id, read, false), []formProblem{}}
		for _, p := range problems {
			out.Problems = append(out.Problems, formProblem{p.Sheet, p.Row, p.Column, p.Name, text.Explain(p.Err).String(), p.Left})
		}
		return c.show(f, w, out)
	})
}

func (c questionsAdd) show(f *flags, w *world, out addedForm) error {
	if f.JSON {
		return print(w.out, out)
	}
	for _, p := range out.Problems {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.problem_column", place(p.Sheet, p.Row), p.Column, p.Message))
	}
	for _, q := range out.Questions {
		fmt.Fprintln(w.out, "  "+text.T("ruhuctl.question", q.Label, q.Kind, q.Key))
	}
	fmt.Fprintln(w.out, text.T("ruhuctl.form_added", out.Title, len(out.Questions), len(out.Problems)))
	if c.DryRun {
		fmt.Fprintln(w.out, text.T("ruhuctl.dry"))
	}
	return nil
}

type questionsRemove struct {
	ID   string `arg:"" placeholder:"ID" help:"${questionsid}"`
	Back bool   `help:"${questionsback}"`
}

// Help shows an example.
func (questionsRemove) Help() string { return text.T("ruhuctl.example.questionsremove") }

// Run stops asking them, or asks them again; answers stay.
func (c questionsRemove) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Questions()
		if err != nil {
			return err
		}
		for _, q := range all {
			if q.ID == c.ID || q.Form.ID == c.ID || q.Form.Title == c.ID {
				if err := d.RetireQuestions(q.ID, !c.Back); err != nil {
					return err
				}
				return f.say(w, map[string]string{"id": q.ID}, "ruhuctl.form_retired", q.Form.Title)
			}
		}
		return errNobody.With(c.ID)
	})
}
