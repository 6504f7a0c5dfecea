// Package report makes the ledgers (台账) that a township hands in: pure functions from people and households to a table of
// words. To add a ledger, write it in a file of its own and add a line to All.
package report

// Column is one column of a table.
type Column struct {
	Key   string // the survey key it comes from, or a word of its own
	Label string
	Width int  // in half-width characters
	Text  bool // digits that are no number: a spreadsheet must keep them as text
	Right bool
}

// Table is what a ledger is: read on screen, written to a file, printed.
type Table struct {
	Title   string
	Columns []Column
	Rows    [][]string
	IDs     []string // of each row: the person it is about

	Statuses []Status // what the rows are sorted into, with counts before the filter of status
	Public   bool     // the masked variant
}

// Count is the number of rows.
func (t Table) Count() int { return len(t.Rows) }
