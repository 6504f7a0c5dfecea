package registry

import (
	"ruhu/internal/survey"
)

// weigh looks at everything beside the numbers. One thing beside name and village that both say alike makes them probable, two
// where the name fits loosely only; a birth, a sex or a village that differs makes them two.
func (m *Match) weigh(a, b Seen) {
	score := 0
	say := func(r Reason, both, alike bool, weight int) bool {
		switch {
		case !both:
			return true
		case alike:
			m.For, score = append(m.For, r), score+weight
		default:
			m.Against = append(m.Against, r)
		}
		return alike
	}
	m.sayName()
	c, d := bornOf(a.Person), bornOf(b.Person)
	one := say(ByVillage, a.Village != "" && b.Village != "", a.Village == b.Village, 0)
	one = say(ByBirth, c != "" && d != "", survey.SameDate(c, d), 1+min(len(c), len(d))/len("2006-01-02")) && one
	one = say(BySex, a.Sex() != "" && b.Sex() != "", a.Sex() == b.Sex(), 0) && one
	if phones(a, b) {
		say(ByPhone, true, true, 1)
	}
	if !say(ByNo, a.No() != "" && b.No() != "", a.No() == b.No(), 2) {
		score--
	}
	if nearNumbers(a.Person, b.Person) {
		say(ByNearID, true, true, 2)
	}
	if !say(ByGroup, a.Group != "" && b.Group != "", survey.Fold(a.Group) == survey.Fold(b.Group), 0) {
		score--
	}
	score += m.weighHouse(a, b, say)
	need := map[NameFit]int{SameName: 1, SoundFit: 1, LooseFit: 2}[m.Name]
	if m.Likeness == Different && m.Name != NoFit && one && score >= need {
		m.Likeness = Probable
	}
}

func (m *Match) sayName() {
	switch m.Name {
	case SameName:
		m.For = append(m.For, ByName)
	case SoundFit:
		m.For = append(m.For, BySound)
	case LooseFit:
		m.For = append(m.For, ByLook)
	default:
		m.Against = append(m.Against, ByName)
	}
}

// weighHouse looks at whose household they are of, and as what. Two relations to one head are two people, more likely.
func (m *Match) weighHouse(a, b Seen, say func(Reason, bool, bool, int) bool) int {
	if a.Head == "" || b.Head == "" || !say(ByHead, true, FitNames(a.Head, b.Head) >= SoundFit, 0) {
		return 0
	}
	if a.Relation() == "" || b.Relation() == "" {
		return 0
	}
	if say(ByRelation, true, a.Relation() == b.Relation(), 1) {
		return 0
	}
	return -1
}

func phones(a, b Seen) bool {
	return a.Phone() != "" && (a.Phone() == b.Phone() || a.Phone() == b.HousePhone) || b.Phone() != "" && b.Phone() == a.HousePhone
}

// nearNumbers finds a good number and a spoilt one that is it but for one or two digits, or for two that changed places.
func nearNumbers(a, b Person) bool {
	x, y := a.IDNumber(), b.IDNumber()
	switch {
	case x != "" && y == "":
		return near(x, b.spoilt())
	case y != "" && x == "":
		return near(y, a.spoilt())
	}
	return false
}

// spoilt is what was found where an ID number should be.
func (p Person) spoilt() string {
	if no := p.Get(survey.IDNo); no != "" && p.IDNumber() == "" {
		return no
	}
	return p.Get(survey.IDPending)
}

func near(good, spoilt string) bool {
	if len(good) != len(spoilt) {
		return len(spoilt) >= 15 && len(spoilt) == len(good)-1 && lacksOne(good, spoilt)
	}
	n := 0
	for i := range good {
		if good[i] != spoilt[i] {
			n++
		}
	}
	return n <= 2
}

// lacksOne tells whether s is long but for one character left out.
func lacksOne(long, s string) bool {
	i := 0
	for i < len(s) && long[i] == s[i] {
		i++
	}
	return long[i+1:] == s[i:]
}
