package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// An application for a class (开班申请表) has its particulars as pairs of label and value in merged cells, two or three pairs a
// row, and two small tables: the courses with their hours, the teachers. The structure is that of 青岛“家政服务工程” and of the
// provincial platforms; labels are found by name, never by place.

// form is one sheet of particulars being read.
type form struct {
	w     *work
	sheet *sheet.Sheet
	heads *sheet.Headings
	class *Class
	at    map[string]place // where each key's value stands
	line  int
	total bool // the table of courses has one column for all hours
}

// place is a cell, with the label that it belongs to.
type place struct {
	line, col int
	label     string
}

// classKey is the target of a question about a class.
func classKey(key string) sheet.Target { return sheet.Target{Table: training.TypeClass, Key: key} }

// Keys of particulars that are several answers in one.
const (
	keyDates   = "dates"   // 培训起止时间: first and last day
	keyApplied = "applied" // 申请日期
)

func classHeadings() *sheet.Headings {
	h := sheet.HeadingsOf(training.ClassTable)
	for key, names := range map[string][]string{
		keyDates:             {"培训起止时间", "起止时间", "起止日期", "培训时间", "培训日期", "培训起止日期", "开班起止时间", "培训期限", "办班时间"},
		keyApplied:           {"申请日期", "申报日期", "填报日期", "填表日期", "申请时间", "填表时间"},
		training.ClassNo:     {"编号", "申请编号", "开班编号", "申请表编号", "备案编号", "表号"},
		training.Institution: {"培训机构（盖章）", "机构名称", "申请单位", "申报单位", "培训单位", "培训学校", "承训机构", "定点机构名称"},
		training.Trade:       {"培训职业（工种）", "培训职业", "培训专业工种", "专业", "职业工种", "培训项目", "培训科目"},
		training.Planned:     {"计划培训人数", "拟培训人数", "申请人数", "学员人数", "培训班人数"},
		training.Hours:       {"培训总课时", "总学时", "计划课时", "培训学时", "培训总学时"},
		training.HoursPerDay: {"每天课时", "日课时", "每日学时", "每天学时"},
		training.Place:       {"培训地址", "办班地点", "上课地点", "教学地点"},
		training.LegalPerson: {"法人姓名", "法定代表人（负责人）", "负责人"},
		training.Licence:     {"许可证编号", "办学许可证编号", "资质证号"},
		training.Manager:     {"班级管理人", "培训班负责人", "管理人员"},
		training.Supervisor:  {"监督人员", "监管人", "监管责任人"},
		training.ClassName:   {"班级", "培训班", "班名"},
		training.Level:       {"培训层次", "级别", "职业等级"},
		training.Target:      {"培训对象类型", "培训人员类别", "学员类别", "参训对象"},
	} {
		for _, name := range names {
			h.Add(classKey(key), name)
		}
	}
	return h
}

// leastLabels is how many labels of a class a sheet must have to be its form.
const leastLabels = 5

// isForm counts labels with a value beside them.
func isForm(s *sheet.Sheet, h *sheet.Headings) bool {
	seen := map[sheet.Target]bool{}
	for line := 0; line < len(s.Rows) && line < 80; line++ {
		for _, c := range s.Rows[line] {
			if t := labelOf(h, c.Shown); t.Key != "" {
				seen[t] = true
			}
		}
	}
	return len(seen) >= leastLabels
}

// labelOf is the question that a label asks, if it is one.
func labelOf(h *sheet.Headings, s string) sheet.Target {
	if len(s) == 0 || len([]rune(s)) > 20 {
		return sheet.Target{}
	}
	if t := h.Find(s); t != nil {
		return t[0]
	}
	return sheet.Target{}
}

// readForm reads a sheet of particulars.
func (w *work) readForm(s *sheet.Sheet, h *sheet.Headings) {
	f := &form{w: w, sheet: s, heads: h, class: w.plan.Class, at: map[string]place{}}
	f.class.Sheet = s.Name
	table := ""
	var cols map[string]int
	for f.line = range s.Rows {
		cells := f.cells()
		if kind, at := tableHead(cells); kind != "" {
			table, cols = kind, at
			f.total = at["hours"] > 0 && at["practice"] == 0
			continue
		}
		switch {
		case len(cells) == 0:
		case table == "courses" && f.course(cols), table == "teachers" && f.teacher(cols, len(cells)):
		default:
			table = ""
			f.pairs(cells)
		}
	}
	w.checkForm(f)
}

// textAt is a filled cell.
type textAt struct {
	col  int
	text string
}

func (f *form) cells() []textAt {
	var out []textAt
	for col, c := range f.sheet.Rows[f.line] {
		if !c.Blank() {
			out = append(out, textAt{col, strings.TrimSpace(c.Shown)})
		}
	}
	return out
}

// tableHead knows the header of the courses or of the teachers, and where it has what (columns from 1).
func tableHead(cells []textAt) (kind string, at map[string]int) {
	at = map[string]int{}
	for _, c := range cells {
		if len([]rune(c.text)) > 16 {
			return "", nil
		}
		for key, word := range tableWords {
			if at[key] == 0 && word.MatchString(strings.Join(strings.Fields(c.text), "")) {
				at[key] = c.col + 1
				break
			}
		}
	}
	switch {
	case at["course"] > 0 && (at["theory"] > 0 || at["practice"] > 0 || at["hours"] > 0):
		return "courses", at
	case at["name"] > 0 && (at["title"] > 0 || at["teaches"] > 0):
		return "teachers", at
	}
	return "", nil
}

var tableWords = map[string]*regexp.Regexp{
	"course":   regexp.MustCompile(`^(?:课程|课程设置|课程名称|培训课程|课程内容|培训内容|教学内容|科目)$`),
	"theory":   regexp.MustCompile(`^理论(?:课时|学时|教学)?$`),
	"practice": regexp.MustCompile(`^(?:实作|实践|实操|实训|操作|实际操作)(?:课时|学时|教学)?$`),
	"hours":    regexp.MustCompile(`^(?:授课)?(?:课时|学时|课时数|学时数)$`),
	"teacher":  regexp.MustCompile(`^(?:授课|任课|主讲)?(?:教师|老师)$`),
	"name":     regexp.MustCompile(`^(?:教师)?姓名$`),
	"school":   regexp.MustCompile(`^(?:学历|文化程度)$`),
	"title":    regexp.MustCompile(`^(?:职称|资格|职称(?:[（(].*[)）])|职称/?资格|职业资格|专业技术职务)$`),
	"teaches":  regexp.MustCompile(`^(?:授课内容|任教科目|授课科目|任教课程|讲授课程|承担课程)$`),
	"phone":    regexp.MustCompile(`^(?:联系)?电话$|^手机号?码?$|^联系方式$`),
}

func (f *form) text(cols map[string]int, key string) string {
	if cols[key] == 0 {
		return ""
	}
	return strings.TrimSpace(f.sheet.At(f.line, cols[key]-1).Shown)
}

// hoursIn reads 14 or 14课时.
func (f *form) hoursIn(cols map[string]int, key string) float64 {
	n, _ := strconv.ParseFloat(strings.TrimRight(survey.Fold(f.text(cols, key)), "课学时"), 64)
	return n
}

var sumWord = regexp.MustCompile(`^(?:合计|总计|小计|共计|总课时|总学时)`)

// course reads a row of the table of courses; false where it is none, so that the table has ended.
func (f *form) course(cols map[string]int) bool {
	c := Course{Name: f.text(cols, "course"), Theory: f.hoursIn(cols, "theory"), Practice: f.hoursIn(cols, "practice"), Teacher: f.text(cols, "teacher")}
	if f.total {
		c.Theory += f.hoursIn(cols, "hours")
	}
	switch {
	case c.Name == "" || c.Theory+c.Practice == 0 || labelOf(f.heads, c.Name).Key != "":
		return false
	case !sumWord.MatchString(strings.Join(strings.Fields(c.Name), "")):
		f.class.Courses = append(f.class.Courses, c)
	}
	return true
}

// teacher reads a row of the table of teachers: one that fills half of it.
func (f *form) teacher(cols map[string]int, filled int) bool {
	name, _ := survey.CleanName(f.text(cols, "name"))
	is := name != "" && 2*filled > len(cols) && labelOf(f.heads, name).Key == ""
	if is {
		f.class.Teachers = append(f.class.Teachers, Teacher{name, f.text(cols, "school"), f.text(cols, "title"), f.text(cols, "teaches"), f.text(cols, "phone")})
	}
	return is
}

// shortLabel tells what may be the label of a particular that nobody asks for.
func shortLabel(s string) bool {
	return len([]rune(s)) <= 12 && !strings.ContainsAny(s, "0123456789，。")
}

// pairs reads the particulars of one row: label and value side by side, or parted by a colon in one cell.
func (f *form) pairs(cells []textAt) {
	for i := 0; i < len(cells); i++ {
		c := cells[i]
		t := labelOf(f.heads, c.text)
		if t.Key == "" && strings.ContainsAny(c.text, "：:") {
			f.colons(c)
			continue
		}
		if i+1 == len(cells) || t.Key == "" && !shortLabel(c.text) {
			continue
		}
		next := cells[i+1]
		if labelOf(f.heads, next.text).Key != "" {
			continue // nothing was filled in
		}
		f.take(t, c.text, next.text, next.col)
		i++
	}
}

var wideGap = regexp.MustCompile(`\s{2,}|　+|；`)

// colons reads particulars in one cell: 编号：姚培开〔2026〕017号　申请日期：2026年10月9日.
func (f *form) colons(c textAt) {
	for _, piece := range wideGap.Split(c.text, -1) {
		label, value, ok := strings.Cut(strings.ReplaceAll(piece, ":", "："), "：")
		t := labelOf(f.heads, strings.TrimSpace(label))
		if value = strings.TrimSpace(value); ok && value != "" && t.Key != "" {
			f.take(t, strings.TrimSpace(label), value, c.col)
		}
	}
}
