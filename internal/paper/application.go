package paper

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/catalogue"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// The 开班申请表: what 人社部发〔2024〕5号 wants of an application (培训学员名册、教学计划、授课师资、教学资源、考核方案) in the order of the 开班审核表 of the
// 家政服务工程 forms. Its roster is a paper of its own.

func makeApplication(w io.Writer, j Job) (Report, error) {
	return form(w, j, "paper.application", func(d *doc) error {
		c := j.Class
		f := flow{d: d, job: j, number: applicationNo, name: text.T("paper.application_title"), under: c.No()}.begin()
		f.section(text.T("paper.application_class"))
		f.row(flowRow, cell{text.T("paper.class"), c.Name(), 1})
		f.two(training.Institution, training.LegalPerson)
		f.two(training.InstitutionCode, training.Licence)
		f.two(training.Manager, training.ManagerPhone)
		f.row(flowRow, cell{label(training.Trade), c.TradeAndLevel(), 1}, cell{label(training.Project), shown(c, training.Project), 1})
		f.row(flowRow, cell{label(training.Planned), peopleOf(c), 1}, cell{text.T("paper.application_enrolled"), text.T("paper.people", strconv.Itoa(len(roster(j.Rows)))), 1})
		f.row(flowRow, cell{label(training.Hours), joined("　", hoursOf(c), theoryOf(c)), 1}, cell{text.T("paper.period"), period(c), 1})
		f.two(training.Mode, training.DailyTime)
		f.row(flowRow, cell{label(training.Target), shown(c, training.Target), 1})
		f.row(flowRow, cell{label(training.Place), shown(c, training.Place), 1})
		f.section(text.T("paper.application_plan"))
		f.table(planStyle(), planRows(j.Sessions))
		f.section(text.T("paper.application_teachers"))
		f.table(teacherStyle(), teacherRows(j))
		f.section(text.T("paper.application_resources"))
		f.row(13, cell{label(training.Resources), shown(c, training.Resources), 1})
		f.row(13, cell{label(training.AssessPlan), shown(c, training.AssessPlan), 1})
		f.row(flowRow, cell{label(training.AssessOn), chineseDate(c.Answers[training.AssessOn]), 1}, cell{label(training.Assessor), shown(c, training.Assessor), 1})
		f.need(2*32 + 22)
		f.section(text.T("paper.closing_opinions"))
		h := min(70, (f.rest()-12)/2)
		f.opinion(h, text.T("paper.application_applicant"), text.T("paper.application_said"), text.T("paper.sign_legal"), text.T("paper.seal_place"))
		f.opinion(h, text.T("paper.opinion_office"), text.T("paper.application_verdict"), text.T("paper.sign_head"), text.T("paper.seal_place"))
		f.note(text.T("paper.application_note"))
		return f.done(c.Name(), "")
	})
}

// two is a row of two answers of the class.
func (f *flow) two(one, other string) {
	c := f.job.Class
	f.row(flowRow, cell{label(one), shown(c, one), 1}, cell{label(other), shown(c, other), 1})
}

func theoryOf(c training.Class) string {
	if h := shown(c, training.TheoryHours); h != "" {
		return text.T("paper.theory_hours", h)
	}
	return ""
}

// Rows that are left to write where nothing is known.
const planBlank, teacherBlank = 6, 3

func planStyle() grid {
	return tableStyle(column{text.T("paper.col_seat"), 14, centre}, column{text.T("paper.col_course"), 80, left}, column{text.T("paper.col_hours"), 22, centre},
		column{text.T("paper.col_teacher"), 32, centre}, column{text.T("paper.col_days"), 30, centre})
}

// planRows are the courses in the order in which they begin, with their hours, teachers and days.
func planRows(sessions []training.Session) [][]string {
	type course struct {
		name, first, last string
		hours             float64
		teachers          []string
	}
	var all []*course
	sorted := slices.SortedFunc(slices.Values(sessions), training.ByTime)
	for _, s := range sorted {
		name, on := s.Answers[training.Course], s.Answers[training.HeldOn]
		i := slices.IndexFunc(all, func(c *course) bool { return c.name == name })
		if i < 0 {
			all, i = append(all, &course{name: name, first: on}), len(all)
		}
		c := all[i]
		c.hours, c.last = c.hours+s.Hours(), on
		if t := s.Answers[training.Teacher]; t != "" && !slices.Contains(c.teachers, t) {
			c.teachers = append(c.teachers, t)
		}
	}
	var rows [][]string
	for i, c := range all {
		rows = append(rows, []string{strconv.Itoa(i + 1), c.name, number(c.hours), strings.Join(c.teachers, "、"), daySpan(c.first, c.last)})
	}
	if len(rows) == 0 {
		return blankRows(planBlank, 5)
	}
	return rows
}

func daySpan(first, last string) string {
	if first == last {
		return shortDay(first)
	}
	return shortDay(first) + "至" + shortDay(last)
}

// shortDay is month and day: 10月20日.
func shortDay(date string) string {
	if _, tail, ok := strings.Cut(chineseDate(date), "年"); ok {
		return tail
	}
	return date
}

// blankRows are rows to write in.
func blankRows(rows, columns int) [][]string {
	out := make([][]string, rows)
	for i := range out {
		out[i] = make([]string, columns)
	}
	return out
}

func teacherStyle() grid {
	g := tableStyle(column{text.T("paper.col_name"), 30, centre}, column{text.T("paper.col_title"), 30, centre}, column{text.T("paper.col_teacher_cert"), 38, left},
		column{text.T("paper.col_cert_until"), 24, centre}, column{text.T("paper.col_course"), 56, left})
	g.row = 10
	return g
}

// teacherRows are who teaches in the sessions, with what the catalogue knows of them.
func teacherRows(j Job) [][]string {
	courses := map[string][]string{}
	var names []string
	for _, s := range slices.SortedFunc(slices.Values(j.Sessions), training.ByTime) {
		t, course := s.Answers[training.Teacher], s.Answers[training.Course]
		if t == "" {
			continue
		}
		if _, seen := courses[t]; !seen {
			names = append(names, t)
		}
		if !slices.Contains(courses[t], course) {
			courses[t] = append(courses[t], course)
		}
	}
	var rows [][]string
	for _, name := range names {
		i := slices.IndexFunc(j.Teachers, func(t catalogue.Teacher) bool { return t.Name == name })
		t := catalogue.Teacher{}
		if i >= 0 {
			t = j.Teachers[i]
		}
		until := t.CertUntil
		if until == "" && t.Cert != "" {
			until = text.T("paper.for_ever")
		}
		rows = append(rows, []string{name, t.Title, t.Cert, until, strings.Join(courses[name], "、")})
	}
	if len(rows) == 0 {
		return blankRows(teacherBlank, 5)
	}
	return rows
}
