package report

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var schools = sheet{
	name: "xuexiao", of: registry.TypeSchool,
	columns: slices.Concat(own(number, 6, false), ledgerRows(survey.SchoolTable)),
	pickRecord: func(_ *view, e *entry) bool {
		e.status = cmp.Or(e.record.Get(survey.SchoolKind), text.T("report.unsaid"))
		return true
	},
}

// Schools is the directory of schools with whom to call there (云人社发〔2018〕71号 附件1).
func Schools(src Source, f Filter) Table { return schools.make(src, f) }

// schools are the entries of the directory. A school is nobody's village, so a filter by village leaves them all.
func (v *view) schools() []*entry {
	var out []*entry
	for _, r := range v.Schools {
		e := &entry{id: r.ID, record: r.Packed, order: r.Get(survey.SchoolKind) + r.Get(survey.SchoolName)}
		e.house.Packed = survey.Pack(survey.Answers{survey.Village: v.filter.Village})
		out = append(out, e)
	}
	return out
}
