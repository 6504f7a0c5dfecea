package store_test

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

var update = flag.Bool("update", false, "write the example of the present format anew; never that of a release")

const oldPerson, oldDeleted = "019a8f00-0000-7000-8000-000000000001", "019a8f00-0000-7000-8000-000000000002"

var oldAnswers = map[string]string{"name": "𬭳", "village": "532325200200", "phone": "13900000000"}

// writeExample makes the file that TestFilesOfEveryReleaseOpen reads.
func writeExample(t *testing.T, path string) {
	os.Remove(path)
	s, err := store.Create(path, "春风又绿江南岸", store.Options{FastKDF: true, Now: testkit.NewClock().Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	put(t, s, "person", oldPerson, map[string]string{"name": "𬭳", "village": "532325200200", "phone": "1"})
	put(t, s, "person", oldPerson, map[string]string{"phone": "13900000000"})
	put(t, s, "person", oldDeleted, map[string]string{"name": "张三"})
	err = s.Edit("李四", "重复登记", func(e *store.Edit) error { return e.Delete("person", oldDeleted) })
	if err != nil {
		t.Fatal(err)
	}
	theirs := change.Change{Type: "person", ID: oldPerson, Stamp: change.Stamp{Time: 1 << 40, Dev: 9}, Actor: "王五",
		Fields: map[string]change.Set{"note": {Value: "县里补的"}}}
	if err := s.Apply([]change.Change{theirs}, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.PutLocal("draft", "person", []byte("草稿")); err != nil {
		t.Fatal(err)
	}
}

func TestFilesOfEveryReleaseOpen(t *testing.T) {
	if *update {
		writeExample(t, "testdata/format_1.store")
	}
	files, err := filepath.Glob("testdata/*.store")
	if err != nil || len(files) == 0 {
		t.Fatal("no old files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "old.store") // opening may write
			if err := os.WriteFile(path, raw, 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := store.Open(path, "春风又绿江南岸", store.Options{FastKDF: true})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := s.Check(); err != nil {
				t.Error(err)
			}
			want := maps.Clone(oldAnswers)
			want["note"] = "县里补的"
			if got := get(t, s, "person", oldPerson).Values(); !maps.Equal(got, want) {
				t.Errorf("answers %v, want %v", got, want)
			}
			if !get(t, s, "person", oldDeleted).Deleted() || s.LastLSN() != 4 || s.Counts()["person"] != 1 {
				t.Errorf("%d changes, %v", s.LastLSN(), s.Counts())
			}
			if v, err := s.Local("draft", "person"); err != nil || string(v) != "草稿" {
				t.Errorf("draft %q, %v", v, err)
			}
		})
	}
}
