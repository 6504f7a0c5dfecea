package training_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func classWith(number, secret string) training.Class {
	return training.Class{ID: "c-" + number, Answers: survey.Answers{training.Number: number, training.Secret: secret}}
}

func TestACardIsReadHoweverTheScannerTypesIt(t *testing.T) {
	c := classWith("40718", "s1")
	code := c.Code(training.CardCode, 7)
	full := strings.Map(func(r rune) rune { return r - '0' + '０' }, code)
	for name, typed := range map[string]string{
		"as printed":            code,
		"line end":              code + "\r\n",
		"blanks around":         "  " + code + "\t",
		"full width":            full,
		"full width and blanks": "\u3000" + full + "\u3000",
		"in fives by hand":      code[:5] + " " + code[5:10] + " " + code[10:],
		"mark before it":        "\ufeff" + code,
	} {
		if seat, err := c.ReadCard(typed); err != nil || seat != 7 {
			t.Errorf("%s: seat %d, %v", name, seat, err)
		}
	}
}

func TestAWrongCardSaysWhatIsWrong(t *testing.T) {
	mine, other := classWith("40718", "s1"), classWith("00023", "s2")
	good := mine.Code(training.CardCode, 7)
	for name, c := range map[string]struct {
		typed string
		want  error
	}{
		"card of another class":   {other.Code(training.CardCode, 7), training.ErrOtherClass},
		"made with other secret":  {classWith("40718", "guess").Code(training.CardCode, 7), training.ErrCodeCheck},
		"another seat, old check": {good[:9] + "8" + good[10:], training.ErrCodeCheck},
		"board":                   {mine.Code(training.BoardCode, 1), training.ErrNotCard},
		"sign-in sheet":           {mine.SignInPage(3, 1), training.ErrNotCard},
		"too short":               {good[:14], training.ErrNotCode},
		"too long":                {good + "1", training.ErrNotCode},
		"an ID number":            {"53000019720101101X", training.ErrNotCode},
		"words":                   {"左门村", training.ErrNotCode},
		"nothing":                 {"", training.ErrNotCode},
		"unknown kind":            {"9" + good[1:], training.ErrNotCode},
	} {
		if _, err := mine.ReadCard(c.typed); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestACodeIsFifteenDigitsAndHoldsNoSecret(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := classWith(rapid.StringMatching(`[0-9]{5}`).Draw(t, "class"), rapid.StringN(1, 20, -1).Draw(t, "secret"))
		seat := rapid.IntRange(0, 9999).Draw(t, "seat")
		code := c.Code(training.CardCode, seat)
		if len(code) != 15 || strings.Trim(code, "0123456789") != "" {
			t.Fatalf("%q", code)
		}
		if back, err := c.ReadCard(code); err != nil || back != seat {
			t.Fatalf("%q gave seat %d, %v", code, back, err)
		}
	})
}

func TestASignInPageSaysDayAndPage(t *testing.T) {
	c := classWith("40718", "s1")
	code, err := training.ParseCode(c.SignInPage(10, 2))
	if err != nil || code.Kind != training.SignInCode || code.Day != 10 || code.Page != 2 || code.Class() != "40718" || !code.Valid("s1") {
		t.Errorf("%+v, %v", code, err)
	}
	roster, err := training.ParseCode(c.Code(training.RosterCode, 46))
	if err != nil || roster.Page != 46 || roster.Valid("s2") {
		t.Errorf("%+v, %v", roster, err)
	}
}

func TestNoCodeIsMadeThatWouldReadWrong(t *testing.T) {
	c := classWith("40718", "s1")
	for name, code := range map[string]string{
		"seat too high":       c.Code(training.CardCode, 10_000),
		"page too high":       c.SignInPage(1, 100),
		"day too high":        c.SignInPage(100, 1),
		"class has no secret": classWith("40718", "").Code(training.CardCode, 1),
		"class has no number": classWith("", "s1").Code(training.CardCode, 1),
	} {
		if code != "" {
			t.Errorf("%s: %q", name, code)
		}
	}
	if c, err := training.ParseCode(c.Code(training.CardCode, 1)); err != nil || c.Valid("") {
		t.Error("an empty secret must check nothing", err)
	}
}

func TestNewSecretsFitTheCodes(t *testing.T) {
	a, err := training.NewSecrets(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := training.Class{ID: "c", Answers: a}
	if seat, err := c.ReadCard(c.Code(training.CardCode, 12)); err != nil || seat != 12 {
		t.Errorf("%v: seat %d, %v", len(c.Secret()), seat, err)
	}
	b, _ := training.NewSecrets(nil)
	if a[training.Secret] == b[training.Secret] {
		t.Error("two classes got one secret")
	}
}

// Cards that were printed by an earlier version hang round people's necks: these must read for ever.
func TestCardsPrintedEarlierStillRead(t *testing.T) {
	c := classWith("40718", "0123456789abcdef0123456789abcdef")
	for code, seat := range map[string]int{"140718000195472": 1, "140718003831771": 38} {
		if got, err := c.ReadCard(code); err != nil || got != seat {
			t.Errorf("%s: seat %d, %v", code, got, err)
		}
	}
}
