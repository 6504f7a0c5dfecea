package vault_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/vault"
)

func open(t testing.TB, header []byte, pass string) *vault.Vault {
	t.Helper()
	v, err := vault.Open(header, pass)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func fresh(t testing.TB, pass string) (*vault.Vault, []byte) {
	t.Helper()
	v, err := vault.New(pass, vault.Cheap)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	header, err := v.Header()
	if err != nil {
		t.Fatal(err)
	}
	return v, header
}

func seal(t testing.TB, v *vault.Vault, bucket, key string, plain []byte) []byte {
	t.Helper()
	sealed, err := v.Seal(bucket, []byte(key), plain)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestWhatIsSealedOpensAfterReopening(t *testing.T) {
	v, header := fresh(t, "春风")
	again := open(t, header, "春风")
	rapid.Check(t, func(r *rapid.T) {
		plain := rapid.SliceOf(rapid.Byte()).Draw(r, "plain")
		plain = bytes.Repeat(plain, rapid.IntRange(1, 50).Draw(r, "times"))
		got, err := again.Unseal("e", []byte("k"), seal(t, v, "e", "k", plain))
		if err != nil || !bytes.Equal(got, plain) {
			r.Fatalf("%x came back as %x, %v", plain, got, err)
		}
	})
	if !v.Device().Equal(again.Device()) || v.Identity().String() != again.Identity().String() {
		t.Error("the device has other keys after reopening")
	}
}

func TestAValueOpensOnlyInItsOwnPlace(t *testing.T) {
	v, _ := fresh(t, "春风")
	other, _ := fresh(t, "春风")
	sealed := seal(t, v, "eo", "key", []byte("𠮷"))
	for name, try := range map[string]func() ([]byte, error){
		"another bucket":            func() ([]byte, error) { return v.Unseal("ox", []byte("key"), sealed) },
		"another key":               func() ([]byte, error) { return v.Unseal("eo", []byte("kez"), sealed) },
		"the border moved":          func() ([]byte, error) { return v.Unseal("e", []byte("okey"), sealed) },
		"another store, same words": func() ([]byte, error) { return other.Unseal("eo", []byte("key"), sealed) },
		"cut":                       func() ([]byte, error) { return v.Unseal("eo", []byte("key"), sealed[:len(sealed)-1]) },
		"empty":                     func() ([]byte, error) { return v.Unseal("eo", []byte("key"), nil) },
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := try(); !errors.Is(err, vault.ErrDamaged) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestEveryFlippedBitOfASealedValueIsSeen(t *testing.T) {
	v, _ := fresh(t, "春风")
	sealed := seal(t, v, "e", "k", []byte(strings.Repeat("古丽·阿不都热依木", 20)))
	for i := range len(sealed) * 8 {
		sealed[i/8] ^= 1 << (i % 8)
		if got, err := v.Unseal("e", []byte("k"), sealed); err == nil {
			t.Fatalf("bit %d: opened as %q", i, got)
		}
		sealed[i/8] ^= 1 << (i % 8)
	}
}

func TestEveryFlippedBitOfTheHeaderIsSeen(t *testing.T) {
	_, header := fresh(t, "春风")
	for i := range len(header) * 8 {
		header[i/8] ^= 1 << (i % 8)
		if _, err := vault.Open(header, "春风"); !errors.Is(err, vault.ErrDamaged) {
			t.Fatalf("bit %d: %v", i, err)
		}
		header[i/8] ^= 1 << (i % 8)
	}
}

func TestPassphrases(t *testing.T) {
	_, header := fresh(t, "Spring 2026")
	for name, tt := range map[string]struct {
		pass string
		want error
	}{
		"right":                            {"Spring 2026", nil},
		"typed in full width by the input": {"Ｓｐｒｉｎｇ　２０２６", nil},
		"other capitals":                   {"spring 2026", vault.ErrPassphrase},
		"one blank more":                   {"Spring 2026 ", vault.ErrPassphrase},
		"none":                             {"", vault.ErrPassphrase},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := vault.Open(header, tt.pass); !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
		})
	}
	if _, err := vault.New("", vault.Cheap); !errors.Is(err, vault.ErrEmpty) {
		t.Errorf("an empty passphrase: %v", err)
	}
}

func TestANewPassphraseOpensOldValues(t *testing.T) {
	v, header := fresh(t, "old")
	sealed := seal(t, v, "e", "k", []byte("㛃"))
	if _, err := v.ChangePassphrase("wrong", "new", vault.Cheap); !errors.Is(err, vault.ErrPassphrase) {
		t.Fatalf("changed with a wrong passphrase: %v", err)
	}
	next, err := v.ChangePassphrase("old", "new", vault.Cheap)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := open(t, next, "new").Unseal("e", []byte("k"), sealed); err != nil || string(got) != "㛃" {
		t.Errorf("got %q, %v", got, err)
	}
	if _, err := vault.Open(next, "old"); !errors.Is(err, vault.ErrPassphrase) {
		t.Errorf("the old passphrase still opens: %v", err)
	}
	if kept, _ := v.Header(); !bytes.Equal(kept, header) {
		t.Error("the vault took the new header before it was kept")
	}
}

func TestNothingPlainInWhatIsKept(t *testing.T) {
	v, header := fresh(t, "春风又绿江南岸")
	sealed := seal(t, v, "e", "k", []byte("张三 530000199001011234"))
	for name, plain := range map[string][]byte{"passphrase": []byte("春风"), "value": []byte("张三"), "number": []byte("530000"),
		"device key": v.Device().Seed(), "identity": []byte("AGE-SECRET-KEY")} {
		if bytes.Contains(header, plain) || bytes.Contains(sealed, plain) {
			t.Errorf("the %s can be read", name)
		}
	}
}

func TestAClosedVaultKnowsNothing(t *testing.T) {
	v, _ := fresh(t, "春风")
	sealed := seal(t, v, "e", "k", []byte("x"))
	device := v.Device()
	v.Close()
	if _, err := v.Seal("e", nil, nil); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("seals: %v", err)
	}
	if _, err := v.Unseal("e", []byte("k"), sealed); !errors.Is(err, vault.ErrClosed) {
		t.Errorf("unseals: %v", err)
	}
	if v.MAC("x") != nil || v.Device() != nil || v.Identity() != nil {
		t.Error("keys are still given")
	}
	if !bytes.Equal(device, make([]byte, ed25519.PrivateKeySize)) {
		t.Error("the signing key was not wiped")
	}
}

func TestMACsKeepTheirPartsApart(t *testing.T) {
	v, header := fresh(t, "春风")
	want := v.MAC("type", []byte("ab"), []byte("c"))
	if !bytes.Equal(want, open(t, header, "春风").MAC("type", []byte("ab"), []byte("c"))) {
		t.Error("another MAC after reopening")
	}
	for _, other := range [][]byte{v.MAC("type", []byte("a"), []byte("bc")), v.MAC("typea", []byte("b"), []byte("c")), v.MAC("type", []byte("abc"))} {
		if bytes.Equal(want, other) {
			t.Error("two things have one MAC")
		}
	}
}

func TestTheStandardCostIsWhatWePromise(t *testing.T) {
	if vault.Standard != (vault.Cost{Time: 3, Memory: 64 << 10, Threads: 2}) {
		t.Errorf("%+v", vault.Standard)
	}
	v, err := vault.New("春风", vault.Standard)
	if err != nil {
		t.Fatal(err)
	}
	header, _ := v.Header()
	open(t, header, "春风").Close()
}
