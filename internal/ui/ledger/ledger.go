// Package ledger is what the pages of ledgers, tables of numbers and findings have in common: the list of a report.Table's rows, the
// way from a row to what it is about, and the way out to a file.
//
// It is no page: pages import it, it imports none of them.
package ledger

import (
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

// numberKey is the column that counts the rows.
const numberKey = "no"

// forward are the columns that the screen shows first, whatever the order on paper: who it is, and why.
var forward = []string{numberKey, survey.FullName, survey.Sex, survey.Age, survey.HeadName, survey.Village, survey.Group, "verdict", "why", survey.Trade1, survey.WishText, survey.Destination, survey.Phone}

// reasonKey is the column that says why somebody stands in a ledger.
const reasonKey = "why"

// List is a report.Table of rows about people and the like, in a grid: who it is first, and staying in sight.
type List struct {
	Grid *kit.Grid
	Made report.Table
	d    page.Deps
	rows []int // those shown, of Made.Rows
	at   []int // column of Made for each of the grid's
}

// NewList makes the grid for tables of the shape of made; Enter opens what a row is about.
func NewList(d page.Deps, made report.Table) *List {
	l := &List{d: d, Made: made, at: order(made.Columns), rows: All(made)}
	columns := make([]kit.Column, len(l.at))
	for i, at := range l.at {
		c := made.Columns[at]
		columns[i] = kit.Column{Title: c.Label, Em: l.em(at), Right: c.Right, Exact: c.Text}
	}
	l.Grid = kit.NewGrid(columns, l.frozen(), func() int { return len(l.rows) }, l.cell)
	l.Grid.Sorts = true
	l.keepWidths()
	l.Grid.Copied = func(rows int) { d.Toast(text.T("ledger.copied", rows)) }
	l.Grid.OnOpen = func(row, _ int) { Go(d, l.Made.Of, l.ID(row)) }
	return l
}

// Show shows rows of a table of the same shape.
func (l *List) Show(made report.Table, rows []int) {
	l.Made, l.rows = made, rows
	l.Grid.Reload()
}

// ID is what a row is about.
func (l *List) ID(row int) string { return l.Made.IDs[l.rows[row]] }

// Reason says why the current row stands in the ledger, whole: its column has no room for it.
func (l *List) Reason() string {
	row, _ := l.Grid.Current()
	for i, c := range l.Made.Columns {
		if c.Key == reasonKey && row >= 0 {
			return l.Made.Rows[l.rows[row]][i]
		}
	}
	return ""
}

func (l *List) cell(row, column int) kit.Cell {
	if l.Made.Columns[l.at[column]].Key == numberKey {
		return kit.Cell{Text: strconv.Itoa(row + 1), Tone: kit.Quiet}
	}
	return kit.Cell{Text: l.shown(l.rows[row], l.at[column])}
}

// shown is a cell as the screen has room for it: villages by their short names. The file has the long ones.
func (l *List) shown(row, column int) string {
	s := l.Made.Rows[row][column]
	if l.Made.Columns[column].Key == survey.Village {
		return page.ShortVillage(s)
	}
	return s
}

// em is as wide as what stands in a column, within reason.
func (l *List) em(column int) float32 {
	if l.Made.Columns[column].Key == numberKey {
		return Letters(strconv.Itoa(len(l.Made.Rows))) + 0.4
	}
	wide := Letters(l.Made.Columns[column].Label) * 0.9 // titles are small
	if wide > 3.6 {
		wide = wide*0.5 + 0.5 // and take two lines where they are long
	}
	for row := range min(len(l.Made.Rows), 100) {
		wide = max(wide, Letters(l.shown(row, column)))
	}
	return min(max(wide, 2)+0.4, 16)
}

// frozen is how many columns stay: the number and the name.
func (l *List) frozen() int {
	for i, at := range l.at {
		if k := l.Made.Columns[at].Key; k == survey.FullName || k == survey.HeadName {
			return min(i+1, 2)
		}
	}
	return 1
}

// order gives the columns as the screen shows them.
func order(columns []report.Column) []int {
	var first, rest []int
	for _, key := range forward {
		for i, c := range columns {
			if c.Key == key {
				first = append(first, i)
			}
		}
	}
	for i, c := range columns {
		if !slices.Contains(first, i) && c.Key != "township" {
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

// Letters is the width of s in Chinese characters.
func Letters(s string) (em float32) {
	for _, r := range s {
		if r < 0x80 {
			em += 0.58
		} else {
			em++
		}
	}
	return em
}

// All are all rows of a table.
func All(t report.Table) []int {
	rows := make([]int, len(t.Rows))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// Count says how many rows there are, in what they are counted in.
func Count(t report.Table, n int) string {
	switch t.Of {
	case "", registry.TypePerson:
		return text.T("ledger.people", n)
	case registry.TypeHousehold:
		return text.T("ledger.households", n)
	}
	return text.T("ledger.records", n)
}
