package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"testing"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/exchange"
	"ruhu/internal/office"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
)

// attach keeps a picture and registers it as an attachment of a person.
func (d *device) attach(content []byte) (hash string) {
	d.t.Helper()
	hash, _, err := d.st.PutBlob(d.t.Context(), bytes.NewReader(content))
	ok(d.t, err)
	ok(d.t, d.st.Edit("李干部", "", func(e *store.Edit) error {
		return e.Put("attachment", store.NewID(), map[string]string{blob.Field: hash, "of": "p1", "of_type": "person", "attach_kind": "照片"})
	}))
	return hash
}

// has tells what the county has of a blob: its content, or nil.
func (c *county) has(hash string) []byte {
	c.t.Helper()
	name, err := blob.Parse(hash)
	ok(c.t, err)
	r, _, err := c.office.Blob(context.Background(), name)
	if errors.Is(err, office.ErrNotFound) {
		return nil
	}
	ok(c.t, err)
	b, err := io.ReadAll(r)
	ok(c.t, err)
	return b
}

func fetched(t *testing.T, d *device, hash string) []byte {
	t.Helper()
	r, err := d.Blob(t.Context(), hash)
	ok(t, err)
	defer r.Close()
	b, err := io.ReadAll(r)
	ok(t, err)
	return b
}

func TestAPictureIsAtTheCountyAndComesToWhoOpensIt(t *testing.T) {
	c := newCounty(t)
	a, b := enrolled(t, c, nil), enrolled(t, c, nil)
	content := testkit.Picture(20*blob.PieceSize+123, 1)
	hash := a.attach(content)
	small := a.attach([]byte("签"))
	if n := a.Status().Attachments; n != 2 {
		t.Errorf("%d to send", n)
	}
	if r := a.sync(); r.Sent != 2 || r.Attachments != 2 {
		t.Errorf("%+v", r)
	}
	if a.Status().Attachments != 0 || !bytes.Equal(c.has(hash), content) || string(c.has(small)) != "签" {
		t.Error("the county has it not, or otherwise")
	}
	b.sync()
	if b.st.HasBlob(hash) {
		t.Error("it came unasked")
	}
	if !bytes.Equal(fetched(t, b, hash), content) || !b.st.HasBlob(hash) || b.Status().Attachments != 0 {
		t.Error("who opens it does not see it")
	}
	if r := a.sync(); r.Bytes != 0 {
		t.Errorf("sent again: %+v", r)
	}
}

// TestAPictureSurvivesEveryBreak cuts every request of a Sync once, before and after the county hears it, and then goes on: no
// piece that the county has is sent again.
func TestAPictureSurvivesEveryBreak(t *testing.T) {
	content := testkit.Picture(12*blob.PieceSize+1, 2)
	for _, after := range []bool{false, true} {
		for at := 1; ; at++ {
			f := &fails{at: at, after: after}
			c := newCounty(t)
			d := newDevice(t, f)
			d.register(3)
			hash := d.attach(content)
			f.at = 0
			ok(t, d.Enrol(t.Context(), c.server.URL, c.code(), "一号"))
			f.at, f.seen = at, 0
			_, err := d.Sync(t.Context())
			if f.seen < at {
				ok(t, err)
				break
			}
			if err == nil || c.has(hash) != nil && d.Status().Attachments == 0 {
				t.Errorf("request %d failed and all is said to be sent", at)
			}
			before := c.pieces(hash)
			r := d.sync()
			if left := (len(content)/blob.PieceSize + 1 - before) * blob.PieceSize; r.Bytes > left+16<<10 {
				t.Errorf("after a break at request %d %d bytes were sent, though only %d were missing", at, r.Bytes, left)
			}
			if !bytes.Equal(c.has(hash), content) || d.Status().Attachments != 0 || d.Status().Unsent != 0 {
				t.Errorf("after a break at request %d (answer lost: %v) the picture is not there", at, after)
			}
		}
	}
}

func (c *county) pieces(hash string) int {
	name, err := blob.Parse(hash)
	ok(c.t, err)
	h, err := c.office.BlobHead(context.Background(), name)
	ok(c.t, err)
	return h.Have
}

func TestFetchingGoesOnWhereItWasBrokenOff(t *testing.T) {
	c := newCounty(t)
	a := enrolled(t, c, nil)
	content := testkit.Picture(30*blob.PieceSize, 3)
	hash := a.attach(content)
	a.sync()
	for at := 1; ; at++ {
		f := &fails{at: -1}
		b := enrolled(t, c, f)
		b.sync()
		f.at, f.seen = at, 0
		_, err := b.Blob(t.Context(), hash)
		if f.seen < at {
			ok(t, err)
			break
		}
		h, _ := b.st.BlobHead(hash)
		if err == nil || b.st.HasBlob(hash) || h.Have != (at-1)*batch.MaxPieces {
			t.Errorf("broken at request %d: %d pieces, %v", at, h.Have, err)
		}
		if !bytes.Equal(fetched(t, b, hash), content) {
			t.Error("another picture")
		}
	}
}

func TestAPictureThatNobodySentYetIsSaidToBeMissing(t *testing.T) {
	c := newCounty(t)
	a := enrolled(t, c, &refuses{batch.PathBlobs})
	b := enrolled(t, c, nil)
	hash := a.attach(testkit.Picture(1000, 4))
	if r, err := a.Sync(t.Context()); err == nil || r.Sent != 1 || r.Attachments != 0 {
		t.Errorf("%+v %v", r, err)
	}
	b.sync()
	if _, err := b.Blob(t.Context(), hash); !errors.Is(err, exchange.ErrNoAttachment) {
		t.Error(err)
	}
	if _, err := b.Blob(t.Context(), "no hash"); !errors.Is(err, blob.ErrName) {
		t.Error(err)
	}
}

// refuses is a network that one path never gets through.
type refuses struct{ path string }

func (f *refuses) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Path == f.path {
		return nil, errCut
	}
	return http.DefaultTransport.RoundTrip(r)
}

func TestACountyThatWasRestoredGetsItsPicturesBack(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, &refuses{batch.PathBlobs})
	content := testkit.Picture(3*blob.PieceSize, 5)
	hash := d.attach(content)
	d.Sync(t.Context()) // the change only
	backup := filepath.Join(t.TempDir(), "county.backup")
	ok(t, c.keeper.File().Backup(backup))
	d.Exchange = exchange.New(d.st, exchange.Options{Now: d.clock.Now})
	d.sync()
	if c.has(hash) == nil || d.Status().Attachments != 0 {
		t.Fatal("it did not arrive")
	}
	k := testkit.KeeperAt(t, backup)
	c.serve(k)
	ok(t, c.office.NewEpoch(t.Context()))
	c.serve(k)
	d.sync()
	if !bytes.Equal(c.has(hash), content) {
		t.Error("the picture that the backup lacked was not sent again")
	}
}

// TestTheCountyTakesOnlyWhatARecordNames speaks to the county by hand.
func TestTheCountyTakesOnlyWhatARecordNames(t *testing.T) {
	c := newCounty(t)
	d := enrolled(t, c, nil)
	content := testkit.Picture(2*blob.PieceSize, 6)
	speak := func(p batch.Piece) (has batch.Blob, err error) {
		body, err := batch.Marshal(p)
		ok(t, err)
		l, err := batch.Write(batch.Header{Kind: batch.KindPiece, County: testkit.County, Dev: d.st.Device(), Epoch: c.office.County().Epoch}, body, keysOf(d).Sign)
		ok(t, err)
		sealed, err := l.SealTo(c.office.County().Recipient)
		ok(t, err)
		reply, err := c.office.TakePiece(t.Context(), sealed)
		if err != nil {
			return has, err
		}
		a, err := keysOf(d).Open(reply.Sealed)
		ok(t, err)
		if a.Kind != batch.KindBlob {
			return has, fmt.Errorf("a %v", a.Kind)
		}
		b, err := a.Body()
		ok(t, err)
		return has, batch.Unmarshal(b, &has)
	}
	whole := batch.Piece{Hash: blob.Of(content), Size: int64(len(content)), Data: content}
	if has, err := speak(whole); err != nil || !has.Unknown || has.Have != 0 {
		t.Errorf("a blob that nobody named: %+v %v", has, err)
	}
	d.attach(content)
	d.st.BlobSent(whole.Hash.String())
	d.sync()
	wrong := whole
	wrong.Data = bytes.Clone(content)
	wrong.Data[70_000]++
	if has, err := speak(wrong); err != nil || has.Have != 0 || has.Unknown {
		t.Errorf("another content under its name: %+v %v", has, err)
	}
	for name, bad := range map[string]batch.Piece{
		"half a piece":   {Hash: whole.Hash, Size: whole.Size, Data: content[:1000]},
		"too long":       {Hash: whole.Hash, Size: blob.PieceSize, Data: content},
		"no length":      {Hash: whole.Hash, Data: content},
		"before it":      {Hash: whole.Hash, Size: whole.Size, N: -1, Data: content},
		"beyond a limit": {Hash: whole.Hash, Size: whole.Size, Data: make([]byte, batch.MaxPieces*blob.PieceSize+1)},
	} {
		if _, err := speak(bad); !errors.Is(err, office.ErrLetter) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := speak(batch.Piece{Hash: whole.Hash, Size: blob.MaxSize + 1, Data: content}); !errors.Is(err, batch.ErrTooBig) {
		t.Error(err)
	}
	for range 2 {
		if has, err := speak(whole); err != nil || has.Have != 2 {
			t.Errorf("the right one: %+v %v", has, err)
		}
	}
	ok(t, c.office.Revoke(t.Context(), d.st.Device(), true))
	if _, err := speak(batch.Piece{Hash: whole.Hash, Want: 1}); err == nil {
		t.Error("a device that was shut out is given a picture")
	}
}
