package ledgers

import (
	"strings"
	"time"

	"ruhu/internal/report"
	"ruhu/internal/ui/ledger"
	"ruhu/internal/ui/page"
)

// patience is how long making a ledger may take before the page says so.
const patience = 300 * time.Millisecond

// question is what the page wants to show; the words are looked for in what the rest of the filter leaves.
type question struct {
	name    string
	filter  report.Filter // without Text
	words   string
	edition int // of the register
	day     time.Time
}

// answer is what came of it.
type answer struct {
	made report.Table
	rows []int // of made, those with the words
	err  error
}

// reader makes ledgers away from the window's thread, one at a time. It keeps the last one: while words are typed, only its rows
// are looked through, and of them only those that the shorter word left.
type reader struct {
	d    page.Deps
	last question
	kept answer
}

func (r *reader) read(q question) answer {
	same := r.kept.rows != nil && r.last.name == q.name && r.last.filter == q.filter && r.last.edition == q.edition && r.last.day.Equal(q.day)
	if !same {
		r.kept = answer{}
		r.kept.made, r.kept.err = r.d.Desk.Ledger(q.name, q.filter)
		if r.kept.err != nil {
			return r.kept
		}
	}
	var within []int
	if same && strings.HasPrefix(q.words, r.last.words) {
		within = r.kept.rows
	}
	r.kept.rows, r.last = ledger.Match(r.kept.made, q.words, within), q
	return r.kept
}
