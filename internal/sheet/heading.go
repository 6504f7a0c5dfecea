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
	by   map[string][]Target
	rank map[meant]int // how near a heading is to what the question calls itself: 0 its label

	fields map[Target]survey.Field
}

// meant is a heading, folded, and a question that it may mean.
type meant struct {
	heading string
	target  Target
}

func newHeadings() *Headings {
	return &Headings{map[string][]Target{}, map[meant]int{}, map[Target]survey.Field{}}
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
	return k, h.by[k]
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
