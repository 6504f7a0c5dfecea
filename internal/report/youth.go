package report

import (
	"cmp"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// logOf is the ledger of a kind of record about people: who it is, then what the record says.
func logOf(name, typ string, t *survey.Table, day, status string, more ...string) sheet {
	return sheet{
		name: name, of: typ,
		columns: slices.Concat(whoColumns(survey.Education), ledgerRows(t), of(t, more...)),
		pickRecord: func(v *view, e *entry) bool {
			e.status = cmp.Or(e.record.Get(status), text.T("report.unsaid"))
			return v.between(e.record.Get(day))
		},
	}
}

var (
	referrals = logOf("zhuanjie", registry.TypeReferral, survey.Referral, survey.ReferredOn, survey.ReferralOutcome, survey.DoneBy)
	jobs      = logOf("tuijian", registry.TypeJobRec, survey.JobRec, survey.RecommendedOn, survey.JobOutcome, survey.DoneBy)
	followed  = logOf("genzong", registry.TypeFollowUp, survey.FollowUp, survey.FollowedOn, survey.JobState)
)

// Referrals is the ledger of those pointed to a school (海府办〔2020〕4号: 精准对接职业教育、成人教育).
func Referrals(src Source, f Filter) Table { return referrals.make(src, f) }

// Jobs is the ledger of jobs recommended (粤人社函〔2019〕1812号: “两后生”专场招聘会).
func Jobs(src Source, f Filter) Table { return jobs.make(src, f) }

// Followups is the log of looks after those who were trained.
func Followups(src Source, f Filter) Table { return followed.make(src, f) }

var outreach = sheet{
	name: "xuanchuan", of: registry.TypeOutreach,
	columns: slices.Concat(own(number, 6, false), ledgerRows(survey.Outreach)),
	pickRecord: func(v *view, e *entry) bool {
		e.status = cmp.Or(v.place(e.record.Get(survey.OutreachVillage)), text.T("report.unsaid"))
		return v.between(e.record.Get(survey.OutreachOn))
	},
}

// Outreach is the log of events at which people were told what there is.
func Outreach(src Source, f Filter) Table { return outreach.make(src, f) }
