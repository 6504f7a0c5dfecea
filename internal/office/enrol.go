package office

import (
	"bytes"
	"context"
	"errors"
	"unicode/utf8"

	"ruhu/internal/batch"
)

// Reply is the office's letter to a device, sealed to it.
type Reply struct {
	Kind   batch.Kind
	Sealed []byte
	At     batch.Position // of a position: what it says
	Stale  bool           // of a position: the device knows another epoch of this county
}

// maxName is the length of a device's name, in bytes.
const maxName = 200

// Enrol answers a sealed request. from is the address that it came from, for the limit of attempts.
func (o *Office) Enrol(ctx context.Context, from string, sealed []byte) (Reply, error) {
	if !o.enrols.allow(from) {
		return Reply{}, ErrBusy
	}
	l, r, err := o.request(sealed)
	if err != nil {
		return Reply{}, err
	}
	var a batch.Answer
	err = o.update(ctx, func(tx Tx) (err error) {
		a, err = o.enrol(tx, r)
		return err
	})
	if err != nil {
		return Reply{}, err
	}
	o.o.Log.Info("device enrolled", "dev", r.Device.Dev)
	body, err := batch.Marshal(a)
	if err != nil {
		return Reply{}, err
	}
	return o.reply(batch.Header{Kind: batch.KindAnswer, Re: l.ID, Epoch: o.found.Epoch}, body, deviceOf(r.Device))
}

// request opens a request and sees that the device holds the key that it names.
func (o *Office) request(sealed []byte) (*batch.Letter, batch.Request, error) {
	var r batch.Request
	l, err := o.open(sealed, batch.KindRequest)
	if err != nil {
		return nil, r, err
	}
	body, err := l.Body()
	if err == nil {
		err = batch.Unmarshal(body, &r)
	}
	if err == nil {
		err = l.Verify(r.Device.Sign)
	}
	if err != nil {
		return nil, r, err
	}
	if r.Device.Dev == 0 || r.Device.Dev != l.Dev || len(r.Device.Name) > maxName || !utf8.ValidString(r.Device.Name) {
		return nil, r, ErrLetter
	}
	return l, r, nil
}

func (o *Office) enrol(tx Tx, r batch.Request) (batch.Answer, error) {
	c, err := tx.Code(r.CodeID)
	if errors.Is(err, ErrNotFound) {
		return batch.Answer{}, ErrCodeWrong
	}
	if err != nil {
		return batch.Answer{}, err
	}
	if err := r.Check(c.Key, o.County()); err != nil {
		return batch.Answer{}, ErrCodeWrong.Because(err)
	}
	now := MillisOf(o.Now())
	if err := c.usable(r.Device, now); err != nil {
		return batch.Answer{}, err
	}
	d, err := o.admit(tx, r.Device, now)
	if err != nil {
		return batch.Answer{}, err
	}
	c.Used, c.Dev, c.Sign = now, d.Dev, d.Sign
	if err := tx.PutCode(c); err != nil {
		return batch.Answer{}, err
	}
	return batch.NewAnswer(c.Key, o.County(), r.Device, o.position(d)), nil
}

// admit writes the device down. One that was here before, with the same key, goes on where it was; a revoked one stays
// revoked until the clerk takes that back.
func (o *Office) admit(tx Tx, r batch.Device, now Millis) (Device, error) {
	d, err := tx.Device(r.Dev)
	if errors.Is(err, ErrNotFound) {
		d, err = deviceOf(r), nil
		d.Enrolled, d.No = now, 1
	}
	if err != nil {
		return d, err
	}
	if !bytes.Equal(d.Sign, r.Sign) {
		return d, ErrDeviceTaken
	}
	d.Recipient, d.Name, d.Seen = r.Recipient, r.Name, now
	return d, tx.PutDevice(d)
}

func deviceOf(d batch.Device) Device {
	return Device{Dev: d.Dev, Sign: d.Sign, Recipient: d.Recipient, Name: d.Name}
}

func (o *Office) position(d Device) batch.Position {
	return batch.Position{Epoch: o.found.Epoch, No: d.No, Prev: d.Last, LSN: d.LSN, Revoked: d.Revoked != 0}
}

// open opens a letter to this county, of the kind wanted.
func (o *Office) open(sealed []byte, want batch.Kind) (*batch.Letter, error) {
	if len(sealed) > batch.MaxSealed {
		return nil, batch.ErrTooBig
	}
	l, err := o.keys.Open(sealed)
	switch {
	case err != nil:
		return nil, err
	case l.Kind != want:
		return nil, ErrLetter
	case l.County != o.found.Code:
		return nil, ErrOtherCounty
	}
	return l, nil
}

// reply writes, signs and seals a letter to d.
func (o *Office) reply(h batch.Header, body []byte, d Device) (Reply, error) {
	h.County, h.Dev, h.Time = o.found.Code, d.Dev, uint64(o.Now().UnixMilli())
	l, err := batch.Write(h, body, o.keys.Sign)
	if err != nil {
		return Reply{}, err
	}
	return seal(l, d)
}

func seal(l *batch.Letter, d Device) (Reply, error) {
	sealed, err := l.SealTo(d.Recipient)
	return Reply{Kind: l.Kind, Sealed: sealed}, err
}

// standing is the letter that tells a device, which believes the county to be in epoch, where the office stands with it.
func (o *Office) standing(d Device, re batch.ID, epoch uint64) (Reply, error) {
	p := o.position(d)
	body, err := batch.Marshal(p)
	if err != nil {
		return Reply{}, err
	}
	r, err := o.reply(batch.Header{Kind: batch.KindPosition, Re: re, Epoch: p.Epoch}, body, d)
	r.At, r.Stale = p, epoch != p.Epoch
	return r, err
}
