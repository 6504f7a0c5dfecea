// Package office is the county's side: it enrols devices, takes their batches, merges what they bring, and hands each device
// what the others did. It keeps everything through a [Keeper]; office/bolt is one in a single sealed file.
//
// To add something the office keeps, add its record type to record.go, its methods to Tx, and its cases to keeper_test.go,
// which every Keeper must pass. Nothing here knows which one stands behind.
package office

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"log/slog"
	"time"

	"ruhu/internal/batch"
	"ruhu/internal/text"
)

// Errors of the office, for the people at the device and for the clerk.
var (
	ErrNotFound    = text.NewError("office.notfound")
	ErrLetter      = text.NewError("office.letter")      // not a letter that belongs here
	ErrStranger    = text.NewError("office.stranger")    // a device that never enrolled here
	ErrOtherCounty = text.NewError("office.othercounty") // meant for another county
	ErrCodeWrong   = text.NewError("office.codewrong")
	ErrCodeUsed    = text.NewError("office.codeused")
	ErrCodeExpired = text.NewError("office.codeexpired")
	ErrDeviceTaken = text.NewError("office.devicetaken") // the device number belongs to another key
	ErrBusy        = text.NewError("office.busy")
)

// Founding is what an office is founded with: setting "county".
type Founding struct {
	Code  string `cbor:"1,keyasint"` // GB/T 2260, six digits
	Name  string `cbor:"2,keyasint"`
	Epoch uint64 `cbor:"3,keyasint"` // drawn anew whenever the office is restored from a backup
	At    Millis `cbor:"4,keyasint"`
}

// Options are what an Office can be given.
type Options struct {
	Now func() time.Time // nil: time.Now
	Log *slog.Logger     // nil: none
	Pin []byte           // SHA-256 of the TLS key, where the county has one

	FastKDF bool // tests only: passwords that are quick to try
}

// Office is one county's office at work.
type Office struct {
	keeper Keeper
	keys   batch.Keys
	found  Founding
	o      Options
	enrols *attempts
	logins *attempts
	slots  chan struct{} // letters being handled
}

const settingCounty = "county"

// Found writes the founding of county code into an empty keeper.
func Found(ctx context.Context, k Keeper, code, name string, at time.Time) error {
	f := Founding{Code: code, Name: name, Epoch: newEpoch(), At: MillisOf(at)}
	return k.Update(ctx, code, func(tx Tx) error { return putSetting(tx, settingCounty, f) })
}

// New opens the office of county code.
func New(ctx context.Context, k Keeper, code string, keys batch.Keys, o Options) (*Office, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	of := &Office{keeper: k, keys: keys, o: o, enrols: newAttempts(o.Now), logins: newAttempts(o.Now),
		slots: make(chan struct{}, maxAtOnce)}
	err := k.View(ctx, code, func(tx Tx) error { return setting(tx, settingCounty, &of.found) })
	if err == nil {
		err = of.partsKnown(ctx)
	}
	return of, err
}

// NewEpoch begins a new history: to be called once after the office was restored from a backup, so that every device sends
// again what the backup did not know.
func (o *Office) NewEpoch(ctx context.Context) error {
	f := o.found
	f.Epoch = newEpoch()
	err := o.update(ctx, func(tx Tx) error { return putSetting(tx, settingCounty, f) })
	if err == nil {
		o.found = f
	}
	return err
}

// County is what the office says of itself.
func (o *Office) County() batch.County {
	return batch.County{Code: o.found.Code, Name: o.found.Name, Sign: o.keys.Public, Recipient: o.keys.Recipient,
		Epoch: o.found.Epoch, Pin: o.o.Pin}
}

// Now is the office's clock.
func (o *Office) Now() time.Time { return o.o.Now() }

func (o *Office) view(ctx context.Context, f func(Tx) error) error {
	return o.keeper.View(ctx, o.found.Code, f)
}

func (o *Office) update(ctx context.Context, f func(Tx) error) error {
	return o.keeper.Update(ctx, o.found.Code, f)
}

func newEpoch() uint64 {
	var b [8]byte
	rand.Read(b[:])
	return binary.BigEndian.Uint64(b[:])
}

// setting reads a setting that must be there.
func setting(tx Tx, name string, v any) error {
	b, err := tx.Setting(name)
	if err != nil {
		return err
	}
	return batch.Unmarshal(b, v)
}

func putSetting(tx Tx, name string, v any) error {
	b, err := batch.Marshal(v)
	if err != nil {
		return err
	}
	return tx.PutSetting(name, b)
}
