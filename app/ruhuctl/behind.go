package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var (
	errNoRow    = text.NewError("ruhuctl.no_row")
	errNoColumn = text.NewError("ruhuctl.no_column")
)

// behindCommand lists who is behind a number of a table.
type behindCommand struct {
	Name   string `arg:"" placeholder:"TABLE" help:"${behindname}"`
	Row    string `arg:"" placeholder:"ROW" help:"${behindrow}"`
	Column string `arg:"" placeholder:"COLUMN" help:"${behindcolumn}"`
	tableFlags
	Full bool   `help:"${full}"`
	Out  string `short:"o" placeholder:"FILE" help:"${listout}"`
}

// Help shows an example.
func (behindCommand) Help() string { return text.T("ruhuctl.example.behind") }

// behind is what a number counts.
type behind struct {
	Title  string              `json:"title"`
	Number string              `json:"number"`
	Rows   []map[string]string `json:"rows"`
}

// Run finds the cell and lists what it counts.
func (c behindCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		filter, err := c.filter(d)
		if err != nil {
			return err
		}
		t, err := d.Report(c.Name, filter)
		if err != nil && t.Title == "" {
			return err
		}
		row, err := rowIn(d, t, c.Row)
		if err != nil {
			return err
		}
		column, err := columnIn(t, c.Column)
		if err != nil {
			return err
		}
		list, err := d.Behind(t, row, column)
		if err != nil {
			return err
		}
		if c.Out != "" {
			list.Title = headOf(t.Columns[column])
			if err := d.SaveTable(list, c.Out); err != nil {
				return err
			}
		}
		return c.show(f, w, t.Rows[row][column], headOf(t.Columns[column]), list)
	})
}

func (c behindCommand) show(f *flags, w *world, number, head string, list report.Table) error {
	if !c.Full {
		masked(&list)
	}
	if f.JSON {
		return print(w.out, behind{head, number, rowsOf(list)})
	}
	for _, r := range list.Rows {
		fmt.Fprintln(w.out, strings.TrimRight(strings.Join(r, "\t"), "\t"))
	}
	_, err := fmt.Fprintln(w.out, text.T("ruhuctl.behind", head, number, len(list.Rows)))
	return err
}

// rowIn finds a row by the name in it (a village, 合计), or by its number from 1.
func rowIn(d *desk.Desk, t report.Table, said string) (int, error) {
	if code, err := d.VillageCode(said); err == nil && t.Of == report.Villages && code != "" {
		if i := slices.Index(t.IDs, code); i >= 0 {
			return i, nil
		}
	}
	for i, r := range t.Rows {
		if slices.Contains(r[:min(3, len(r))], said) {
			return i, nil
		}
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(t.Rows) {
		return n - 1, nil
	}
	return 0, errNoRow.With(said)
}

// columnIn finds a column by its heading, with or without what stands over it, by its key, or by its number from 1.
func columnIn(t report.Table, said string) (int, error) {
	found := slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Key == said || headOf(c) == said || c.Over+c.Label == said })
	if found < 0 {
		found = slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.Label == said })
	}
	if n, err := strconv.Atoi(said); err == nil && found < 0 && n >= 1 && n <= len(t.Columns) {
		found = n - 1
	}
	if found < 0 {
		return 0, errNoColumn.With(said, strings.Join(headings(t), text.T("ruhuctl.comma")))
	}
	return found, nil
}

func headOf(c report.Column) string {
	if c.Over == "" {
		return c.Label
	}
	return c.Over + "/" + c.Label
}

// masked hides ID numbers and phones: terminals are looked at by others.
func masked(t *report.Table) {
	for i, c := range t.Columns {
		mask := map[string]func(string) string{survey.IDNo: survey.MaskID, survey.Phone: survey.MaskPhone, survey.HousePhone: survey.MaskPhone}[c.Key]
		if mask == nil {
			continue
		}
		for r := range t.Rows {
			t.Rows[r][i] = mask(t.Rows[r][i])
		}
	}
}

// rowsOf gives a table's rows by heading.
func rowsOf(t report.Table) []map[string]string {
	out := []map[string]string{}
	for _, r := range t.Rows {
		m := map[string]string{}
		for i, c := range t.Columns {
			if i < len(r) && r[i] != "" {
				m[headOf(c)] = r[i]
			}
		}
		out = append(out, m)
	}
	return out
}
