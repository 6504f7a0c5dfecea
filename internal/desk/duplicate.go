package desk

import (
	"cmp"
	"encoding/json"
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Pair is two records that may be of one person.
type Pair struct {
	A, B registry.Person // A came into the register first
	Like registry.Likeness
	Why  string // in words
}

// Duplicates are the pairs of records that are likely of one person, the surest first. Pairs of which somebody said that they are
// two people are left out.
func (d *Desk) Duplicates() ([]Pair, error) {
	src, err := d.Source()
	if err != nil {
		return nil, err
	}
	two, err := d.knownTwo()
	if err != nil {
		return nil, err
	}
	seen := make([]registry.Seen, len(src.People))
	byKey := map[string][]int{}
	for i, p := range src.People {
		seen[i] = d.seen(p)
		for _, k := range seen[i].Keys() {
			byKey[k] = append(byKey[k], i)
		}
	}
	found := map[[2]int]registry.Likeness{}
	for _, group := range byKey {
		for n, i := range group {
			for _, j := range group[n+1:] {
				if like := registry.Like(seen[i], seen[j]); like != registry.Different && !two[pairOf(seen[i].ID, seen[j].ID)] {
					found[[2]int{min(i, j), max(i, j)}] = like
				}
			}
		}
	}
	var all []Pair
	for at, like := range found {
		all = append(all, pair(seen[at[0]], seen[at[1]], like))
	}
	slices.SortFunc(all, func(a, b Pair) int {
		return cmp.Or(-cmp.Compare(a.Like, b.Like), cmp.Compare(a.A.Name(), b.A.Name()), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return all, nil
}

func pair(a, b registry.Seen, like registry.Likeness) Pair {
	if b.ID < a.ID {
		a, b = b, a
	}
	return Pair{A: a.Person, B: b.Person, Like: like, Why: whyAlike(a, b, like)}
}

// whyAlike says what the two have in common.
func whyAlike(a, b registry.Seen, like registry.Likeness) string {
	switch {
	case like == registry.SamePerson:
		return text.T("desk.alike.same")
	case like == registry.SameNumber:
		return text.T("desk.alike.number")
	case registry.NameKey(a.Name()) != registry.NameKey(b.Name()):
		return text.T("desk.alike.sound")
	}
	return text.T("desk.alike.name")
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// twoPeople is what the event of that decision keeps.
type twoPeople struct {
	Not string `json:"not"`
}

// TwoPeople keeps that two records are of two people, whatever they have in common: they are not offered as a pair again, on no
// device.
func (d *Desk) TwoPeople(a, b string, how ...How) error {
	m, err := d.moving(eventTwo, "", []string{a, b}, how)
	if err != nil {
		return err
	}
	m.what = text.T("desk.act.two", m.people[0].Name(), m.people[1].Name())
	return m.run(func(e *edit) error {
		return e.log(event{kind: eventTwo, person: a, from: m.people[0].HouseholdID(), note: m.reason, data: twoPeople{Not: b}})
	})
}

func (d *Desk) knownTwo() (map[[2]string]bool, error) {
	out := map[[2]string]bool{}
	for _, id := range d.of(registry.TypeEvent, "") {
		e, err := d.store.Get(registry.TypeEvent, id)
		if err != nil {
			return nil, err
		}
		var two twoPeople
		if e.Value(survey.EventKind) == eventTwo && json.Unmarshal([]byte(e.Value(survey.EventData)), &two) == nil {
			out[pairOf(e.Value(survey.OfPerson), two.Not)] = true
		}
	}
	return out, nil
}
