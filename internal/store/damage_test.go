package store_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
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
	for _, at := range []int{40, 4096 + 40} { // the two meta pages
		b[at] ^= 1
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		b[at] ^= 1
		s, err := store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
		if err != nil {
			t.Fatal(err)
		}
		if !errors.Is(s.Doubt(), store.ErrLastSave) {
			t.Errorf("byte %d: doubt %v", at, s.Doubt())
		}
		s.Close()
	}
}
