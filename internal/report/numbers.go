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
