package batch

import (
	"crypto/hmac"

	"ruhu/internal/text"
)

// ErrProof says that the other side does not know the one-time code, whatever it says of itself.
var ErrProof = text.NewError("batch.proof")

// County is what a county says of itself to anybody who asks. Nothing of it is believed until an Answer has proved that its
// writer knows the one-time code.
type County struct {
	Code      string `cbor:"1,keyasint" json:"code"`
	Name      string `cbor:"2,keyasint" json:"name"`
	Sign      []byte `cbor:"3,keyasint" json:"sign"`      // Ed25519
	Recipient string `cbor:"4,keyasint" json:"recipient"` // age X25519
	Epoch     uint64 `cbor:"5,keyasint" json:"-"`
	Pin       []byte `cbor:"6,keyasint,omitempty" json:"-"` // SHA-256 of the TLS certificate's public key, where it has one
}

// Device is what a device says of itself when it enrols.
type Device struct {
	Dev       uint32 `cbor:"1,keyasint"`
	Sign      []byte `cbor:"2,keyasint"`
	Recipient string `cbor:"3,keyasint"`
	Name      string `cbor:"4,keyasint"` // what people call the machine or its user
}

// Request is the body of a request to be enrolled. Proof binds the device to the county whose keys it saw, so that nobody
// between the two can put his own keys in their place.
type Request struct {
	Device Device `cbor:"1,keyasint"`
	CodeID []byte `cbor:"2,keyasint"`
	Proof  []byte `cbor:"3,keyasint"`
}

// Answer is the body of the answer: signed by the county, it is the device's certificate, and the device keeps it.
type Answer struct {
	County   County   `cbor:"1,keyasint"`
	Device   Device   `cbor:"2,keyasint"`
	Position Position `cbor:"3,keyasint"`
	Proof    []byte   `cbor:"4,keyasint"`
}

// NewRequest asks county to enrol d; key is the code's.
func NewRequest(key []byte, county County, d Device) Request {
	return Request{Device: d, CodeID: CodeID(key), Proof: proof(key, "request", asShown(county), d)}
}

// Check tells whether the request's writer knows the code and saw this county's keys.
func (r Request) Check(key []byte, county County) error {
	if !hmac.Equal(r.Proof, proof(key, "request", asShown(county), r.Device)) {
		return ErrProof
	}
	return nil
}

// NewAnswer enrols d.
func NewAnswer(key []byte, county County, d Device, at Position) Answer {
	return Answer{County: county, Device: d, Position: at, Proof: proof(key, "answer", county, d)}
}

// Check tells whether the answer's writer knows the code and means this device.
func (a Answer) Check(key []byte) error {
	if !hmac.Equal(a.Proof, proof(key, "answer", a.County, a.Device)) {
		return ErrProof
	}
	return nil
}

// asShown leaves out what a county shows only after an enrolment.
func asShown(c County) County {
	return County{Code: c.Code, Name: c.Name, Sign: c.Sign, Recipient: c.Recipient}
}

func proof(key []byte, role string, c County, d Device) []byte {
	return mac(key, must(Marshal([]any{"ruhu enrolment v1", role, c, d})))
}
