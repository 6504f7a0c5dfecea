package kit

import "strings"

// Copy gives the selected rows as cells that a spreadsheet pastes; where several are chosen the titles come with them. Cells are
// what is shown, so a masked number stays masked.
func (w *walk) Copy() string {
	var b strings.Builder
	rows := w.Selected()
	if len(rows) > 1 {
		titles := make([]string, len(w.Columns))
		for i, c := range w.Columns {
			titles[i] = c.Title
		}
		b.WriteString(strings.Join(titles, "\t") + "\r\n")
	}
	for _, r := range rows {
		cells := make([]string, len(w.Columns))
		for i, c := range w.Columns {
			cells[i] = pasted(w.Cell(r, i).Text, c.Exact)
		}
		b.WriteString(strings.Join(cells, "\t") + "\r\n")
	}
	return b.String()
}

// exactDigits is how many digits Excel and WPS keep of what they take for a number; an ID number has more.
const exactDigits = 15

// pasted is a cell for the clipboard. A spreadsheet takes pasted digits for a number and rounds 18 of them; written as ="…" they
// stay as they are. A cell that would begin a formula is kept from doing so.
func pasted(s string, exact bool) string {
	s = strings.NewReplacer("\t", " ", "\n", " ", "\r", "").Replace(s)
	switch {
	case exact && digits(s) && (len(s) > exactDigits || s[0] == '0'):
		return `="` + s + `"`
	case s != "" && strings.ContainsRune("=+@", rune(s[0])):
		return "'" + s
	}
	return s
}

// digits tells whether s would be taken for a number: digits only, or with the X of an ID number, which is text anyway.
func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
