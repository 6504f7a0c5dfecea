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
			h.Add(Target{t.Name, f.Key}, append([]string{f.Label, f.Key}, f.Also...)...)
		}
	}
	return h
}

// Add makes more headings known for a question.
func (h *Headings) Add(t Target, headings ...string) { h.add(0, t, headings) }

func (h *Headings) add(rank int, t Target, headings []string) {
	for i, s := range headings {
		if k := foldHeading(s); k != "" && !contains(h.by[k], t) {
			h.by[k] = append(h.by[k], t)
			h.rank[meant{k, t}] = rank + i
			if u := usualWords.Replace(k); !contains(h.usual[u], t) {
				h.usual[u] = append(h.usual[u], t)
			}
		}
	}
}

// Prefer makes a heading mean this question before any other: what people have told.
func (h *Headings) Prefer(t Target, heading string) {
	k := foldHeading(heading)
	h.by[k] = append([]Target{t}, h.by[k]...)
	h.rank[meant{k, t}] = -1
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
	k := foldHeading(heading)
	if t := h.by[k]; t != nil {
		return k, t
	}
	bare := hints.ReplaceAllString(heading, "")
	if k = foldHeading(bare); h.by[k] == nil {
		k = foldHeading(numbered.ReplaceAllString(bare, ""))
	}
	if t := h.usual[usualWords.Replace(k)]; h.by[k] == nil && len(t) == 1 {
		return k, t
	}
	return k, h.by[k]
}

// usualWords puts the words that headings use for one thing into one form: 成员电话号码 is 成员联系电话. What two questions could
// mean then is left unknown. The longer word stands first.
var usualWords = sameWords(
	"电话", "联系电话号码", "联系手机号码", "联系手机号", "手机电话", "联系电话", "电话号码", "手机号码", "移动电话", "联系方式", "联系号码", "联系手机", "手机号", "手机",
	"", "证件号码", "居民身份证号码", "公民身份证号码", "居民身份证号", "公民身份号码", "身份证件号码", "身份证号码", "身份证件号", "身份证号", "证件号码", "身份证", "证件号",
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
	numbered = regexp.MustCompile(`^\s*(?:\d{1,2}|[（(]?[一二三四五六七八九十]{1,2}[)）]?)\s*[.．、:：]\s*`)
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
