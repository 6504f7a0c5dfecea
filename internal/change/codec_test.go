package change_test

import (
	"encoding/hex"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"pgregory.net/rapid"

	"ruhu/internal/change"
)

var update = flag.Bool("update", false, "write the golden files anew; never for files of a release")

func TestChangesAndEntitiesComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := world(t)
		for _, c := range log {
			c.LSN = uint64(rapid.IntRange(0, 3).Draw(t, "lsn"))
			c.Reason = rapid.SampledFrom([]string{"", "入户核实"}).Draw(t, "reason")
			back := roundTrip(t, &c, &change.Change{})
			for key, set := range c.Fields {
				if got := back.Fields[key]; got.Value != set.Value || len(got.Base) != len(set.Base) || len(set.Base) > 0 && !reflect.DeepEqual(got.Base, set.Base) {
					t.Fatalf("%s = %+v, want %+v", key, got, set)
				}
			}
		}
		e := state(log...)
		back := roundTrip(t, &e, &change.Entity{})
		if !reflect.DeepEqual(normal(*back), normal(e)) {
			t.Fatalf("\n%+v\nwant\n%+v", normal(*back), normal(e))
		}
	})
}

// normal makes nil and empty lists the same.
func normal(e change.Entity) map[string]change.Register {
	m := map[string]change.Register{}
	for key, r := range e.Fields {
		m[key] = change.Register{Heads: append([]change.Head{}, r.Heads...), Past: append([]change.Stamp{}, r.Past...)}
	}
	return m
}

type coded interface {
	MarshalBinary() ([]byte, error)
	UnmarshalBinary([]byte) error
}

// roundTrip also sees to it that the bytes are the same the second time.
func roundTrip[T coded](t rapid.TB, from, to T) T {
	t.Helper()
	b, err := from.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	if err := to.UnmarshalBinary(b); err != nil {
		t.Fatalf("%v of %x", err, b)
	}
	again, err := to.MarshalBinary()
	if err != nil || string(again) != string(b) {
		t.Fatalf("bytes %x became %x (%v)", b, again, err)
	}
	return to
}

// The files of testdata were written by released versions. They decode for ever; add files, never change one.
func TestOldBytesDecodeForEver(t *testing.T) {
	base := []change.Stamp{{Time: 1 << 40, Dev: 1}, {Time: 1 << 41, Dev: 2}}
	c := change.Change{LSN: 42, Type: person, ID: anID, Stamp: change.Stamp{Time: 1 << 42, Dev: 3}, Actor: "古丽·阿不都热依木", Reason: "入户核实", Schema: 1,
		Fields: map[string]change.Set{"name": {Value: "𬭳"}, "village": {Value: "", Base: base[:1]}, "phone": {Value: "13900000000", Base: base}}}
	odd := change.Change{Type: "setting", ID: "county", Stamp: change.Stamp{Time: 1 << 42, Dev: 3}, Fields: map[string]change.Set{"x": {Value: strings.Repeat("长", 100)}}}
	e := state(
		edit(1, 1, map[string]change.Set{"name": {Value: "㛃"}, "phone": {Value: "1"}, "sex": {Value: "女"}}),
		edit(2, 2, map[string]change.Set{"phone": {Value: "2", Base: []change.Stamp{{Time: 1, Dev: 1}}}}),
		edit(3, 3, map[string]change.Set{"phone": {Value: "3", Base: []change.Stamp{{Time: 1, Dev: 1}}}}))
	for file, want := range map[string]coded{"change_1.hex": &c, "change_1_plain.hex": &odd, "entity_1.hex": &e} {
		t.Run(file, func(t *testing.T) {
			path := filepath.Join("testdata", file)
			if *update {
				b, _ := want.MarshalBinary()
				os.WriteFile(path, []byte(hex.EncodeToString(b)+"\n"), 0o644)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			b, err := hex.DecodeString(strings.TrimSpace(string(text)))
			if err != nil {
				t.Fatal(err)
			}
			got := reflect.New(reflect.TypeOf(want).Elem()).Interface().(coded)
			if err := got.UnmarshalBinary(b); err != nil {
				t.Fatal(err)
			}
			same := reflect.DeepEqual(got, want)
			if w, ok := want.(*change.Entity); ok {
				same = reflect.DeepEqual(normal(*got.(*change.Entity)), normal(*w))
			}
			if !same {
				t.Errorf("\n%+v\nwant\n%+v", got, want)
			}
		})
	}
}

func TestWhatANewerProgramAddsSurvives(t *testing.T) {
	c := edit(1, 1, map[string]change.Set{"name": {Value: "㛃"}})
	e := state(c)
	for name, thing := range map[string]coded{"change": &c, "entity": &e} {
		t.Run(name, func(t *testing.T) {
			b, err := thing.MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			var m map[uint64]any
			if err := cbor.Unmarshal(b, &m); err != nil {
				t.Fatal(err)
			}
			m[77] = map[string]any{"new": []any{uint64(1), "二"}}
			fields := m[map[string]uint64{"change": 9, "entity": 5}[name]].(map[any]any)
			if name == "change" {
				fields["name"] = []any{"㛃", []any{}, "added"}
			} else {
				fields["name"] = []any{[]any{[]any{"㛃", uint64(0)}}, []any{}, "added"}
			}
			enc, _ := cbor.CoreDetEncOptions().EncMode()
			newer, err := enc.Marshal(m)
			if err != nil {
				t.Fatal(err)
			}
			if err := thing.UnmarshalBinary(newer); err != nil {
				t.Fatal(err)
			}
			if back, err := thing.MarshalBinary(); err != nil || string(back) != string(newer) {
				t.Errorf("%x became %x (%v)", newer, back, err)
			}
		})
	}
}

func TestBadBytesAreRefused(t *testing.T) {
	for name, b := range map[string]string{
		"nothing":              "",
		"no map":               "80",
		"a key twice":          "a2026161026162",
		"an endless map":       "bf02616100ff",
		"a stamp of 3 bytes":   "a1044300000",
		"nested without end":   strings.Repeat("a101", 5000),
		"a map of 2^32 pairs":  "ba ff ff ff ff",
		"a base without table": "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a1 61 6e 82 61 76 81 00",
		"bytes behind":         "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a1 61 6e 61 76 00",
		"broken text":          "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a1 61 6e 61 ff",
		"a broken key":         "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a1 61 ff 61 76",
		"a field twice":        "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a2 61 6e 61 76 61 6e 61 77",
		"a number for a text":  "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a1 61 6e 07",
		"fields that are none": "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 07",
		"no fields":            "a4 02 61 70 03 61 69 04 4c 000000000000000100000001 09 a0",
	} {
		t.Run(name, func(t *testing.T) {
			raw, _ := hex.DecodeString(strings.ReplaceAll(b, " ", ""))
			var c change.Change
			err := c.UnmarshalBinary(raw)
			if !errors.Is(err, change.ErrCode) && !errors.Is(err, change.ErrInvalid) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func FuzzChange(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.hex")
	for _, file := range files {
		text, _ := os.ReadFile(file)
		b, _ := hex.DecodeString(strings.TrimSpace(string(text)))
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var c change.Change
		if c.UnmarshalBinary(b) != nil {
			return
		}
		again, err := c.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var back change.Change
		if err := back.UnmarshalBinary(again); err != nil {
			t.Fatalf("%x became %x: %v", b, again, err)
		}
		var e, e2 change.Entity
		e.Apply(c)
		e2.Apply(back)
		if !reflect.DeepEqual(e, e2) {
			t.Fatalf("%+v and %+v", e, e2)
		}
	})
}

func FuzzEntity(f *testing.F) {
	text, _ := os.ReadFile("testdata/entity_1.hex")
	b, _ := hex.DecodeString(strings.TrimSpace(string(text)))
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		var e change.Entity
		if e.UnmarshalBinary(b) != nil {
			return
		}
		e.Conflicts()
		e.Deleted()
		if _, err := e.MarshalBinary(); err != nil {
			t.Fatal(err)
		}
	})
}
