package store_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"ruhu/internal/change"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
)

// flips is how many damaged files are tried; RUHU_FLIPS raises it for a deep run.
func flips() int {
	if n, err := strconv.Atoi(os.Getenv("RUHU_FLIPS")); err == nil {
		return n
	}
	return 400
}

// content is all that a store says it holds.
func content(s *store.Store) (map[string]string, error) {
	m := map[string]string{"lsn": fmt.Sprint(s.LastLSN()), "counts": fmt.Sprint(s.Counts())}
	err := s.EachWithDeleted("person", func(e change.Entity) error {
		b, err := e.MarshalBinary()
		m[e.ID] = string(b)
		return err
	})
	if err != nil {
		return nil, err
	}
	log, err := s.Outbox(0, 1<<30)
	if err != nil {
		return nil, err
	}
	for _, c := range log {
		b, err := c.MarshalBinary()
		if err != nil {
			return nil, err
		}
		m[fmt.Sprint(c.LSN)] = string(b)
	}
	if uint64(len(log)) < s.LastLSN() {
		return nil, store.ErrDamaged
	}
	return m, s.EachLocal("draft", func(key string, v []byte) error { m["draft "+key] = string(v); return nil })
}

func contentAt(path string) (m map[string]string, doubt, err error) {
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		return nil, nil, err
	}
	defer s.Close()
	m, err = content(s)
	return m, s.Doubt(), err
}

func TestDamageIsFoundAndNeverReadAsData(t *testing.T) {
	path := closedStore(t, 120)
	want, _, err := contentAt(path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	hurt := filepath.Join(t.TempDir(), "hurt.store")
	seed := rand.Uint64()
	random, found := rand.New(rand.NewPCG(seed, 0)), 0
	for i := range flips() {
		b := append([]byte(nil), whole...)
		what := spoil(random, &b, i)
		if err := os.WriteFile(hurt, b, 0o600); err != nil {
			t.Fatal(err)
		}
		got, doubt, err := contentAt(hurt)
		var worded *text.Error
		switch {
		case errors.As(err, &worded) && text.Has(worded.Key+".way"):
			found++
		case err != nil:
			t.Errorf("seed %d: %s: an error without words: %v", seed, what, err)
		case !maps.Equal(got, want) && doubt == nil:
			t.Errorf("seed %d: %s: wrong data without a word", seed, what)
		}
	}
	if found == 0 {
		t.Error("no damage was found at all")
	}
	t.Logf("%d of %d damaged files refused, the others hurt nothing that is in use", found, flips())
}

// A page whose number of entries is too low reads as sound everywhere else: the values in it have their seals, the others are
// gone without a trace.
func TestNoPageLosesEntriesUnseen(t *testing.T) {
	path := closedStore(t, 60)
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		if err := s.PutLocal("draft", fmt.Sprint(i), []byte("草稿")); err != nil {
			t.Fatal(err)
		}
	}
	want, err := content(s)
	s.Close()
	whole, err2 := os.ReadFile(path)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	found := 0
	for at := 2*4096 + 10; at < len(whole); at += 4096 { // the number of entries of each page
		b := append([]byte(nil), whole...)
		b[at], b[at+1] = b[at]/2, 0
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		got, _, err := contentAt(path)
		if err != nil {
			found++
		} else if !maps.Equal(got, want) {
			t.Errorf("page %d lost entries and nobody saw", at/4096)
		}
	}
	if found == 0 {
		t.Error("no damage was found at all")
	}
}

func TestAFileThatIsCutWhileOpenIsDamageAndNoCrash(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not cut a file that is open")
	}
	path := closedStore(t, 300)
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 2*4096); err != nil {
		t.Fatal(err)
	}
	for what, err := range map[string]error{
		"each":  s.Each("person", func(change.Entity) error { return nil }),
		"edit":  s.Edit("李四", "", func(e *store.Edit) error { return e.Put("person", store.NewID(), person(1)) }),
		"local": s.PutLocal("draft", "a", nil),
		"check": s.Check(),
	} {
		if !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.Close()
}

// spoil damages b in one of the ways of disks and transfers.
func spoil(random *rand.Rand, b *[]byte, n int) string {
	data := *b
	at := random.IntN(len(data))
	switch n % 8 {
	case 0:
		*b = data[:at]
		return fmt.Sprintf("cut at %d", at)
	case 1:
		at &^= 511
		clear(data[at:min(at+512, len(data))])
		return fmt.Sprintf("sector %d zeroed", at/512)
	case 2:
		at &^= 4095
		copy(data[at:min(at+4096, len(data))], data[random.IntN(len(data)/4096)*4096:])
		return fmt.Sprintf("page %d overwritten by another", at/4096)
	case 3: // the heads of pages, where the structure lies
		at = at&^4095 + random.IntN(64)
	}
	bit := random.IntN(8)
	data[min(at, len(data)-1)] ^= 1 << bit
	return fmt.Sprintf("bit %d of byte %d flipped", bit, at)
}

func TestABrokenRecordOfTheLastSaveIsTold(t *testing.T) {
	path := closedStore(t, 10)
	s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	if err != nil || s.Doubt() != nil {
		t.Fatal(err, s.Doubt())
	}
	s.Close()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for what, hurt := range map[string]func(b []byte){
		"a bit of the first":            func(b []byte) { b[40] ^= 1 },
		"a bit of the second":           func(b []byte) { b[4096+40] ^= 1 },
		"the second over the first":     func(b []byte) { copy(b[:4096], b[4096:]) },
		"the first over the second":     func(b []byte) { copy(b[4096:8192], b) },
		"the second cleared altogether": func(b []byte) { clear(b[4096:8192]) },
	} {
		b := append([]byte(nil), b...)
		hurt(b)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
		if err != nil {
			t.Fatal(err)
		}
		if !errors.Is(s.Doubt(), store.ErrLastSave) {
			t.Errorf("%s: doubt %v", what, s.Doubt())
		}
		s.Close()
	}
}
