package batch_test

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"filippo.io/age"

	"ruhu/internal/batch"
	"ruhu/internal/change"
)

var update = flag.Bool("update", false, "write testdata anew; only for a new version of the format, under a new name")

// exampleDevice signs the example: its seed is 32 times 0x01. The county opens it with testdata/county-v1.key. Neither
// protects anything.
var exampleDevice = ed25519.NewKeyFromSeed([]byte(strings.Repeat("\x01", 32)))

func exampleChanges() []change.Change {
	first := change.Stamp{Time: 1_763_600_400_000 << 16, Dev: 0xCAFE}
	second := change.Stamp{Time: first.Time + 1, Dev: 0xCAFE}
	return []change.Change{
		{LSN: 1, Type: "household", ID: "01919e6e-0000-7000-8000-000000000001", Stamp: first, Actor: "李春梅", Schema: 1,
			Fields: map[string]change.Set{"head_name": {Value: "古丽·阿不都热依木"}, "x_roof": {Value: "瓦房"}}},
		{LSN: 2, Type: "household", ID: "01919e6e-0000-7000-8000-000000000001", Stamp: second, Actor: "李春梅", Reason: "打电话核实", Schema: 1,
			Fields: map[string]change.Set{"head_name": {Value: "㛃𬭳𠮷", Base: []change.Stamp{first}}}},
	}
}

func TestTheExampleOpensForEver(t *testing.T) {
	if *update {
		writeExample(t)
	}
	key, err := os.ReadFile("testdata/county-v1.key")
	ok(t, err)
	identity, err := age.ParseX25519Identity(strings.TrimSpace(string(key)))
	ok(t, err)
	sealed, err := os.ReadFile("testdata/batch-v1.ruhu")
	ok(t, err)
	l, err := batch.Open(sealed, identity)
	ok(t, err)
	ok(t, l.Verify(exampleDevice.Public().(ed25519.PublicKey)))
	want := batch.Header{Version: 1, Suite: 1, Kind: batch.KindBatch, County: "532325", Dev: 0xCAFE, Epoch: 7, No: 1, From: 1, To: 2,
		Count: 2, Time: 1_763_600_400_000, RawLen: l.RawLen}
	if l.Header != want {
		t.Errorf("header %+v", l.Header)
	}
	if l.ID.String() != exampleID {
		t.Errorf("id %s", l.ID)
	}
	body, err := l.Body()
	ok(t, err)
	items, err := batch.Items(body, l.Count)
	ok(t, err)
	for i, it := range items {
		ok(t, it.Err)
		wrote, err := exampleChanges()[i].MarshalBinary()
		ok(t, err)
		if got := it.Change; got.Actor != "李春梅" || hex.EncodeToString(it.Raw) != hex.EncodeToString(wrote) {
			t.Errorf("change %d: %+v", i+1, got)
		}
	}
}

// exampleID is the ID of testdata/batch-v1.ruhu.
const exampleID = "3ba88b5b7bc3580d7082209a3716ad1943bb258f2082dbc616b56f385dd13f78"

func writeExample(t *testing.T) {
	id, err := age.GenerateX25519Identity()
	ok(t, err)
	l, err := batch.NewBatch(batch.Header{County: "532325", Dev: 0xCAFE, Epoch: 7, No: 1, Time: 1_763_600_400_000}, exampleChanges(), batch.SignWith(exampleDevice))
	ok(t, err)
	sealed, err := l.SealTo(id.Recipient().String())
	ok(t, err)
	ok(t, os.WriteFile("testdata/batch-v1.ruhu", sealed, 0o644))
	ok(t, os.WriteFile("testdata/county-v1.key", []byte(id.String()+"\n"), 0o644))
	t.Logf("id %s", l.ID)
}

func TestABodyThatIsNotWhatTheHeaderSaysIsRefused(t *testing.T) {
	body, err := batch.Changes(exampleChanges())
	ok(t, err)
	for name, c := range map[string]struct {
		body  []byte
		count int
	}{
		"one too few":  {body, 3},
		"one too many": {body, 1},
		"cut":          {body[:len(body)-1], 2},
		"noise behind": {append([]byte(nil), append(body, 0xff)...), 2},
		"empty":        {nil, 1},
	} {
		if _, err := batch.Items(c.body, c.count); !errors.Is(err, batch.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAChangeThatCannotBeReadLeavesTheOthersReadable(t *testing.T) {
	body, err := batch.Changes(exampleChanges())
	ok(t, err)
	items, err := batch.Items(append([]byte{0x63, 'a', 'b', 'c'}, body...), 3) // a text is sound CBOR and no change
	ok(t, err)
	if items[0].Err == nil || items[1].Err != nil || items[2].Err != nil {
		t.Errorf("%v %v %v", items[0].Err, items[1].Err, items[2].Err)
	}
}

func FuzzItems(f *testing.F) {
	body, err := batch.Changes(exampleChanges())
	ok(f, err)
	f.Add(body, 2)
	f.Add([]byte{0xa0, 0xa1, 1, 2}, 2)
	f.Fuzz(func(t *testing.T, b []byte, count int) {
		items, err := batch.Items(b, count)
		if err != nil {
			return
		}
		n := 0
		for _, it := range items {
			n += len(it.Raw)
			if it.Err == nil {
				e := change.Entity{}
				e.Apply(it.Change)
			}
		}
		if n != len(b) || len(items) != count {
			t.Fatal("bytes of the body are in no item")
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(sealed(f, written(f, []byte("x"))))
	f.Add([]byte("RUHU\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := batch.Open(b, county); err == nil {
			if err := l.Verify(pub); err != nil {
				t.Skip("sealed by somebody else: anybody can")
			}
		}
	})
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
