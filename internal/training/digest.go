package training

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ruhu/internal/survey"
)

// FORMAT of the digest of a mark, version 1. It is the SHA-256, in small hex digits, of these lines, each ended by one line feed (0x0A),
// in UTF-8:
//
//	ruhu mark 1
//	id=<n>:<the mark's id>
//	<key>=<n>:<value>        for each stored answer that is not empty, sorted by key, bytes compared
//
// n is the length of what follows the colon, in bytes, as a decimal number: a value with line feeds in it cannot pass for two. The answers are
// those that the store holds, as they are: session, enrolment, symbol, minutes, reason, corrects, way, by, device, at, prev, no, and whatever
// a later program adds. prev is the digest of the mark that the same device made before this one in the same class, absent of its first; no
// counts them from 1. Marks of the first release have neither.
//
// FORMAT of a class's head, version 1. One line for each end of a chain, sorted, bytes compared, parted by one line feed, none after the last:
//
//	<device>:<no>:<digest>          the last mark of a device, or of a branch of its chain
//	<device>/old:<n>:<digest>       its n marks without a number: the SHA-256 of their digests, sorted, each ended by a line feed
//
// The head is the SHA-256 of these lines, in small hex digits. A seal keeps the lines, so that `sha256sum` alone can prove the head.

// Digest is what the next mark of its device names as the one before it.
func (m Mark) Digest() string {
	if m.other != "" {
		return m.other
	}
	return digest(m.ID, m.Answers())
}

func digest(id string, a survey.Answers) string {
	var b strings.Builder
	b.WriteString("ruhu mark 1\n")
	line := func(key, value string) { fmt.Fprintf(&b, "%s=%d:%s\n", key, len(value), value) }
	line("id", id)
	for _, key := range slices.Sorted(maps.Keys(a)) {
		if a[key] != "" {
			line(key, a[key])
		}
	}
	return sha(b.String())
}

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
