package store_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// kills is how often the child is killed; RUHU_KILLS raises it for a deep run.
func kills(t testing.TB) int {
	n, err := strconv.Atoi(os.Getenv("RUHU_KILLS"))
	if err != nil {
		return 25
	}
	t.Logf("%d kills by RUHU_KILLS", n)
	return n
}

// saveForEver is the child: it saves persons, old and new, and what another device sent, and tells of each save that it
// believes to be on disk.
func saveForEver(path string) {
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		fmt.Println("failed", err)
		return
	}
	var ids []string
	for n := 0; ; n++ {
		if len(ids) < 3 || n%4 == 0 {
			ids = append(ids, store.NewID())
		}
		id, value := ids[rand.IntN(len(ids))], fmt.Sprintf("值%d", n)
		if n%5 == 4 {
			err = s.Apply([]change.Change{other(id, n)}, func(e *store.Edit) error { return e.PutLocal("exchange", "cursor", []byte(value)) })
		} else {
			err = s.Edit("李四", "", func(e *store.Edit) error { return e.Put("person", id, map[string]string{"name": value}) })
		}
		if err != nil {
			fmt.Println("failed", err)
			return
		}
		fmt.Println("saved", n%5 == 4, id, value)
	}
}

// other is a change of another device.
func other(id string, n int) change.Change {
	return change.Change{Type: "person", ID: id, Stamp: change.Stamp{Time: uint64(n + 1), Dev: 9}, Actor: "王五",
		Fields: map[string]change.Set{"village": {Value: fmt.Sprintf("值%d", n)}}}
}

func TestNothingSavedIsLostWhenTheProgramIsKilled(t *testing.T) {
	path := closedStore(t, 50)
	saved := 0
	for range kills(t) {
		acked := killWhileSaving(t, path)
		saved += len(acked)
		s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
		if err != nil {
			t.Fatalf("after a kill: %v", err)
		}
		if err := s.Check(); err != nil {
			t.Fatalf("after a kill: %v", err)
		}
		logged := logOf(t, s)
		for _, a := range acked {
			if err := a.isIn(s, logged); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if saved == 0 {
		t.Error("no child ever saved anything")
	}
	t.Logf("%d saves", saved)
}

type save struct {
	applied   bool
	id, value string
}

// logOf gives the stamps of what the outbox says of the names, by person and name.
func logOf(t testing.TB, s *store.Store) map[string]change.Stamp {
	t.Helper()
	log, err := s.Outbox(0, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]change.Stamp{}
	for _, c := range log {
		m[c.ID+c.Fields["name"].Value] = c.Stamp
	}
	return m
}

// isIn tells whether the save is in the store: as the value, or in the log with a later value over it.
func (a save) isIn(s *store.Store, logged map[string]change.Stamp) error {
	e, err := s.Get("person", a.id)
	if err != nil {
		return fmt.Errorf("%+v: %w", a, err)
	}
	if !a.applied {
		if stamp, ok := logged[a.id+a.value]; !ok || !e.Fields["name"].Knows(stamp) {
			return fmt.Errorf("%+v was saved and is gone", a)
		}
		return nil
	}
	for _, h := range e.Fields["village"].Heads {
		if h.Value == a.value {
			return nil
		}
	}
	return fmt.Errorf("%+v was applied and is gone", a)
}

// killWhileSaving starts a child and kills it in the middle; it gives the saves that the child told of.
func killWhileSaving(t testing.TB, path string) (acked []save) {
	t.Helper()
	c := child("save", path)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var a save
		if _, err := fmt.Sscanf(lines.Text(), "saved %t %s %s", &a.applied, &a.id, &a.value); err != nil {
			t.Errorf("the child says %q", lines.Text())
			break
		}
		if acked = append(acked, a); len(acked) == 1 {
			time.AfterFunc(time.Duration(rand.IntN(30_000))*time.Microsecond, func() { c.Process.Kill() })
		}
	}
	c.Process.Kill()
	c.Wait()
	return acked
}

// createForEver is the child: it makes one store after another in a folder.
func createForEver(dir string) {
	for n := 0; ; n++ {
		s, err := store.Create(filepath.Join(dir, fmt.Sprint(n)), testkit.Passphrase, store.Options{FastKDF: true})
		if err != nil {
			fmt.Println("failed", err)
			return
		}
		s.Close()
		fmt.Println("made", n)
	}
}

func TestAStoreWhoseMakingWasCutOpensOrIsNotThere(t *testing.T) {
	total := 0
	for range max(kills(t)/5, 5) {
		dir := t.TempDir()
		c := child("create", dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		told := bufio.NewScanner(out)
		told.Scan() // the first is made, however long a busy machine takes to come to it
		time.AfterFunc(time.Duration(rand.IntN(60))*time.Millisecond, func() { c.Process.Kill() })
		for told.Scan() {
		}
		c.Wait()
		made, err := filepath.Glob(filepath.Join(dir, "[0-9]*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range made {
			openWhole(t, path)
		}
		total += len(made)
	}
	if total == 0 {
		t.Error("no child made any store before it was killed")
	}
}

func openWhole(t testing.TB, path string) {
	t.Helper()
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer s.Close()
	if err := s.Check(); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}
