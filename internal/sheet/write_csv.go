package sheet

import (
	"encoding/csv"
	"io"

	"ruhu/internal/report"
)

// writeCSV writes UTF-8 with a byte order mark and CRLF: what WPS and Excel open with a double click. Before digits that
// they would round, or strip of zeros, stands a tab; before what they would run, an apostrophe.
func writeCSV(w io.Writer, t report.Table) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	head := make([]string, len(t.Columns))
	for i, col := range t.Columns {
		head[i] = col.Label
	}
	if err := c.Write(head); err != nil {
		return err
	}
	for _, row := range t.Rows {
		out := make([]string, len(row))
		for i, v := range row {
			out[i] = guarded(v)
		}
		if err := c.Write(out); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func guarded(v string) string {
	switch {
	case startsFormula(v):
		return "'" + v
	case looksLong(v):
		return "\t" + v
	}
	return v
}

// looksLong tells digits that a spreadsheet would spoil: more than 11 are shown as 5.3E+17, a zero in front is dropped. An
// X behind is not needed: then it is text anyway.
func looksLong(v string) bool {
	return onlyDigits(v) && (len(v) > 11 || len(v) > 1 && v[0] == '0')
}
