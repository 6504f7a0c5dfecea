package batch

// Receipt is the body of a receipt: the county's word, signed, for each change of a batch. Every change from From to To is
// in it; those not set aside are accepted and durable.
type Receipt struct {
	Batch    ID         `cbor:"1,keyasint"`
	No       uint64     `cbor:"2,keyasint"`
	From     uint64     `cbor:"3,keyasint"`
	To       uint64     `cbor:"4,keyasint"`
	SetAside []SetAside `cbor:"5,keyasint,omitempty"` // by LSN
	Seq      uint64     `cbor:"6,keyasint"`           // where the county's feed stood after it
	Ahead    int        `cbor:"7,keyasint,omitempty"` // changes whose stamps lie in the county's future: the device's clock is fast
}

// SetAside is a change that the county could not take, and why. It keeps the others from nothing.
type SetAside struct {
	LSN    uint64   `cbor:"1,keyasint"`
	Reason string   `cbor:"2,keyasint"`           // a key of text
	Args   []string `cbor:"3,keyasint,omitempty"` // its words; never a value of a field
	Words  string   `cbor:"4,keyasint"`           // the sentence as the county's program says it, for an older device
}

// Of tells what became of the change with this LSN: accepted, set aside, or (known false) not of this batch.
func (r Receipt) Of(lsn uint64) (aside *SetAside, known bool) {
	for i := range r.SetAside {
		if r.SetAside[i].LSN == lsn {
			return &r.SetAside[i], true
		}
	}
	return nil, lsn >= r.From && lsn <= r.To
}

// Accepted counts the changes taken.
func (r Receipt) Accepted() int { return int(r.To-r.From) + 1 - len(r.SetAside) }

// Position is where the county stands with a device. It comes instead of a receipt when a batch does not follow the last
// one, because the device or the county was restored from a backup; with it the device takes up the thread.
type Position struct {
	Epoch   uint64 `cbor:"1,keyasint"`
	No      uint64 `cbor:"2,keyasint"` // the number expected next
	Prev    ID     `cbor:"3,keyasint"` // ID of the last batch taken
	LSN     uint64 `cbor:"4,keyasint"` // the last change taken
	Revoked bool   `cbor:"5,keyasint,omitempty"`
}
