package report

import (
	"slices"
	"strings"

	"ruhu/internal/text"
)

// Numbers is a table of numbers: a row for each village and what they add up to.
type Numbers struct {
	Name     string // as the command line calls it
	TitleKey string
	Make     func(Source, Filter) Table
}

// ErrInner is a ledger asked for as a list for a wall that has no such variant.
var ErrInner = text.NewError("report.inner")

// Make makes a ledger or a table of numbers by its name. A table that does not add up comes with the error that says by how
// much: it may be looked at, but not handed in.
func Make(name string, src Source, f Filter) (Table, error) {
	if i := slices.IndexFunc(All, func(l Ledger) bool { return l.Name == name }); i >= 0 {
		if All[i].Inner && f.Public {
			return Table{}, ErrInner.With(text.T(All[i].TitleKey))
		}
		return All[i].Make(src, f), nil
	}
	if i := slices.IndexFunc(Tables, func(n Numbers) bool { return n.Name == name }); i >= 0 {
		t := Tables[i].Make(src, f)
		return t, t.Check()
	}
	return Table{}, ErrLedger.With(name, strings.Join(names(), text.T("report.and")))
}

func names() []string {
	var out []string
	for _, l := range All {
		out = append(out, l.Name)
	}
	for _, n := range Tables {
		out = append(out, n.Name)
	}
	return out
}
