package sheet

import (
	"encoding/json"
	"io"

	"ruhu/internal/report"
)

type jsonColumn struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

type jsonTable struct {
	Title   string              `json:"title"`
	Columns []jsonColumn        `json:"columns"`
	Rows    []map[string]string `json:"rows"`
}

// writeJSON writes the table for other programs: each row an object by column key, blanks left out.
func writeJSON(w io.Writer, t report.Table) error {
	out := jsonTable{Title: t.Title, Columns: []jsonColumn{}, Rows: []map[string]string{}}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, jsonColumn{c.Key, c.Label})
	}
	for _, row := range t.Rows {
		m := map[string]string{}
		for i, v := range row {
			if v != "" && i < len(t.Columns) {
				m[t.Columns[i].Key] = v
			}
		}
		out.Rows = append(out.Rows, m)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
