package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// office ends the name of an office. A piece without such an end is the beginning of a name that was broken.
var office = regexp.MustCompile(`(?:局|办|委|会|院|中心|厅|部|站|所|校|联|处|科|队|公司|集团|银行|乡|镇|街道|办公室|政府|园|支行|企业|机构|协会|学会|馆|台|社)(?:[（(][^（）()]*[）)])?$`)

// shared is a unit with its share, in brackets or behind the name: 建设局(500人次), 建设局500人次, 房管局：80.
var shared = regexp.MustCompile(`^(.*?[^各\d])(各)?\s*[（(:：]?\s*(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(万)?\s*(人次|人|名|个)?\s*[)）]?$`)

// body is the end of 区委, 县委, 党委: what follows may be a department of it, 区委 宣传部.
var body = regexp.MustCompile(`(?:区|县|市|省|州|党|工)委$`)

var department = regexp.MustCompile(`^(?:宣传|组织|统战|政法|编|老干部|网信|巡察|直属|社会工作|办公室)`)

// unitCell is what was found in one cell of units.
type unitCell struct {
	units   []Unit
	several bool     // parted by blanks or line breaks only
	broken  []string // names that had a blank inside, whole
	twice   []string // names that stood twice
}

// readUnits takes the units in one cell apart. known are names that stand whole elsewhere in the table.
func readUnits(cell string, known map[string]bool) unitCell {
	var out unitCell
	for _, piece := range pieces(halfWidth(cell)) {
		words := strings.FieldsFunc(piece, unicode.IsSpace)
		names := rejoin(words, known)
		out.several = out.several || len(names) > 1
		for _, n := range names {
			if len(n) > 1 {
				out.broken = append(out.broken, strings.Join(n, ""))
			}
			out.add(strings.Join(n, ""))
		}
	}
	return out
}

// pieces cuts at commas, semicolons and the like, but not inside brackets: 各乡(镇、街道) is one.
func pieces(s string) []string {
	depth := 0
	return strings.FieldsFunc(s, func(r rune) bool {
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(0, depth-1)
		}
		return depth == 0 && strings.ContainsRune("、，,;；。/", r)
	})
}

// rejoin puts words together that are one name: 区退役军人 事务局. Two words are two units where both are names.
func rejoin(words []string, known map[string]bool) [][]string {
	var out [][]string
	for _, w := range words {
		if n := len(out); n > 0 && one(strings.Join(out[n-1], ""), w, known) {
			out[n-1] = append(out[n-1], w)
		} else {
			out = append(out, []string{w})
		}
	}
	return out
}

func one(left, right string, known map[string]bool) bool {
	switch {
	case known[left+right]:
		return true
	case strings.ContainsAny(right[:1], "0123456789(") || strings.HasPrefix(right, "（"):
		return true // the share behind a name
	case known[left] && known[right]:
		return false
	case body.MatchString(left) && department.MatchString(right):
		return true
	}
	return !office.MatchString(bare(left)) || !office.MatchString(bare(right)) || utf8.RuneCountInString(bare(right)) < 2
}

// bare is a unit without its share.
func bare(s string) string {
	if m := shared.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return s
}

// add takes one unit, a second time only once.
func (c *unitCell) add(piece string) {
	u := Unit{Name: strings.Trim(piece, between+":：")}
	if m := shared.FindStringSubmatch(piece); m != nil {
		f, _ := strconv.ParseFloat(strings.ReplaceAll(m[3], ",", ""), 64)
		if m[4] != "" {
			f *= 10_000
		}
		u = Unit{Name: strings.Trim(m[1], between+":：(（"), Share: int(f + 0.5), Unit: unitWord(m[5])}
		if m[2] != "" {
			c.each(u.Share, u.Unit)
		}
	}
	if u.Name == "" {
		return
	}
	i := slices.IndexFunc(c.units, func(o Unit) bool { return o.Name == u.Name })
	if i < 0 {
		c.units = append(c.units, u)
		return
	}
	c.twice = append(c.twice, u.Name)
	if c.units[i].Share == 0 {
		c.units[i].Share, c.units[i].Unit = u.Share, u.Unit
	}
}

// each gives the units before a share too: 建设局、房管局各500人次.
func (c *unitCell) each(share int, unit string) {
	for i := range c.units {
		if c.units[i].Share == 0 {
			c.units[i].Share, c.units[i].Unit = share, unit
		}
	}
}

// names are the names in a table as they stand between commas, so that a broken one is known.
func (n nameSet) learn(cell string) {
	for _, piece := range pieces(halfWidth(cell)) {
		if words := strings.Fields(bare(piece)); len(words) == 1 {
			n[words[0]] = true
		}
	}
}

type nameSet map[string]bool

// prefix is the letter that the table puts before its own offices, 区 or 县; "" where it has none.
func (n nameSet) prefix() string {
	count, best := map[string]int{}, ""
	for name := range n {
		r, size := utf8.DecodeRuneInString(name)
		if strings.ContainsRune("区县市州省旗", r) && len(name) > size {
			count[string(r)]++
		}
	}
	for _, p := range []string{"区", "县", "旗", "市", "州", "省"} {
		if count[p] > count[best] {
			best = p
		}
	}
	return best
}

// full is the name with the letter in front, where the table writes the office so elsewhere, or where it is a 局, which every
// county has of its own.
func (n nameSet) full(name, prefix string) string {
	switch {
	case prefix == "" || strings.HasPrefix(name, prefix):
		return name
	case n[prefix+name]:
		return prefix + name
	case strings.HasSuffix(name, "局") && !strings.ContainsAny(name, "各省市州县区旗乡镇国"):
		return prefix + name
	}
	return name
}
