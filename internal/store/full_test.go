package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// saveUntilFull saves persons one by one until the disk is full and gives those that were saved.
func saveUntilFull(t testing.TB, s *store.Store) (saved []string) {
	t.Helper()
	for n := range 100_000 {
		id := store.NewID()
		err := s.Edit("李四", "", func(e *store.Edit) error { return e.Put("person", id, person(n)) })
		if errors.Is(err, store.ErrFull) {
			return saved
		}
		if err != nil {
			t.Fatalf("after %d: %v", n, err)
		}
		saved = append(saved, id)
	}
	t.Fatal("the disk never got full")
	return nil
}

// allThere sees to it that the saved persons are in the store, and nobody else.
func allThere(t testing.TB, s *store.Store, saved []string) {
	t.Helper()
	for _, id := range saved {
		if get(t, s, "person", id).Value("name") == "" {
			t.Fatalf("%s has lost its name", id)
		}
	}
	if n := count(t, s); n != len(saved) || s.LastLSN() != uint64(n) {
		t.Errorf("%d persons and %d changes, want %d", n, s.LastLSN(), len(saved))
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
}

func TestAFullDiskLosesNothingSaved(t *testing.T) {
	for _, size := range []int{100 << 10, 300 << 10, 1 << 20} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.store")
			s, err := store.Create(path, testkit.Passphrase, store.Options{FastKDF: true, MaxSize: size})
			if err != nil {
				t.Fatal(err)
			}
			saved := saveUntilFull(t, s)
			allThere(t, s, saved)
			s.Close()
			if s, err = store.Open(path, testkit.Passphrase, store.Options{FastKDF: true}); err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			allThere(t, s, saved)
			put(t, s, "person", store.NewID(), person(1)) // with room again it goes on
		})
	}
}

// smallDisk mounts a disk in memory; it skips where that is not allowed.
func smallDisk(t *testing.T, size string) string {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("mounting a small disk needs Linux and root; TestAFullDiskLosesNothingSaved runs anywhere")
	}
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mounting a small disk is not allowed here: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, out)
		}
	})
	return dir
}

func TestARealDiskThatIsFullLosesNothingSaved(t *testing.T) {
	dir := smallDisk(t, "2m")
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 300<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a.store")
	s, err := store.Create(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { s.Close() }()
	saved := saveUntilFull(t, s)
	allThere(t, s, saved)
	if err := s.Backup(filepath.Join(dir, "b.store")); !errors.Is(err, store.ErrFull) {
		t.Errorf("a backup on a full disk: %v", err)
	}
	if _, err := store.Create(filepath.Join(dir, "c.store"), "口令", store.Options{FastKDF: true}); !errors.Is(err, store.ErrFull) {
		t.Errorf("a new store on a full disk: %v", err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	id := store.NewID()
	put(t, s, "person", id, person(1)) // the same program goes on when there is room
	s.Close()
	if s, err = store.Open(path, testkit.Passphrase, store.Options{FastKDF: true}); err != nil {
		t.Fatal(err)
	}
	allThere(t, s, append(saved, id))
	if list, _ := filepath.Glob(filepath.Join(dir, ".ruhu-*")); len(list) > 0 {
		t.Errorf("%v left behind", list)
	}
}
