package batch

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"math/big"
	"strings"

	"golang.org/x/text/width"

	"ruhu/internal/text"
)

// ErrCodeForm says that what was typed cannot be a code: a digit is missing or wrong.
var ErrCodeForm = text.NewError("batch.codeform")

// codeDigits is the length of a one-time code: 20 digits of chance (66 bits) and a check digit. Digits only, because they
// can be read out over the phone and never fall into a Chinese input method.
const codeDigits = 21

// NewCode makes a one-time code, as it is shown: seven groups of three digits.
func NewCode() string {
	n, err := rand.Int(rand.Reader, new(big.Int).Exp(big.NewInt(10), big.NewInt(codeDigits-1), nil))
	if err != nil {
		panic(err) // crypto/rand never fails
	}
	s := n.String()
	s = strings.Repeat("0", codeDigits-1-len(s)) + s
	return group(s + string(checkDigit(s)))
}

// ParseCode reads a code as people type it: full-width digits, any blanks and hyphens.
func ParseCode(typed string) (string, error) {
	var b strings.Builder
	for _, r := range width.Fold.String(typed) {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case strings.ContainsRune(" \t\r\n-–—_.　 ", r):
		default:
			return "", ErrCodeForm
		}
	}
	s := b.String()
	if len(s) != codeDigits || checkDigit(s[:codeDigits-1]) != s[codeDigits-1] {
		return "", ErrCodeForm
	}
	return group(s), nil
}

// CodeKey is the secret of a code that ParseCode gave, and CodeID the name under which the county finds it. Neither the
// code nor its key ever travels.
func CodeKey(code string) []byte {
	return must(hkdf.Key(sha256.New, []byte(code), nil, "ruhu enrolment code v1", 32))
}

// CodeID names the code of a key without giving it away.
func CodeID(key []byte) []byte { return mac(key, []byte("id"))[:16] }

func mac(key []byte, parts ...[]byte) []byte {
	m := hmac.New(sha256.New, key)
	for _, p := range parts {
		m.Write(p)
	}
	return m.Sum(nil)
}

func group(s string) string {
	var parts []string
	for ; len(s) > 3; s = s[3:] {
		parts = append(parts, s[:3])
	}
	return strings.Join(append(parts, s), " ")
}

// checkDigit is Luhn's (ISO/IEC 7812-1): it finds every single wrong digit and nearly every swap of neighbours.
func checkDigit(s string) byte {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return byte('0' + (10-sum%10)%10)
}
