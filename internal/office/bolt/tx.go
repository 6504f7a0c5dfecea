package bolt

import (
	"bytes"
	"encoding/binary"
	"errors"

	"ruhu/internal/batch"
	"ruhu/internal/blob"
	"ruhu/internal/change"
	"ruhu/internal/office"
	"ruhu/internal/store"
)

func (x *tx) Setting(name string) ([]byte, error) { return get[[]byte](x, bucketSetting, []byte(name)) }
func (x *tx) PutSetting(name string, v []byte) error {
	return put(x, bucketSetting, []byte(name), v)
}

func (x *tx) Code(id []byte) (office.Code, error) { return get[office.Code](x, bucketCode, id) }
func (x *tx) PutCode(c office.Code) error         { return put(x, bucketCode, c.ID, c) }
func (x *tx) Codes() ([]office.Code, error)       { return all[office.Code](x, bucketCode) }
func (x *tx) Devices() ([]office.Device, error)   { return all[office.Device](x, bucketDevice) }
func (x *tx) PutDevice(d office.Device) error     { return put(x, bucketDevice, device(d.Dev), d) }
func (x *tx) Conflicts() ([]office.Ref, error)    { return all[office.Ref](x, bucketConflict) }
func (x *tx) PutConflict(r office.Ref) error      { return put(x, bucketConflict, entity(r.Type, r.ID), r) }
func (x *tx) DropConflict(r office.Ref) error {
	return x.t.Delete(bucketConflict, x.key(entity(r.Type, r.ID)))
}
func (x *tx) Batch(id batch.ID) (office.Batch, error) {
	return get[office.Batch](x, bucketBatch, id[:])
}

func (x *tx) Device(dev uint32) (office.Device, error) {
	return get[office.Device](x, bucketDevice, device(dev))
}

func device(dev uint32) []byte { return binary.BigEndian.AppendUint32(nil, dev) }

// entity is the key of an entity. Types have no zero byte: change.Change.Valid and the length before the type see to it
// that no two entities share a key, whatever a device sends.
func entity(typ, id string) []byte {
	k := binary.BigEndian.AppendUint16(nil, uint16(len(typ)))
	return append(append(k, typ...), id...)
}

func (x *tx) Entity(typ, id string) (e change.Entity, err error) {
	b, err := x.t.Get(bucketEntity, x.key(entity(typ, id)))
	if errors.Is(err, store.ErrNotFound) {
		return e, office.ErrNotFound
	}
	if err == nil {
		err = e.UnmarshalBinary(b)
	}
	return e, err
}

func (x *tx) PutEntity(e change.Entity) error {
	b, err := e.MarshalBinary()
	if err != nil {
		return err
	}
	return x.t.Put(bucketEntity, x.key(entity(e.Type, e.ID)), b)
}

func (x *tx) Entities(typ, after string, f func(change.Entity) (bool, error)) error {
	from, all := x.key(entity(typ, after)), x.key(entity(typ, ""))
	return enough(x.t.EachFrom(bucketEntity, from, func(k, v []byte) error {
		if !bytes.HasPrefix(k, all) {
			return errEnough
		}
		if after != "" && bytes.Equal(k, from) {
			return nil
		}
		var e change.Entity
		if err := e.UnmarshalBinary(v); err != nil {
			return err
		}
		more, err := f(e)
		if err == nil && !more {
			return errEnough
		}
		return err
	}))
}

func (x *tx) Blobs() blob.Keep { return x.t.Blobs(x.county) }

func (x *tx) PutPart(of, part office.Ref) error {
	return put(x, bucketPart, append(whole(of), entity(part.Type, part.ID)...), part)
}

func (x *tx) Parts(of office.Ref) (list []office.Ref, err error) {
	err = enough(x.t.Each(bucketPart, x.key(whole(of)), visit(func(r office.Ref) (bool, error) {
		list = append(list, r)
		return true, nil
	})))
	return list, err
}

// whole is the key of an entity with a zero byte behind it, so that no id is the beginning of another.
func whole(r office.Ref) []byte { return append(entity(r.Type, r.ID), 0) }

func (x *tx) Append(s office.Segment) (office.Segment, error) {
	last, err := x.Seq()
	if err != nil {
		return s, err
	}
	n := s.To - s.From + 1
	s.From, s.To = last+1, last+n
	b, err := batch.Marshal(s)
	if err != nil {
		return s, err
	}
	if err := x.t.Append(bucketFeed, x.key(number(s.To)), b); err != nil {
		return s, err
	}
	return s, x.Add(counterSeq, int64(n))
}

func (x *tx) Feed(after uint64, f func(office.Segment) (bool, error)) error {
	see := visit(f)
	return enough(x.t.EachFrom(bucketFeed, x.key(number(after+1)), func(k, v []byte) error {
		if !bytes.HasPrefix(k, x.county) {
			return errEnough
		}
		return see(k, v)
	}))
}

func (x *tx) Seq() (uint64, error) {
	n, err := x.counter(counterSeq)
	return uint64(n), err
}

func (x *tx) PutBatch(b office.Batch) error {
	n, err := x.count(counterBatches)
	if err != nil {
		return err
	}
	if err := put(x, bucketTaken, newest(n), b.ID[:]); err != nil {
		return err
	}
	return put(x, bucketBatch, b.ID[:], b)
}

func (x *tx) Batches(f func(office.Batch) (bool, error)) error {
	return each(x, bucketTaken, func(id []byte) (bool, error) {
		if len(id) != len(batch.ID{}) {
			return false, batch.ErrDamaged
		}
		b, err := x.Batch(batch.ID(id))
		if err != nil {
			return false, err
		}
		return f(b)
	})
}

func (x *tx) PutAside(a office.Aside) error {
	if a.No == 0 {
		n, err := x.count(counterAsides)
		if err != nil {
			return err
		}
		a.No = n
	}
	return put(x, bucketAside, newest(a.No), a)
}

func (x *tx) Aside(no int64) (office.Aside, error) {
	return get[office.Aside](x, bucketAside, newest(no))
}

func (x *tx) Asides(f func(office.Aside) (bool, error)) error { return each(x, bucketAside, f) }

// Counters that this keeper needs itself.
const (
	counterSeq     = "seq"
	counterBatches = "batches"
	counterAsides  = "asides"
)

func (x *tx) Add(counter string, n int64) error {
	old, err := x.counter(counter)
	if err != nil {
		return err
	}
	return put(x, bucketCounter, []byte(counter), counted{counter, old + n})
}

func (x *tx) Counters() (map[string]int64, error) {
	m := map[string]int64{}
	err := each(x, bucketCounter, func(c counted) (bool, error) {
		m[c.Name] = c.N
		return true, nil
	})
	return m, err
}

// counted is a counter; its name is in the value because keys are never taken apart.
type counted struct {
	Name string `cbor:"1,keyasint"`
	N    int64  `cbor:"2,keyasint"`
}

func (x *tx) counter(name string) (int64, error) {
	c, err := get[counted](x, bucketCounter, []byte(name))
	if errors.Is(err, office.ErrNotFound) {
		return 0, nil
	}
	return c.N, err
}

// count adds one and gives the new number.
func (x *tx) count(name string) (int64, error) {
	if err := x.Add(name, 1); err != nil {
		return 0, err
	}
	return x.counter(name)
}
