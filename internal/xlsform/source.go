package xlsform

import (
	"encoding/csv"
	"maps"
	"slices"
	"strings"

	"ruhu/internal/sheet"
)

// row is one row of a sheet: its cells by the name of their column.
type row struct {
	at    int // as a spreadsheet shows it
	cells map[string]string
}

func (r row) get(column string) string { return r.cells[column] }

// page is one sheet of a form.
type page struct {
	name string
	rows []row
}

// source is a form as it was written, in the columns that we know and one language.
type source struct{ survey, choices, settings page }

// The bounds of a form. A thousand questions are more than anybody answers; a hostile sheet must not fill the memory.
const (
	mostQuestions = 1000
	mostChoices   = 20000
	longestCell   = 1 << 14
	headWithin    = 5 // rows in which the header is looked for
)

// find takes the sheets of a form out of a book.
func find(book *sheet.Book) (source, bool) {
	var s source
	for i := range book.Sheets {
		t := &book.Sheets[i]
		switch sheetNames[foldName(t.Name)] {
		case "survey":
			s.survey, _ = surveyPage(t)
		case "choices":
			s.choices = readPage(t, choiceColumns, "list_name", "name")
		case "settings":
			s.settings = readPage(t, settingColumns)
		}
	}
	for i := 0; i < len(book.Sheets) && len(s.survey.rows) == 0; i++ {
		s.survey, _ = surveyPage(&book.Sheets[i]) // a sheet of any name, or a csv
	}
	return s, len(s.survey.rows) > 0
}

// surveyPage reads the questions: those of XLSForm, or the plain table. At least half of the rows must have a type that is
// one, so that a list of people with a column 类型 is none.
func surveyPage(t *sheet.Sheet) (page, bool) {
	p := readPage(t, surveyColumns, "type", "name")
	if len(p.rows) == 0 {
		if p = readPage(t, plainColumns, "kind", "label"); len(p.rows) > 0 {
			p = plainSurvey(p)
		}
	}
	typed := 0
	for _, r := range p.rows {
		if _, ok := typeOf(r.get("type")); ok {
			typed++
		}
	}
	if typed == 0 || 2*typed < len(p.rows) {
		return page{}, false
	}
	return p, true
}

// readPage reads a sheet whose header has all the wanted columns.
func readPage(t *sheet.Sheet, known map[string]string, wanted ...string) page {
	p := page{name: t.Name}
	for at := 0; at < len(t.Rows) && at < headWithin; at++ {
		heads := headsOf(t.Rows[at], known)
		if len(heads) == 0 || slices.ContainsFunc(wanted, func(w string) bool { return heads.at(w) == nil }) {
			continue
		}
		p.rows = heads.read(t, at+1)
		return p
	}
	return p
}

// heads are the columns of a sheet by name, each the likeliest first: of label::English and label::中文 the Chinese one.
type heads map[string][]int

func (h heads) at(name string) []int { return h[name] }

func (h heads) read(t *sheet.Sheet, from int) []row {
	var out []row
	for at := from; at < len(t.Rows) && len(out) < mostChoices; at++ {
		r := row{at: at + 1, cells: map[string]string{}}
		if strings.HasPrefix(t.At(at, 0).Shown, "#") {
			continue // a remark
		}
		for name, cols := range h {
			for _, col := range cols {
				if v := cellText(t.At(at, col)); v != "" {
					r.cells[name] = v
					break
				}
			}
		}
		if len(r.cells) > 0 {
			out = append(out, r)
		}
	}
	return out
}

func cellText(c sheet.Cell) string {
	s := strings.TrimSpace(strings.ReplaceAll(c.Shown, "\u00a0", " "))
	if len(s) > longestCell {
		return ""
	}
	return s
}

// mark is the first line of a form that is kept: what it is, and the version of how it is written.
var mark = []string{"ruhu-form", "1"}

// Rows writes the form as text, to be kept and sent: CSV, in which each line begins with the name of its sheet and the first
// line of each sheet has the columns. Parse reads it.
func (f Form) Rows() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(mark)
	for _, p := range []struct {
		name string
		rows []row
	}{{"settings", []row{{cells: f.settings()}}}, {"survey", f.source.survey.rows}, {"choices", f.source.choices.rows}} {
		columns := columnsOf(p.rows)
		if len(columns) == 0 {
			continue
		}
		w.Write(append([]string{p.name}, columns...))
		for _, r := range p.rows {
			line := []string{p.name}
			for _, c := range columns {
				line = append(line, r.get(c))
			}
			w.Write(line)
		}
	}
	w.Flush() // never fails: it writes into memory
	return b.String()
}

// settings are those that were found out or told, so that a form that is kept says all itself.
func (f Form) settings() map[string]string {
	out := map[string]string{"form_id": f.ID, "form_title": f.Title, "version": f.Version, "table": f.Table}
	maps.DeleteFunc(out, func(_, v string) bool { return v == "" })
	return out
}

func columnsOf(rows []row) []string {
	all := map[string]bool{}
	for _, r := range rows {
		for c := range r.cells {
			all[c] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Parse reads what Rows wrote.
func Parse(rows string) (Form, error) {
	r := csv.NewReader(strings.NewReader(rows))
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 || !slices.Equal(all[0], mark) {
		return Form{}, ErrNoForm.Because(err)
	}
	var s source
	columns := map[string][]string{}
	for i, line := range all[1:] {
		p := map[string]*page{"survey": &s.survey, "choices": &s.choices, "settings": &s.settings}[line[0]]
		switch {
		case p == nil:
		case columns[line[0]] == nil:
			columns[line[0]] = line[1:]
		case len(p.rows) < mostChoices:
			p.rows = append(p.rows, rowOf(i+2, columns[line[0]], line[1:]))
		}
	}
	f, _, err := build(s)
	return f, err
}

func rowOf(at int, columns, values []string) row {
	r := row{at: at, cells: map[string]string{}}
	for i, v := range values {
		if v != "" && i < len(columns) && len(v) <= longestCell {
			r.cells[columns[i]] = v
		}
	}
	return r
}
