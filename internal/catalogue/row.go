package catalogue

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Row is what every row of a catalogue is: the answers, and where they come from.
type Row struct {
	registry.Record
	Own bool // the county's own; otherwise it ships
}

// Source is the document that says so.
func (r Row) Source() string { return r.Get(survey.CatSource) }

// Note is what else is said of the row.
func (r Row) Note() string {
	return cmp.Or(r.Get("trade_note"), r.Get(survey.ProgNote), r.Get(survey.InstNote), r.Get(survey.AssNote), r.Get(survey.TeachNote))
}

// from is the first day on which the row holds, "" for always.
func (r Row) from() string {
	day, ok := survey.Day(r.Get(survey.ValidFrom))
	if !ok {
		return ""
	}
	return day.Format(time.DateOnly)
}

// over tells whether the row holds no more on a day.
func (r Row) over(day string) bool {
	last, ok := survey.LastDay(r.Get(survey.ValidTo))
	return ok && last.Format(time.DateOnly) < day
}

func (r Row) number(key string) float64 {
	n, err := strconv.ParseFloat(r.Get(key), 64)
	if err != nil {
		return 0
	}
	return n
}

// list takes names in one answer apart. The names of trades and programmes have brackets and strokes of their own, so only what stands
// for a comma in Chinese parts them.
func (r Row) list(key string) []string {
	var out []string
	for _, name := range strings.FieldsFunc(r.Get(key), func(c rune) bool { return strings.ContainsRune("、，,；;\n", c) }) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
