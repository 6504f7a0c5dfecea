package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// columnsCommand is about what people have told that the headings of lists mean.
type columnsCommand struct {
	List   columnsList   `cmd:"" default:"1" help:"${columnslist}"`
	Forget columnsForget `cmd:"" help:"${columnsforget}"`
}

// Help shows an example.
func (columnsCommand) Help() string { return text.T("ruhuctl.example.columns") }

type columnsList struct{}

// Help shows an example.
func (columnsList) Help() string { return text.T("ruhuctl.example.columns") }

// learned is what was told about one list.
type learned struct {
	Signature string            `json:"signature"`
	File      string            `json:"file"`
	Columns   map[string]string `json:"columns"` // heading -> question; "" is not read
}

// Run lists what was told, list by list.
func (columnsList) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Mappings()
		if err != nil {
			return err
		}
		out := []learned{}
		for _, l := range all {
			one := learned{l.Signature, l.Name, map[string]string{}}
			for heading, t := range l.Columns {
				one.Columns[heading] = labelOf(d, t)
			}
			out = append(out, one)
		}
		return showAll(f, w, out, learned.lines, "ruhuctl.records")
	})
}

// lines are one for the list and one for each of its columns.
func (l learned) lines() string {
	s := text.T("ruhuctl.learned", l.File, l.Signature)
	for _, heading := range slices.Sorted(maps.Keys(l.Columns)) {
		s += "\n  " + text.T("ruhuctl.mapped", heading, l.Columns[heading])
	}
	return s
}

func labelOf(d *desk.Desk, t sheet.Target) string {
	if t.Key == "" {
		return ""
	}
	field, ok := d.Table(t.Table).Field(t.Key)
	if !ok {
		return t.Key
	}
	return field.Label
}

type columnsForget struct {
	Name string `arg:"" placeholder:"FILE" help:"${columnsname}"`
}

// Help shows an example.
func (columnsForget) Help() string { return text.T("ruhuctl.example.columnsforget") }

// Run forgets what was told about a list, named by its file or its signature.
func (c columnsForget) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, err := d.Mappings()
		if err != nil {
			return err
		}
		n := 0
		for _, l := range all {
			if l.Name == c.Name || l.Signature == c.Name {
				if err := d.DropMapping(l.Signature); err != nil {
					return err
				}
				n++
			}
		}
		if n == 0 {
			return errNobody.With(c.Name)
		}
		return f.say(w, map[string]int{"forgotten": n}, "ruhuctl.forgotten", n)
	})
}

// showColumns says what each column of a book is taken for.
func showColumns(w *world, p *intake.Plan) {
	for _, m := range p.Mappings {
		fmt.Fprintln(w.out, text.T("ruhuctl.sheet", m.Sheet, m.Rows))
		for _, c := range m.Columns {
			if c.Filled == 0 && c.Key == "" {
				continue
			}
			fmt.Fprintln(w.out, "  "+text.T("ruhuctl.mapped", c.Title, meaning(c)))
		}
	}
}

// meaning is what a column is taken for, or what it may be.
func meaning(c intake.ColumnUse) string {
	if c.Key != "" {
		return c.Label
	}
	var guesses []string
	for _, g := range c.Guesses {
		guesses = append(guesses, g.Label)
	}
	if len(guesses) == 0 {
		return text.T("ruhuctl.not_read")
	}
	return text.T("ruhuctl.guessed", strings.Join(guesses, text.T("ruhuctl.comma")))
}

// targets reads HEADING=QUESTION arguments: a question of a person, a household or a wish by its label or key; nothing leaves
// the column unread.
func targets(d *desk.Desk, args []string) (map[string]sheet.Target, error) {
	said, err := pairs(args)
	if err != nil || len(said) == 0 {
		return nil, err
	}
	out := map[string]sheet.Target{}
	for heading, q := range said {
		out[heading] = sheet.Target{}
		if q == "" {
			continue
		}
		found := false
		for _, t := range []*survey.Table{survey.Person, survey.Household, survey.Wish} {
			if key, ok := question(d.Table(t.Name), q); ok && !found {
				out[heading], found = sheet.Target{Table: t.Name, Key: key}, true
			}
		}
		if !found {
			return nil, errField.With(q)
		}
	}
	return out, nil
}
