package report

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/region"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// rowKind is what the rows of a table of numbers are of, where they are not of villages.
type rowKind struct {
	key  func(*thing) string // of which row something is; "" is a row of its own, of what is of none
	name func(v *view, key string) string
	of   string // the type of what the keys name, for Table.Of
}

// rowsBy are the kinds of rows, by the word that a table's data asks for them with. Its title is the word report.by.<kind>.
var rowsBy = map[string]rowKind{
	"class":       {func(t *thing) string { return t.class() }, func(v *view, id string) string { return v.Classes[id].Name() }, training.TypeClass},
	"institution": {func(t *thing) string { return t.turn.class.Answers[training.Institution] }, itself, ""},
	"trade":       {func(t *thing) string { return t.turn.class.Trade() }, itself, ""},
	"month":       {func(t *thing) string { return firstOf(t.day)[:min(7, len(firstOf(t.day)))] }, itself, ""},
	"unit":        {func(t *thing) string { return t.v.unitOf(t.village) }, func(v *view, code string) string { return v.rowName(code) }, Villages},
}

func itself(_ *view, key string) string { return key }

// class is the id of the class that a thing is about.
func (t *thing) class() string { return cmp.Or(t.turn.class.ID, t.turn.ClassID()) }

// unitOf is the township of a village where the table spans several, otherwise the village.
func (v *view) unitOf(village string) string {
	all := v.villages()
	if len(all) > 0 && upTo(all[0]) != upTo(all[len(all)-1]) && len(v.filter.Village) < int(region.Township) {
		return upTo(village)
	}
	return village
}

// inRows says of each thing in which row it stands.
func (s spec) inRows(things []*thing) []*thing {
	for _, t := range things {
		t.row = t.village
		if s.By != "" {
			t.row = rowsBy[s.By].key(t)
		}
	}
	return things
}

// rowFacts are what a row may say of what it is of besides numbers.
var rowFacts = map[string]func(v *view, key string) string{
	"trade":       func(v *view, id string) string { return v.Classes[id].TradeAndLevel() },
	"no":          func(v *view, id string) string { return v.Classes[id].No() },
	"institution": func(v *view, id string) string { return v.Classes[id].Answers[training.Institution] },
	"place":       func(v *view, id string) string { return v.Classes[id].Answers[training.Place] },
	"planned":     func(v *view, id string) string { return v.Classes[id].Answers[training.Planned] },
	"stage":       func(v *view, id string) string { return v.Classes[id].Stage() },
	"programme":   func(v *view, id string) string { return v.Classes[id].Answers[training.Programme] },
	"upstream":    func(v *view, id string) string { return v.Classes[id].Answers[training.UpstreamNo] },
	"dates": func(v *view, id string) string {
		a := v.Classes[id].Answers
		return text.T("report.between", a[training.StartsOn], a[training.EndsOn])
	},
	"grade": func(v *view, name string) string {
		i, _ := v.Catalogue.Institution(name, v.on)
		return i.Grade
	},
	"code": func(v *view, name string) string {
		i, _ := v.Catalogue.Institution(name, v.on)
		return i.Code
	},
	"licence_until": func(v *view, name string) string {
		i, _ := v.Catalogue.Institution(name, v.on)
		return i.LicenceUntil
	},
	"third_party": func(v *view, name string) string {
		i, _ := v.Catalogue.Institution(name, v.on)
		return i.Get(survey.ThirdParty)
	},
}

func (c *tally) head() Column {
	out := Column{Key: c.Key, Label: c.Label, Over: c.Over, Width: 8, Right: !c.wordy(), Of: c.of()}
	if c.Says != "" {
		out.Width = 14
	}
	return out
}

// layOutBy puts the numbers into rows that are no villages, and a total.
func (t *Table) layOutBy(v *view, s spec, columns []*tally) {
	kind := rowsBy[s.By]
	t.Of, t.Columns[1] = kind.of, Column{Key: s.By, Label: text.T("report.by." + s.By), Width: 24}
	keys := rowKeys(v, s, columns)
	for i, key := range keys {
		name := kind.name(v, key)
		if key == "" {
			name = text.T("report.by.none")
		}
		t.add(v, columns, itoa(i+1), name, key, []string{key}, false)
	}
	t.add(v, columns, "", text.T("report.total"), "", keys, true)
	t.rank(columns)
	for _, key := range slices.Backward(s.Order) {
		t.reorder(key)
	}
	t.sums(s, columns)
}

// rowKeys are the rows that anything was counted in: classes by the day on which they began, others by name; last what is of none.
func rowKeys(v *view, s spec, columns []*tally) []string {
	seen := map[string]bool{}
	if s.By == "unit" {
		for _, code := range v.villages() {
			if v.here(code) {
				seen[v.unitOf(code)] = true
			}
		}
	}
	for _, c := range columns {
		for key := range c.ids {
			seen[key] = true
		}
		for key, sum := range c.money {
			seen[key] = seen[key] || sum != 0
		}
	}
	order := func(key string) string {
		switch {
		case key == "":
			return "~"
		case s.By == "class":
			return v.Classes[key].Answers[training.StartsOn] + v.Classes[key].Name() + key
		}
		return key
	}
	return slices.SortedFunc(maps.Keys(seen), func(a, b string) int { return cmp.Compare(order(a), order(b)) })
}

// rank fills in the places: equal numbers have one place, what has no number has none.
func (t *Table) rank(columns []*tally) {
	for i, c := range columns {
		at := slices.IndexFunc(t.Columns, func(o Column) bool { return o.Key == c.Rank })
		if c.Rank == "" || at < 0 {
			continue
		}
		for r := range t.Rows {
			mine, ok := figure(t.Rows[r][at])
			if !ok || t.Totals[r] {
				continue
			}
			place := 1
			for o := range t.Rows {
				if n, ok := figure(t.Rows[o][at]); ok && !t.Totals[o] && n > mine {
					place++
				}
			}
			t.Rows[r][i+2] = itoa(place)
		}
	}
}

// reorder puts the rows into the order of a column, the highest first and what has no number last.
func (t *Table) reorder(key string) {
	at := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
	if key == "" || at < 0 {
		return
	}
	order := make([]int, len(t.Rows)-1) // the total stays last
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, okX := figure(t.Rows[a][at])
		y, okY := figure(t.Rows[b][at])
		if okX != okY {
			return map[bool]int{true: -1, false: 1}[okX]
		}
		return cmp.Compare(y, x)
	})
	order = append(order, len(t.Rows)-1)
	rows, behind, ids := t.Rows, t.Behind, t.IDs
	t.Rows, t.Behind, t.IDs = nil, nil, nil
	for i, o := range order {
		if i < len(order)-1 {
			rows[o][0] = itoa(i + 1)
		}
		t.Rows, t.Behind, t.IDs = append(t.Rows, rows[o]), append(t.Behind, behind[o]), append(t.IDs, ids[o])
	}
}

func figure(cell string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(cell), 64)
	return n, err == nil
}
