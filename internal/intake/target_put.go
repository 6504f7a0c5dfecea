package intake

import (
	"maps"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// TargetRegister gives the targets that the register has.
type TargetRegister interface {
	Targets() []registry.Record
}

// records are the records of a row: one for each task. The units take part in all of them, so that shares stand with the first
// only, and nothing is counted twice.
func (p *Plan) records(t *Target) []registry.Record {
	var out []registry.Record
	for i, task := range t.Tasks {
		a := survey.Answers{
			survey.TargetTask: task.Text, survey.TargetUnit: task.Unit, survey.TargetLead: survey.JoinList(t.Leads),
			survey.TargetShares: shares(t.Units, i == 0), survey.TargetSource: p.Terms.source(p.File), survey.TargetRow: strconv.Itoa(t.Row),
			survey.TargetFrom: p.Terms.from(), survey.TargetUntil: p.Terms.Until, survey.TargetGroup: named("group", task.Text),
			survey.TargetProject: named("class_project", task.Text),
		}
		if t.No > 0 {
			a[survey.TargetNo] = strconv.Itoa(t.No)
		}
		if task.Number > 0 {
			a[survey.TargetNumber] = strconv.Itoa(task.Number)
		}
		maps.DeleteFunc(a, func(_, v string) bool { return v == "" })
		out = append(out, registry.Record{Type: registry.TypeTarget, ID: p.targetID(t, task), Packed: survey.Pack(a)})
	}
	return out
}

// targetID is made of document and task, so that a table that comes again, with other numbers, changes its own targets.
func (p *Plan) targetID(t *Target, task Task) string {
	name := strings.Join([]string{registry.TypeTarget, p.Terms.source(p.File), strconv.Itoa(t.No), task.Text}, "\x00")
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String()
}

// source is the document: its title, or the file's name where it has none.
func (t Terms) source(file string) string {
	if t.Title != "" {
		return t.Title
	}
	return file
}

func (t Terms) from() string {
	if t.Starts != "" {
		return t.Starts
	}
	return t.From
}

// shares are the units in stored form: 单位:数;单位:数.
func shares(units []Unit, numbers bool) string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = u.Full
		if u.Share > 0 && numbers {
			out[i] += ":" + strconv.Itoa(u.Share)
		}
	}
	return strings.Join(out, ";")
}

// named is the one choice of a list whose name or other word stands in a text; "" where none or several do.
func named(list, s string) string {
	found := ""
	for _, c := range survey.List(list) {
		for _, word := range append([]string{c.Name}, c.Also...) {
			if !strings.Contains(survey.Fold(s), survey.Fold(word)) {
				continue
			}
			if found != "" && found != c.Name {
				return ""
			}
			found = c.Name
		}
	}
	return found
}

// settleTargets works out what is new and what the register has.
func (p *Plan) settleTargets() {
	p.resetCounts()
	known := map[string]registry.Record{}
	if reg, ok := p.reg.(TargetRegister); ok {
		for _, r := range reg.Targets() {
			known[r.ID] = r
		}
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.Outcome, r.Diffs, r.state.puts = r.outcome(), nil, nil
		if r.Outcome == Fresh {
			p.settleTarget(r, known)
		}
		p.count(r)
	}
	p.Persons, p.Households = 0, 0
	p.gatherProblems()
}

func (p *Plan) settleTarget(r *Row, known map[string]registry.Record) {
	fresh := 0
	for _, rec := range p.records(&p.Targets[r.state.target-1]) {
		was, ok := known[rec.ID]
		if !ok {
			fresh++
			r.state.puts = append(r.state.puts, Put{rec.Type, rec.ID, rec.Unpack()})
			continue
		}
		fields := map[string]string{}
		for _, d := range differences(survey.Target, was.Unpack(), rec.Unpack()) {
			r.Diffs, fields[d.Key] = append(r.Diffs, d), d.New
		}
		if len(fields) > 0 {
			r.state.puts = append(r.state.puts, Put{rec.Type, rec.ID, fields})
		}
	}
	switch {
	case fresh > 0:
	case len(r.Diffs) > 0:
		r.Outcome = Changed
	default:
		r.Outcome = Same
	}
}
