package batch

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
)

// The words of the conversation over HTTP that both sides must spell alike; internal/exchange/PROTOCOL.md tells its course.
const (
	PathCounty  = "/v1/county"  // GET: a County as JSON, for anybody
	PathEnrol   = "/v1/enrol"   // POST: a request, answered by an answer
	PathBatches = "/v1/batches" // POST: a batch, answered by a receipt or a position
	PathChanges = "/v1/changes" // GET: changes after a cursor, or a position
	PathBlobs   = "/v1/blobs"   // POST: a piece, answered by a blob or a position

	MediaLetter  = "application/vnd.ruhu.letter"
	MediaProblem = "application/vnd.ruhu.problem+json"

	HeaderSignature = "Ruhu-Signature" // of a GET: the device's signature over SignedRequest, base64
)

// Problem is what the county answers where no letter can be: to a device that it does not know, or that it cannot read.
type Problem struct {
	Code string `json:"code"`
}

// Codes of problems. They are read by programs of other versions: never rename one.
const (
	ProblemLetter      = "letter"       // what came cannot be read
	ProblemTooBig      = "too-big"      // or is too big
	ProblemNewer       = "newer"        // or is of a newer program
	ProblemStranger    = "stranger"     // no such device, or its signature does not fit
	ProblemCounty      = "county"       // meant for another county
	ProblemCodeWrong   = "code-wrong"   // no such one-time code
	ProblemCodeUsed    = "code-used"    // used by another device
	ProblemCodeExpired = "code-expired" // too old
	ProblemDevice      = "device"       // the device number belongs to another key
	ProblemBusy        = "busy"         // too many attempts, or too much work: later
	ProblemOffice      = "office"       // the county cannot, for reasons of its own
)

// SignedRequest is what a device signs when it asks for changes: who asks whom for what. Sent again by somebody else it
// brings only what he cannot open.
func SignedRequest(county string, dev uint32, uri string) []byte {
	return fmt.Appendf(nil, "ruhu-get-v1\x00%s\x00%d\x00%s", county, dev, uri)
}

// SignRequest gives the value of HeaderSignature.
func SignRequest(sign Signer, county string, dev uint32, uri string) string {
	return base64.StdEncoding.EncodeToString(sign(SignedRequest(county, dev, uri)))
}

// CheckRequest tells whether the device with this key asked.
func CheckRequest(key ed25519.PublicKey, header, county string, dev uint32, uri string) error {
	sig, err := base64.StdEncoding.DecodeString(header)
	if err != nil || len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, SignedRequest(county, dev, uri), sig) {
		return ErrSignature
	}
	return nil
}

// Cursor is how far a device has read the county's feed. A county restored from a backup has another epoch, and old
// cursors say nothing about its feed.
type Cursor struct {
	Epoch uint64 `cbor:"1,keyasint"`
	Seq   uint64 `cbor:"2,keyasint"`
}

// String is the cursor as it stands in a request.
func (c Cursor) String() string { return fmt.Sprintf("%x:%d", c.Epoch, c.Seq) }

// ParseCursor reads what String wrote.
func ParseCursor(s string) (Cursor, error) {
	epoch, seq, ok := strings.Cut(s, ":")
	e, err := strconv.ParseUint(epoch, 16, 64)
	n, err2 := strconv.ParseUint(seq, 10, 64)
	if !ok || err != nil || err2 != nil {
		return Cursor{}, fmt.Errorf("cursor %q", s)
	}
	return Cursor{e, n}, nil
}
