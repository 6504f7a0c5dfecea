package sample

import (
	"encoding/json"
	"fmt"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// ownerColumn is the first column of the files whose rows hang on a person or a household: the number of either.
const ownerColumn = 0

// personDigits is how long a person's number is; a household's is shorter.
const personDigits = 18

// hung reads a file whose rows hang on something, found by the number in the first column; several rows may have one number.
func (m *maker) hung(name string, t *survey.Table) error {
	rows, err := read(name)
	if err != nil {
		return err
	}
	numbers, err := column(name, ownerColumn)
	for i, r := range rows {
		a := m.answers(t, r)
		switch no := numbers[i]; {
		case len(no) == personDigits:
			a[survey.OfPerson] = idOf(registry.TypePerson, no)
		case len(no) > 4:
			a[survey.OfHousehold] = idOf(registry.TypeHousehold, no)
		}
		m.put(t.Name, idOf(t.Name, fmt.Sprint(numbers[i], "/", i)), a)
	}
	return err
}

// column is one column of a file.
func column(name string, at int) ([]string, error) {
	var out []string
	err := lines(name, func(cells []string) error {
		out = append(out, cells[at])
		return nil
	})
	return out, err
}

func (m *maker) facts() error { return m.hung("fact", survey.Fact) }

// records reads what was said to people, done for them and happened to them, and what is owed.
func (m *maker) records() error {
	for _, t := range []*survey.Table{survey.Event, survey.Slip, survey.Referral, survey.JobRec, survey.FollowUp, survey.Outreach, survey.Target, survey.Place, survey.SchoolTable} {
		if err := m.hung(t.Name, t); err != nil {
			return err
		}
	}
	return nil
}

// double puts in somebody who was registered twice, and the merge of the two, with what it takes to part them again.
func (m *maker) double() error {
	return lines("double", func(c []string) error {
		drop, keep := idOf(registry.TypePerson, c[0]), idOf(registry.TypePerson, c[1])
		m.put(registry.TypePerson, drop, survey.Answers{
			survey.InHousehold: idOf(registry.TypeHousehold, c[2]), survey.FullName: c[3], survey.IDPending: c[4], survey.Relation: c[5], survey.Ethnic: c[6], survey.SameAs: keep,
		})
		data, err := json.Marshal(map[string]any{"drop": drop, "filled": map[string]string{}, "before": map[string]string{}})
		m.put(registry.TypeEvent, idOf(registry.TypeEvent, c[0]), survey.Answers{
			survey.EventKind: mergedKind, survey.EventOn: m.moved(Anchor.AddDate(0, 0, -9).Format("2006-01-02")), survey.OfPerson: keep, survey.EventData: string(data),
		})
		return err
	})
}

// mergedKind is the kind of event by which a merge is taken back (data/codes/event_kind.csv).
const mergedKind = "合并登记"
