package desk

import (
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// The ledgers that list everybody. They have no variant for a wall.
const people, households = "renkou", "hu"

// Ledgers are the ledgers of package report, and after them the two that simply list everybody.
func Ledgers() []report.Ledger {
	return append(slices.Clone(report.All),
		report.Ledger{Name: people, TitleKey: "desk.ledger.renkou", Make: everybody},
		report.Ledger{Name: households, TitleKey: "desk.ledger.hu", Make: everyHousehold})
}

// ErrNotPublic is a ledger of everybody, asked for as a list for a wall.
var ErrNotPublic = text.NewError("desk.not_public")

func ledgerOf(name string) (report.Ledger, error) {
	all := Ledgers()
	if i := slices.IndexFunc(all, func(l report.Ledger) bool { return l.Name == name }); i >= 0 {
		return all[i], nil
	}
	names := make([]string, len(all))
	for i, l := range all {
		names[i] = l.Name
	}
	return report.Ledger{}, report.ErrLedger.With(name, strings.Join(names, "、"))
}

// subject is what one row of such a ledger is about.
type subject struct {
	id     string
	house  registry.Household
	person registry.Person
}

func everybody(src report.Source, f report.Filter) report.Table {
	var rows []subject
	for _, p := range src.People {
		rows = append(rows, subject{p.ID, src.Households[p.HouseholdID()], p})
	}
	return listed("desk.ledger.renkou", rows, f, fieldsOf(survey.Household, survey.Village, survey.Group, survey.HouseNo, survey.HeadName), survey.Person.Ledger())
}

func everyHousehold(src report.Source, f report.Filter) report.Table {
	var rows []subject
	for _, h := range src.Households {
		rows = append(rows, subject{id: h.ID, house: h})
	}
	return listed("desk.ledger.hu", rows, f, survey.Household.Ledger(), nil)
}

func fieldsOf(t *survey.Table, keys ...string) []survey.Field {
	var out []survey.Field
	for _, key := range keys {
		if f, ok := t.Field(key); ok {
			out = append(out, f)
		}
	}
	return out
}

// listed makes the table: the household's columns, then the person's, in the order of villages and households.
func listed(title string, rows []subject, f report.Filter, house, person []survey.Field) report.Table {
	t := report.Table{Title: text.T(title), Columns: []report.Column{{Key: "no", Label: text.T("desk.ledger.no"), Width: 6, Right: true}}}
	for _, field := range slices.Concat(house, person) {
		k := field.Kind
		exact := k == survey.IDNumber || k == survey.PhoneKind || k == survey.Code
		t.Columns = append(t.Columns, report.Column{Key: field.Key, Label: field.Label, Width: k.Width, Text: exact, Right: k.Right})
	}
	slices.SortFunc(rows, func(a, b subject) int { return slices.Compare(a.order(), b.order()) })
	for _, s := range rows {
		cells := append(shown(house, s.house.Answers), shown(person, s.person.Answers)...)
		if strings.HasPrefix(s.house.Village(), f.Village) && holds(cells, f.Text) {
			t.Rows = append(t.Rows, append([]string{strconv.Itoa(len(t.Rows) + 1)}, cells...))
			t.IDs = append(t.IDs, s.id)
		}
	}
	return t
}

func (s subject) order() []string {
	return []string{s.house.Village(), s.house.Group(), s.house.No(), s.house.ID, s.person.No(), s.person.Name()}
}

func shown(fields []survey.Field, a survey.Answers) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Show(a[f.Key])
	}
	return out
}

// holds tells whether each word stands in some cell.
func holds(cells []string, words string) bool {
	return !slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		return !slices.ContainsFunc(cells, func(c string) bool { return strings.Contains(c, w) })
	})
}
