package registry

import (
	"encoding/csv"
	"fmt"
	"slices"
	"sync"

	"github.com/mozillazg/go-pinyin"

	"ruhu/data"
)

// glyphs knows which characters are written for each other in names: data/names.
type glyphs struct {
	usual map[rune]rune // another way to write a character -> the usual one
	alike map[[2]rune]bool
	class map[rune]rune // characters that look alike, and those that look like these -> one of them
}

var glyph = sync.OnceValue(loadGlyphs)

// loadGlyphs panics on a broken list: it is part of the program.
func loadGlyphs() glyphs {
	g := glyphs{usual: map[rune]rune{}, alike: map[[2]rune]bool{}, class: map[rune]rune{}}
	for _, row := range names("variant.csv") {
		for _, r := range row[1] {
			g.usual[r] = []rune(row[0])[0]
		}
	}
	for _, row := range names("alike.csv") {
		a, b := []rune(row[0])[0], []rune(row[1])[0]
		g.alike[[2]rune{a, b}], g.alike[[2]rune{b, a}] = true, true
		g.join(a, b)
	}
	return g
}

func names(file string) [][]string {
	f, err := data.Names.Open("names/" + file)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("names/%s: %v", file, err))
	}
	return rows[1:]
}

func (g glyphs) join(a, b rune) {
	to, from := g.of(a), g.of(b)
	g.class[a], g.class[b] = to, to
	for r, c := range g.class {
		if c == from {
			g.class[r] = to
		}
	}
}

func (g glyphs) of(r rune) rune {
	if c, ok := g.class[r]; ok {
		return c
	}
	return r
}

// usual writes a name in the usual characters: 峯 as 峰, 喆 as 哲. It is for comparing only; a name is kept as it is.
func usual(name []rune) []rune {
	g := glyph()
	for i, r := range name {
		if u, ok := g.usual[r]; ok {
			name[i] = u
		}
	}
	return name
}

// spoken holds the ways to read a character, as spoken and as heard by ears that hear no difference between z and zh, n and ng.
type spoken struct{ plain, soft []string }

var (
	spokenOf sync.Map // rune -> spoken
	surnames = map[rune]string{'单': "shan", '曾': "zeng", '仇': "qiu", '解': "xie", '查': "zha", '乐': "yue", '盖': "ge", '朴': "piao", '区': "ou",
		'华': "hua", '任': "ren", '宁': "ning", '缪': "miao", '员': "yun", '召': "shao", '覃': "qin", '燕': "yan", '㛃': "jie", '𠮷': "ji"}
)

func readings(r rune) spoken {
	if s, ok := spokenOf.Load(r); ok {
		return s.(spoken)
	}
	args := pinyin.NewArgs()
	args.Heteronym = true
	var s spoken
	for _, x := range append(pinyin.SinglePinyin(r, args), surnames[r]) {
		if x != "" {
			s.add(x)
		}
	}
	if s.plain == nil { // a character whose sound is not known stands for itself
		s.add(string(r))
	}
	spokenOf.Store(r, s)
	return s
}

func (s *spoken) add(x string) {
	if !slices.Contains(s.plain, x) {
		s.plain = append(s.plain, x)
	}
	if y := soft(x); !slices.Contains(s.soft, y) {
		s.soft = append(s.soft, y)
	}
}

// soft folds what Yunnan speaks alike: flat and curled tongue, -n and -ng behind e and i, n and l.
func soft(x string) string {
	if len(x) > 1 && x[1] == 'h' {
		x = x[:1] + x[2:]
	}
	if n := len(x); n > 2 && x[n-1] == 'g' && (x[n-3] == 'e' || x[n-3] == 'i') {
		x = x[:n-1]
	}
	if len(x) > 1 && x[0] == 'l' {
		x = "n" + x[1:]
	}
	return x
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
