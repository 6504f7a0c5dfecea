package registry

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"

	"ruhu/internal/survey"
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
}

// Like compares two records. People who share a phone are not one person for that: families do.
func Like(a, b Seen) Likeness {
	x, y := a.IDNumber(), b.IDNumber()
	same := NameKey(a.Name()) == NameKey(b.Name())
	switch {
	case x != "" && x == y && same:
		return SamePerson
	case x != "" && x == y:
		return SameNumber
	case x != "" && y != "":
		return Different
	}
	if !same && Sound(a.Name()) != Sound(b.Name()) || !sameOrUnknown(a.Village, b.Village) {
		return Different
	}
	if fits(a, b) {
		return Probable
	}
	return Different
}

// fits looks for one thing beside name and village that both records say alike, and for none they say otherwise: a birth
// date that differs parts namesakes of one village.
func fits(a, b Seen) bool {
	if c, d := bornOf(a.Person), bornOf(b.Person); c != "" && d != "" {
		return survey.SameDate(c, d)
	}
	return a.Phone() != "" && (a.Phone() == b.Phone() || a.Phone() == b.HousePhone) ||
		b.Phone() != "" && b.Phone() == a.HousePhone ||
		a.No() != "" && a.No() == b.No()
}

// No is the person's number in the monitoring system.
func (p Person) No() string { return p.Answers[survey.PersonNo] }

func bornOf(p Person) survey.Date {
	if id, err := survey.ParseID(p.IDNumber()); err == nil {
		return id.Born.Format("2006-01-02")
	}
	if d := p.Answers[survey.Born]; d != "" {
		return d
	}
	return p.Answers[survey.BornSaid]
}

func sameOrUnknown(a, b string) bool { return a == "" || b == "" || a == b }

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

// Keys are what to look a record up by when seeking the same person: the ID number where there is one, and the name's sound
// with the village. Two records about one person share at least one.
func (s Seen) Keys() []string {
	keys := []string{"sound:" + Sound(s.Name()) + "@" + s.Village}
	if no := s.IDNumber(); no != "" {
		keys = append(keys, "id:"+no)
	}
	return keys
}
