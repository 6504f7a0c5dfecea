package exchange_test

import (
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

// TestWhatANewerProgramWroteComesThroughAnOlderCountyAndDevice has answers and a kind of thing that nobody here knows.
func TestWhatANewerProgramWroteComesThroughAnOlderCountyAndDevice(t *testing.T) {
	c, a, b, people := twoDesks(t)
	ok(t, a.st.Edit("李文忠", "", func(e *store.Edit) error {
		if err := e.Put(registry.TypePerson, people[0], map[string]string{"z_new": "𠮷"}); err != nil {
			return err
		}
		return e.Put("z_thing", "z-1", map[string]string{"person": people[0], "z_old": "1"})
	}))
	both(a, b)
	p := b.person(people[0])
	p.Packed = p.With(survey.Phone, "15400000003")
	_, err := b.desk.SavePerson(p.ID, p.Unpack())
	ok(t, err)
	both(a, b)
	for _, s := range []seat{a, b} {
		e, err := s.st.Get(registry.TypePerson, people[0])
		ok(t, err)
		thing, err := s.st.Get("z_thing", "z-1")
		ok(t, err)
		if e.Value("z_new") != "𠮷" || e.Value(survey.Phone) != "15400000003" || thing.Value("z_old") != "1" {
			t.Errorf("%v, %v", e.Values(), thing.Values())
		}
	}
	there := c.values([]ref{{registry.TypePerson, people[0]}, {"z_thing", "z-1"}})
	if there["person/"+people[0]]["z_new"] != "𠮷" || there["z_thing/z-1"]["z_old"] != "1" {
		t.Errorf("the county: %v", there)
	}
}
