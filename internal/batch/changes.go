package batch

import (
	"bytes"
	"fmt"

	"github.com/fxamacker/cbor/v2"

	"ruhu/internal/change"
)

// Item is one change as it travels: its bytes, and the change if they could be read. One that cannot be read must not keep
// the others from being taken, so it is an Item with an Err.
type Item struct {
	Raw    []byte
	Change change.Change
	Err    error
}

// Changes is the body of batches and of what comes back: a sequence of changes (RFC 8742).
func Changes(cs []change.Change) ([]byte, error) {
	var b bytes.Buffer
	for i := range cs {
		raw, err := cs[i].MarshalBinary()
		if err != nil {
			return nil, fmt.Errorf("change %d: %w", cs[i].LSN, err)
		}
		b.Write(raw)
	}
	return b.Bytes(), nil
}

// Items takes a body apart. The body as a whole must be a sequence of count items of sound CBOR; what each says may be
// wrong. In a batch the i-th item has the LSN From+i, whatever it says itself.
func Items(body []byte, count int) ([]Item, error) {
	items := make([]Item, 0, max(0, min(count, 4096)))
	for rest := body; len(rest) > 0; {
		if len(items) == count {
			return nil, ErrDamaged
		}
		var raw cbor.RawMessage
		next, err := decMode.UnmarshalFirst(rest, &raw)
		if err != nil {
			return nil, ErrDamaged.Because(err)
		}
		it := Item{Raw: raw}
		it.Err = it.Change.UnmarshalBinary(raw)
		items, rest = append(items, it), next
	}
	if len(items) != count {
		return nil, ErrDamaged
	}
	return items, nil
}

// NewBatch writes the batch that holds cs, which follow each other without a gap. h gives who writes it and where it stands.
func NewBatch(h Header, cs []change.Change, sign Signer) (*Letter, error) {
	body, err := Changes(cs)
	if err != nil {
		return nil, err
	}
	h.Kind, h.Count = KindBatch, len(cs)
	h.From, h.To = cs[0].LSN, cs[len(cs)-1].LSN
	return Write(h, body, sign)
}
