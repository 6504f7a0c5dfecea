package report

import (
	"slices"
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/text"
)

var refreshDue = sheet{
	name: "huilu", inner: true,
	columns: slices.Concat(
		whoColumns(), own("refresh_kind", 14, true), own("refresh_trade", 18, true), own("refresh_since", 12, true), own("refresh_by", 12, true), counted("refresh_days", 8, true),
		own("refresh_why", 40, true), own("basis", 30, true),
	),
	note: []note{noteRefresh},
	pick: func(v *view, e *entry) bool {
		dues := v.dues(e)
		if len(dues) == 0 {
			return false
		}
		d := dues[0]
		e.say("refresh_kind", text.T("report.refresh."+d.Kind))
		e.say("refresh_trade", d.Trade)
		e.say("refresh_since", d.Since)
		e.say("refresh_by", d.By.Format(time.DateOnly))
		e.say("refresh_days", itoa(d.Days))
		var why []string
		for _, d := range dues {
			why = append(why, d.Sentence)
		}
		e.say("refresh_why", joined(why))
		e.say("basis", d.Source)
		e.status = text.T("report.refresh." + d.Kind)
		return true
	},
}

// RefreshDue is who has to come again: those at work in a trade that wants a refresher every 24 months (粤人社函〔2019〕1812号, 穗人社函
// 〔2020〕22号, 海府办〔2020〕4号: 每两年至少“回炉”培训1次), yearly training, and certificates that end. What falls due first stands in the row,
// everything else in its reasons.
func RefreshDue(src Source, f Filter) Table { return refreshDue.make(src, f) }

func noteRefresh(v *view) string {
	return text.T("report.note.refresh", v.Rules.Refresh(v.on).SoonDays)
}

func (v *view) dues(e *entry) []rules.Due {
	var trained []rules.Trained
	for _, d := range v.done(e.person.ID) {
		trained = append(trained, rules.Trained{Class: d.class, Enrolment: d.Enrolment})
	}
	if len(trained) == 0 {
		return nil
	}
	return v.Rules.Refresh(v.on).Dues(e.person, trained, v.Catalogue, v.on)
}
