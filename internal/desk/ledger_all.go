package desk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The ledgers that list everybody. They have no variant for a wall.
const people, households = "renkou", "hu"

// Ledgers are the ledgers of package report, and after them the two that simply list everybody.
func Ledgers() []report.Ledger {
	return append(slices.Clone(report.All),
		report.Ledger{Name: people, TitleKey: "desk.ledger.renkou", Inner: true, Make: everybody(survey.Household, survey.Person)},
		report.Ledger{Name: households, TitleKey: "desk.ledger.hu", Inner: true, Make: everyHousehold(survey.Household)})
}

func ledgerNames() []string {
	var names []string
	for _, l := range Ledgers() {
		names = append(names, l.Name)
	}
	for _, n := range report.Tables {
		names = append(names, n.Name)
	}
	return names
}

// ErrNotPublic is a ledger of everybody, asked for as a list for a wall.
var ErrNotPublic = text.NewError("desk.not_public")

// ownLedger makes one of the two, with the county's own questions among the columns.
func (d *Desk) ownLedger(name string) (func(report.Source, report.Filter) report.Table, bool) {
	house, person := d.Table(registry.TypeHousehold), d.Table(registry.TypePerson)
	switch name {
	case people:
		return everybody(house, person), true
	case households:
		return everyHousehold(house), true
	}
	return nil, false
}

// List lists people, households or records by their ids: what stands behind a number.
func (d *Desk) List(typ string, ids []string) (report.Table, error) {
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	house, person := d.Table(registry.TypeHousehold), d.Table(registry.TypePerson)
	switch typ {
	case registry.TypePerson:
		t := listed("desk.ledger.behind", peopleRows(picked(src.People, wanted), src.Households), report.Filter{}, whereColumns(house), person.Ledger(), nil)
		t.Of = typ
		return t, nil
	case registry.TypeHousehold:
		var rows []subject
		for id := range wanted {
			rows = append(rows, subject{id: id, house: src.Households[id]})
		}
		t := listed("desk.ledger.behind", rows, report.Filter{}, house.Ledger(), nil, nil)
		t.Of = typ
		return t, nil
	}
	return d.listRecords(typ, ids)
}

func picked(people []registry.Person, wanted map[string]bool) []registry.Person {
	var out []registry.Person
	for _, p := range people {
		if wanted[p.ID] {
			out = append(out, p)
		}
	}
	return out
}

// listRecords lists records of another type, with whom they are about.
func (d *Desk) listRecords(typ string, ids []string) (report.Table, error) {
	table := d.Table(typ)
	if table == nil {
		return report.Table{}, ErrNoTable.With(typ)
	}
	var rows []subject
	for _, id := range ids {
		r, err := d.Record(typ, id)
		if err != nil {
			return report.Table{}, err
		}
		owner, of := r.Owner()
		s := subject{id: id, record: r.Packed}
		if owner == registry.TypePerson || typ == training.TypeEnrolment {
			s.person, _ = d.Person(orElse(of, r.Get(training.OfPerson)))
			of = s.person.HouseholdID()
		}
		s.house, _ = d.Household(of)
		rows = append(rows, s)
	}
	t := listed("desk.ledger.behind", rows, report.Filter{}, fieldsOf(survey.Household, survey.Village, survey.HeadName), fieldsOf(survey.Person, survey.FullName), table.Ledger())
	t.Of = typ
	return t, nil
}

// subject is what one row of such a ledger is about.
type subject struct {
	id     string
	house  registry.Household
	person registry.Person
	record survey.Packed
}

func everybody(house, person *survey.Table) func(report.Source, report.Filter) report.Table {
	return func(src report.Source, f report.Filter) report.Table {
		var there []registry.Person
		on := dayOf(src, f)
		for _, p := range src.People {
			if !gone(p.Packed, survey.LeftWhy, survey.LeftOn, on) {
				p.Packed = registry.Standing(registry.TypePerson, p.Packed, src.Facts[p.ID], on)
				there = append(there, p)
			}
		}
		t := listed("desk.ledger.renkou", peopleRows(there, src.Households), f, whereColumns(house), person.Ledger(), nil)
		t.Name, t.Of = people, registry.TypePerson
		return t
	}
}

func peopleRows(people []registry.Person, houses map[string]registry.Household) []subject {
	rows := make([]subject, len(people))
	for i, p := range people {
		rows[i] = subject{id: p.ID, house: houses[p.HouseholdID()], person: p}
	}
	return rows
}

func whereColumns(house *survey.Table) []survey.Field {
	return fieldsOf(house, survey.Village, survey.Group, survey.HouseNo, survey.HeadName)
}

func everyHousehold(house *survey.Table) func(report.Source, report.Filter) report.Table {
	return func(src report.Source, f report.Filter) report.Table {
		var rows []subject
		on := dayOf(src, f)
		for _, h := range src.Households {
			if !gone(h.Packed, survey.EndedOn, survey.EndedOn, on) {
				h.Packed = registry.Standing(registry.TypeHousehold, h.Packed, src.Facts[h.ID], on)
				rows = append(rows, subject{id: h.ID, house: h})
			}
		}
		t := listed("desk.ledger.hu", rows, f, house.Ledger(), nil, nil)
		t.Name, t.Of = households, registry.TypeHousehold
		return t
	}
}

// dayOf is the day whose state a ledger shows.
func dayOf(src report.Source, f report.Filter) time.Time {
	if day, ok := survey.LastDay(f.On); ok {
		return day
	}
	return src.On
}

// gone tells whether somebody had left by a day, or a household had ended: from that day on they are in no ledger.
func gone(a survey.Packed, why, since string, on time.Time) bool {
	day, known := survey.Day(a.Get(since))
	return a.Get(why) != "" && (!known || !day.After(on))
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

// listed makes the table: the household's columns, then the person's, then a record's, in the order of villages and households.
func listed(title string, rows []subject, f report.Filter, house, person, record []survey.Field) report.Table {
	t := report.Table{Title: text.T(title), Columns: []report.Column{{Key: "no", Label: text.T("desk.ledger.no"), Width: 6, Right: true}}}
	for _, field := range slices.Concat(house, person, record) {
		k := field.Kind
		exact := k == survey.IDNumber || k == survey.PhoneKind || k == survey.Code
		t.Columns = append(t.Columns, report.Column{Key: field.Key, Label: field.Label, Width: k.Width, Text: exact, Right: k.Right})
	}
	slices.SortFunc(rows, inOrder)
	for _, s := range rows {
		if !strings.HasPrefix(s.house.Village(), f.Village) {
			continue
		}
		row := append(make([]string, 0, len(t.Columns)), strconv.Itoa(len(t.Rows)+1))
		row = shown(row, house, s.house.Packed)
		row = shown(row, person, s.person.Packed)
		if row = shown(row, record, s.record); holds(row[1:], f.Text) {
			t.Rows = append(t.Rows, row)
			t.IDs = append(t.IDs, s.id)
		}
	}
	return t
}

// inOrder orders by village, group and household, then by number and name. Most questions end at the first difference, and 100,000
// rows ask some millions.
func inOrder(a, b subject) int {
	for _, of := range orders {
		if c := cmp.Compare(of(a), of(b)); c != 0 {
			return c
		}
	}
	return 0
}

var orders = []func(subject) string{
	func(s subject) string { return s.house.Village() }, func(s subject) string { return s.house.Group() },
	func(s subject) string { return s.house.No() }, func(s subject) string { return s.house.ID },
	func(s subject) string { return s.person.No() }, func(s subject) string { return s.person.Name() },
}

func shown(row []string, fields []survey.Field, a survey.Packed) []string {
	for _, f := range fields {
		row = append(row, f.Show(a.Get(f.Key)))
	}
	return row
}

// holds tells whether each word stands in some cell.
func holds(cells []string, words string) bool {
	return !slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		return !slices.ContainsFunc(cells, func(c string) bool { return strings.Contains(c, w) })
	})
}
