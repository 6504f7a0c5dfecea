package meta_test

import (
	"go/parser"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// order is the list of design: a package may lean only on what stands before it. The groups are those of the README's
// picture.
var order = []string{
	"assets", "internal/text", "data", "internal/almanac",
	// the work itself
	"internal/region", "internal/survey", "internal/registry", "internal/training", "internal/catalogue", "internal/rules", "internal/report", "internal/quality", "internal/audit", "internal/change", "internal/blob",
	// one package for each outside thing
	"internal/vault", "internal/store", "internal/search", "internal/sheet", "internal/paper", "internal/batch",
	// what the program does with them
	"internal/catalogue/lists", "internal/xlsform", "internal/intake", "internal/exchange", "internal/desk", "internal/sample", "internal/office", "internal/office/bolt", "internal/web", "internal/shell",
	// what people see
	"internal/ui/kit", "internal/ui/page", "internal/ui/form", "internal/ui/ledger", "internal/ui/records", "internal/ui/due", "internal/ui/*", "internal/ui",
	// helpers of development
	"internal/search/crowd", "internal/testkit", "internal/meta",
	"app/*",
}

// strangers are packages for outside things: none knows another, but for the pairs in acquainted.
var strangers = map[string]bool{
	"internal/vault": true, "internal/store": true, "internal/search": true,
	"internal/sheet": true, "internal/paper": true, "internal/batch": true,
}

var acquainted = map[string]string{
	"internal/store": "internal/vault", // the data file seals every value
}

// owners are the outside modules that one place alone may import (a folder stands for all beneath it).
var owners = map[string][]string{
	"go.etcd.io/bbolt":                             {"internal/store"},
	"fyne.io/fyne/v2":                              {"internal/ui", "app/ruhu"},
	"fyne.io/fyne/v2/app":                          {"app/ruhu"},
	"codeberg.org/go-pdf/fpdf":                     {"internal/paper"},
	"github.com/xuri/excelize/v2":                  {"internal/sheet"},
	"github.com/alecthomas/kong":                   {"app/ruhuctl", "app/county", "internal/shell"},
	"filippo.io/age":                               {"internal/vault", "internal/batch"},
	"golang.org/x/crypto/argon2":                   {"internal/vault"},
	"github.com/klauspost/compress/zstd":           {"internal/vault", "internal/batch", "internal/region", "assets"},
	"github.com/mozillazg/go-pinyin":               {"internal/search", "internal/registry", "internal/ui/kit"},
	"golang.org/x/text/encoding/simplifiedchinese": {"internal/sheet"},
}

func TestArrowsPointUpOnly(t *testing.T) {
	for _, file := range sources(t) {
		from := path.Dir(file)
		for _, to := range imported(t, file) {
			if !strings.HasPrefix(to, "ruhu/") {
				continue
			}
			to = strings.TrimPrefix(to, "ruhu/")
			if rank(t, from) <= rank(t, to) && from != to {
				t.Errorf("%s imports %s, which does not stand before it", file, to)
			}
			if strangers[from] && strangers[to] && acquainted[from] != to {
				t.Errorf("%s imports %s: packages for outside things do not know each other", file, to)
			}
		}
	}
}

func TestOutsideModulesHaveOneOwner(t *testing.T) {
	for _, file := range sources(t) {
		for _, to := range imported(t, file) {
			places, guarded := guard(to)
			if guarded && !within(path.Dir(file), places) {
				t.Errorf("%s imports %s, which only %v may", file, to, places)
			}
		}
	}
}

// rank is a package's place in order; one that the list lacks fails the test, so that every new package is placed.
func rank(t *testing.T, pkg string) int {
	t.Helper()
	if i := slices.Index(order, pkg); i >= 0 {
		return i
	}
	for i, p := range order {
		if ok, _ := path.Match(p, pkg); ok {
			return i
		}
	}
	t.Errorf("%s is not in the list of design: place it there and in the README's picture", pkg)
	return -1
}

// guard finds the longest owned module path that an import falls under.
func guard(to string) (places []string, guarded bool) {
	for p := to; p != "."; p = path.Dir(p) {
		if places, guarded = owners[p]; guarded {
			return places, true
		}
	}
	return nil, false
}

func within(pkg string, places []string) bool {
	for _, p := range places {
		if pkg == p || strings.HasPrefix(pkg, p+"/") {
			return true
		}
	}
	return false
}

func imported(t *testing.T, file string) []string {
	t.Helper()
	tree, _ := parse(t, file, parser.ImportsOnly)
	var paths []string
	for _, spec := range tree.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}
