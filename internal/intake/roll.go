package intake

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"ruhu/internal/region"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
)

// A roll (名册) is a list that one office keeps of all who have one thing: 低保, 特困, 残疾证, 退役军人, 雨露计划. Its title says the
// kind; its rows add a dated fact each: since when, how much, what certificate. A roll is by person, or by household: the head and
// how many it covers.
type roll struct {
	kind  string      // of fact, survey.FactMinLiving and so on
	heads bool        // the list names heads of households only
	house bool        // its facts are about households
	ended bool        // it lists who no longer has it: 停保, 退出, 注销
	on    survey.Date // the day of the list, "" where it does not say
	term  string      // 2026年春季学期, where the title says for which it is
}

var (
	rollWord  = regexp.MustCompile(`名册|名单|台账|花名|登记|统计|明细|汇总|发放|信息|情况|对象|人员|户|^.{0,4}$`)
	endedWord = regexp.MustCompile(`停保|停发|退出|退保|取消|注销|终止|清退|消除名单`)
	listDay   = regexp.MustCompile(`(20\d\d)\s*[年.-]\s*(\d{1,2})\s*[月.-]?(?:\s*(\d{1,2})\s*日)?`)
	termWord  = regexp.MustCompile(`20\d\d(?:\s*[-—–]\s*20\d\d)?\s*(?:年|学年)?度?\s*(?:春|秋|上|下|第[一二])季?学?期`)
	fileEnd   = regexp.MustCompile(`\.[A-Za-z]+$`)
)

// byHouse are the kinds that are a household's where the list is of households; always, for those of the monitoring system.
var (
	byHouse     = []string{survey.FactMinLiving, survey.FactNearMinimum, survey.FactExtreme}
	alwaysHouse = []string{survey.FactMonitored, survey.FactLeftPoverty, survey.FactResettled, survey.FactOrdinary}
)

// rollOf tells of what kind a sheet is a roll; nil where its name, title and file name speak of none.
func (w *work) rollOf(s *sheet.Sheet, l *sheet.Layout) *roll {
	title := ""
	for line := range l.Top {
		title += lineText(s, line) + "\n"
	}
	for _, words := range []string{s.Name, title, fileEnd.ReplaceAllString(w.plan.File, "")} {
		kind := survey.FactKindIn(words)
		if kind == "" || survey.Column("fact_kind", kind, "roll") != "1" || !rollWord.MatchString(words) {
			continue
		}
		r := &roll{kind: kind, ended: endedWord.MatchString(title + s.Name), term: strings.Join(strings.Fields(termWord.FindString(title+s.Name)), "")}
		if m := listDay.FindStringSubmatch(title); m != nil {
			r.on, _ = survey.ParseDate(strings.Trim(m[1]+"-"+m[2]+"-"+m[3], "-"))
		}
		return r
	}
	return nil
}

// factFirst are the questions of a fact whose headings mean the fact in a roll, though they mean something else elsewhere.
var factFirst = []string{survey.FactDetail, survey.FactGrade, survey.FactNo, survey.StartsOn, survey.EndsOn, survey.Amount, survey.FactPeople, survey.FactCovers, survey.Term, survey.WhyEnded}

func fact(key string) sheet.Target { return sheet.Target{Table: survey.Fact.Name, Key: key} }

// rollHeadings are the headings of a roll of a kind. What is asked of the person or household itself stays theirs, and the fact
// follows it: 残疾类别, 监测对象类别, 风险消除时间.
func (w *work) rollHeadings(kind string) *sheet.Headings {
	h := headingsOf(append(slices.Clone(w.people), survey.Fact)...)
	own := map[string]bool{}
	switch kind {
	case survey.FactDisability:
		own = map[string]bool{survey.FactDetail: true, survey.FactGrade: true, survey.FactNo: true, survey.StartsOn: true}
	case survey.FactMonitored:
		own = map[string]bool{survey.FactDetail: true, survey.StartsOn: true, survey.EndsOn: true}
	}
	for _, key := range factFirst {
		f, _ := survey.Fact.Field(key)
		if !own[key] {
			h.PreferEarlier(fact(key), append([]string{f.Label}, f.Also...)...)
		}
	}
	for key, names := range rollMore {
		for _, name := range names {
			h.Add(fact(key), name)
		}
	}
	return h
}

// rollMore are headings of rolls beside those of the survey's rows.
var rollMore = map[string][]string{
	survey.FactPeople: {"保障人数（人）", "保障人口（人）", "享受保障人数", "本户保障人数", "救助人数"},
	survey.Amount:     {"月保障金（元）", "保障金（元）", "户月补助水平", "月补差", "月补差（元）", "每月金额", "救助金额（元）", "补助标准", "发放标准", "供养标准", "供养金标准"},
	survey.StartsOn:   {"享受开始时间", "首次享受时间", "首次享受低保时间", "开始保障时间", "纳入保障时间", "救助开始时间", "批准日期", "审批日期", "退役年月", "退伍年月", "领证时间"},
	survey.FactNo:     {"救助证号", "证件号", "低保证", "特困证号", "荣誉证号", "供养证编号", "特困供养证编号", "残疾人证编号", "优待证编号", "优待证号", "优待证号码"},
}

// dated is the roll's day, or today where the list does not say.
func (r *roll) dated(today time.Time) survey.Date {
	if r.on != "" {
		return r.on
	}
	return today.Format(time.DateOnly)
}

// sources are who keeps a roll (data/codes/fact_source.csv).
var sources = map[string]string{
	survey.FactMinLiving: "民政部门", survey.FactNearMinimum: "民政部门", survey.FactExtreme: "民政部门", "临时救助": "民政部门",
	survey.FactDisability: "残联", survey.FactVeteran: "退役军人事务部门", "教育资助": "教育部门", survey.FactMonitored: "防返贫监测系统",
	survey.FactLeftPoverty: "防返贫监测系统", survey.FactPost: "人社部门",
}

// namesOthers tells whether a list speaks of others than heads of households: another column has names, or somebody's relation to
// the head is another than being it. Then the number in the row is not known to be the head's.
func namesOthers(s *sheet.Sheet, l *sheet.Layout) bool {
	for _, c := range l.Columns {
		if title := heading(c.Title); !c.Known() && (strings.HasSuffix(title, "姓名") || strings.HasSuffix(title, "名字")) {
			return true
		}
	}
	relation, ok := l.Column(person(survey.Relation))
	if !ok {
		return false
	}
	return slices.ContainsFunc(sample(s, l.Data, relation.At), func(v string) bool {
		r, known := survey.FindChoice("relation", v)
		return known && r != registry.Head
	})
}

// asHeads reads a list that names heads of households and nobody else as one of people: its persons are the heads.
func asHeads(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings) (*sheet.Layout, bool) {
	_, named := l.Column(person(survey.FullName))
	head, ok := l.Column(household(survey.HeadName))
	if named || !ok || namesOthers(s, l) {
		return l, false
	}
	h.Prefer(person(survey.FullName), head.Title)
	if no, ok := l.Column(household(survey.HeadIDNo)); ok {
		h.Prefer(person(survey.IDNo), no.Title)
	}
	if again, err := sheet.Lay(s, h); err == nil {
		return again, true
	}
	return l, false
}

// rollSheet looks whether a sheet is a roll, and finds its columns then.
func (w *work) rollSheet(s *sheet.Sheet, l *sheet.Layout, h *sheet.Headings) (*sheet.Layout, *sheet.Headings) {
	r := w.rollOf(s, l)
	if r != nil && w.class == nil {
		h = w.rollHeadings(r.kind)
		for title, t := range w.toldIn[s] {
			prefer(h, title, t)
		}
		if again, err := sheet.Lay(s, h); err == nil {
			l = again
		}
	} else {
		r = nil
	}
	l, heads := asHeads(s, l, h)
	if heads {
		w.headsOnly[s] = true
	}
	if r == nil {
		return l, h
	}
	_, covers := l.Column(fact(survey.FactPeople))
	r.heads = heads
	r.house = slices.Contains(alwaysHouse, r.kind) || slices.Contains(byHouse, r.kind) && (heads || covers)
	w.rolls[s] = r
	return l, h
}

// titleWords is how many words a line over a list may have that is no row of another list.
const titleWords = 3

// villageOf is the village that a sheet's title names, where the list has no column for it: 左门乡地索村低保花名册.
func (w *work) villageOf(s *sheet.Sheet, l *sheet.Layout) string {
	words := s.Name
	for line := l.Top - 1; line >= 0 && len(strings.Fields(lineText(s, line))) <= titleWords; line-- { // up to a list that stands above
		words += " " + lineText(s, line)
	}
	found := ""
	for _, p := range w.places.tree.Children(w.places.township) {
		for _, name := range []string{p.Name, strings.TrimSuffix(p.Name, "民委员会") + "委会", strings.TrimSuffix(p.Name, "民委员会")} {
			if strings.Contains(words, name) && len(p.Code) == int(region.Village) {
				if found != "" && found != p.Code {
					return ""
				}
				found = p.Code
			}
		}
	}
	return found
}
