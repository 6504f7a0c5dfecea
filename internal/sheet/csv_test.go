package sheet_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"ruhu/internal/sheet"
)

func file(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t testing.TB, path string) *sheet.Book {
	t.Helper()
	b, err := sheet.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// shown gives what a person sees.
func shown(s sheet.Sheet) [][]string {
	out := make([][]string, len(s.Rows))
	for i, row := range s.Rows {
		for _, c := range row {
			out[i] = append(out[i], c.Shown)
		}
	}
	return out
}

func same(t *testing.T, got, want [][]string) {
	t.Helper()
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

const names = "姓名,备注\r\n古丽·阿不都热依木,㛃\r\n𬭳𠮷,𬱖𫖮䶮\r\n"

func TestEveryUsualEncodingIsFound(t *testing.T) {
	encoded := func(e interface{ String(string) (string, error) }) string {
		s, err := e.String(names)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for encoding, content := range map[string]string{
		"UTF-8":     names,
		"UTF-8 BOM": "\uFEFF" + names,
		"GB18030":   encoded(simplifiedchinese.GB18030.NewEncoder()),
		"UTF-16LE":  encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()),
		"UTF-16BE":  encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()),
	} {
		t.Run(encoding, func(t *testing.T) {
			b := read(t, file(t, "a.csv", content))
			if b.Encoding != encoding || b.Format != "csv" {
				t.Errorf("found %s %s", b.Format, b.Encoding)
			}
			same(t, shown(b.Sheets[0]), [][]string{{"姓名", "备注"}, {"古丽·阿不都热依木", "㛃"}, {"𬭳𠮷", "𬱖𫖮䶮"}})
		})
	}
}

func TestUTF16WithoutAMarkIsFound(t *testing.T) {
	s, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String("a,b\n1,2\n")
	same(t, shown(read(t, file(t, "a.csv", s)).Sheets[0]), [][]string{{"a", "b"}, {"1", "2"}})
}

func TestRowsHaveTheNumbersThatASpreadsheetShows(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          [][]string
	}{
		{"a blank line counts", "a,b\n\n1,2\n", [][]string{{"a", "b"}, {""}, {"1", "2"}}},
		{"a line break in quotes does not", "a,b\r\n\"x\r\ny\",2\r\n3,4", [][]string{{"a", "b"}, {"x\ny", "2"}, {"3", "4"}}},
		{"old Macintosh line ends", "a,b\r1,2\r", [][]string{{"a", "b"}, {"1", "2"}}},
		{"blank rows at the end do not count", "a,b\n1,2\n,\n\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"a short row stays short", "a,b,c\n1\n1,2,3,4\n", [][]string{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			same(t, shown(read(t, file(t, "a.csv", c.content)).Sheets[0]), c.want)
		})
	}
}

func TestSeparatorsAreFound(t *testing.T) {
	want := [][]string{{"姓名", "电话", "备注"}, {"由国平", "15400000001", "一,二"}}
	for name, content := range map[string]string{
		"comma":     "姓名,电话,备注\n由国平,15400000001,\"一,二\"\n",
		"semicolon": "姓名;电话;备注\n由国平;15400000001;一,二\n",
		"tab":       "姓名\t电话\t备注\n由国平\t15400000001\t一,二\n",
		"told":      "sep=|\n姓名|电话|备注\n由国平|15400000001|一,二\n",
	} {
		t.Run(name, func(t *testing.T) { same(t, shown(read(t, file(t, "a.csv", content)).Sheets[0]), want) })
	}
}

func TestQuotesThatOthersRefuseAreRead(t *testing.T) {
	long := strings.Repeat("long", 40000)
	for _, c := range []struct {
		name, content string
		want          [][]string
	}{
		{"doubled", "a,\"say \"\"hi\"\"\"\n", [][]string{{"a", `say "hi"`}}},
		{"inside", "a,5\" pipe\n1,2\n", [][]string{{"a", `5" pipe`}, {"1", "2"}}},
		{"never closed", "a,\"open\n1,2\n", [][]string{{"a", `"open`}, {"1", "2"}}},
		{"closed too far away", "a,\"open\n1," + long + "\"\n", [][]string{{"a", `"open`}, {"1", long + `"`}}},
		{"text behind the quote", "\"a\"b,c\n", [][]string{{"ab", "c"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			same(t, shown(read(t, file(t, "a.csv", c.content)).Sheets[0]), c.want)
		})
	}
}

func TestWrappedNumbersAreUnwrappedAndKept(t *testing.T) {
	b := read(t, file(t, "a.csv", "a,b,c\n=\"0012\",\"=\"\"530000200801010015\"\"\",=1+1\n"))
	row := b.Sheets[0].Rows[1]
	for i, want := range []sheet.Cell{
		{Raw: `="0012"`, Shown: "0012"}, {Raw: `="530000200801010015"`, Shown: "530000200801010015"}, {Raw: "=1+1", Shown: "=1+1"},
	} {
		if row[i] != want {
			t.Errorf("cell %d is %+v, want %+v", i, row[i], want)
		}
	}
}

func TestNumbersCutDownAreKnownAsLost(t *testing.T) {
	row := read(t, file(t, "a.csv", "5.3E+17,5.30000198604157E+17,5323250000000001,E+5,3E+10\n")).Sheets[0].Rows[0]
	for i, want := range []bool{true, true, false, false, true} {
		if row[i].Lost != want {
			t.Errorf("%s: lost is %v", row[i].Raw, row[i].Lost)
		}
	}
}
