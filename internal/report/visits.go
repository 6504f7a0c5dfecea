package report

import (
	"cmp"
	"slices"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var unvisited = sheet{
	name: "weizoufang",
	columns: slices.Concat(
		houseColumns(), counted("people_here", 8, false), of(survey.Household, "helper", "helper_phone"), own("visited_on", 12, false), own("why", 36, true),
	),
	note: []note{noteUnvisited},
	pickHouse: func(v *view, e *entry) bool {
		verdict := v.Rules.Visit(v.on).Judge(e.house, v.Visits[e.id], v.on)
		if !verdict.In {
			return false
		}
		e.say("people_here", itoa(len(v.members(e.id))))
		e.say("visited_on", v.visited(e.id))
		e.say("why", verdict.Words())
		e.status = text.T("report.visit." + verdict.Kinds[0])
		return true
	},
}

// Unvisited is the ledger of households that are due for a visit.
func Unvisited(src Source, f Filter) Table { return unvisited.make(src, f) }

var visits = sheet{
	name: "zoufang", inner: true, of: registry.TypeVisit,
	columns: slices.Concat(houseColumns(), ledgerRows(survey.Visit), of(survey.Visit, "spoke_with", "told", "signed", "next_on")),
	pickRecord: func(v *view, e *entry) bool {
		e.status = cmp.Or(e.record.Get(survey.Method), text.T("report.unsaid"))
		return v.between(e.record.Get(survey.VisitedOn))
	},
}

// Visits is the log of visits (走访台账), of the time asked for.
func Visits(src Source, f Filter) Table { return visits.make(src, f) }

var slips = sheet{
	name: "gaozhi", of: registry.TypeSlip,
	columns: slices.Concat(houseColumns(), ledgerRows(survey.Slip), of(survey.Slip, survey.TakenBy, survey.Signed)),
	pickRecord: func(v *view, e *entry) bool {
		e.status = text.T("report.slip.open")
		if e.record.Get(survey.DeliveredOn) != "" {
			e.status = text.T("report.slip.delivered")
		}
		return v.between(e.record.Get(survey.OfferedOn))
	},
}

// Slips is the ledger of what was offered to each family, and whether it reached them.
func Slips(src Source, f Filter) Table { return slips.make(src, f) }

var changes = sheet{
	name: "biandong", inner: true, of: registry.TypeEvent,
	columns: slices.Concat(
		own(number, 6, false),
		of(survey.Event, survey.EventOn, survey.EventKind), own("sort", 10, true),
		of(survey.Household, survey.Village, survey.Group, survey.HeadName),
		of(survey.Person, survey.FullName, survey.Relation, survey.Sex, survey.IDNo),
		own("moved_from", 16, true), own("moved_to", 16, true), of(survey.Event, survey.EventNote),
	),
	pickRecord: pickChange,
}

// Changes is the log of what happened to people and households (变动台账): moves, marriages, deaths. What only put the register right
// (登记更正) stands in it too, as that, and is counted apart.
func Changes(src Source, f Filter) Table {
	t := changes.make(src, f)
	at, n := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == "sort" }), 0
	for _, r := range t.Rows {
		if r[at] == corrections {
			n++
		}
	}
	if n > 0 {
		t.Note = append(t.Note, text.T("report.note.corrections", len(t.Rows)-n, n))
	}
	return t
}

// corrections are the events that put the register right: nobody moved.
const corrections = "登记更正"

// pickChange puts a move under the village that was left, or that was come to where only that is asked for.
func pickChange(v *view, e *entry) bool {
	from, to := v.anyHouse(e.record.Get(survey.OfHousehold)), v.anyHouse(e.record.Get(survey.ToHousehold))
	e.say("moved_from", v.headOf(from))
	e.say("moved_to", v.headOf(to))
	e.say("sort", survey.Column("event_kind", e.record.Get(survey.EventKind), "sort"))
	e.status = cmp.Or(e.record.Get(survey.EventKind), text.T("report.unsaid"))
	return v.between(e.record.Get(survey.EventOn))
}

// headOf names a household by its head and its place.
func (v *view) headOf(h registry.Household) string {
	if h.ID == "" {
		return ""
	}
	return strings.TrimSpace(h.Head() + " " + v.place(h.Village()) + h.Group())
}
