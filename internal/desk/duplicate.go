package desk

import (
	"encoding/json"
	"slices"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// Pair is two records that may be of one person.
type Pair struct {
	A, B registry.Person // A came into the register first
	Like registry.Likeness
	Why  string // what they have in common, in words
	But  string // and what they have not
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
	seen, people := make([]registry.Seen, len(src.People)), map[string]registry.Person{}
	for i, p := range src.People {
		seen[i], people[p.ID] = d.seen(p), p
	}
	var all []Pair
	for _, p := range registry.Doubles(seen) {
		if !two[pairOf(p.A, p.B)] {
			a, b := people[min(p.A, p.B)], people[max(p.A, p.B)]
			all = append(all, Pair{a, b, p.Likeness, reasons(p.For, true), reasons(p.Against, false)})
		}
	}
	return all, nil
}

func reasons(all []registry.Reason, same bool) string {
	var words []string
	for _, r := range all {
		words = append(words, r.Words(same))
	}
	return strings.Join(words, text.T("desk.and"))
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

// notKnownAsTwo leaves out those of whom somebody said that they are other people than a person.
func (d *Desk) notKnownAsTwo(person string, doubles []registry.Person) ([]registry.Person, error) {
	two, err := d.knownTwo()
	return slices.DeleteFunc(doubles, func(q registry.Person) bool { return two[pairOf(person, q.ID)] }), err
}
