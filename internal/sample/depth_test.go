package sample_test

import (
	"image/png"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
)

func TestEveryKindOfRecordOfTheSamplePassesItsChecks(t *testing.T) {
	d := opened(t)
	for typ, least := range map[string]int{
		registry.TypeFact: 80, registry.TypeEvent: 8, registry.TypeSlip: 12, registry.TypeReferral: 3, registry.TypeJobRec: 10, registry.TypeFollowUp: 5,
		registry.TypeOutreach: 2, registry.TypeTarget: 5, registry.TypePlace: 10, registry.TypeAttachment: 4, registry.TypeQuestion: 1,
	} {
		n := 0
		err := d.Store().Each(typ, func(e change.Entity) error {
			n++
			a := survey.Answers(e.Values())
			for _, problem := range survey.TableOf(typ).Check(a, d.Today()) {
				t.Errorf("%s: %s: %v", typ, problem.Key, problem.Err)
			}
			if r := (registry.Record{Type: typ, ID: e.ID, Packed: survey.Pack(a)}); typ != registry.TypeTarget && typ != registry.TypePlace && typ != registry.TypeOutreach && typ != registry.TypeQuestion {
				owner, id := r.Owner()
				if _, err := d.Seen(owner, id); err != nil {
					t.Errorf("%s hangs on nothing: %s %v", typ, owner, err)
				}
			}
			return nil
		})
		if err != nil || n < least {
			t.Errorf("%s: %d, %v", typ, n, err)
		}
	}
}

func TestTheDoubleOfTheSampleIsOnePersonAndCanBeParted(t *testing.T) {
	d := opened(t)
	hits := d.Find("吕㛃", 0)
	if len(hits) == 0 {
		t.Fatal("not found")
	}
	merged, err := d.MergedInto(registry.TypePerson, hits[0].ID)
	if err != nil || len(merged) != 1 {
		t.Fatalf("%d merged, %v", len(merged), err)
	}
	before, _ := d.Members(merged[0].Get(survey.InHousehold))
	if err := d.Unmerge(merged[0].ID); err != nil {
		t.Fatal(err)
	}
	if after, _ := d.Members(merged[0].Get(survey.InHousehold)); len(after) != len(before)+1 {
		t.Errorf("%d people, then %d", len(before), len(after))
	}
}

func TestTheSignaturesOfTheSampleAreDrawings(t *testing.T) {
	d := opened(t)
	seen := 0
	err := d.Store().Each(registry.TypeAttachment, func(e change.Entity) error {
		seen++
		r, err := d.Attachment(e.ID)
		if err != nil {
			return err
		}
		defer r.Close()
		_, err = png.Decode(r)
		return err
	})
	if err != nil || seen == 0 {
		t.Error(seen, err)
	}
}

func TestTheQuestionsOfTheSampleAreAskedAndAnswered(t *testing.T) {
	d := opened(t)
	f, ok := d.Table(registry.TypeHousehold).Field("x_road")
	if !ok || f.Label != "入户道路" {
		t.Fatalf("%+v", f)
	}
	answered := 0
	households, err := d.Households("")
	for _, h := range households {
		if h.Get("x_road") != "" {
			answered++
		}
	}
	if err != nil || answered < 10 {
		t.Error(answered, err)
	}
}

func TestEveryTableOfTheSampleHasNumbersAndAddsUp(t *testing.T) {
	d := opened(t)
	for _, l := range report.Tables {
		table, err := d.Report(l.Name, report.Filter{})
		if err != nil || table.Count() == 0 {
			t.Errorf("%s: %d rows, %v", l.Name, table.Count(), err)
		}
	}
}

func TestWhoLeftTheSampleStaysInTheHouseholdAndInNoLedger(t *testing.T) {
	d := opened(t)
	left := 0
	err := d.People(func(p registry.Person) error {
		if p.Get(survey.LeftWhy) != "" {
			left++
			if events, err := d.Events(p.ID); err != nil || len(events) == 0 {
				t.Errorf("%s left without an event: %v", p.Name(), err)
			}
		}
		return nil
	})
	if err != nil || left < 3 {
		t.Errorf("%d left, %v", left, err)
	}
}
