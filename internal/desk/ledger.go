package desk

import (
	"errors"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/rules"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Ledger makes one of the ledgers or the tables of numbers. What they are made of is read once and kept until something changes,
// so that filtering while one types is quick. A table of numbers that does not add up comes with the error that says by how much
// (report.ErrSum): it may be looked at, and not handed in.
func (d *Desk) Ledger(name string, f report.Filter) (report.Table, error) {
	own, ok := d.ownLedger(name)
	if ok && f.Public {
		return report.Table{}, ErrNotPublic
	}
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	if ok {
		return own(*src, f), nil
	}
	t, err := report.Make(name, *src, f)
	if errors.Is(err, report.ErrLedger) {
		err = report.ErrLedger.With(name, strings.Join(ledgerNames(), text.T("desk.and")))
	}
	return t, err
}

// Report is Ledger: a table of numbers is asked for in the same way.
func (d *Desk) Report(name string, f report.Filter) (report.Table, error) { return d.Ledger(name, f) }

// Behind is the list of what a number of a table counts: the people, households or records of the cell.
func (d *Desk) Behind(t report.Table, row, col int) (report.Table, error) {
	if row >= len(t.Behind) || col >= len(t.Behind[row]) {
		return report.Table{}, nil
	}
	return d.List(t.Columns[col].Of, t.Behind[row][col])
}

// LeftSchool is the ledger of 两后生 by another rule than the one in force: to try one out.
func (d *Desk) LeftSchool(r rules.LeftSchool, f report.Filter) (report.Table, error) {
	src, err := d.Source()
	if err != nil {
		return report.Table{}, err
	}
	s := *src
	s.LeftSchool = r
	return report.LeftSchool(s, f), nil
}

// Source gives what the ledgers are made of. It must not be changed: it is shared.
func (d *Desk) Source() (*report.Source, error) {
	d.mu.RLock()
	src, edition := d.source, d.edition
	d.mu.RUnlock()
	if src != nil && src.On.Equal(d.Today()) {
		return src, nil
	}
	src, err := d.readSource()
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if edition == d.edition { // what changed while it was read is not in it
		d.source = src
		time.AfterFunc(keepSource, func() { d.dropSource(src) })
	}
	return src, nil
}

// keepSource is how long what the ledgers are made of is kept: with 100,000 people it is 150 MB, and two seconds' reading.
const keepSource = 3 * time.Minute

// dropSource gives the memory back to the machine.
func (d *Desk) dropSource(src *report.Source) {
	d.mu.Lock()
	if d.source == src {
		d.source = nil
	}
	d.mu.Unlock()
	debug.FreeOSMemory()
}

// Edition grows with every change: what was counted at one edition, on one day, need not be counted again.
func (d *Desk) Edition() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.edition
}

// inSource are the types that ledgers are made of.
var inSource = []string{
	registry.TypePerson, registry.TypeHousehold, registry.TypeWish, registry.TypeVisit, registry.TypeFact, registry.TypeEvent, registry.TypeSlip,
	registry.TypeReferral, registry.TypeJobRec, registry.TypeFollowUp, registry.TypeOutreach, registry.TypeTarget,
	training.TypeClass, training.TypeEnrolment, training.TypeSession, training.TypeMark, registry.TypeSchool,
	training.TypeClaim, training.TypeCheckCall, training.TypeInspection, training.TypeFeedback,
}

func (d *Desk) readSource() (*report.Source, error) {
	src := &report.Source{On: d.Today(), Rules: d.RuleBook(), Catalogue: d.Catalogue(), Households: map[string]registry.Household{}, Wishes: map[string][]registry.Wish{}}
	for _, typ := range inSource {
		err := d.each(typ, func(id string, a survey.Answers) error {
			src.Put(typ, id, a)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var err error
	if src.Tree, err = d.tree(); err != nil {
		return nil, err
	}
	src.Settle()
	return src, nil
}

// SaveLedger makes a ledger as a file: xlsx, csv or json, by the ending of path.
func (d *Desk) SaveLedger(name, path string, f report.Filter) (report.Table, error) {
	format, err := sheet.FormatOf(path)
	if err != nil {
		return report.Table{}, err
	}
	t, err := d.Ledger(name, f)
	if err != nil {
		return t, err
	}
	return t, d.deliver(path, func(w io.Writer) error { return sheet.Write(w, t, format) })
}

// SaveTable makes a table that is on the screen as a file: the report of an import, the rows behind a number.
func (d *Desk) SaveTable(t report.Table, path string) error {
	format, err := sheet.FormatOf(path)
	if err != nil {
		return err
	}
	if err := t.Check(); err != nil {
		return err
	}
	return d.deliver(path, func(w io.Writer) error { return sheet.Write(w, t, format) })
}
