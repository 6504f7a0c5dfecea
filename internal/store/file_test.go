package store_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
)

// asChild names what this test binary does instead of testing, when started again by a test.
const asChild = "RUHU_STORE_TEST_CHILD"

func TestMain(m *testing.M) {
	switch what, path, _ := strings.Cut(os.Getenv(asChild), " "); what {
	case "save":
		saveForEver(path)
	case "create":
		createForEver(path)
	case "open":
		_, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
		os.Stdout.WriteString(text.Explain(err).What)
	default:
		os.Exit(m.Run())
	}
}

func child(what, path string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), asChild+"="+what+" "+path)
	c.Stderr = os.Stderr
	return c
}

func TestASecondProgramIsTurnedAway(t *testing.T) {
	s := testkit.Store(t)
	out, err := child("open", s.Path()).Output()
	if want := text.T("store.locked"); err != nil || string(out) != want {
		t.Errorf("the second program says %q, %v; want %q", out, err, want)
	}
	if _, err := store.Open(s.Path(), testkit.Passphrase, store.Options{FastKDF: true}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("in the same program: %v", err)
	}
}

func TestWhatCannotBeOpenedSaysWhy(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	whole, err := os.ReadFile(closedStore(t, 5))
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		path, pass string
		want       error
	}{
		"no file":            {filepath.Join(dir, "none"), testkit.Passphrase, store.ErrMissing},
		"a folder":           {dir, testkit.Passphrase, store.ErrNotStore},
		"an empty file":      {write("empty", ""), testkit.Passphrase, store.ErrNotStore},
		"a spreadsheet":      {write("sheet", "PK\x03\x04"+strings.Repeat("x", 9000)), testkit.Passphrase, store.ErrNotStore},
		"another database":   {otherDatabase(t, dir), testkit.Passphrase, store.ErrNotStore},
		"a county's file":    {countyFile(t, dir), testkit.Passphrase, store.ErrNotStore},
		"a newer format":     {newer(t, write("newer", string(whole))), testkit.Passphrase, store.ErrNewer},
		"a wrong passphrase": {write("whole", string(whole)), "春风", store.ErrPassphrase},
		"the first half":     {write("half", string(whole[:len(whole)/2])), testkit.Passphrase, store.ErrDamaged},
		"one page":           {write("page", string(whole[:4096])), testkit.Passphrase, store.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(tt.path)
			_, err := store.Open(tt.path, tt.pass, store.Options{FastKDF: true})
			if !errors.Is(err, tt.want) {
				t.Fatalf("%v, want %v", err, tt.want)
			}
			if x := text.Explain(err); strings.Contains(x.What, "%!") || x.Way == "" {
				t.Errorf("explained as %q", x)
			}
			if after, _ := os.ReadFile(tt.path); !bytes.Equal(before, after) {
				t.Error("the file was written to")
			}
		})
	}
}

// closedStore gives the path of a store with n persons that nobody has open.
func closedStore(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.store")
	s, err := store.Create(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, n)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func otherDatabase(t *testing.T, dir string) string {
	path := filepath.Join(dir, "other")
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	return path
}

func countyFile(t *testing.T, dir string) string {
	path := filepath.Join(dir, "county")
	f, err := store.CreateFile(path, testkit.Passphrase, store.Options{FastKDF: true, Kind: store.KindCounty})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return path
}

func newer(t *testing.T, path string) string {
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("ruhu")).Put([]byte("format"), []byte{99}) })
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCreateNeverReplacesAFile(t *testing.T) {
	path := closedStore(t, 1)
	before, _ := os.ReadFile(path)
	_, err := store.Create(path, "other", store.Options{FastKDF: true})
	if !errors.Is(err, store.ErrExists) || !strings.Contains(text.Explain(err).What, "a.store") {
		t.Errorf("%v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was written to")
	}
	onlyFile(t, path)
}

// onlyFile sees to it that no temporary file was left beside path.
func onlyFile(t testing.TB, path string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.Name() != filepath.Base(path) {
			t.Errorf("%s was left behind", f.Name())
		}
	}
}

func TestTheNewPassphraseOpensAndTheOldOneDoesNot(t *testing.T) {
	path := closedStore(t, 3)
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ChangePassphrase("wrong", "秋水"); !errors.Is(err, store.ErrPassphrase) {
		t.Fatalf("changed with a wrong passphrase: %v", err)
	}
	if err := s.ChangePassphrase(testkit.Passphrase, "秋水"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true}); !errors.Is(err, store.ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if s, err = store.Open(path, "秋水", store.Options{FastKDF: true}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := count(t, s); n != 3 {
		t.Errorf("%d persons, want 3", n)
	}
}

func TestABackupIsAStoreWithEverythingInIt(t *testing.T) {
	s := testkit.Store(t)
	fill(t, s, 300)
	path := filepath.Join(t.TempDir(), "备份.store")
	for range 2 { // the second replaces the first
		if err := s.Backup(path); err != nil {
			t.Fatal(err)
		}
		onlyFile(t, path)
	}
	fill(t, s, 1) // the backup did not close or lock anything
	b, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if n := count(t, b); n != 300 {
		t.Errorf("%d persons in the backup, want 300", n)
	}
	if err := b.Check(); err != nil {
		t.Error(err)
	}
}

func TestADamagedStoreDoesNotReplaceAGoodBackup(t *testing.T) {
	path := closedStore(t, 300)
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	backup := filepath.Join(t.TempDir(), "b.store")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	good, _ := os.ReadFile(backup)
	spoilValues(t, path)
	if err := s.Backup(backup); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("a damaged store was backed up: %v", err)
	}
	if now, _ := os.ReadFile(backup); !bytes.Equal(good, now) {
		t.Error("the good backup was replaced")
	}
	onlyFile(t, backup)
}

// spoilValues changes one byte in every page but the first two, far behind the heads.
func spoilValues(t testing.TB, path string) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, _ := f.Stat()
	var b [1]byte
	for at := int64(3*4096 - 900); at < info.Size(); at += 4096 {
		f.ReadAt(b[:], at)
		b[0] ^= 0x55
		f.WriteAt(b[:], at)
	}
}

func TestWriteDurablyReplacesWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	words := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	boom := errors.New("boom")
	for _, step := range []struct {
		write func(io.Writer) error
		err   error
		want  string
	}{
		{words("first"), nil, "first"},
		{words("second"), nil, "second"},
		{func(w io.Writer) error { io.WriteString(w, strings.Repeat("third", 1<<15)); return boom }, boom, "second"},
	} {
		if err := store.WriteDurably(path, step.write); !errors.Is(err, step.err) {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != step.want {
			t.Errorf("%q, want %q", got, step.want)
		}
		onlyFile(t, path)
	}
	err := store.WriteDurably(filepath.Join(t.TempDir(), "none", "a"), words("x"))
	if !errors.Is(err, store.ErrMissing) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

func TestFilesAreOnlyForTheirOwner(t *testing.T) {
	s := testkit.Store(t)
	backup := filepath.Join(t.TempDir(), "b")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{s.Path(), backup} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestAFileKeepsAnyBucketsInKeyOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "county")
	o := store.Options{FastKDF: true, Kind: store.KindCounty}
	f, err := store.CreateFile(path, "口令", o)
	if err != nil {
		t.Fatal(err)
	}
	err = f.Update(func(t *store.Tx) error {
		for _, k := range []string{"b2", "a1", "b1", "c1"} {
			if err := t.Put("things", []byte(k), []byte("v"+k)); err != nil {
				return err
			}
		}
		return errors.Join(t.Delete("things", []byte("c1")), t.Delete("nothing", []byte("x")), t.Append("log", []byte{1}, nil))
	})
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if f, err = store.OpenFile(path, "口令", o); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var got []string
	take := func(k, v []byte) error { got = append(got, string(k)+string(v)); return nil }
	err = f.View(func(tx *store.Tx) error {
		if v, err := tx.Get("log", []byte{1}); err != nil || len(v) != 0 {
			t.Errorf("an empty value: %q, %v", v, err)
		}
		if _, err := tx.Get("things", []byte("c1")); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a deleted key: %v", err)
		}
		if k, _, err := tx.Last("things"); err != nil || string(k) != "b2" {
			t.Errorf("the last key: %q, %v", k, err)
		}
		if _, _, err := tx.Last("nothing"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("the last of nothing: %v", err)
		}
		return errors.Join(tx.Each("things", []byte("b"), take), tx.EachFrom("things", []byte("b2"), take),
			tx.Each("nothing", nil, take))
	})
	if want := "b1vb1 b2vb2 b2vb2"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("%v, %v; want %s", got, err, want)
	}
}

func TestAPanicOfTheCallerIsNoDamage(t *testing.T) {
	s := testkit.Store(t)
	defer func() {
		if r := recover(); r != "a slip" {
			t.Errorf("recovered %v", r)
		}
		put(t, s, "person", store.NewID(), map[string]string{"name": "㛃"}) // the store is not stuck
	}()
	s.Edit("李四", "", func(*store.Edit) error { panic("a slip") })
}

func TestAClosedStoreSaysSo(t *testing.T) {
	s, err := store.Create(filepath.Join(t.TempDir(), "a"), "口令", store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	for name, err := range map[string]error{
		"edit":  s.Edit("李四", "", func(e *store.Edit) error { return e.Put("person", store.NewID(), map[string]string{"name": "㛃"}) }),
		"local": s.PutLocal("a", "b", nil),
		"check": s.Check(),
		"close": s.Close(),
	} {
		if name != "close" && !errors.Is(err, store.ErrClosed) || name == "close" && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
