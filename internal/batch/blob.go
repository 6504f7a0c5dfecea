package batch

import "ruhu/internal/blob"

// Piece is what a device says of a blob: here is a part of it, or, without Data, how much of it have you, or, with Want, give
// me a part.
type Piece struct {
	Hash blob.Hash `cbor:"1,keyasint"`
	Size int64     `cbor:"2,keyasint,omitempty"`
	N    int       `cbor:"3,keyasint,omitempty"` // the first piece in Data, or the first one wanted
	Data []byte    `cbor:"4,keyasint,omitempty"` // whole pieces, but for the blob's last
	Want int       `cbor:"5,keyasint,omitempty"` // how many pieces it would like at most
}

// Blob is the county's answer: how much of the blob it has, from the first piece on.
type Blob struct {
	Hash    blob.Hash `cbor:"1,keyasint"`
	Size    int64     `cbor:"2,keyasint,omitempty"`
	Have    int       `cbor:"3,keyasint,omitempty"` // pieces
	N       int       `cbor:"4,keyasint,omitempty"`
	Data    []byte    `cbor:"5,keyasint,omitempty"`
	Unknown bool      `cbor:"6,keyasint,omitempty"` // no record that it has names this blob: it does not want it
}

// MaxPieces is how many pieces one letter carries at most.
const MaxPieces = 8
