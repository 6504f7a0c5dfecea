package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ruhu/internal/intake"
	"ruhu/internal/report"
	"ruhu/internal/store"
	"ruhu/internal/text"
)

const (
	areaImport      = "import"
	areaImportTable = "import_table"
	areaImportList  = "import_list" // signatures of lists that were taken in
	areaImportMemo  = "import_memo" // what lists said that the register did not take
)

// maxImports is how many reports of imports are kept.
const maxImports = 100

// Imported is the report of one import.
type Imported struct {
	ID   string      `json:"id"` // of the act, for UndoImport
	File string      `json:"file"`
	Kind intake.Kind `json:"kind"`
	At   time.Time   `json:"at"`
	By   string      `json:"by"`

	Rows       int `json:"rows"` // rows that speak of people
	Households int `json:"households"`
	New        int `json:"new"`
	Changed    int `json:"changed"`
	Same       int `json:"same"`
	Merged     int `json:"merged"`
	Waiting    int `json:"waiting"`
	Rejected   int `json:"rejected"`
	Skipped    int `json:"skipped"`
	Enrolled   int `json:"enrolled,omitempty"`
	Targets    int `json:"targets,omitempty"`

	Written int  `json:"written"` // records
	All     int  `json:"all"`     // records that were to be written; more than Written where the import was stopped
	Undone  bool `json:"-"`       // all of it was taken back
	Left    bool `json:"-"`       // a part of it is still taken back: UndoImport goes on
	Kept    int  `json:"-"`       // records that stayed when it was taken back, because others have come to rest on them
	TooOld  bool `json:"-"`       // can no longer be taken back as a whole
}

// Imports are the reports of what imports did, the latest first.
func (d *Desk) Imports() ([]Imported, error) {
	all, err := locals[Imported](d, areaImport)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if err := d.standing(&all[i]); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b Imported) int { return strings.Compare(b.ID, a.ID) })
	return all, nil
}

// standing fills in what became of an import since.
func (d *Desk) standing(i *Imported) error {
	var b batch
	if err := d.local(areaBatch, i.ID, &b); err != nil {
		return err
	}
	i.TooOld = b.ID == ""
	i.Undone = !i.TooOld && b.Done == 0 && b.Parts > 0
	i.Left = b.Done > 0 && b.Done < b.Parts
	i.Kept = b.Kept
	return nil
}

// ErrNoImport is an import that there is no report of.
var ErrNoImport = text.NewError("desk.no_import")

// ImportTable is what became of every row of an import, who decided so and what was wrong: a table to be kept or handed in
// (SaveTable).
func (d *Desk) ImportTable(id string) (report.Table, error) {
	b, err := d.store.Local(areaImportTable, id)
	if err != nil {
		return report.Table{}, ErrNoImport.Because(err)
	}
	var t report.Table
	return t, unpack(b, &t)
}

// UndoImport takes an import back as a whole, also one of yesterday: as Undo does for the last act. What others changed since
// stays theirs, and records on which others have come to rest stay. It can be stopped, and goes on when it is called again.
func (d *Desk) UndoImport(ctx context.Context, id string, progress func(done, all int)) error {
	if err := d.turnBatch(turning{ctx, progress, true}, id); err != nil {
		return err
	}
	d.edits.Lock()
	defer d.edits.Unlock()
	isIt := func(a act) bool { return a.batch == id }
	d.done, d.undid = slices.DeleteFunc(d.done, isIt), slices.DeleteFunc(d.undid, isIt)
	return nil
}

// reportOf is the report of a plan that is about to be written.
func (d *Desk) reportOf(p *intake.Plan, id string) Imported {
	return Imported{
		ID: id, File: p.File, Kind: p.Kind, At: d.now(), By: d.Actor(), Rows: p.Data, Households: p.Households, New: p.New,
		Changed: p.Changed, Same: p.Same, Merged: p.Merged, Waiting: p.Undecided, Rejected: p.Rejected, Skipped: p.Skipped,
		Enrolled: p.Enrolled, Targets: len(p.Targets),
	}
}

// keepReport keeps the report of an import, and forgets the oldest.
func (d *Desk) keepReport(i Imported, table report.Table) error {
	packed, err := pack(table)
	if err != nil {
		return err
	}
	all, err := locals[Imported](d, areaImport)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b Imported) int { return strings.Compare(a.ID, b.ID) })
	return d.store.Edit("", "", func(e *store.Edit) error {
		for len(all) >= maxImports {
			if err := dropReport(e, all[0].ID); err != nil {
				return err
			}
			all = all[1:]
		}
		if err := e.PutLocal(areaImportTable, i.ID, packed); err != nil {
			return fmt.Errorf("report of import %s: %w", i.ID, err)
		}
		return putJSON(e, areaImport, i.ID, i)
	})
}

func dropReport(e *store.Edit, id string) error {
	if err := e.DeleteLocal(areaImportTable, id); err != nil {
		return err
	}
	return e.DeleteLocal(areaImport, id)
}
