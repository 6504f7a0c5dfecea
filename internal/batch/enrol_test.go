package batch_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"ruhu/internal/batch"
)

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	code := batch.NewCode()
	bare := strings.ReplaceAll(code, " ", "")
	wide := strings.Map(func(r rune) rune {
		if r == ' ' {
			return '　'
		}
		return r - '0' + '０'
	}, code)
	for _, typed := range []string{code, bare, wide, strings.ReplaceAll(code, " ", "-"), "  " + bare + "\n"} {
		if got, err := batch.ParseCode(typed); err != nil || got != code {
			t.Errorf("%q: got %q, %v", typed, got, err)
		}
	}
}

func TestAMistypedCodeIsFoundOnTheSpot(t *testing.T) {
	bare := strings.ReplaceAll(batch.NewCode(), " ", "")
	for i := range bare {
		wrong := []byte(bare)
		wrong[i] = '0' + (wrong[i]-'0'+1)%10
		if _, err := batch.ParseCode(string(wrong)); !errors.Is(err, batch.ErrCodeForm) {
			t.Errorf("digit %d wrong: %v", i, err)
		}
	}
	for _, typed := range []string{"", bare[1:], bare + "1", "o" + bare[1:]} {
		if _, err := batch.ParseCode(typed); !errors.Is(err, batch.ErrCodeForm) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestEnrolmentProofsHoldForNothingElse(t *testing.T) {
	codeKey := batch.CodeKey(batch.NewCode())
	c := batch.County{Code: "532325", Name: "姚安县", Sign: pub, Recipient: county.Recipient().String()}
	d := batch.Device{Dev: 9, Sign: pub, Recipient: other.Recipient().String(), Name: "左门村 电脑"}
	r := batch.NewRequest(codeKey, c, d)
	if err := r.Check(codeKey, c); err != nil {
		t.Fatal(err)
	}
	wrongCounty := c
	wrongCounty.Recipient = other.Recipient().String()
	otherDevice := r
	otherDevice.Device.Dev++
	a := batch.NewAnswer(codeKey, c, d, batch.Position{})
	if err := a.Check(codeKey); err != nil {
		t.Fatal(err)
	}
	turned := batch.Answer{County: c, Device: d, Proof: r.Proof}
	for name, err := range map[string]error{
		"keys put in between":      r.Check(codeKey, wrongCounty),
		"another device":           otherDevice.Check(codeKey, c),
		"another code":             r.Check(batch.CodeKey(batch.NewCode()), c),
		"a request sent back":      turned.Check(codeKey),
		"an answer to other codes": a.Check(batch.CodeKey(batch.NewCode())),
	} {
		if !errors.Is(err, batch.ErrProof) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if bytes.Contains(r.CodeID, codeKey[:8]) {
		t.Error("the ID shows the key")
	}
}
