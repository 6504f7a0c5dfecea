package exchange

import (
	"context"
	"errors"
	"net"
	"syscall"

	"ruhu/internal/batch"
	"ruhu/internal/text"
)

// What can go wrong, in words for people. Nothing is ever lost by any of it: what has no receipt stays unsent.
var (
	ErrNotEnrolled  = text.NewError("exchange.notenrolled")
	ErrOffline      = text.NewError("exchange.offline")     // no network
	ErrAddress      = text.NewError("exchange.address")     // not an address, or nobody of that name
	ErrNoAnswer     = text.NewError("exchange.noanswer")    // nobody listens there, or too slow
	ErrNonsense     = text.NewError("exchange.nonsense")    // somebody answers who is no county: a login page, a proxy
	ErrCountyFails  = text.NewError("exchange.countyfails") // the county answers that it cannot
	ErrOtherCounty  = text.NewError("exchange.othercounty") // a county, but not the one we enrolled with
	ErrStranger     = text.NewError("exchange.stranger")    // the county does not know this device
	ErrRevoked      = text.NewError("exchange.revoked")
	ErrBusy         = text.NewError("exchange.busy")
	ErrRefused      = text.NewError("exchange.refused") // the county could not read the batch
	ErrTooBig       = text.NewError("exchange.toobig")
	ErrUpdate       = text.NewError("exchange.update") // the county's program is older than this one
	ErrCodeWrong    = text.NewError("exchange.codewrong")
	ErrCodeUsed     = text.NewError("exchange.codeused")
	ErrCodeExpired  = text.NewError("exchange.codeexpired")
	ErrDeviceTaken  = text.NewError("exchange.devicetaken")
	ErrTwice        = text.NewError("exchange.twice")        // two machines seem to use one store
	ErrAttachment   = text.NewError("exchange.attachment")   // the county could not take an attachment, though asked more than once
	ErrNoAttachment = text.NewError("exchange.noattachment") // nobody has sent it to the county yet
	ErrClockFast    = text.NewError("exchange.clockfast")
	ErrClockSlow    = text.NewError("exchange.clockslow")
)

var problems = map[string]error{
	batch.ProblemLetter:      ErrRefused,
	batch.ProblemTooBig:      ErrTooBig,
	batch.ProblemNewer:       ErrUpdate,
	batch.ProblemStranger:    ErrStranger,
	batch.ProblemCounty:      ErrOtherCounty,
	batch.ProblemCodeWrong:   ErrCodeWrong,
	batch.ProblemCodeUsed:    ErrCodeUsed,
	batch.ProblemCodeExpired: ErrCodeExpired,
	batch.ProblemDevice:      ErrDeviceTaken,
	batch.ProblemBusy:        ErrBusy,
	batch.ProblemOffice:      ErrCountyFails,
}

// netError says what a failed request means to a person. A cancelled one is the program's own doing and stays as it is.
func netError(ctx context.Context, err error) error {
	var dns *net.DNSError
	var refused *text.Error
	switch {
	case errors.Is(context.Cause(ctx), context.Canceled):
		return ctx.Err()
	case errors.As(err, &refused):
		return refused
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETDOWN):
		return ErrOffline.Because(err)
	case errors.As(err, &dns) && dns.IsNotFound:
		return ErrAddress.Because(err)
	case errors.As(err, &dns):
		return ErrOffline.Because(err)
	}
	return ErrNoAnswer.Because(err)
}

// move is not a failure but the county's word that it stands elsewhere with us than we thought.
type move struct{ to batch.Position }

func (move) Error() string { return ErrTwice.Error() }
func (move) Unwrap() error { return ErrTwice }

func moved(err error) (batch.Position, bool) {
	var m move
	ok := errors.As(err, &m)
	return m.to, ok
}
