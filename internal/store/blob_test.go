package store_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"testing"
	"time"

	"ruhu/internal/blob"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

func attach(t *testing.T, s *store.Store, content []byte) string {
	t.Helper()
	hash, size, err := s.PutBlob(t.Context(), bytes.NewReader(content))
	if err != nil || size != int64(len(content)) {
		t.Fatalf("%d bytes kept of %d: %v", size, len(content), err)
	}
	return hash
}

func name(t *testing.T, s *store.Store, id, hash string) {
	t.Helper()
	check(t, s.Edit("李干部", "", func(e *store.Edit) error {
		return e.Put("attachment", id, map[string]string{blob.Field: hash, "caption": "老房子"})
	}))
}

func read(t *testing.T, s *store.Store, hash string) []byte {
	t.Helper()
	r, err := s.Blob(hash)
	check(t, err)
	defer r.Close()
	b, err := io.ReadAll(r)
	check(t, err)
	return b
}

func TestABlobComesBackAsItWas(t *testing.T) {
	s := testkit.Store(t)
	for _, size := range []int{1, blob.PieceSize - 1, blob.PieceSize, blob.PieceSize + 1, 5*blob.PieceSize + 77, blob.MaxSize} {
		content := testkit.Picture(size, uint64(size))
		hash := attach(t, s, content)
		if again := attach(t, s, content); again != hash || hash != blob.Of(content).String() {
			t.Errorf("%d bytes are called %s and then %s", size, hash, again)
		}
		if !bytes.Equal(read(t, s, hash), content) {
			t.Errorf("%d bytes came back otherwise", size)
		}
	}
}

func TestWhatIsEmptyOrTooBigIsRefusedInWords(t *testing.T) {
	s := testkit.Store(t)
	if _, _, err := s.PutBlob(t.Context(), bytes.NewReader(nil)); !errors.Is(err, blob.ErrEmpty) {
		t.Error(err)
	}
	if _, _, err := s.PutBlob(t.Context(), bytes.NewReader(make([]byte, blob.MaxSize+1))); !errors.Is(err, blob.ErrTooBig) {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := s.PutBlob(ctx, bytes.NewReader(make([]byte, 10))); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := s.Blob(blob.Of([]byte("another")).String()); !errors.Is(err, blob.ErrNotHere) {
		t.Error(err)
	}
}

func TestABlobIsSentOnceItsChangeIs(t *testing.T) {
	s := testkit.Store(t)
	hash := attach(t, s, testkit.Picture(1000, 1))
	if s.BlobsUnsent() != 0 {
		t.Error("a blob without a record is to be sent")
	}
	name(t, s, store.NewID(), hash)
	name(t, s, store.NewID(), hash) // the same picture of two things is one blob
	if n := s.BlobsUnsent(); n != 1 {
		t.Errorf("%d blobs to send", n)
	}
	for acked, want := range map[uint64]int{0: 0, s.LastLSN(): 1} {
		if list, err := s.BlobsToSend(acked, 10); err != nil || len(list) != want {
			t.Errorf("acknowledged up to %d: %v, %v", acked, list, err)
		}
	}
	check(t, s.BlobSent(hash))
	if n := s.BlobsUnsent(); n != 0 {
		t.Errorf("%d blobs to send after all were", n)
	}
	check(t, s.Edit("", "", func(e *store.Edit) error { return e.SendBlobsAgain() }))
	if list, _ := s.BlobsToSend(0, 10); len(list) != 1 {
		t.Errorf("to be sent again: %v", list)
	}
}

func TestPiecesOfABlobAreTakenInAnyRepetitionButWithoutGaps(t *testing.T) {
	s := testkit.Store(t)
	content := testkit.Picture(3*blob.PieceSize+5, 3)
	hash, size := blob.Of(content).String(), int64(len(content))
	piece := func(n int) []byte {
		return content[n*blob.PieceSize : min((n+1)*blob.PieceSize, len(content))]
	}
	for _, step := range []struct{ n, have int }{{1, 0}, {0, 1}, {0, 1}, {3, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {3, 4}, {0, 4}} {
		h, err := s.TakePieces(hash, size, step.n, piece(step.n))
		if err != nil || h.Have != step.have {
			t.Fatalf("piece %d: %d are there, want %d: %v", step.n, h.Have, step.have, err)
		}
		if h.Have < 4 && s.HasBlob(hash) {
			t.Fatalf("half a blob counts as there after piece %d", step.n)
		}
	}
	if !bytes.Equal(read(t, s, hash), content) {
		t.Error("the pieces do not make the blob")
	}
}

func TestABlobThatIsNotWhatItsNameSaysIsThrownAway(t *testing.T) {
	s := testkit.Store(t)
	content := testkit.Picture(2*blob.PieceSize, 4)
	hash := blob.Of(content).String()
	wrong := bytes.Clone(content)
	wrong[blob.PieceSize+9]++
	if h, err := s.TakePieces(hash, int64(len(wrong)), 0, wrong); !errors.Is(err, blob.ErrNotWhole) || h.Have != 0 || s.HasBlob(hash) {
		t.Fatalf("%+v %v", h, err)
	}
	if h, err := s.TakePieces(hash, int64(len(content)), 0, content); err != nil || !h.Whole() {
		t.Fatalf("the right one after it: %+v %v", h, err)
	}
}

func TestABlobThatNoRecordNamesIsCollectedTheNextDay(t *testing.T) {
	clock := testkit.NewClock()
	s := testkit.StoreAt(t, t.TempDir()+"/ruhu.store", store.Options{Now: clock.Now})
	orphan, kept := attach(t, s, testkit.Picture(70_000, 5)), attach(t, s, testkit.Picture(70_000, 6))
	name(t, s, store.NewID(), kept)
	young := func() int {
		n, err := s.Tidy()
		check(t, err)
		return n
	}
	if young() != 0 || !s.HasBlob(orphan) {
		t.Fatal("it is gone while its form is still open")
	}
	clock.Add(25 * time.Hour)
	if n := young(); n != 1 || s.HasBlob(orphan) || !s.HasBlob(kept) {
		t.Errorf("%d collected; the orphan is there: %v, the other: %v", n, s.HasBlob(orphan), s.HasBlob(kept))
	}
}

func TestTheFileTellsNothingOfAPicture(t *testing.T) {
	path := t.TempDir() + "/ruhu.store"
	s := testkit.StoreAt(t, path, store.Options{})
	content := bytes.Repeat([]byte("a letter with a name in it. "), 20_000)
	hash := attach(t, s, content)
	name(t, s, store.NewID(), hash)
	sum := blob.Of(content)
	file, err := os.ReadFile(path)
	check(t, err)
	for _, secret := range [][]byte{content[:28], sum[:], sum[:16], []byte(hash)} {
		if bytes.Contains(file, secret) {
			t.Errorf("the file holds %q in plain", secret)
		}
	}
}

func TestABackupHasTheBlobs(t *testing.T) {
	dir := t.TempDir()
	s := testkit.StoreAt(t, dir+"/ruhu.store", store.Options{})
	content := testkit.Picture(200_000, 8)
	hash := attach(t, s, content)
	name(t, s, store.NewID(), hash)
	check(t, s.Backup(dir+"/copy"))
	c, err := store.Open(dir+"/copy", testkit.Passphrase, store.Options{FastKDF: true})
	check(t, err)
	defer c.Close()
	if !bytes.Equal(read(t, c, hash), content) {
		t.Error("the copy has another picture")
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestOpeningDoesNotReadThePictures spoils the middle of a picture: opening is quick because it does not look there, Check finds it.
func TestOpeningDoesNotReadThePictures(t *testing.T) {
	path := t.TempDir() + "/ruhu.store"
	s, err := store.Create(path, testkit.Passphrase, store.Options{FastKDF: true})
	check(t, err)
	hash := attach(t, s, testkit.Picture(20*blob.PieceSize, 9))
	name(t, s, store.NewID(), hash)
	check(t, s.Close())
	file, err := os.ReadFile(path)
	check(t, err)
	size, big := os.Getpagesize(), 0
	for at := 2 * size; at+size <= len(file); at += size { // id, flags, count, overflow of a page
		if binary.LittleEndian.Uint64(file[at:]) == uint64(at/size) && binary.LittleEndian.Uint32(file[at+12:]) >= 8 {
			file[at+5*size]++
			big++
		}
	}
	if big == 0 {
		t.Fatal("no big pages")
	}
	check(t, os.WriteFile(path, file, 0o600))
	s, err = store.Open(path, testkit.Passphrase, store.Options{FastKDF: true})
	check(t, err)
	defer s.Close()
	if err := s.Check(); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("Check says %v", err)
	}
}
