package report

import (
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Tables are the tables of numbers, in the order shown. To add one: its columns in data/rules, and a line here.
var Tables = []Numbers{
	{"yuebao", "report.yuebao", Monthly},
	{"jibao", "report.jibao", Quarterly},
	{"lianghousheng-hui", "report.lianghousheng-hui", LeftSchoolSums},
	{"mubiao", "report.mubiao", Targets},
	{"yiyuan-hui", "report.yiyuan-hui", WishSums},
	{"fugai", "report.fugai", Coverage},
	{"jindu", "report.jindu", Progress},
	{"tongbao", "report.tongbao", Bulletin},
	{"nianbao", "report.nianbao", Yearly},
	{"pinggu", "report.pinggu", Evaluation},
	{"jigou", "report.jigou", Institutions},
	{"guimo", "report.guimo", Volume},
	{"butie", "report.butie", Money},
}

// Monthly is the 月报: a row for each village and what they add up to, of the month that the filter names; of this month where it
// names none. 人次 counts classes finished, 人数 the people who finished them.
func Monthly(src Source, f Filter) Table { return numbers("yuebao", src, timed(src, f, Month)) }

// Quarterly is the 季报, of the quarter that the filter names, otherwise of this one.
func Quarterly(src Source, f Filter) Table { return numbers("jibao", src, timed(src, f, Quarter)) }

// LeftSchoolSums is the table of 两后生: the base is the sum of what became of them, and who is in no part is named.
func LeftSchoolSums(src Source, f Filter) Table { return numbers("lianghousheng-hui", src, f) }

// WishSums is who wishes for which trade, by village.
func WishSums(src Source, f Filter) Table { return numbers("yiyuan-hui", src, f) }

// Coverage is how far training has reached the workers of 脱贫户 and 监测对象 (云人社发〔2018〕71号: 全覆盖).
func Coverage(src Source, f Filter) Table { return numbers("fugai", src, f) }

// Bulletin is the 月通报: what each township or village has done, in the order of how much of its target that is
// (三湖政办〔2019〕17号: 建立工作情况月报和季通报制度).
func Bulletin(src Source, f Filter) Table { return numbers("tongbao", src, timed(src, f, Month)) }

// Yearly is the 年报, of the year that the filter names, otherwise of this one (海府办〔2020〕4号: 建立工作季报和年报制度).
func Yearly(src Source, f Filter) Table { return numbers("nianbao", src, timed(src, f, Year)) }

// Evaluation is the evaluation of each class by the five indicators of 云人社发〔2018〕71号 二（一）4: 师资安排、培训人数、出勤情况、培训质量、
// 就业创业率, each with what it is a share of.
func Evaluation(src Source, f Filter) Table { return numbers("pinggu", src, f) }

// Institutions is the scorecard of the institutions, of the year.
func Institutions(src Source, f Filter) Table { return numbers("jigou", src, timed(src, f, Year)) }

// Volume is how many each institution trained in the year and its halves: those of 3,000 turns and more are filed with the province twice
// a year (云人社发〔2018〕71号 二（三）).
func Volume(src Source, f Filter) Table { return numbers("guimo", src, timed(src, f, Year)) }

// Money is the subsidy of each class: by the catalogue, claimed here, accepted by the province's platform, paid, taken back.
func Money(src Source, f Filter) Table { return numbers("butie", src, f) }

// timed puts a time into a filter that names none, or only a beginning such as 2026-11; and asks for the state on its last day,
// which is today where the time is not over yet.
func timed(src Source, f Filter, usual func(time.Time) (from, until survey.Date)) Filter {
	on := src.On
	if day, ok := survey.LastDay(f.On); ok {
		on = day
	}
	switch {
	case f.From == "" && f.Until == "":
		f.From, f.Until = usual(on)
	case f.Until == "":
		f.Until = lastOf(f.From)
	}
	if last, ok := survey.LastDay(f.Until); ok && f.On == "" && last.Before(src.On) {
		f.On = lastOf(f.Until)
	}
	return f
}

func numbers(name string, src Source, f Filter) Table {
	v := lookAt(src, f)
	v.before = span{v.from, v.until}.previous()
	t := rules.In[spec](v.Rules, name, v.on).make(v)
	t.Name, t.Title = name, text.T("report."+name)
	return t
}
