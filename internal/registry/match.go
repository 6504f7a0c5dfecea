package registry

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Likeness says how likely two records are about one person. Nothing is ever merged on likeness alone.
type Likeness int

// From no likeness to certainty.
const (
	Different  Likeness = iota
	Probable            // no two good ID numbers to compare, but name, village and birth or phone fit: ask
	SameNumber          // one ID number, two names: somebody has the other's number, or a name is misspelt. Ask
	SamePerson          // one ID number, one name
)

// Seen is a person with what is known from elsewhere.
type Seen struct {
	Person
	Village    string // of the household
	HousePhone string
	Group      string // villager group
	Head       string // name of the head of the household
}

// Match is what came of comparing two records: for the screen that asks, with the reasons on either side.
type Match struct {
	Likeness
	Name    NameFit
	For     []Reason
	Against []Reason
}

// Reason is one thing that two records say alike, or otherwise. Its words are registry.like.<reason> and registry.unlike.<reason>.
type Reason string

// The reasons.
const (
	ByNumber   Reason = "number"
	ByName     Reason = "name"
	BySound    Reason = "sound"
	ByLook     Reason = "look"
	ByBirth    Reason = "birth"
	BySex      Reason = "sex"
	ByPhone    Reason = "phone"
	ByNo       Reason = "no" // 人口编号
	ByVillage  Reason = "village"
	ByGroup    Reason = "group"
	ByHead     Reason = "head"
	ByRelation Reason = "relation"
	ByNearID   Reason = "near_id" // a number that is another with one slip of the finger
)

// Words are the words of a reason that speaks for one person, or against it.
func (r Reason) Words(same bool) string {
	if same {
		return text.T("registry.like." + string(r))
	}
	return text.T("registry.unlike." + string(r))
}

// Like compares two records. People who share a phone are not one person for that: families do.
func Like(a, b Seen) Likeness { return Compare(a, b).Likeness }

// Compare compares two records, with reasons. The order makes no difference. Two good numbers that differ are two people,
// whatever else fits; so are namesakes of different birth, sex or village.
func Compare(a, b Seen) Match {
	m := Match{Name: fitPeople(a.Person, b.Person)}
	x, y := a.IDNumber(), b.IDNumber()
	switch {
	case x != "" && x == y:
		m.For, m.Likeness = append(m.For, ByNumber), SameNumber
		if m.Name == SameName {
			m.Likeness = SamePerson
		}
	case x != "" && y != "":
		m.Against = append(m.Against, ByNumber)
		return m
	}
	m.weigh(a, b)
	return m
}

// No is the person's number in the monitoring system.
func (p Person) No() string { return p.Get(survey.PersonNo) }

func bornOf(p Person) survey.Date {
	if id, err := survey.ParseID(p.IDNumber()); err == nil {
		return id.Born.Format("2006-01-02")
	}
	if d := p.Get(survey.Born); d != "" {
		return d
	}
	return p.Get(survey.BornSaid)
}

// NameKey makes names comparable that differ only in how they were typed: blanks, separators, a remark behind.
func NameKey(name string) string {
	name, _ = survey.CleanName(name)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == survey.Dot {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// Sound is the name as it is spoken, without tones: 胡琳 and 胡林 sound alike. A character whose sound is not known stands for
// itself.
func Sound(name string) string {
	args := pinyin.NewArgs()
	args.Fallback = func(r rune, _ pinyin.Args) []string { return []string{string(r)} }
	return strings.Join(pinyin.LazyPinyin(NameKey(name), args), " ")
}

// Keys are what to look a record up by when seeking the same person: the ID number where there is one, and with the village each way
// the name may be heard or read. Two records of one village that may be about one person share at least one.
func (s Seen) Keys() []string {
	var keys []string
	if no := s.IDNumber(); no != "" {
		keys = append(keys, "id:"+no)
	}
	for _, name := range s.names() {
		rs := usual([]rune(NameKey(name)))
		for _, heard := range hearings(rs) {
			keys = append(keys, "sound:"+heard+"@"+s.Village)
		}
		g := glyph()
		for i, r := range rs {
			rs[i] = g.of(r)
		}
		keys = append(keys, "look:"+string(rs)+"@"+s.Village)
		if part := firstPart(name); part != "" && strings.ContainsRune(name, survey.Dot) {
			keys = append(keys, "first:"+part+"@"+s.Village)
		} else if part != "" {
			keys = append(keys, "first:"+NameKey(name)+"@"+s.Village)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// hearings are the ways to hear a name; of names with many, the first few ways.
func hearings(rs []rune) []string {
	out := []string{""}
	for _, r := range rs {
		var next []string
		for _, head := range out {
			for _, x := range readings(r).soft {
				if len(next) < 32 {
					next = append(next, head+x+" ")
				}
			}
		}
		out = next
	}
	return out
}
