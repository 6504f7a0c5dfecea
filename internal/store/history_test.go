package store_test

import (
	"testing"
	"time"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestTheHistorySaysWhoWroteWhatOverWhat(t *testing.T) {
	clock := testkit.NewClock()
	a := testkit.StoreAt(t, t.TempDir()+"/a.store", store.Options{Now: clock.Now})
	b := testkit.StoreAt(t, t.TempDir()+"/b.store", store.Options{Now: clock.Now})
	id := store.NewID()
	write := func(s *store.Store, actor, reason string, fields map[string]string) {
		clock.Add(time.Hour)
		check(t, s.Edit(actor, reason, func(e *store.Edit) error { return e.Put("person", id, fields) }))
	}
	write(a, "李干部", "", map[string]string{"phone": "15400000001", "name": "㛃"})
	carry(t, a, b)
	write(b, "古丽", "本人来电话", map[string]string{"phone": "15400000002"})
	write(b, "古丽", "", map[string]string{"phone": "15400000002", "name": "㛃"}) // says nothing new
	carry(t, b, a)
	carry(t, b, a) // again
	write(a, "王", "", map[string]string{"phone": "", "note": "停机"})
	check(t, a.Edit("王", "重复", func(e *store.Edit) error { return e.Delete("person", id) }))
	list, err := a.History("person", id)
	check(t, err)
	if len(list) != 3 {
		t.Fatalf("%+v", list)
	}
	first := list[0]
	if r := first.Fields["phone"]; first.Actor != "古丽" || first.Reason != "本人来电话" || r.Before != "15400000001" || r.After != "15400000002" || r.By != "李干部" || !r.At.When().Before(first.Stamp.When()) {
		t.Errorf("%+v", first)
	}
	if r := list[1].Fields; r["phone"].After != "" || r["phone"].By != "古丽" || r["note"].Before != "" || r["note"].By != "" || len(r) != 2 {
		t.Errorf("%+v", r)
	}
	if list[2].Fields[change.Deleted].After != "1" || list[2].Reason != "重复" {
		t.Errorf("%+v", list[2])
	}
	if other, err := a.History("person", store.NewID()); err != nil || other != nil {
		t.Errorf("%v %v", other, err)
	}
}
