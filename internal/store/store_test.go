package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// names that have broken programs before: dots, and characters beyond the first plane.
var names = []string{"古丽·阿不都热依木", "㛃", "𬭳", "𠮷", "𬱖", "𫖮", "䶮"}

func put(t testing.TB, s *store.Store, typ, id string, fields map[string]string) {
	t.Helper()
	if err := s.Edit("李四", "", func(e *store.Edit) error { return e.Put(typ, id, fields) }); err != nil {
		t.Fatal(err)
	}
}

func get(t testing.TB, s *store.Store, typ, id string) change.Entity {
	t.Helper()
	e, err := s.Get(typ, id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestWhatIsPutIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.store")
	s, err := store.Create(path, "口令", store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, n := range names {
		ids[n] = store.NewID()
		put(t, s, "person", ids[n], map[string]string{"name": n, "sex": "女"})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err = store.Open(path, "口令", store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for n, id := range ids {
		if got := get(t, s, "person", id).Value("name"); got != n {
			t.Errorf("name %q came back as %q", n, got)
		}
	}
	if n := s.Counts()["person"]; n != len(names) {
		t.Errorf("%d persons, want %d", n, len(names))
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func TestAFailedEditLeavesNothing(t *testing.T) {
	s := testkit.Store(t)
	boom := errors.New("boom")
	err := s.Edit("李四", "", func(e *store.Edit) error {
		if err := e.Put("person", store.NewID(), map[string]string{"name": "㛃"}); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	if s.LastLSN() != 0 || len(s.Counts()) != 0 {
		t.Error("something of a failed edit was kept")
	}
}
