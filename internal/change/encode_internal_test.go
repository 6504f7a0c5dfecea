package change

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestByHandAndByTheLibraryTheBytesAreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e Entity
		id := rapid.SampledFrom([]string{"018f5e6a-7b8c-7d9e-8f00-112233445566", "018F5E6A-7b8c-7d9e-8f00-112233445566", "p", "", strings.Repeat("𠮷", 70)}).Draw(t, "id")
		for i := range rapid.IntRange(1, 6).Draw(t, "changes") {
			c := Change{Type: "person", ID: id, Stamp: Stamp{Time: rapid.Uint64().Draw(t, "time"), Dev: uint32(i)}, Fields: map[string]Set{},
				LSN: uint64(rapid.SampledFrom([]int{0, 1, 23, 24, 255, 256, 65_535, 65_536, 1 << 33}).Draw(t, "lsn")), Schema: uint32(i % 2),
				Actor: rapid.SampledFrom([]string{"", "李干部"}).Draw(t, "actor"), Reason: rapid.SampledFrom([]string{"", strings.Repeat("长", 100)}).Draw(t, "reason")}
			for range rapid.IntRange(0, 8).Draw(t, "fields") {
				key := fmt.Sprint(rapid.SampledFrom([]string{"a", "ab", "b", "x_long_key_of_more_than_twenty_four", Deleted}).Draw(t, "key"), rapid.IntRange(0, 12).Draw(t, "n"))
				s := Set{Value: strings.Repeat("㛃", rapid.SampledFrom([]int{0, 1, 8, 9, 90}).Draw(t, "length"))}
				if rapid.Bool().Draw(t, "knew") {
					s.Base = e.Fields[key].Base()
				}
				c.Fields[key] = s
			}
			byHand(t, c.appendTo(nil), c.marshal)
			e.Apply(c)
			byHand(t, e.appendTo(nil), e.marshal)
		}
	})
}

func byHand(t *rapid.T, got []byte, library func() ([]byte, error)) {
	t.Helper()
	want, err := library()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("%x\nwant\n%x", got, want)
	}
}

func TestLongValuesHaveTheLibrarysHeads(t *testing.T) {
	for _, n := range []int{23, 24, 255, 256, 65_535, 65_536} {
		c := Change{Type: "person", ID: "p", Stamp: Stamp{Time: 1}, Fields: map[string]Set{"a": {Value: strings.Repeat("a", n)}}}
		want, err := c.marshal()
		if err != nil || !bytes.Equal(c.appendTo(nil), want) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}
