package web

import (
	"time"

	"ruhu/internal/text"
	"ruhu/internal/training"
)

// plainField is a field of a thing that nobody fills in a form for, so that no survey table knows it.
type plainField struct {
	key  string
	open bool                             // says nothing personal: never masked
	show func(v *viewer, s string) string // nil: as stored
}

// plain are the fields that are shown of such things; the others (links back, the device) are for the program only. The
// word of a field is web.field.<type>_<key>.
var plain = map[string][]plainField{
	training.TypeMark: {
		{training.MarkSymbol, true, nil},
		{training.MarkMinutes, true, nil},
		{training.MarkReason, false, nil},
		{training.OfSession, true, sessionTitle},
		{training.MarkWay, true, wayWord},
		{training.MarkAt, true, clockTime},
		{training.Corrects, true, corrected},
	},
	training.TypeEnrolment: {
		{training.OfClass, true, classTitle},
		{training.Seat, true, nil},
		{training.Standing, true, nil},
		{training.JoinedOn, true, nil},
		{training.LeftOn, true, nil},
		{training.WhyLeft, false, nil},
	},
}

// plainly gives a field of such a thing in words.
func (v *viewer) plainly(typ, key, value string) (fieldRow, bool) {
	for _, f := range plain[typ] {
		if f.key != key {
			continue
		}
		label := text.T("web.field." + typ + "_" + key)
		switch {
		case value == "" || !f.open && !v.full:
			return fieldRow{label, hidden(value)}, true
		case f.show != nil:
			return fieldRow{label, f.show(v, value)}, true
		}
		return fieldRow{label, short(value)}, true
	}
	return fieldRow{}, false
}

func sessionTitle(v *viewer, id string) string { return v.titleOf(training.TypeSession, id) }
func classTitle(v *viewer, id string) string   { return v.titleOf(training.TypeClass, id) }
func corrected(*viewer, string) string         { return text.T("web.corrects") }

func wayWord(_ *viewer, way string) string {
	if way == training.ByScan {
		return text.T("web.byscan")
	}
	return text.T("web.byhand")
}

func clockTime(_ *viewer, stored string) string {
	t, err := time.Parse(time.RFC3339Nano, stored)
	if err != nil {
		return stored
	}
	return t.In(training.Zone).Format("2006-01-02 15:04")
}
