package paper

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// ErrLedgerSize is a size that no ledger is printed on.
var ErrLedgerSize = text.NewError("paper.ledger_size")

// ledger is a table of report being laid out. Its rows are drawn page by page: only one page's are in memory as
// strokes and words.
type ledger struct {
	report.Table
	*doc
	options Options
	leaf
	cell    style
	columns []ledgerColumn
	sets    []ledgerSet // the columns of each set of pages; one, unless the table is too wide
	head    [2]float64  // heights of the head's two lines; the upper is 0 where no column has anything over it
	rows    []uint8     // by row: its lines
	blocks  []block     // the rows of each page; each set has a page of each
	notes   []string    // below the table, broken into lines
	seed    string      // hash of what the ledger says
}

// block is a run of rows that stand on one page.
type block struct {
	from, to int
	top      float64
	last     bool
}

// Ledger draws a ledger or a table of numbers, ready to be signed and stamped: A4 or A3, upright or landscape, as its columns
// need, or as o.Paper says (LedgerSizes). A table too wide for any sheet is parted into sets of pages, the first columns
// repeated in each. Where the table names people, the internal one carries the watermark; a Table that is Public, or Options
// that are, make the other. A table whose numbers do not add up is refused, and one too long for a file: see Volumes.
func Ledger(w io.Writer, t report.Table, o Options) (Report, error) {
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return Report{}, ErrNoLedger.With(t.Title)
	}
	if len(t.Rows) > VolumeRows {
		return Report{}, ErrLong.With(t.Title, len(t.Rows), VolumeRows)
	}
	if err := t.Check(); err != nil {
		return Report{}, err
	}
	t.Public, t.Unit, t.Period = t.Public || o.Public, cmp.Or(o.Unit, t.Unit), cmp.Or(o.Period, t.Period)
	l := &ledger{Table: t, options: o, doc: newDoc(t.Title, o.At), seed: seedOf(t)}
	if err := l.plan(); err != nil {
		return Report{}, err
	}
	l.breakRows()
	l.breakPages()
	l.drawPages()
	return l.finish(w, Report{})
}

// ErrNoLedger is a ledger without a row.
var ErrNoLedger = text.NewError("paper.no_ledger")

// seedOf is the hash of what a ledger says. The codes of its pages come from it: pages of one printing belong together, and
// printing the same ledger again shows whether a page that comes back is still true.
func seedOf(t report.Table) string {
	h := sha256.New()
	put := func(s string) { io.WriteString(h, s); h.Write([]byte{0}) }
	for _, s := range []string{t.Title, t.Unit, t.Period, strconv.FormatBool(t.Public)} {
		put(s)
	}
	for _, c := range t.Columns {
		put(c.Label)
	}
	for _, r := range t.Rows {
		for _, cell := range r {
			put(cell)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// ledgerCode is the kind of code on a ledger's page, beside those of package training: fifteen digits like them, of which five
// and the check come from what the ledger says.
const ledgerCode = '5'

func (l *ledger) code(page int) string {
	if page > 9999 {
		return ""
	}
	n, _ := strconv.ParseUint(l.seed[:8], 16, 32)
	return training.NewCode(ledgerCode, fmt.Sprintf("%05d%04d", n%100_000, page), l.seed)
}

// impersonal are the types of rows that name nobody: a table of them is no internal paper.
var impersonal = []string{report.Villages, registry.TypeTarget, registry.TypeOutreach, registry.TypePlace, registry.TypeQuestion, registry.TypeRule}

// personal tells whether the rows are about people or families, or about what was done for them.
func (l *ledger) personal() bool {
	return len(l.IDs) > 0 && len(l.Totals) == 0 && !slices.Contains(impersonal, l.Of) // numbers of classes and institutions are nobody's
}

// count says how many there are: 共12人, 共5户, 共30条. Sums are no rows.
func (l *ledger) count() string {
	n := len(l.Rows)
	for _, sum := range l.Totals {
		if sum {
			n--
		}
	}
	key := map[string]string{registry.TypePerson: "paper.ledger_people", registry.TypeHousehold: "paper.ledger_houses", report.Villages: "paper.ledger_villages"}[l.Of]
	return text.T(cmp.Or(key, "paper.ledger_rows"), n)
}

func (l *ledger) total(row int) bool { return row < len(l.Totals) && l.Totals[row] }
