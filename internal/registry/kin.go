package registry

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
)

// step is one step from one person to another: to a parent (p), a child (c), a spouse (s), a brother or sister (b), who is a man (m),
// a woman (f) or not known to be either (?).
type step struct{ to, sex byte }

// kinSteps are the ways from the head to who bears a relation: 之孙子 is a son's son. h is the sex of the spouse (the other than the
// head's), x the person's own.
var kinSteps = map[string]string{
	Head: "", Spouse: "sx", "之子": "cm", "之女": "cf", "之儿媳": "cm sf", "之女婿": "cf sm",
	"之孙子": "cm cm", "之孙女": "cm cf", "之外孙子": "cf cm", "之外孙女": "cf cf", "之曾孙子": "cm cm cm", "之曾孙女": "cm cm cf",
	"之父": "pm", "之母": "pf", "之岳父": "sh pm", "之岳母": "sh pf", "之公公": "sh pm", "之婆婆": "sh pf",
	"之祖父": "pm pm", "之祖母": "pm pf", "之外祖父": "pf pm", "之外祖母": "pf pf",
	"之兄弟姐妹": "bx", "之侄儿": "bm cm", "之侄女": "bm cf", "之兄弟媳妇": "bm sf", "之叔伯": "pm bm",
}

// kinNames is the way back: the relation that a way is. In-laws are called by the sex of who calls them.
var kinNames = func() map[string]string {
	out := map[string]string{"sm": Spouse, "sf": Spouse, "bm": "之兄弟姐妹", "bf": "之兄弟姐妹"}
	for name, way := range kinSteps {
		if !strings.ContainsAny(way, "hx") {
			out[way] = name
		}
	}
	out["f sm pm"], out["f sm pf"], out["m sf pm"], out["m sf pf"] = "之公公", "之婆婆", "之岳父", "之岳母"
	return out
}()

// otherKin is the relation of relatives that the list has no word for.
const otherKin = "其他"

// Relations works out what each of some people is to a new head who is one of them, from what they are to the old one. Who is missing
// in it: ask. Of two sons nobody knows whose wife the daughter-in-law is; of one she is taken to be his, and the grandchildren his
// children, which CertainRelations does not: a grandchild may be left behind by a son who works elsewhere.
func Relations(people []Person, head string) map[string]string { return relations(people, head, false) }

// CertainRelations are those of Relations that nothing was taken for granted in. What only Relations has is to be shown for a look.
func CertainRelations(people []Person, head string) map[string]string {
	return relations(people, head, true)
}

func relations(people []Person, head string, certain bool) map[string]string {
	out := map[string]string{head: Head}
	i := slices.IndexFunc(people, func(p Person) bool { return p.ID == head })
	if i < 0 {
		return out
	}
	k := kin{sex: sexOfHead(people), count: map[string]int{}, certain: certain}
	for _, p := range people {
		k.count[p.Relation()]++
	}
	for _, p := range people {
		if p.ID == head {
			continue
		}
		if r := k.between(people[i], p); r != "" {
			out[p.ID] = r
		}
	}
	return out
}

func sexOfHead(people []Person) byte {
	for _, p := range people {
		if p.Relation() == Head && p.Sex() != "" {
			return sexByte(p.Sex())
		}
	}
	for _, p := range people {
		if s := sexByte(p.Sex()); p.Relation() == Spouse && s != '?' {
			return otherSex(s)
		}
	}
	return '?'
}

func sexByte(s string) byte {
	switch s {
	case survey.Male:
		return 'm'
	case survey.Female:
		return 'f'
	}
	return '?'
}

func otherSex(s byte) byte {
	switch s {
	case 'm':
		return 'f'
	case 'f':
		return 'm'
	}
	return '?'
}

// kin is a household seen from its old head: of what sex the head is, and how many bear each relation.
type kin struct {
	sex     byte
	count   map[string]int
	certain bool // nothing is taken for granted
}

// steps is the way from the old head to a person.
func (k kin) steps(p Person) ([]step, bool) {
	way, known := kinSteps[p.Relation()]
	if !known {
		return nil, false
	}
	var out []step
	for _, w := range strings.Fields(way) {
		s := step{w[0], w[1]}
		switch {
		case s.sex == 'h' || s.to == 's' && s.sex == 'x' && p.Sex() == "":
			s.sex = otherSex(k.sex)
		case s.sex == 'x':
			s.sex = sexByte(p.Sex())
		}
		out = append(out, s)
	}
	return out, true
}

// between is what m is to n: from n back to where their ways part, and on to m.
func (k kin) between(n, m Person) string {
	a, ok := k.steps(n)
	b, known := k.steps(m)
	if !ok || !known {
		return ""
	}
	at, certain := k.part(a, b)
	if !certain {
		return ""
	}
	caller := sexByte(n.Sex())
	if len(a) > 0 && a[len(a)-1].sex != '?' {
		caller = a[len(a)-1].sex
	}
	from := k.sex // of the person where the ways part
	if at > 0 {
		from = a[at-1].sex
	}
	a, b = a[at:], b[at:]
	switch {
	case len(a) == 0:
		return k.name(caller, b)
	case len(b) == 0:
		return k.name(caller, back(a, from))
	}
	way := back(a, from)
	way = append(way[:len(way)-1], turn(a[0], b[0], from)...)
	return k.name(caller, append(way, b[1:]...))
}

// part finds how many steps two ways share. A parent and a spouse are one person; a child is one only where the household has no other
// of that relation.
func (k kin) part(a, b []step) (int, bool) {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		if to := a[at].to; to == 'c' || to == 'b' {
			called := k.called(a[:at+1])
			one := !k.certain && called != "" && k.count[called] == 1
			last := at+1 == len(a) && at+1 == len(b)
			switch {
			case last: // both are such: two people
				return at, true
			case !one:
				return at, false
			}
		}
		at++
	}
	return at, at < len(a) || at < len(b) // two people of whom all is the same are two of what there is one of
}

func (k kin) called(way []step) string { return k.name(k.sex, way) }

// back is the way back along a way that began at a person of a sex.
func back(way []step, from byte) []step {
	var out []step
	for i := len(way) - 1; i >= 0; i-- {
		sex := from
		if i > 0 {
			sex = way[i-1].sex
		}
		out = append(out, step{map[byte]byte{'p': 'c', 'c': 'p', 's': 's', 'b': 'b'}[way[i].to], sex})
	}
	return out
}

// turn is the way from one relative of a person (of sex h) to another, without going by that person where there is a shorter one.
func turn(x, y step, h byte) []step {
	switch string([]byte{x.to, y.to}) {
	case "cc", "bb":
		return []step{{'b', y.sex}}
	case "sc", "pb":
		return []step{{'c', y.sex}}
	case "cs", "bp":
		return []step{{'p', y.sex}}
	case "pp":
		return []step{{'s', y.sex}}
	}
	return append(back([]step{x}, h), y)
}

// name is what the person at the end of a way is called by who stands at its beginning; "" where that hangs on something unknown.
func (k kin) name(caller byte, way []step) string {
	var b strings.Builder
	for i, s := range way {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(s.to)
		b.WriteByte(s.sex)
	}
	w := b.String()
	if r := kinNames[w]; r != "" {
		return r
	}
	if r := kinNames[string(caller)+" "+w]; r != "" {
		return r
	}
	if w == "b?" {
		return "之兄弟姐妹"
	}
	if w == "s?" {
		return Spouse
	}
	if strings.Contains(w, "?") || caller == '?' && strings.HasPrefix(w, "s") {
		return ""
	}
	return otherKin
}
