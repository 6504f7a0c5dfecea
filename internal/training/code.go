package training

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// A code is what a card or a page carries as a QR: digits only, because a scanner types what it reads, and letters would fall
// into a Chinese input method. It says nothing about a person:
//
//	1 digit   kind
//	5 digits  the class's opaque number
//	4 digits  of a card the seat; of a page its number; of a sign-in sheet two for the day, two for the page; of any further
//	          paper two for which paper it is, two for the page; of a certificate the seat
//	5 digits  check: HMAC-SHA256 under the class's secret, so that a made-up code is found out
const codeDigits, checkDigits, classDigits = 15, 5, 5

// Kinds of code.
const (
	CardCode   = '1'
	BoardCode  = '2'
	RosterCode = '3'
	SignInCode = '4'
	SignUpCode = '5'
	PaperCode  = '6' // a page of one of the papers that have a number (paper.Paper.Number)
	CertCode   = '7' // a certificate, by the seat of whose it is
)

// Errors of reading a code. ErrCodeCheck is a code that is not genuine or was misread; ErrOtherClass is a card of another class.
var (
	ErrNotCode    = text.NewError("training.not_code")
	ErrNotCard    = text.NewError("training.not_card")
	ErrCodeCheck  = text.NewError("training.code_check")
	ErrOtherClass = text.NewError("training.other_class")
)

// Code is a code that was read.
type Code struct {
	Kind   byte
	Number string // nine digits: class and seat, or class, day and page
	Page   int    // of a page's code
	Day    int    // of a sign-in sheet: 1 is the class's first day
	Paper  int    // of a page of kind PaperCode: which paper
	check  string
}

// NewCode makes a code out of a kind and nine digits.
func NewCode(kind byte, number, secret string) string {
	return string(kind) + number + check(string(kind)+number, secret)
}

// ParseCode reads what a scanner typed: blanks around it, full-width digits and a line end are fine. It cannot tell whether
// the code is genuine; Valid does, with the class's secret.
func ParseCode(typed string) (Code, error) {
	s := halfWidth(typed)
	if len(s) != codeDigits || strings.Trim(s, "0123456789") != "" || s[0] < CardCode || s[0] > CertCode {
		return Code{}, ErrNotCode
	}
	c := Code{Kind: s[0], Number: s[1 : codeDigits-checkDigits], check: s[codeDigits-checkDigits:]}
	switch c.Kind {
	case SignInCode:
		c.Day, _ = strconv.Atoi(c.Number[5:7])
		c.Page, _ = strconv.Atoi(c.Number[7:9])
	case PaperCode:
		c.Paper, _ = strconv.Atoi(c.Number[5:7])
		c.Page, _ = strconv.Atoi(c.Number[7:9])
	case RosterCode, BoardCode, SignUpCode:
		c.Page = c.low()
	}
	return c, nil
}

// Class is the five digits of the class that the code says it belongs to.
func (c Code) Class() string { return c.Number[:classDigits] }

// Seat is the seat of a card or of a certificate.
func (c Code) Seat() int {
	if c.Kind != CardCode && c.Kind != CertCode {
		return 0
	}
	return c.low()
}

// Valid tells whether the code was made with the class's secret. A class without one has no valid code.
func (c Code) Valid(secret string) bool {
	return secret != "" && hmac.Equal([]byte(c.check), []byte(check(string(c.Kind)+c.Number, secret)))
}

func (c Code) low() int {
	n, _ := strconv.Atoi(c.Number[classDigits:])
	return n
}

// Code makes the code of one of the class's pages or cards; low is the seat or the page. "" when the class has no secret or
// low does not fit: then nothing is printed rather than a code that reads wrong.
func (c Class) Code(kind byte, low int) string {
	if c.Secret() == "" || len(c.Number()) != classDigits || low < 0 || low > 9999 {
		return ""
	}
	return NewCode(kind, fmt.Sprintf("%s%04d", c.Number(), low), c.Secret())
}

// SignInPage makes the code of a sign-in sheet: the day of the class, counted from 1, and the page of that day.
func (c Class) SignInPage(day, page int) string {
	if day < 0 || day > 99 || page < 0 || page > 99 {
		return ""
	}
	return c.Code(SignInCode, day*100+page)
}

// PaperPage makes the code of a page of a paper by the paper's number. "" beyond the 99th page of it.
func (c Class) PaperPage(paper, page int) string {
	if paper < 1 || paper > 99 || page < 0 || page > 99 {
		return ""
	}
	return c.Code(PaperCode, paper*100+page)
}

// ReadCard reads the card of one of the class's trainees and gives its seat.
func (c Class) ReadCard(typed string) (seat int, err error) {
	code, err := ParseCode(typed)
	switch {
	case err != nil:
		return 0, err
	case code.Class() != c.Number():
		return 0, ErrOtherClass
	case !code.Valid(c.Secret()):
		return 0, ErrCodeCheck
	case code.Kind != CardCode:
		return 0, ErrNotCard
	}
	return code.Seat(), nil
}

// NewSecrets makes what a new class needs for its codes: answers to store with it. Chance comes from r; nil is the system's.
func NewSecrets(r io.Reader) (survey.Answers, error) {
	if r == nil {
		r = rand.Reader
	}
	secret := make([]byte, 16)
	if _, err := io.ReadFull(r, secret); err != nil {
		return nil, fmt.Errorf("class secret: %w", err)
	}
	n, err := rand.Int(r, big.NewInt(100_000))
	if err != nil {
		return nil, fmt.Errorf("class number: %w", err)
	}
	return survey.Answers{Secret: hex.EncodeToString(secret), Number: fmt.Sprintf("%05d", n)}, nil
}

func check(payload, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("ruhu code " + payload))
	return fmt.Sprintf("%05d", binary.BigEndian.Uint64(mac.Sum(nil))%100_000)
}

// halfWidth brings what an input method may have made of a scan back to plain digits.
func halfWidth(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r <= ' ', r == '\u3000', r == '\u00a0', r == '\u200b', r == '\ufeff':
			return -1
		}
		return r
	}, typed)
}
