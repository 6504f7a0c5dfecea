package batch_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"

	"ruhu/internal/batch"
)

var (
	pub, key, _ = ed25519.GenerateKey(nil)
	county, _   = age.GenerateX25519Identity()
	other, _    = age.GenerateX25519Identity()
)

func written(t testing.TB, body []byte) *batch.Letter {
	t.Helper()
	h := batch.Header{Kind: batch.KindBatch, County: "532325", Dev: 7, Epoch: 3, No: 1, From: 1, To: 2, Count: 2}
	l, err := batch.Write(h, body, batch.SignWith(key))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func sealed(t testing.TB, l *batch.Letter) []byte {
	t.Helper()
	b, err := l.Seal(county.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestALetterComesBackAsItWasWritten(t *testing.T) {
	body := []byte("古丽·阿不都热依木 㛃 𬭳 𠮷")
	l := written(t, body)
	got, err := batch.Open(sealed(t, l), county)
	if err != nil {
		t.Fatal(err)
	}
	if got.ID != l.ID || got.Header != l.Header {
		t.Fatalf("read %+v, wrote %+v", got.Header, l.Header)
	}
	if err := got.Verify(pub); err != nil {
		t.Fatal(err)
	}
	if b, err := got.Body(); err != nil || !bytes.Equal(b, body) {
		t.Fatalf("body %q, %v", b, err)
	}
}

func TestSealingTwiceGivesOtherBytesAndTheSameID(t *testing.T) {
	l := written(t, []byte("x"))
	a, b := sealed(t, l), sealed(t, l)
	if bytes.Equal(a, b) {
		t.Fatal("two seals are the same bytes")
	}
	x, _ := batch.Open(a, county)
	y, _ := batch.Open(b, county)
	if x.ID != y.ID {
		t.Fatal("the ID depends on the seal")
	}
}

func TestNothingOfTheBodyShowsOutsideTheSeal(t *testing.T) {
	b := sealed(t, written(t, []byte(strings.Repeat("530000199001011234", 3))))
	if bytes.Contains(b, []byte("530000")) || bytes.Contains(b, []byte("532325")) {
		t.Fatal("plain text in a sealed letter")
	}
}

func TestEachAccidentHasItsOwnError(t *testing.T) {
	good := sealed(t, written(t, bytes.Repeat([]byte("change "), 30000)))
	cases := []struct {
		name string
		file []byte
		want error
	}{
		{"empty file", nil, batch.ErrOther},
		{"a login page", []byte("<!DOCTYPE html><title>登录</title>"), batch.ErrOther},
		{"an xlsx file", []byte("PK\x03\x04"), batch.ErrOther},
		{"three bytes", good[:3], batch.ErrHalf},
		{"frame only", good[:16], batch.ErrHalf},
		{"half", good[:len(good)/2], batch.ErrHalf},
		{"one byte short", good[:len(good)-1], batch.ErrHalf},
		{"one byte long", append(bytes.Clone(good), 0), batch.ErrDamaged},
		{"bit flipped in the seal", flip(good, 100), batch.ErrDamaged},
		{"bit flipped at the end", flip(good, len(good)-1), batch.ErrDamaged},
		{"length too great", flip(good, 8), batch.ErrTooBig},
		{"newer frame", append([]byte("RUHU\x02"), good[5:]...), batch.ErrNewer},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := batch.Open(c.file, county); !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestNoFlippedBitIsEverRead(t *testing.T) {
	good := sealed(t, written(t, []byte("a short body")))
	for i := range good {
		_, err := batch.Open(flip(good, i), county)
		if err == nil || i >= 16 && !errors.Is(err, batch.ErrDamaged) {
			t.Fatalf("byte %d was changed: %v", i, err)
		}
	}
}

func TestALetterForAnotherCountyStaysShut(t *testing.T) {
	if _, err := batch.Open(sealed(t, written(t, []byte("x"))), other); !errors.Is(err, batch.ErrNotForUs) {
		t.Fatal(err)
	}
}

func TestAForgedLetterIsNotBelieved(t *testing.T) {
	l := written(t, []byte("x"))
	b := l.Bytes()
	for _, at := range []int{3, ed25519.SignatureSize + 12, len(b) - 1} {
		got, err := batch.Parse(flip(b, at))
		if err == nil {
			err = got.Verify(pub)
		}
		if err == nil {
			t.Fatalf("byte %d was changed and the signature still fits", at)
		}
	}
	stranger, _, _ := ed25519.GenerateKey(nil)
	if err := l.Verify(stranger); !errors.Is(err, batch.ErrSignature) {
		t.Fatal(err)
	}
}

func TestAReceiptIsNoBatch(t *testing.T) {
	l := written(t, []byte("x"))
	l.Kind = batch.KindReceipt
	if err := l.Verify(pub); !errors.Is(err, batch.ErrSignature) {
		t.Fatal("a signature of one kind of letter holds for another")
	}
}

func TestABombIsRefusedBeforeItIsUnpacked(t *testing.T) {
	l := written(t, make([]byte, 32<<20))
	if _, err := batch.Parse(l.Bytes()); !errors.Is(err, batch.ErrTooBig) {
		t.Fatal(err)
	}
	if _, err := batch.Write(batch.Header{Kind: batch.KindBatch}, make([]byte, batch.MaxRaw+1), batch.SignWith(key)); !errors.Is(err, batch.ErrTooBig) {
		t.Fatal(err)
	}
}

func flip(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 0x40
	return b
}

func FuzzParse(f *testing.F) {
	f.Add(written(f, []byte("x")).Bytes())
	f.Add(written(f, bytes.Repeat([]byte("change"), 500)).Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := batch.Parse(b)
		if err != nil {
			return
		}
		if !bytes.Equal(l.Bytes(), b) {
			t.Fatal("a letter that was read is written otherwise")
		}
		if body, err := l.Body(); err == nil && len(body) != l.RawLen {
			t.Fatal("body is not as long as stated")
		}
	})
}
