package xlsform

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// plainKey is what keys of a county's own questions look like; see survey's own.
var plainKey = regexp.MustCompile(`^x_[a-z0-9_]{1,40}$`)

// keyOf makes the key of a question: x_<name>. A name in Chinese, or one that is too long, gets a key made from it, always the
// same one: answers given before the form was read again must be found.
func keyOf(name string) string {
	k := strings.ToLower(strings.NewReplacer("-", "_", ".", "_").Replace(name))
	if !strings.HasPrefix(k, "x_") {
		k = "x_" + k
	}
	if plainKey.MatchString(k) {
		return k
	}
	return made(name)
}

func made(name string) string {
	sum := sha256.Sum256([]byte(name))
	return "x_q" + hex.EncodeToString(sum[:6])
}
