package ledger

import (
	"strconv"
	"strings"
)

// prefWidths leads the preference with the widths of a ledger's columns: that somebody made one wider is remembered by its key, for
// columns come and go with versions and a county's own questions.
const prefWidths = "ledgers.widths."

// keepWidths gives the columns the widths that they were given before, and remembers each that is given now.
func (l *List) keepWidths() {
	pref := prefWidths + l.Made.Name
	if l.Made.Name == "" {
		return
	}
	known := map[string]float32{}
	for _, one := range strings.Fields(l.d.Prefs.String(pref)) {
		key, em, _ := strings.Cut(one, "=")
		if n, err := strconv.ParseFloat(em, 32); err == nil {
			known[key] = float32(n)
		}
	}
	widths := make([]float32, len(l.at))
	for i := range l.at {
		widths[i] = known[l.key(i)]
	}
	l.Grid.SetWidths(widths)
	l.Grid.OnWidth = func() { l.d.Prefs.SetString(pref, l.widths()) }
}

// widths are those that a person gave, as "key=characters key=characters".
func (l *List) widths() string {
	var all []string
	for i, em := range l.Grid.Widths() {
		if em > 0 {
			all = append(all, l.key(i)+"="+strconv.FormatFloat(float64(em), 'f', 2, 32))
		}
	}
	return strings.Join(all, " ")
}

func (l *List) key(column int) string { return l.Made.Columns[l.at[column]].Key }
