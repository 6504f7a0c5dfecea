package report

import (
	"cmp"
	"slices"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

var talents = sheet{
	name: "rencai", inner: true,
	columns: slices.Concat(
		whoColumns(survey.Education), own("talent_trades", 24, false), own("talent_level", 12, false), own("talent_certs", 30, false), own("talent_last", 12, false), counted("classes", 8, false), firmColumns,
	),
	note: []note{plain("report.note.talents")},
	pick: func(v *view, e *entry) bool {
		return e.talent(v)
	},
}

// Talents is the list of those who have learnt a trade, by whoever says so: the classes here, or the certificates that they had before
// (健全培训班档案管理制度，建立人才信息库, 粤人社函〔2019〕1812号 之十). The status of a row is the trade.
func Talents(src Source, f Filter) Table { return talents.make(src, f) }

func (e *entry) talent(v *view) bool {
	var trades, certs []string
	level, last := "", ""
	add := func(list *[]string, word string) {
		if word != "" && !slices.Contains(*list, word) {
			*list = append(*list, word)
		}
	}
	done := v.done(e.person.ID)
	for _, d := range done {
		if !d.Passed(d.class) {
			continue
		}
		add(&trades, cmp.Or(v.Catalogue.Words().Name(d.class.Trade()), d.class.Trade()))
		level = higher(level, d.class.Answers[training.Level])
		last = max(last, d.day)
		if d.Certified() {
			add(&certs, strings.TrimSpace(cmp.Or(d.Answers[training.CertName], d.class.TradeAndLevel())+" "+d.Answers[training.CertOn]))
		}
	}
	before := e.person.Get(survey.CertTrade)
	add(&trades, before)
	if before != "" {
		level = higher(level, e.person.Get(survey.CertLevel))
		add(&certs, strings.TrimSpace(before+" "+e.person.Get(survey.CertLevel)))
	}
	if len(trades) == 0 {
		return false
	}
	e.say("talent_trades", survey.JoinList(trades))
	e.say("talent_level", level)
	e.say("talent_certs", joined(certs))
	e.say("talent_last", last)
	e.say("classes", itoa(len(done)))
	e.status = trades[0]
	return true
}

// levels are the levels that are above each other, the lowest first. 专项职业能力 and 合格证书 have no place among them.
var levels = []string{"初级", "中级", "高级", "技师", "高级技师"}

func higher(a, b string) string {
	if a == "" || slices.Index(levels, b) > slices.Index(levels, a) {
		return b
	}
	return a
}

func joined(words []string) string { return strings.Join(words, text.T("report.semicolon")) }
