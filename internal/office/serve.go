package office

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"

	"ruhu/internal/batch"
)

// Handler serves the devices: batch.PathCounty and the other paths of package batch.
func (o *Office) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+batch.PathCounty, o.serveCounty)
	mux.HandleFunc("POST "+batch.PathEnrol, func(w http.ResponseWriter, r *http.Request) {
		o.serveLetter(w, r, func(b []byte) (Reply, error) { return o.Enrol(r.Context(), address(r), b) })
	})
	mux.HandleFunc("POST "+batch.PathBatches, func(w http.ResponseWriter, r *http.Request) {
		o.serveLetter(w, r, func(b []byte) (Reply, error) { return o.Ingest(r.Context(), b) })
	})
	mux.HandleFunc("POST "+batch.PathBlobs, func(w http.ResponseWriter, r *http.Request) {
		o.serveLetter(w, r, func(b []byte) (Reply, error) { return o.TakePiece(r.Context(), b) })
	})
	mux.HandleFunc("GET "+batch.PathChanges, o.serveChanges)
	return mux
}

func (o *Office) serveCounty(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(o.County())
}

// Limits of what strangers can make us hold in memory: a batch that a device makes is under 1 MiB.
const (
	maxUpload = 4 << 20
	maxAtOnce = 64
)

func (o *Office) serveLetter(w http.ResponseWriter, r *http.Request, handle func([]byte) (Reply, error)) {
	select {
	case o.slots <- struct{}{}:
		defer func() { <-o.slots }()
	default:
		o.answer(w, Reply{}, ErrBusy)
		return
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
	var tooBig *http.MaxBytesError
	switch {
	case errors.As(err, &tooBig):
		err = batch.ErrTooBig
	case err != nil:
		return // the device is gone; it will come again
	}
	var reply Reply
	if err == nil {
		reply, err = handle(b)
	}
	o.answer(w, reply, err)
}

func (o *Office) serveChanges(w http.ResponseWriter, r *http.Request) {
	v := r.URL.Query()
	dev, err := strconv.ParseUint(v.Get("dev"), 10, 32)
	after, err2 := batch.ParseCursor(v.Get("after"))
	no, err3 := strconv.ParseUint(v.Get("no"), 10, 64)
	limit, _ := strconv.Atoi(v.Get("max"))
	if err := errors.Join(err, err2, err3); err != nil {
		o.answer(w, Reply{}, ErrLetter.Because(err))
		return
	}
	reply, err := o.Pull(r.Context(), Question{Dev: uint32(dev), URI: r.URL.RequestURI(), After: after, No: no, Max: limit,
		Signature: r.Header.Get(batch.HeaderSignature), Own: v.Get("own") == "1"})
	o.answer(w, reply, err)
}

// answer writes the reply, or the problem that err is.
func (o *Office) answer(w http.ResponseWriter, r Reply, err error) {
	if err != nil {
		o.problem(w, err)
		return
	}
	w.Header().Set("Content-Type", batch.MediaLetter)
	w.Header().Set("Content-Length", strconv.Itoa(len(r.Sealed)))
	w.WriteHeader(o.status(r))
	w.Write(r.Sealed)
}

func (o *Office) status(r Reply) int {
	switch {
	case r.Kind != batch.KindPosition:
		return http.StatusOK
	case r.At.Revoked:
		return http.StatusForbidden
	case r.Stale:
		return http.StatusPreconditionFailed
	}
	return http.StatusConflict
}

// problems are the errors that a device is told of, by status and code.
var problems = []struct {
	err    error
	status int
	code   string
}{
	{batch.ErrTooBig, http.StatusRequestEntityTooLarge, batch.ProblemTooBig},
	{batch.ErrNewer, http.StatusUpgradeRequired, batch.ProblemNewer},
	{ErrStranger, http.StatusUnauthorized, batch.ProblemStranger},
	{ErrOtherCounty, http.StatusMisdirectedRequest, batch.ProblemCounty},
	{batch.ErrNotForUs, http.StatusMisdirectedRequest, batch.ProblemCounty},
	{ErrCodeWrong, http.StatusForbidden, batch.ProblemCodeWrong},
	{ErrCodeUsed, http.StatusForbidden, batch.ProblemCodeUsed},
	{ErrCodeExpired, http.StatusForbidden, batch.ProblemCodeExpired},
	{ErrDeviceTaken, http.StatusConflict, batch.ProblemDevice},
	{ErrBusy, http.StatusTooManyRequests, batch.ProblemBusy},
	{ErrLetter, http.StatusBadRequest, batch.ProblemLetter},
	{batch.ErrOther, http.StatusBadRequest, batch.ProblemLetter},
	{batch.ErrHalf, http.StatusBadRequest, batch.ProblemLetter},
	{batch.ErrDamaged, http.StatusBadRequest, batch.ProblemLetter},
	{batch.ErrSignature, http.StatusBadRequest, batch.ProblemLetter},
}

func (o *Office) problem(w http.ResponseWriter, err error) {
	status, code := http.StatusInternalServerError, batch.ProblemOffice
	for _, p := range problems {
		if errors.Is(err, p.err) {
			status, code = p.status, p.code
			break
		}
	}
	if status == http.StatusInternalServerError {
		o.o.Log.Error("request failed", "error", err)
	} else {
		o.o.Log.Warn("request refused", "problem", code)
	}
	w.Header().Set("Content-Type", batch.MediaProblem)
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(batch.Problem{Code: code})
}

// address is where a request comes from, without the port.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
