package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestABackupGoesWhereAFileCanBeAndNeverOverTheFileItself(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "同一个.store")
	k := testkit.Keeper(t)
	check(t, os.Symlink(k.File().Path(), link))
	for name, c := range map[string]struct {
		path string
		want error
	}{
		"over itself":         {k.File().Path(), store.ErrOwnFile},
		"by another name":     {link, store.ErrOwnFile},
		"in no folder":        {filepath.Join(dir, "u", "b.store"), store.ErrNoFolder},
		"over a folder":       {dir, store.ErrIsFolder},
		"where there is room": {filepath.Join(dir, "b.store"), nil},
	} {
		if err := k.File().Backup(c.path); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestAStoreIsNotMadeInNoFolder(t *testing.T) {
	_, err := store.Create(filepath.Join(t.TempDir(), "u", "a.store"), testkit.Passphrase, store.Options{FastKDF: true})
	if !errors.Is(err, store.ErrNoFolder) {
		t.Errorf("%v, want ErrNoFolder", err)
	}
}
