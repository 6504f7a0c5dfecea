package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// Lists disagree: one says one phone, the next another. Who wrote last must not win for that alone, or lists that come each month
// would take turns. So a value that differs from the register is taken without asking only from a list that was taken in before
// and says something new. What a list says that the register did not take is remembered (Memo) and not asked about again; neither
// is what people have decided against, or replaced by hand. Everything else is for people: ours stays until they decide.

// digest stands for a value in what is kept of a list: enough to know it again, and telling nothing.
func digest(value string) string {
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:8])
}

// overruled stands for a list in memos about a value that people decided against, whatever list says it.
func overruled(value string) string { return "not:" + digest(value) }

// signature stands for headings, whatever their order.
func signature(l *sheet.Layout, more ...string) string {
	var titles []string
	for _, c := range l.Columns {
		titles = append(titles, strings.Join(strings.Fields(survey.Fold(c.Title)), ""))
	}
	slices.Sort(titles)
	return digest(strings.Join(append(titles, more...), "\x00"))
}

// identity stands for a list that comes again: its headings and the words over them, without years, days and numbers.
func identityOf(s *sheet.Sheet, l *sheet.Layout) string {
	words := ""
	for line := range l.Top {
		words += strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, lineText(s, line))
	}
	return signature(l, words)
}

// newest are the answers that say of when a list is: the later one is right.
var newest = map[string]bool{"year": true, "data_on": true}

// ruling is what becomes of a value that differs from the register's.
type ruling int

const (
	take  ruling = iota
	keep         // and say nothing: it is known
	asked        // keep, and let people decide
)

// rule tells what becomes of a difference that no decision about the row covers.
func (p *Plan) rule(r *Row, typ, id string, d Diff) ruling {
	mem := p.o.Memory
	switch {
	case newest[d.Key]:
		if d.New > d.Old {
			return take
		}
		return keep
	case mem == nil:
		return take
	}
	list, said := r.state.columns.identity, digest(d.New)
	key := typ + "/" + id + "/" + d.Key + "/" + list + "/" + said
	known, ok := p.rulings[key]
	if ok {
		return known
	}
	last := mem.Kept(list, typ, id, d.Key)
	switch {
	case last == said, mem.Kept(overruled(d.New), typ, id, d.Key) != "", mem.Had(typ, id, d.Key, d.New):
		known = keep
	case last == "" && mem.Imported(list):
		known = take
	default:
		known = asked
	}
	if p.rulings == nil {
		p.rulings = map[string]ruling{}
	}
	p.rulings[key] = known
	return known
}

// sift parts differences into those that are taken and those that are kept as they are, and says which are for people.
func (p *Plan) sift(r *Row, typ, id string, diffs []Diff, decided func(Diff) (take, known bool)) []Diff {
	var out []Diff
	for _, d := range diffs {
		if d.Old == "" || d.New == "" || strings.HasPrefix(d.New, d.Old+"\n") || r.state.roll != nil && d.adds() { // a remark added
			out = append(out, d)
			continue
		}
		if yes, known := decided(d); known {
			if yes {
				out = append(out, d)
			} else {
				r.Kept = append(r.Kept, d)
			}
			continue
		}
		switch p.rule(r, typ, id, d) {
		case take:
			out = append(out, d)
		case asked:
			r.contest(d)
			fallthrough
		default:
			r.Kept = append(r.Kept, d)
		}
	}
	return out
}

// adds tells a list of kinds or groups that has all that it had: who is on the roll of 低保 may be 脱贫户 as before.
func (d Diff) adds() bool {
	was := survey.SplitList(d.Old)
	return (d.Key == survey.HouseType || d.Key == survey.Tags) && !slices.ContainsFunc(was, func(t string) bool { return !survey.Has(d.New, t) })
}

// contest says that list and register differ, where nothing has said so yet.
func (r *Row) contest(d Diff) {
	if r.Outcome == Decide || r.state.match == nil {
		return
	}
	t := sheet.Target{Table: d.Table, Key: d.Key}
	if !slices.ContainsFunc(r.Problems, func(q Problem) bool { return q.Key == d.Key && strings.HasPrefix(q.Kind, "conflict_") }) {
		r.say(t, Warning, kindConflictValue, d.show(d.New), d.show(d.Old))
		q := &r.Problems[len(r.Problems)-1]
		q.made = true
		if q.Column == "" {
			q.Column = d.Label
		}
	}
	if len(r.Choices) == 0 {
		r.Choices = []Choice{Ours, Theirs, Leave}
	}
}

// show is a value of a difference in words that may stand in a message: nothing that tells who somebody is.
func (d Diff) show(stored string) string {
	t := survey.TableOf(d.Table)
	if t == nil {
		return stored
	}
	f, ok := t.Field(d.Key)
	switch {
	case !ok:
		return stored
	case f.Class == survey.Identity || f.Class == survey.Contact:
		return f.Public(stored)
	}
	return f.Show(stored)
}

// Lists stand for the lists that the plan read, to be kept when it is written (Memory.Imported).
func (p *Plan) Lists() []string {
	var out []string
	for i := range p.Rows {
		if c := p.Rows[i].state.columns; c.identity != "" && !slices.Contains(out, c.identity) {
			out = append(out, c.identity)
		}
	}
	return out
}

// Memos are what is to be kept of the plan's lists when it is written: what they said that the register did not take, and what
// people decided against.
func (p *Plan) Memos() []Memo {
	var out []Memo
	for i := range p.Rows {
		r := &p.Rows[i]
		if !r.goesIn() {
			continue
		}
		for _, d := range r.Kept {
			if typ, id := p.owner(r, d); id != "" {
				out = append(out, Memo{r.state.columns.identity, typ, id, d.Key, digest(d.New)})
			}
		}
		for _, d := range r.Diffs {
			if typ, id := p.owner(r, d); id != "" && d.Old != "" && r.Chosen == Theirs {
				out = append(out, Memo{overruled(d.Old), typ, id, d.Key, digest(d.New)})
			}
		}
	}
	return out
}

// owner is the record that a difference is about.
func (p *Plan) owner(r *Row, d Diff) (typ, id string) {
	switch d.Table {
	case survey.Person.Name:
		return registry.TypePerson, r.ID
	case survey.Household.Name:
		if h := r.state.house; h != nil && h.known != nil {
			return registry.TypeHousehold, h.known.ID
		}
	}
	return "", ""
}
