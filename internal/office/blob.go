package office

import (
	"context"
	"errors"
	"io"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/change"
)

// The county keeps every blob that a record of its names, and no other: a device cannot fill the disk with what nobody will
// ever see.

// noteBlobs notes the blob that a record names, so that it is taken when it comes.
func noteBlobs(tx Tx, cs []change.Change) error {
	for _, c := range cs {
		name, err := blob.Parse(c.Fields[blob.Field].Value)
		if err != nil {
			continue // no blob
		}
		_, known, err := tx.Blobs().Head(name)
		if err == nil && !known {
			err = tx.Blobs().PutHead(blob.Head{Hash: name, At: c.Stamp.When().UnixMilli()})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// TakePiece answers a sealed piece: it keeps what the piece brings, or gives what it wants, and always tells how much of the blob
// is here. The same piece may come any number of times.
func (o *Office) TakePiece(ctx context.Context, sealed []byte) (Reply, error) {
	l, err := o.open(sealed, batch.KindPiece)
	if err != nil {
		return Reply{}, err
	}
	var d Device
	err = o.view(ctx, func(tx Tx) error {
		d, err = writer(tx, l)
		return err
	})
	if err != nil {
		return Reply{}, err
	}
	p, err := readPiece(l)
	if err != nil {
		return Reply{}, err
	}
	if d.Revoked != 0 || l.Epoch != o.found.Epoch && p.Want == 0 {
		return o.standing(d, l.ID, l.Epoch)
	}
	answer, err := o.piece(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	body, err := batch.Marshal(answer)
	if err != nil {
		return Reply{}, err
	}
	return o.reply(batch.Header{Kind: batch.KindBlob, Re: l.ID, Epoch: o.found.Epoch}, body, d)
}

func readPiece(l *batch.Letter) (p batch.Piece, err error) {
	body, err := l.Body()
	if err == nil {
		err = batch.Unmarshal(body, &p)
	}
	if err == nil && (p.N < 0 || p.Want < 0 || len(p.Data) > batch.MaxPieces*blob.PieceSize) {
		err = ErrLetter
	}
	return p, err
}

func (o *Office) piece(ctx context.Context, p batch.Piece) (batch.Blob, error) {
	if len(p.Data) == 0 {
		return o.givePieces(ctx, p)
	}
	answer := batch.Blob{Hash: p.Hash}
	err := o.update(ctx, func(tx Tx) error {
		_, known, err := tx.Blobs().Head(p.Hash)
		if answer.Unknown = !known; err != nil || !known {
			return err
		}
		h, err := blob.Take(tx.Blobs(), p.Hash, p.Size, p.N, p.Data)
		answer.Size, answer.Have = h.Size, h.Have
		if errors.Is(err, blob.ErrNotWhole) {
			o.o.Log.Warn("blob is not what its name says")
			return nil // Have is 0 again: that is the answer
		}
		return err
	})
	switch {
	case errors.Is(err, blob.ErrTooBig):
		err = batch.ErrTooBig.Because(err)
	case errors.Is(err, blob.ErrForm), errors.Is(err, blob.ErrEmpty):
		err = ErrLetter.Because(err)
	}
	return answer, err
}

// givePieces tells how much of a blob is here, and gives as many pieces as are wanted of one that is here whole.
func (o *Office) givePieces(ctx context.Context, p batch.Piece) (answer batch.Blob, err error) {
	err = o.view(ctx, func(tx Tx) error {
		h, known, err := tx.Blobs().Head(p.Hash)
		answer = batch.Blob{Hash: p.Hash, Size: h.Size, Have: h.Have, N: p.N, Unknown: !known}
		if err != nil || !h.Whole() {
			return err
		}
		for n := p.N; n < h.Have && n-p.N < min(p.Want, batch.MaxPieces); n++ {
			b, err := tx.Blobs().Piece(p.Hash, n)
			if err != nil {
				return err
			}
			answer.Data = append(answer.Data, b...)
		}
		return nil
	})
	return answer, err
}

// Blob reads a blob, or says ErrNotFound where the county has not got all of it.
func (o *Office) Blob(ctx context.Context, name blob.Hash) (r io.Reader, size int64, err error) {
	h, err := o.BlobHead(ctx, name)
	if err == nil && !h.Whole() {
		err = ErrNotFound
	}
	if err != nil {
		return nil, 0, err
	}
	return blob.NewReader(h, func(n int) (b []byte, err error) {
		err = o.view(ctx, func(tx Tx) error {
			b, err = tx.Blobs().Piece(name, n)
			return err
		})
		return b, err
	}), h.Size, nil
}

// BlobHead tells how much of a blob is here.
func (o *Office) BlobHead(ctx context.Context, name blob.Hash) (h blob.Head, err error) {
	err = o.view(ctx, func(tx Tx) error {
		h, _, err = tx.Blobs().Head(name)
		return err
	})
	return h, err
}
