// Package report makes the ledgers (台账) and the tables of numbers that a township hands in: pure functions from the register
// to a table of words. To add a ledger, write it in a file of its own and add a line to All; to add a table of numbers, add its
// columns to data/rules and a line to Tables.
package report

import (
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Column is one column of a table.
type Column struct {
	Key   string // the survey key it comes from, or a word of its own
	Label string
	Over  string // what stands over it and its neighbours in a head of two lines; "" for none
	Width int    // in half-width characters
	Text  bool   // digits that are no number: a spreadsheet must keep them as text
	Right bool
	Of    string // of a column of numbers: the type of what Behind names, registry.TypePerson and so on
}

// Table is what a ledger or a table of numbers is: read on screen, written to a file, printed.
type Table struct {
	Name    string // of the ledger
	Title   string
	Unit    string // 填报单位: the place it is made for
	Period  string // the day or the time it speaks of, in words
	Of      string // the type of what IDs name: registry.TypePerson, TypeHousehold, a record's type, or Villages
	Columns []Column
	Rows    [][]string
	IDs     []string // of each row: what it is about

	Statuses []Status // what the rows are sorted into, with counts before the filter of status
	Public   bool     // the masked variant

	Behind [][][]string // of tables of numbers: by row and column, the ids of what was counted; each as long as its number
	Totals []bool       // by row: it sums up others
	Sums   []Sum        // the identities that must hold
	Note   []string     // 口径: how it was counted, one sentence each
	Plots  []Plot       // what of it is seen best as lines
}

// Villages is Table.Of where rows are villages: IDs are region codes, "" for what belongs to no village.
const Villages = "region"

// Count is the number of rows.
func (t Table) Count() int { return len(t.Rows) }

// Sum is an identity of a table: a whole and its parts, 底数 = 已升学 + 已就业 + ….
type Sum struct {
	Words        string   // the identity as it is printed
	Whole, Parts int      // what stands on its two sides
	Rest         []string // ids of who is in the whole and in no part
}

// Holds tells whether both sides are one.
func (s Sum) Holds() bool { return s.Whole == s.Parts && len(s.Rest) == 0 }

// ErrSum is a table whose numbers do not add up: it must not leave the office.
var ErrSum = text.NewError("report.sum")

// Check gives the first identity that the table breaks, with the difference.
func (t Table) Check() error {
	for _, s := range t.Sums {
		if !s.Holds() {
			return ErrSum.With(t.Title, s.Words, s.Whole, s.Parts, s.Whole-s.Parts)
		}
	}
	return nil
}

// Filter narrows a ledger down. It is plain data: a filter is kept as JSON, and two are compared with ==.
type Filter struct {
	Village string      `json:"village,omitempty"` // region code, or the beginning of one: a township's
	Text    string      `json:"text,omitempty"`    // stands in any cell, each word of it; words are parted by blanks
	Status  string      `json:"status,omitempty"`  // one of Table.Statuses
	Public  bool        `json:"public,omitempty"`  // the variant that may hang on a wall: masked, without what is sensitive and without children
	On      survey.Date `json:"on,omitempty"`      // the day whose state is asked for; "" is Source.On
	From    survey.Date `json:"from,omitempty"`    // of what happened: from this day on
	Until   survey.Date `json:"until,omitempty"`   // up to and with this day; "" is On
}
