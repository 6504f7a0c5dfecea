package registry

import (
	"maps"

	"ruhu/internal/survey"
)

// Merge is what the merging of two records of one person, or of one household, comes to: for the screen that shows both sides, and for
// doing it. The record kept says no less afterwards than before.
type Merge struct {
	Fill   survey.Answers   // what the kept record takes over
	Before survey.Answers   // what stood in the place of it: a number that was none
	Differ []Difference     // what both say otherwise, in the order asked; the kept record's stays unless somebody chooses
	Apart  []survey.Problem // what speaks against one person: two good numbers, two sexes
}

// Difference is one question that two records answer otherwise.
type Difference struct {
	Field      survey.Field
	Keep, Drop string // stored form
}

// ownOf are answers that are about the record itself and where it stands: never taken over, and no difference.
var ownOf = map[string]bool{
	survey.InHousehold: true, survey.Relation: true, survey.SameAs: true, survey.LeftWhy: true, survey.LeftOn: true, survey.IDPending: true,
	survey.MergedInto: true, survey.EndedOn: true, survey.EndedWhy: true,
}

// eitherOf are answers of which a record has one or the other.
var eitherOf = map[string]string{survey.Education: survey.Schooling, survey.Schooling: survey.Education}

// PlanMerge compares two records of one type. Answers that the table does not know (a newer program's, a county's) are taken over too:
// nothing is lost.
func PlanMerge(t *survey.Table, keep, drop survey.Answers) Merge {
	m := Merge{Fill: survey.Answers{}, Before: survey.Answers{}}
	for key, v := range drop {
		if other := eitherOf[key]; keep[key] == "" && !ownOf[key] && v != "" && (other == "" || keep[other] == "") {
			m.Fill[key] = v
		}
	}
	if no := drop[survey.IDNo]; survey.ValidID(no) && keep[survey.IDNo] != "" && !survey.ValidID(keep[survey.IDNo]) {
		m.Fill[survey.IDNo], m.Before[survey.IDNo] = no, keep[survey.IDNo]
	}
	for _, f := range t.Fields {
		if a, b := keep[f.Key], drop[f.Key]; a != "" && b != "" && a != b && !ownOf[f.Key] && f.Kind != survey.Link && m.Fill[f.Key] == "" {
			m.Differ = append(m.Differ, Difference{f, a, b})
		}
	}
	m.Apart = apart(keep, drop)
	return m
}

// apart names what two records of one person cannot both say.
func apart(keep, drop survey.Answers) []survey.Problem {
	var out []survey.Problem
	a, b := Person{Packed: survey.Pack(keep)}, Person{Packed: survey.Pack(drop)}
	if x, y := a.IDNumber(), b.IDNumber(); x != "" && y != "" && x != y {
		out = append(out, survey.Problem{Key: survey.IDNo, Err: ErrTwoNumbers.With(a.Name(), b.Name())})
	}
	if x, y := a.Sex(), b.Sex(); x != "" && y != "" && x != y {
		out = append(out, survey.Problem{Key: survey.Sex, Err: ErrTwoSexes.With(a.Name(), b.Name()), Warn: true})
	}
	return out
}

// Choose takes the other record's answer where somebody says so.
func (m Merge) Choose(key string) Merge {
	m.Fill, m.Before = maps.Clone(m.Fill), maps.Clone(m.Before)
	for _, d := range m.Differ {
		if d.Field.Key == key {
			m.Fill[key], m.Before[key] = d.Drop, d.Keep
		}
	}
	return m
}

// Apply gives the kept record's answers after the merge.
func (m Merge) Apply(keep survey.Answers) survey.Answers {
	out := survey.Answers{}
	maps.Copy(out, keep)
	maps.Copy(out, m.Fill)
	return out
}

// Undo gives the kept record's answers after the two are parted again: what was taken over goes, and what stood there comes back.
// What was changed since stays.
func (m Merge) Undo(now survey.Answers) survey.Answers {
	out := survey.Answers{}
	maps.Copy(out, now)
	for key, v := range m.Fill {
		switch {
		case now[key] != v:
		case m.Before[key] != "":
			out[key] = m.Before[key]
		default:
			delete(out, key)
		}
	}
	return out
}
