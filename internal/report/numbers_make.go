package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// tally is what one column came to: the ids counted, by row.
type tally struct {
	specColumn
	holds []func(*thing) bool
	ids   map[string][]string
	seen  map[string]bool // of heads: who was counted already in which row
	money map[string]float64
	times map[string]float64 // of a mean: over how many
}

// make counts everything in one pass for each kind of thing, then lays it out by village.
func (s spec) make(v *view) Table {
	things := map[string][]*thing{}
	for _, c := range s.Columns {
		if c.Count != "" && things[c.Count] == nil {
			things[c.Count] = s.inRows(v.things(c.Count))
		}
	}
	var columns []*tally
	for _, c := range s.Columns {
		for _, made := range c.spread(things[c.Count]) {
			columns = append(columns, made.tally())
		}
	}
	for count, list := range things {
		for _, c := range columns {
			if c.Count == count {
				c.count(list)
			}
		}
	}
	return layOut(v, s, columns)
}

// spread makes the columns of an Each: one for each value named, or for each that occurs.
func (c specColumn) spread(things []*thing) []specColumn {
	if c.Each == "" {
		return []specColumn{c}
	}
	values := c.Names
	if values == nil {
		values = c.occurring(things)
	}
	var out []specColumn
	for _, value := range values {
		one := c
		one.Key, one.Each = c.Key+value, ""
		one.Label = strings.ReplaceAll(c.Label, "%s", value)
		one.Where = append(slices.Clone(c.Where), c.Each+"="+value)
		out = append(out, one)
	}
	return out
}

// occurring are the values of a condition that things have for which the others hold, the most frequent first.
func (c specColumn) occurring(things []*thing) []string {
	holds, times := c.holds(), map[string]int{}
	for _, t := range things {
		if all(holds, t) {
			times[valueOf[c.Each](t)]++
		}
	}
	delete(times, "")
	var out []string
	for value := range times {
		out = append(out, value)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b)) })
	return out
}

// valueOf are the conditions whose values can be looked for.
var valueOf = map[string]func(*thing) string{
	"trade":   func(t *thing) string { return t.turn.class.Trade() },
	"project": func(t *thing) string { return t.turn.class.Answers[training.Project] },
	"level":   func(t *thing) string { return t.turn.class.Answers[training.Level] },
	"wish":    (*thing).wish,
}

// holds makes the conditions ready to be asked.
func (c specColumn) holds() []func(*thing) bool {
	var out []func(*thing) bool
	for _, w := range c.Where {
		name, value, _ := strings.Cut(strings.TrimPrefix(w, "!"), "=")
		is, not := conditions[name], strings.HasPrefix(w, "!")
		out = append(out, func(t *thing) bool { return is(t, value) != not })
	}
	return out
}

func all(holds []func(*thing) bool, t *thing) bool {
	for _, h := range holds {
		if !h(t) {
			return false
		}
	}
	return true
}

func (c specColumn) tally() *tally {
	return &tally{specColumn: c, holds: c.holds(), ids: map[string][]string{}, seen: map[string]bool{}, money: map[string]float64{}, times: map[string]float64{}}
}

func (c *tally) count(things []*thing) {
	for _, t := range things {
		if !all(c.holds, t) {
			continue
		}
		id := t.id
		if c.Count == "heads" {
			id = t.person.ID
			if c.seen[t.row+"\x00"+id] {
				continue
			}
			c.seen[t.row+"\x00"+id] = true
		}
		if amount := cmp.Or(c.Money, c.Mean); amount != "" {
			n, times := t.amount(amount)
			c.money[t.row] += n
			c.times[t.row] += times
			if c.Money != "" || times == 0 {
				continue
			}
		}
		c.ids[t.row] = append(c.ids[t.row], id)
	}
}

// of is the type of what the column counts, "" where there is nothing behind a number.
func (c *tally) of() string {
	switch {
	case c.derived() || c.Money != "" || c.Mean != "":
		return ""
	case c.Count == "people" || c.Count == "heads":
		return registry.TypePerson
	case c.Count == "turns" || c.Count == "enrolments":
		return training.TypeEnrolment
	case c.Count == "classes":
		return training.TypeClass
	case c.Count == "households":
		return registry.TypeHousehold
	}
	return recordOf[c.Count]
}

// places are the villages of the table: those in use, and what else something was counted in (a township itself, or nowhere).
func places(v *view, columns []*tally) []string {
	seen := map[string]bool{}
	for _, code := range v.villages() {
		seen[code] = v.here(code)
	}
	for _, c := range columns {
		for code := range c.ids {
			seen[code] = true
		}
		for code, sum := range c.money {
			seen[code] = seen[code] || sum != 0
		}
	}
	var out []string
	for code, wanted := range seen {
		if wanted {
			out = append(out, code)
		}
	}
	// a township's own row stands behind its villages, what belongs to none behind all
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(behind(a), behind(b)) })
	return out
}

func behind(code string) string {
	return code + strings.Repeat("~", int(region.Village)-min(len(code), int(region.Village)))
}

// layOut puts the numbers into rows: each village, each township where there are several, and the total.
func layOut(v *view, s spec, columns []*tally) Table {
	t := Table{Of: Villages, Unit: v.unit(), Period: v.period(), Public: v.filter.Public, Note: slices.Clone(s.Notes)}
	t.Columns = []Column{{Key: number, Label: text.T("report.no"), Width: 6, Right: true}, {Key: survey.Village, Label: text.T("report.village"), Width: 18}}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.head())
	}
	if s.By != "" {
		t.layOutBy(v, s, columns)
		return t
	}
	codes := places(v, columns)
	townships := townshipsOf(codes)
	n := 0
	for i, code := range codes {
		n++
		t.add(v, columns, itoa(n), v.rowName(code), code, []string{code}, false)
		if len(townships) > 1 && (i+1 == len(codes) || upTo(codes[i+1]) != upTo(code)) && len(code) >= int(region.Township) {
			of := slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return upTo(c) != upTo(code) })
			t.add(v, columns, "", text.T("report.subtotal", v.place(upTo(code))), upTo(code), of, true)
		}
	}
	t.add(v, columns, "", text.T("report.total"), "", codes, true)
	t.rank(columns)
	t.sums(s, columns)
	t.Note = append(t.Note, noteLabour(v))
	return t
}

func upTo(code string) string { return code[:min(len(code), int(region.Township))] }

func townshipsOf(codes []string) []string {
	var out []string
	for _, c := range codes {
		if t := upTo(c); !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// rowName names a row: a village, a township for what no village of it has, or nowhere.
func (v *view) rowName(code string) string {
	switch len(code) {
	case int(region.Village):
		return v.place(code)
	case 0:
		return text.T("report.no_village")
	}
	return text.T("report.township_itself", v.place(code))
}

// add adds the row of some villages together.
func (t *Table) add(v *view, columns []*tally, no, name, id string, codes []string, total bool) {
	cells, ids := []string{no, name}, [][]string{nil, nil}
	number := map[string]float64{}
	for _, c := range columns {
		cell, n, who := c.cell(v, codes, number, total)
		number[c.Key] = n
		cells, ids = append(cells, cell), append(ids, who)
	}
	t.Rows, t.Behind = append(t.Rows, cells), append(t.Behind, ids)
	t.IDs, t.Totals = append(t.IDs, id), append(t.Totals, total)
}

// cell is one number: as it is printed, as it is reckoned with, and who is behind it. A share of nothing, and a target that nobody
// set, are left empty.
func (c *tally) cell(v *view, codes []string, number map[string]float64, total bool) (string, float64, []string) {
	switch {
	case c.Target != "":
		return v.targetCell(c.Target, codes, total)
	case len(c.Percent) == 2:
		part, whole := number[c.Percent[0]], number[c.Percent[1]]
		if whole == 0 {
			return "", 0, nil
		}
		return strconv.FormatFloat(100*part/whole, 'f', 1, 64), 100 * part / whole, nil
	case len(c.Minus) == 2:
		n := number[c.Minus[0]] - number[c.Minus[1]]
		return strconv.FormatFloat(n, 'f', -1, 64), n, nil
	case c.Least != "":
		if number[c.Least] < c.Limit || total {
			return "", 0, nil
		}
		return survey.Yes, 0, nil
	case c.Rank != "":
		return "", 0, nil // once all rows are there
	case c.Says != "":
		if total {
			return "", 0, nil
		}
		return rowFacts[c.Says](v, codes[0]), 0, nil
	case c.Money != "":
		sum := c.sum(codes)
		return strconv.FormatFloat(sum, 'f', -1, 64), sum, nil
	}
	ids := []string{}
	for _, code := range codes {
		ids = append(ids, c.ids[code]...)
	}
	if c.Mean != "" {
		times := 0.0
		for _, code := range codes {
			times += c.times[code]
		}
		if times == 0 {
			return "", 0, nil
		}
		mean := c.sum(codes) / times
		return strconv.FormatFloat(mean, 'f', 2, 64), mean, nil
	}
	if c.Count == "heads" && len(codes) > 1 { // somebody may stand in several rows; in the total they are one
		slices.Sort(ids)
		ids = slices.Compact(ids)
	}
	return itoa(len(ids)), float64(len(ids)), ids
}

// sum adds up the amounts of some rows, in cents so that nothing is lost.
func (c *tally) sum(codes []string) float64 {
	cents := 0.0
	for _, code := range codes {
		cents += math.Round(c.money[code] * 100)
	}
	return cents / 100
}

// sums works out the identities from who was counted, not from the numbers: an equal number of others would not do.
func (t *Table) sums(s spec, columns []*tally) {
	for _, sum := range s.Sums {
		var whole *tally
		var parts []*tally
		for _, c := range columns {
			if c.Key == sum.Whole {
				whole = c
			} else if slices.ContainsFunc(sum.Parts, func(k string) bool {
				return c.Key == k || strings.HasSuffix(k, "*") && strings.HasPrefix(c.Key, k[:len(k)-1])
			}) {
				parts = append(parts, c)
			}
		}
		if i := identity(whole, parts); len(parts) > 0 || i.Whole > 0 { // nobody was trained: no trades, and no sum to print
			t.Sums = append(t.Sums, i)
		}
	}
}

func identity(whole *tally, parts []*tally) Sum {
	var labels []string
	counted, in := 0, map[string]bool{}
	for _, p := range parts {
		labels = append(labels, p.Label)
		for _, ids := range p.ids {
			counted += len(ids)
			for _, id := range ids {
				in[id] = true
			}
		}
	}
	out := Sum{Words: whole.Label + " = " + strings.Join(labels, " + "), Parts: counted}
	for _, ids := range whole.ids {
		out.Whole += len(ids)
		for _, id := range ids {
			if !in[id] {
				out.Rest = append(out.Rest, id)
			}
		}
	}
	slices.Sort(out.Rest)
	return out
}
