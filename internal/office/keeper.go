package office

import (
	"context"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/change"
)

// Keeper keeps offices. Everything it keeps leads with the county's code, so that one keeper may serve a prefecture. All
// methods may be called at once.
type Keeper interface {
	// View runs f on one consistent state; Update does too, and what f wrote is durable when Update returns nil and never
	// happened when it does not. Two Updates of one county never run side by side. A keeper may run f again after an
	// error of its own, so f must begin afresh each time.
	View(ctx context.Context, county string, f func(Tx) error) error
	Update(ctx context.Context, county string, f func(Tx) error) error
	// Counties lists the counties founded here.
	Counties(ctx context.Context) ([]string, error)
	Close() error
}

// Tx is one transaction for one county. What is not there is ErrNotFound; lists are empty instead.
type Tx interface {
	Setting(name string) ([]byte, error)
	PutSetting(name string, v []byte) error

	Code(id []byte) (Code, error)
	PutCode(Code) error
	Codes() ([]Code, error)

	Device(dev uint32) (Device, error)
	PutDevice(Device) error
	Devices() ([]Device, error) // by number

	Entity(typ, id string) (change.Entity, error)
	PutEntity(change.Entity) error
	// Entities visits the entities of a type by id, those after one id ("": all), until f says that it has enough.
	Entities(typ, after string, f func(change.Entity) (more bool, err error)) error

	// Append puts a segment at the end of the feed and gives it its place: From follows the highest To without a gap.
	Append(Segment) (Segment, error)
	// Feed visits the segments that hold changes after seq, in order, until f says that it has enough.
	Feed(after uint64, f func(Segment) (more bool, err error)) error
	Seq() (uint64, error) // the highest To

	Batch(id batch.ID) (Batch, error)
	PutBatch(Batch) error // once for each ID
	// Batches visits the batches, the last taken first, until f says that it has enough.
	Batches(f func(Batch) (more bool, err error)) error

	Aside(no int64) (Aside, error)
	PutAside(Aside) error                              // a new one where No is 0, else in its place
	Asides(f func(Aside) (more bool, err error)) error // the last first

	PutConflict(Ref) error // once or often
	DropConflict(Ref) error
	Conflicts() ([]Ref, error)

	// Blobs are where the county's blobs lie, see blob.Take.
	Blobs() blob.Keep
	// PutPart notes that part belongs to of, as an attachment to a household; Parts lists them by type and id. Once or often.
	PutPart(of, part Ref) error
	Parts(of Ref) ([]Ref, error)

	// Add adds n to a counter; Counters gives all that were ever added to.
	Add(counter string, n int64) error
	Counters() (map[string]int64, error)
}

// Ref names an entity.
type Ref struct {
	Type string `cbor:"1,keyasint"`
	ID   string `cbor:"2,keyasint"`
}

// Segment is the part of the feed that one batch brought: accepted changes in the order of its LSNs, numbered From to To.
type Segment struct {
	From  uint64   `cbor:"1,keyasint"`
	To    uint64   `cbor:"2,keyasint"`
	Dev   uint32   `cbor:"3,keyasint"`
	Batch batch.ID `cbor:"4,keyasint"`
	Body  []byte   `cbor:"5,keyasint"` // as batch.Changes writes it
}

// Count is the number of changes in the segment.
func (s Segment) Count() int { return int(s.To - s.From + 1) }
