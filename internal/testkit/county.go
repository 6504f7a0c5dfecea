package testkit

import (
	"path/filepath"
	"testing"

	"ruhu/internal/office"
	"ruhu/internal/office/bolt"
	"ruhu/internal/store"
)

// County is the code of the county whose offices are made here.
const County = "532325"

// Office founds a county in a temporary folder; its keeper is checked and closed at the end of the test.
func Office(t testing.TB, clock *Clock) (*office.Office, *bolt.Keeper) {
	t.Helper()
	k := Keeper(t)
	must(t, office.Found(t.Context(), k, County, "姚安县", clock.Now()))
	of, err := office.New(t.Context(), k, County, k.Keys(), office.Options{Now: clock.Now, FastKDF: true})
	must(t, err)
	return of, k
}

// Keeper makes an empty county's file in a temporary folder; at the end of the test it is checked and closed.
func Keeper(t testing.TB) *bolt.Keeper {
	t.Helper()
	k, err := bolt.Create(filepath.Join(t.TempDir(), "county.store"), Passphrase, store.Options{FastKDF: true})
	must(t, err)
	return sound(t, k)
}

// KeeperAt opens a county's file that is there, a backup; at the end of the test it is checked and closed.
func KeeperAt(t testing.TB, path string) *bolt.Keeper {
	t.Helper()
	k, err := bolt.Open(path, Passphrase, store.Options{FastKDF: true})
	must(t, err)
	return sound(t, k)
}

func sound(t testing.TB, k *bolt.Keeper) *bolt.Keeper {
	t.Cleanup(func() {
		if err := k.File().Check(); err != nil {
			t.Errorf("the office is not sound at the end: %v", err)
		}
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
	return k
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
