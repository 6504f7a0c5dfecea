package sheet_test

import (
	"context"
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"ruhu/internal/sheet"
)

// testdata/people.xls was saved by LibreOffice 7.4 as "Excel 97": invented people, dates in three formats, formulas, a hidden
// column, row and sheet, a chart, texts of fonts, and a table of texts that goes on over several records.
func TestAnOldWorkbookIsReadAsItLooks(t *testing.T) {
	b := read(t, "testdata/people.xls")
	if b.Format != "xls" || len(b.Sheets) != 3 || b.Sheets[0].Name != "人员" || b.Sheets[1].Name != "村" || !b.Sheets[2].Hidden || b.Sheets[0].Hidden {
		t.Fatalf("%s with %d sheets", b.Format, len(b.Sheets))
	}
	s := b.Sheets[0]
	for _, c := range []struct {
		at   [2]int
		want sheet.Cell
	}{
		{[2]int{0, 0}, sheet.Cell{Raw: "左门乡人员表", Shown: "左门乡人员表"}},
		{[2]int{2, 0}, sheet.Cell{Raw: "古丽·阿不都热依木", Shown: "古丽·阿不都热依木"}},
		{[2]int{3, 0}, sheet.Cell{Raw: "㛃𬭳𠮷", Shown: "㛃𬭳𠮷"}},
		{[2]int{4, 0}, sheet.Cell{Raw: "𬱖𫖮䶮", Shown: "𬱖𫖮䶮"}},
		{[2]int{2, 1}, sheet.Cell{Raw: "530000200801010015", Shown: "530000200801010015"}},
		{[2]int{3, 1}, sheet.Cell{Raw: "53000020080101004X", Shown: "53000020080101004X"}},
		{[2]int{4, 1}, sheet.Cell{Raw: "5.3000020080101e+17", Shown: "5.3000020080101E+17", Number: true, Lost: true}},
		{[2]int{5, 1}, sheet.Cell{Raw: "012345", Shown: "012345"}},
		{[2]int{2, 2}, sheet.Cell{Raw: "39448", Shown: "2008-01-01", Number: true, Date: true}},
		{[2]int{4, 2}, sheet.Cell{Raw: "39450", Shown: "2008-01-03", Number: true, Date: true}},
		{[2]int{3, 6}, sheet.Cell{Raw: "39479", Shown: "2008-02", Number: true, Date: true}},
		{[2]int{2, 4}, sheet.Cell{Raw: "2900.5", Shown: "2900.5", Number: true}},
		{[2]int{4, 5}, sheet.Cell{Raw: "123456789", Shown: "123456789", Number: true}},
		{[2]int{4, 4}, sheet.Cell{Raw: "-3", Shown: "-3", Number: true}},
		{[2]int{2, 7}, sheet.Cell{Raw: "TRUE", Shown: "TRUE"}},
		{[2]int{2, 8}, sheet.Cell{Raw: "古丽·阿不都热依木・530000200801010015", Shown: "古丽·阿不都热依木・530000200801010015"}}, // a formula
		{[2]int{3, 8}, sheet.Cell{Raw: "2909.5", Shown: "2909.5", Number: true}},
		{[2]int{4, 8}, sheet.Cell{Raw: "#N/A"}}, // 1/0
		{[2]int{2, 9}, sheet.Cell{Raw: "富文本𬭳", Shown: "富文本𬭳"}},
		{[2]int{5, 0}, sheet.Cell{Raw: "latin é", Shown: "latin é"}},
		{[2]int{5, 6}, sheet.Cell{}},
	} {
		if got := s.At(c.at[0], c.at[1]); got != c.want {
			t.Errorf("%s%d is %+v, want %+v", sheet.ColumnName(c.at[1]), c.at[0]+1, got, c.want)
		}
	}
	if !s.HiddenCols[3] || len(s.HiddenCols) != 1 || !s.HiddenRows[4] || len(s.HiddenRows) != 1 {
		t.Errorf("hidden columns %v, rows %v", s.HiddenCols, s.HiddenRows)
	}
	if len(s.Merged) != 1 || s.Merged[0] != (sheet.Range{Row: 0, Col: 0, LastRow: 0, LastCol: 7}) {
		t.Errorf("merged %v", s.Merged)
	}
	if v := b.Sheets[1]; len(v.Rows) != 300 || v.At(299, 0).Shown != "第299个很长的村名·𬭳㛃·2367781" || v.At(299, 2).Shown != "plain 299" {
		t.Errorf("%d rows, the last %+v", len(v.Rows), v.Rows[len(v.Rows)-1])
	}
}

// bof is the record that begins a workbook of a version.
func bof(version uint16) string {
	b := binary.LittleEndian.AppendUint16([]byte{0x09, 0x08, 0x10, 0x00}, version)
	return string(append(b, make([]byte, 14)...))
}

// compound makes a compound file with one stream: the header, a sector of the table, one of the folder, then the stream.
func compound(name, stream string) string {
	le := binary.LittleEndian
	data := []byte(stream + strings.Repeat("\x00", 4096-len(stream)%4096))
	b := make([]byte, 512+2*512+len(data))
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le.PutUint16(b[26:], 3)
	le.PutUint16(b[28:], 0xFFFE)
	le.PutUint16(b[30:], 9)
	le.PutUint16(b[32:], 6)
	le.PutUint32(b[44:], 1)
	le.PutUint32(b[48:], 1)
	le.PutUint32(b[56:], 4096)
	le.PutUint32(b[60:], 0xFFFFFFFE)
	le.PutUint32(b[68:], 0xFFFFFFFE)
	for i := 1; i < 109; i++ {
		le.PutUint32(b[76+4*i:], 0xFFFFFFFF)
	}
	fat, folder := b[512:1024], b[1024:1536]
	for i := range 128 {
		next := uint32(i + 1)
		switch {
		case i < 2 || i == 1+len(data)/512:
			next = 0xFFFFFFFE
		case i > 1+len(data)/512:
			next = 0xFFFFFFFF
		}
		le.PutUint32(fat[4*i:], next)
	}
	put := func(at int, name string, typ byte, child, start, size uint32) {
		e := folder[128*at:]
		for i, u := range utf16.Encode([]rune(name)) {
			le.PutUint16(e[2*i:], u)
		}
		le.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = typ
		for i, v := range []uint32{0xFFFFFFFF, 0xFFFFFFFF, child} {
			le.PutUint32(e[68+4*i:], v)
		}
		le.PutUint32(e[116:], start)
		le.PutUint32(e[120:], size)
	}
	put(0, "Root Entry", 5, 1, 0xFFFFFFFE, 0)
	put(1, name, 2, 0xFFFFFFFF, 2, uint32(len(data)))
	copy(b[1536:], data)
	return string(b)
}

// FuzzXLS wants an answer or an error whatever stands in a workbook, in bounded time: never a panic, never a row beyond a
// sheet's. Half of the tries are the bare stream, which is deeper in than a compound file lets bytes come at random.
func FuzzXLS(f *testing.F) {
	whole, err := os.ReadFile("testdata/people.xls")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(compound("Workbook", bof(0x0600))))
	f.Add([]byte(bof(0x0600) + "\xFC\x00\x0A\x00\x01\x00\x00\x00\x01\x00\x00\x00\x05\x00\x3C\x00\x02\x00\x01A"))
	f.Add(whole[512:])
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := sheet.ReadWithin(context.Background(), file(t, "a.xls", string(b)), sheet.Limits{File: 1 << 20, Unzipped: 1 << 20, Cells: 1 << 16})
		if err != nil {
			return
		}
		for _, s := range book.Sheets {
			if n := len(s.Rows); n > 1<<20 || n > 0 && len(s.Rows[n-1]) == 0 {
				t.Errorf("%d rows, or a blank one at the end", n)
			}
		}
	})
}

// TestABareWorkbookIsRead: some exporters write the stream without the compound file around it.
func TestABareWorkbookIsRead(t *testing.T) {
	record := func(typ uint16, data string) string {
		b := binary.LittleEndian.AppendUint16(nil, typ)
		return string(binary.LittleEndian.AppendUint16(b, uint16(len(data)))) + data
	}
	list := record(0x85, "\x00\x00\x00\x00\x00\x00\x02\x01\x68\x88") // 表, to begin where it is known
	globals := bof(0x0600) + list + record(0x0A, "")
	list = record(0x85, string(binary.LittleEndian.AppendUint32(nil, uint32(len(globals))))+"\x00\x00\x01\x01\x68\x88")
	s := bof(0x0600) + record(0x0204, "\x00\x00\x00\x00\x00\x00\x02\x00\x01\x31\x75\xFD\x56") + record(0x0A, "")
	globals = bof(0x0600) + list + record(0x0A, "")
	b := read(t, file(t, "a.xls", globals+s))
	if b.Sheets[0].Name != "表" || b.Sheets[0].At(0, 0).Shown != "由国" {
		t.Errorf("%+v", b.Sheets)
	}
}
