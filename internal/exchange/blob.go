package exchange

import (
	"context"
	"errors"
	"io"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/store"
)

// blobsAtOnce is how many names of blobs are read from the store at a time.
const blobsAtOnce = 100

// pushBlobs sends the blobs that acknowledged changes name. One that cannot be sent holds up no other; the first such is told of
// at the end. Changes that were made meanwhile go first: they are what others wait for.
func (s *session) pushBlobs(ctx context.Context, r *Result) error {
	var first error
	passed := map[string]bool{}
	for {
		list, err := s.st.BlobsToSend(s.chain.Acked, blobsAtOnce+len(passed))
		if err != nil {
			return err
		}
		left := 0
		for _, hash := range list {
			if passed[hash] {
				continue
			}
			left++
			err := s.pushBlob(ctx, hash, r)
			if errors.Is(err, ErrAttachment) || errors.Is(err, store.ErrDamaged) {
				passed[hash] = true
				first = errors.Join(first, err)
			} else if err != nil {
				return err
			}
			s.tell()
			if err := s.push(ctx, r); err != nil {
				return err
			}
		}
		if left == 0 {
			return first
		}
	}
}

// pushBlob sends what the county does not have yet of one blob. Where to go on is always the county's word, so that nothing
// about it need be kept here and any break is mended by asking again.
func (s *session) pushBlob(ctx context.Context, hash string, r *Result) error {
	name, err := blob.Parse(hash)
	if err != nil {
		return err
	}
	has, err := s.speakOfBlob(ctx, batch.Piece{Hash: name}, r)
	for stalls := 0; err == nil; {
		h, herr := s.st.BlobHead(hash)
		if has.Unknown || !h.Whole() || has.Have == h.Have && has.Size == h.Size || herr != nil {
			return errors.Join(herr, s.blobDone(hash, has, r))
		}
		before := has.Have
		if has, err = s.pushPieces(ctx, name, before, r); err != nil {
			break
		}
		if !has.Unknown && has.Have <= before {
			stalls++
		}
		if stalls > maxStalls {
			return ErrAttachment
		}
	}
	return err
}

// maxStalls is how often the county may say that it has no more of a blob than before: once when all of it arrived damaged.
const maxStalls = 2

func (s *session) blobDone(hash string, has batch.Blob, r *Result) error {
	if has.Unknown {
		s.o.Log.Warn("the county does not want an attachment")
	} else if has.Have > 0 {
		r.Attachments++
	}
	return s.st.BlobSent(hash)
}

// pushPieces sends as many pieces from n on as the network has shown to carry well.
func (s *session) pushPieces(ctx context.Context, name blob.Hash, n int, r *Result) (batch.Blob, error) {
	s.pieces = max(s.pieces, 1)
	size, data, err := s.st.ReadPieces(name.String(), n, s.pieces)
	if err != nil {
		return batch.Blob{}, err
	}
	started := time.Now()
	has, err := s.speakOfBlob(ctx, batch.Piece{Hash: name, Size: size, N: n, Data: data}, r)
	switch took := time.Since(started); {
	case took < tooQuick:
		s.pieces = min(2*s.pieces, batch.MaxPieces)
	case took > tooSlow:
		s.pieces = max(s.pieces/2, 1)
	}
	return has, err
}

// speakOfBlob sends one piece, or a question, and gives the county's answer.
func (s *session) speakOfBlob(ctx context.Context, p batch.Piece, r *Result) (has batch.Blob, err error) {
	body, err := batch.Marshal(p)
	if err != nil {
		return has, err
	}
	l, err := batch.Write(batch.Header{Kind: batch.KindPiece, County: s.link.County.Code, Dev: s.st.Device(),
		Epoch: s.chain.Cursor.Epoch, Time: uint64(s.o.Now().UnixMilli())}, body, s.keys.Sign)
	if err != nil {
		return has, err
	}
	sealed, err := l.SealTo(s.link.County.Recipient)
	if err != nil {
		return has, err
	}
	answer, err := s.client.post(ctx, batch.PathBlobs, sealed)
	if err != nil {
		return has, err
	}
	r.Bytes += len(sealed)
	_, body, err = s.open(answer, l.ID, batch.KindBlob)
	if err != nil {
		return has, err
	}
	if err := batch.Unmarshal(body, &has); err != nil || has.Hash != p.Hash || has.Have < 0 {
		return has, ErrNonsense.Because(err)
	}
	return has, nil
}

// Blob reads a blob, from this store or, where it is not here yet, from the county, which may take as long as the network takes.
func (x *Exchange) Blob(ctx context.Context, hash string) (io.ReadCloser, error) {
	r, err := x.st.Blob(hash)
	if !errors.Is(err, blob.ErrNotHere) {
		return r, err
	}
	if err := x.Fetch(ctx, hash); err != nil {
		return nil, err
	}
	return x.st.Blob(hash)
}

// Fetch brings a blob of another device into this store. It goes on where it was broken off, and does not wait for a Sync that
// is under way. ErrNoAttachment means that whoever made it has not sent it to the county yet.
func (x *Exchange) Fetch(ctx context.Context, hash string) error {
	name, err := blob.Parse(hash)
	if err != nil {
		return err
	}
	s, err := x.session()
	if err != nil {
		return err
	}
	h, err := x.st.BlobHead(hash)
	for begun := false; err == nil && !h.Whole(); begun = true {
		if begun && h.Have == 0 {
			return blob.ErrNotWhole
		}
		h, err = s.fetchPieces(ctx, name, h.Have)
	}
	if errors.Is(err, blob.ErrNotWhole) {
		return err
	}
	if _, ok := moved(err); ok {
		return ErrTwice
	}
	return err
}

func (s *session) fetchPieces(ctx context.Context, name blob.Hash, n int) (h blob.Head, err error) {
	has, err := s.speakOfBlob(ctx, batch.Piece{Hash: name, N: n, Want: batch.MaxPieces}, &Result{})
	if err != nil {
		return h, err
	}
	if len(has.Data) == 0 {
		return h, ErrNoAttachment
	}
	if has.N != n {
		return h, ErrNonsense
	}
	h, err = s.st.TakePieces(name.String(), has.Size, n, has.Data)
	if errors.Is(err, blob.ErrForm) {
		err = ErrNonsense.Because(err)
	}
	return h, err
}
