package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/report"
	"ruhu/internal/store"
)

func TestAFileIsWrittenOnlyWhereOneCanBe(t *testing.T) {
	d, c, _, _ := taught(t)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "台账.xlsx"), 0o700); err != nil {
		t.Fatal(err)
	}
	own := d.Store().Path()
	before := must[[]byte](t)(os.ReadFile(own))
	for _, k := range []struct {
		name string
		do   func() error
		want error
	}{
		{"a copy over the register", func() error { return d.Backup(own) }, store.ErrOwnFile},
		{"a paper over the register", func() error { _, err := d.Print("board", c.ID, own, paper.Options{}); return err }, store.ErrOwnFile},
		{"a copy in no folder", func() error { return d.Backup(filepath.Join(dir, "u", "b.ruhu")) }, store.ErrNoFolder},
		{"a ledger over a folder", func() error {
			_, err := d.SaveLedger("hu", filepath.Join(dir, "台账.xlsx"), report.Filter{})
			return err
		}, store.ErrIsFolder},
		{"a register in no folder", func() error {
			_, err := desk.Create(filepath.Join(dir, "u", "a.ruhu"), "春风", desk.Options{FastKDF: true})
			return err
		}, store.ErrNoFolder},
	} {
		if err := k.do(); !errors.Is(err, k.want) {
			t.Errorf("%s: %v", k.name, err)
		}
	}
	if after := must[[]byte](t)(os.ReadFile(own)); string(after) != string(before) {
		t.Error("the register's file was written over")
	}
}
