package desk_test

import (
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// seen gives what ledgers see of people, households and what hangs on them, by id.
func seen(s *report.Source) map[string]survey.Answers {
	out := map[string]survey.Answers{}
	for _, p := range s.People {
		out[p.ID] = p.Unpack()
	}
	for id, h := range s.Households {
		out[id] = h.Unpack()
	}
	for id, c := range s.Classes {
		out[id] = c.Answers
	}
	for _, list := range s.Enrolments {
		for _, e := range list {
			out[e.ID] = e.Answers
		}
	}
	for _, list := range s.Wishes {
		for _, w := range list {
			out[w.ID] = w.Unpack()
		}
	}
	for _, list := range s.Facts {
		for _, f := range list {
			out[f.ID] = f.Unpack()
		}
	}
	return out
}

// Of some things only what their table asks is read: an answer that the table forgot would be missing on every ledger.
func TestLedgersSeeEveryAnswerThatIsStored(t *testing.T) {
	d, _, _, _ := taught(t)
	see, stored := seen(must[*report.Source](t)(d.Source())), 0
	for _, typ := range []string{registry.TypePerson, registry.TypeHousehold, registry.TypeWish, registry.TypeFact, training.TypeClass, training.TypeEnrolment} {
		err := d.Store().Each(typ, func(e change.Entity) error {
			stored++
			for key, v := range e.Values() {
				if see[e.ID][key] != v {
					t.Errorf("%s: %s is %q, ledgers see %q", typ, key, v, see[e.ID][key])
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if stored == 0 || stored != len(see) {
		t.Errorf("%d things are stored, ledgers see %d", stored, len(see))
	}
}
