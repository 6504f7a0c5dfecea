package intake

import (
	"regexp"
	"strconv"
	"strings"
)

// numbered finds a number with its unit in the words of a task: 4500人次, 4,500 人次, 1.5万人次. 名 and 个人 count people.
var numbered = regexp.MustCompile(`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(万)?\s*(人次|人|名|个|期|家|户|场)`)

// part tells words that say more of the task before, and are none of their own: of whom, at least, above.
var part = regexp.MustCompile(`^(?:其中|含|包括|以上|左右|以内|不少于|不低于|（其中|\(其中|）|\))`)

// between stands between two of several: tasks, units, names.
const between = " \t\n　、，,；;。./和及"

// tasks takes the tasks in one cell apart: each ends with its number. What follows the last number belongs to the last task.
func tasks(cell string) []Task {
	s := halfWidth(cell)
	at := numbered.FindAllStringSubmatchIndex(s, -1)
	var out []Task
	from := 0
	for _, m := range at {
		words := strings.Trim(s[from:m[0]], between)
		if len(out) > 0 && (words == "" || part.MatchString(words)) {
			out[len(out)-1].Text += s[from:m[1]]
		} else {
			out = append(out, Task{Text: words, Number: count(s, m), Unit: unitWord(s[m[6]:m[7]])})
		}
		from = m[1]
	}
	rest := strings.Trim(s[from:], between)
	switch {
	case len(out) == 0 && rest != "":
		return []Task{{Text: rest}}
	case rest != "":
		out[len(out)-1].Text += rest
	}
	return out
}

// count is the number that a match holds.
func count(s string, m []int) int {
	f, _ := strconv.ParseFloat(strings.ReplaceAll(s[m[2]:m[3]], ",", ""), 64)
	if m[4] >= 0 {
		f *= 10_000
	}
	return int(f + 0.5)
}

func unitWord(s string) string {
	if s == "名" {
		return "人"
	}
	return s
}

// halfWidth turns full-width digits, commas and dots between digits into half-width ones; words stay as they are.
func halfWidth(s string) string {
	rs := []rune(s)
	for i, r := range rs {
		switch {
		case r >= '０' && r <= '９':
			rs[i] = r - '０' + '0'
		case (r == '，' || r == '．') && i > 0 && rs[i-1] >= '0' && rs[i-1] <= '9' && i+1 < len(rs) && isDigit(rs[i+1]):
			rs[i] = map[rune]rune{'，': ',', '．': '.'}[r]
		}
	}
	return string(rs)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// said is a task in the words of a problem: 家政服务业人员培训 300人次.
func (t Task) said() string {
	if t.Number == 0 {
		return t.Text
	}
	return t.Text + " " + strconv.Itoa(t.Number) + t.Unit
}

func joinTasks(all []Task) string {
	out := make([]string, len(all))
	for i, t := range all {
		out[i] = t.said()
	}
	return strings.Join(out, "; ")
}
