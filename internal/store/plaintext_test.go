package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func TestNoKnownPlaintextLiesInTheFile(t *testing.T) {
	s := testkit.Store(t)
	secrets := map[string]string{"name": "古丽·阿不都热依木", "id_no": "530000199001011230", "village": "左门村民委员会", "phone": "13987654321", "dibao": "低保户"}
	id := store.NewID()
	put(t, s, "person", id, secrets)
	put(t, s, "person", "张三的记录", secrets) // even an id that should not be
	local := []string{"530000198502022340", "未保存的草稿"}
	if err := s.PutLocal("draft-欧阳", "person "+local[0], []byte(local[1])); err != nil {
		t.Fatal(err)
	}
	for range 20 { // old pages are left in the file
		put(t, s, "person", id, map[string]string{"phone": "13912345678"})
		put(t, s, "person", id, map[string]string{"phone": secrets["phone"]})
	}
	backup := filepath.Join(t.TempDir(), "b.store")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	words := append(local, "13912345678", "李四", "张三的记录", "draft-欧阳", "person", "id_no", "dibao", testkit.Passphrase, "AGE-SECRET-KEY", string(s.Vault().Device().Seed()))
	for _, v := range secrets {
		words = append(words, v)
	}
	for _, path := range []string{s.Path(), backup} {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if bytes.Contains(raw, []byte(w)) {
				t.Errorf("%q can be read in %s", w, filepath.Base(path))
			}
		}
	}
}

func TestTheSameAnswersLookDifferentInEveryRecord(t *testing.T) {
	s := testkit.Store(t)
	for range 50 {
		put(t, s, "person", store.NewID(), map[string]string{"dibao": "低保户"})
	}
	raw, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for at := 0; at+24 <= len(raw); at++ {
		seen[string(raw[at:at+24])]++ // longer than any head of a page entry
	}
	for block, n := range seen {
		if n >= 50 && len(bytes.Trim([]byte(block), "\x00\xff")) == 24 {
			t.Errorf("%x comes %d times: equal answers can be counted", block, n)
		}
	}
}
