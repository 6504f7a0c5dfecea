package intake

import (
	"regexp"
	"strings"

	"ruhu/internal/survey"
)

var (
	period = regexp.MustCompile(`(20\d\d)\s*年?\s*[—–\-~～至到]+\s*(20\d\d)\s*年`)
	ofYear = regexp.MustCompile(`(20\d\d)\s*年(?:度)?[^\d]`)
	begins = regexp.MustCompile(`(20\d\d年\d{1,2}月\d{1,2}日)[^，。,；;]{0,4}(?:为起始|为开始|起始|起计|起算|起执行|开始)`)
	yearly = regexp.MustCompile(`每年[^，。,；;\d]{0,12}(?:([二三四五六七八九十])分之([一二三四五六七八九])|(\d{1,3})\s*[%％])`)
	proof  = regexp.MustCompile(`[^，。,；;:：]*以[^，。；;]{2,60}为准`)
)

// terms reads what is certain of a title and of the notes.
func (t *Terms) read(s string) {
	if m := period.FindStringSubmatch(s); m != nil && t.From == "" {
		t.From, t.Until = m[1], m[2]
	} else if m := ofYear.FindStringSubmatch(s + " "); m != nil && t.From == "" {
		t.From, t.Until = m[1], m[1]
	}
	if m := begins.FindStringSubmatch(s); m != nil {
		t.Starts, _ = survey.ParseDate(m[1])
	}
	if m := yearly.FindStringSubmatch(s); m != nil {
		t.Yearly = m[3] + "%"
		if m[1] != "" {
			t.Yearly = digitOf(m[2]) + "/" + digitOf(m[1])
		}
	}
	if m := proof.FindString(s); m != "" {
		t.Proof = strings.TrimSpace(m)
	}
}

func digitOf(s string) string {
	i := strings.Index("一二三四五六七八九十", s) / len("一")
	return []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}[i]
}

// title takes a line above the table: the longest is its title.
func (t *Terms) titled(s string) {
	s = strings.TrimSpace(s)
	if len(s) > len(t.Title) {
		t.Title = s
	}
	t.read(s)
}

// noted takes a line below the table, and keeps it as it stands.
func (t *Terms) noted(s string) {
	if t.Source != "" {
		t.Source += "\n"
	}
	t.Source += strings.TrimSpace(s)
	t.read(s)
}
