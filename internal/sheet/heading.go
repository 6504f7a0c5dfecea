package sheet

import (
	"regexp"
	"strings"
	"unicode"

	"ruhu/internal/survey"
)

// Target is a question that a column can answer.
type Target struct {
	Table string // name of the survey table
	Key   string
}

// Headings know under which headings questions go in the spreadsheets people own.
type Headings struct {
	by    map[string][]Target
	usual map[string][]Target // the same by usualWords
	rank  map[meant]int       // how near a heading is to what the question calls itself: 0 its label

	fields map[Target]survey.Field
}

// meant is a heading, folded, and a question that it may mean.
type meant struct {
	heading string
	target  Target
}

func newHeadings() *Headings {
	return &Headings{by: map[string][]Target{}, usual: map[string][]Target{}, rank: map[meant]int{}, fields: map[Target]survey.Field{}}
}

// HeadingsOf takes headings from tables: of each row its Label, its Also and its Key. Where two tables know one heading, the
// table given first is meant by it, and the other by a second column of that heading.
func HeadingsOf(tables ...*survey.Table) *Headings {
	h := newHeadings()
	for _, t := range tables {
		for _, f := range t.Fields {
			h.fields[Target{t.Name, f.Key}] = f
			h.addWhole(0, Target{t.Name, f.Key}, append([]string{f.Label, f.Key}, f.Also...))
		}
	}
	for _, t := range tables { // a group and its title, said in one, mean what no other question is called
		for _, f := range t.Fields {
			h.add(2, Target{t.Name, f.Key}, f.Also)
		}
	}
	return h
}

// Add makes more headings known for a question.
func (h *Headings) Add(t Target, headings ...string) { h.add(0, t, headings) }

// addWhole adds those headings that have no group over them.
func (h *Headings) addWhole(rank int, t Target, headings []string) {
	for i, s := range headings {
		if !strings.Contains(s, "/") {
			h.add(rank+i, t, []string{s})
		}
	}
}

func (h *Headings) add(rank int, t Target, headings []string) {
	for i, s := range headings {
		k := foldHeading(s)
		if k == "" || contains(h.by[k], t) {
			continue
		}
		if g, grouped := foldGroup(s); grouped && !contains(h.by[g], t) {
			h.by[g] = append(h.by[g], t)
			h.rank[meant{g, t}] = rank + i
			if h.by[k] != nil {
				continue
			}
		}
		h.by[k] = append(h.by[k], t)
		h.rank[meant{k, t}] = rank + i
		if u := usualWords.Replace(k); !contains(h.usual[u], t) {
			h.usual[u] = append(h.usual[u], t)
		}
	}
}

// foldGroup is the form of a heading with the group that stands over it: 监护人/联系电话 may mean another question than
// 监护人联系电话.
func foldGroup(s string) (string, bool) {
	group, title, ok := strings.Cut(s, "/")
	return foldHeading(group) + "/" + foldHeading(title), ok
}

// Prefer makes a heading mean this question before any other: what people have told.
func (h *Headings) Prefer(t Target, heading string) {
	k := foldHeading(heading)
	h.by[k] = append([]Target{t}, h.by[k]...)
	h.rank[meant{k, t}] = told
}

// told is the rank of what people have told: before any other.
const told = -1000

// PreferEarlier is Prefer for several headings of one question: a column under one given earlier goes before one under a later.
func (h *Headings) PreferEarlier(t Target, headings ...string) {
	for i, heading := range headings {
		h.Prefer(t, heading)
		h.rank[meant{foldHeading(heading), t}] = i - 1
	}
}

func contains(list []Target, t Target) bool {
	for _, x := range list {
		if x == t {
			return true
		}
	}
	return false
}

// Find gives the questions that a heading may mean, the likeliest first. Width, blanks, brackets, signs and case do not
// count, nor do hints like （必填） or numbers like "3." before it.
func (h *Headings) Find(heading string) []Target {
	_, t := h.find(heading)
	return t
}

// find also gives the form of the heading that was found.
func (h *Headings) find(heading string) (string, []Target) {
	if len(heading) > 300 { // a sentence
		return "", nil
	}
	if k, grouped := foldGroup(heading); grouped && h.by[k] != nil {
		return k, h.by[k]
	}
	for _, form := range forms(heading) {
		k := foldHeading(form)
		if t := h.by[k]; t != nil {
			return k, t
		}
		if t := h.usually(k); t != nil {
			return k, t
		}
	}
	return h.ofPerson(heading)
}

// forms are what may be meant by a heading, the nearest first: as it stands; without hints; without the number before it; without
// the unit behind it.
func forms(heading string) []string {
	bare := hints.ReplaceAllString(heading, "")
	plain := numbered.ReplaceAllString(bare, "")
	return []string{heading, bare, plain, units.ReplaceAllString(plain, "")}
}

// usually gives the one question that a heading means in the words that headings use. 是否户主 asks for yes or no: it is not the
// question who is 户主.
func (h *Headings) usually(k string) []Target {
	t := h.usual[usualWords.Replace(k)]
	if len(t) != 1 {
		return nil
	}
	if kind := h.fields[t[0]].Kind; asksWhether.MatchString(k) && kind != survey.Flag && kind != survey.Choice {
		return nil
	}
	return t
}

// ofPerson takes the word for whom a list is about off its headings: 劳动力姓名, 学生身份证号, 务工人员联系电话 are the name, number and
// phone of the person, as long as no question has the whole heading.
func (h *Headings) ofPerson(heading string) (string, []Target) {
	k := foldHeading(heading)
	m := about.FindString(k)
	if m == "" || others.MatchString(m) {
		return k, nil
	}
	rest := k[len(m):]
	found := h.by[rest]
	if found == nil {
		found = h.usually(rest)
	}
	if len(found) > 0 && found[0].Table == survey.Person.Name {
		return rest, found
	}
	return k, nil
}

// usualWords puts the words that headings use for one thing into one form: 成员电话号码 is 成员联系电话. What two questions could
// mean then is left unknown. The longer word stands first.
var usualWords = sameWords(
	"电话", "联系电话号码", "联系手机号码", "联系手机号", "手机电话", "联系电话", "电话号码", "手机号码", "移动电话", "联系方式", "联系号码", "联系手机", "手机号", "手机",
	"", "证件号码", "居民身份证号码", "公民身份证号码", "公民身份证号", "居民身份证号", "公民身份号码", "身份证件号码", "身份证号码", "身份证件号", "身份证号", "证件号码", "身份证", "证件号",
	"", "日期", "年月日", "年月", "时间",
	"", "状况", "情况", "状态",
	"", "编号", "编码",
	"", "地点", "所在地", "地址",
	"", "", "是否", "有无", "有没有",
)

// sameWords takes groups of words, parted by "": the first of each group stands for the others.
func sameWords(words ...string) *strings.Replacer {
	var pairs []string
	one := words[0]
	for i := 1; i < len(words); i++ {
		if words[i] == "" {
			one, i = words[i+1], i+1
			continue
		}
		pairs = append(pairs, words[i], one)
	}
	return strings.NewReplacer(pairs...)
}

var (
	hints    = regexp.MustCompile(`[(（\[【][^)）\]】]*(?:必填|选填|填写|格式|下拉|多选|单选|例如|如：|如:|是/否|有/无|18位)[^)）\]】]*[)）\]】]`)
	units    = regexp.MustCompile(`[(（]\s*(?:元|元/月|元/人|元/人/月|人|人次|户|岁|周岁|月|个月|天|日|%)\s*[)）]\s*$`)
	numbered = regexp.MustCompile(`^\s*(?:\d{1,2}|[（(]?[一二三四五六七八九十]{1,2}[)）]?)\s*[.．、:：]\s*`)
)

var (
	asksWhether = regexp.MustCompile(`^(?:是否|有无|有没有)`)
	about       = regexp.MustCompile(`^(?:本人|个人|.{0,6}?(?:人员|人口|对象|学生|学员|成员|劳动力|青年|毕业生|退役军人|残疾人|务工者))`)
	others      = regexp.MustCompile(`帮扶|联系|工作|负责|管理|走访|调查|填表|经办|包保|驻村|监护|结对`)
)

// foldHeading keeps letters and digits only.
func foldHeading(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, survey.Fold(s))
}
