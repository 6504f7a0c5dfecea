package desk

import (
	"bytes"
	"cmp"
	"io"
	"slices"

	"ruhu/internal/paper"
	"ruhu/internal/report"
	"ruhu/internal/text"
)

// ErrNoPaper is a kind of paper that there is not.
var ErrNoPaper = text.NewError("desk.no_paper")

// Roster gives who is or was in a class, with where they live, by seat.
func (d *Desk) Roster(class string) ([]paper.Row, error) {
	enrolments, err := d.Enrolments(class)
	if err != nil {
		return nil, err
	}
	var rows []paper.Row
	for _, e := range enrolments {
		p, err := d.Person(e.PersonID())
		if err != nil {
			return nil, err
		}
		h, _ := d.Household(p.HouseholdID()) // a person may belong to none yet
		rows = append(rows, paper.Row{Enrolment: e, Person: p, Village: d.placeName(h.Village()), Group: h.Group()})
	}
	return rows, nil
}

// The papers that are about no class: a household's slip, a person's e-file. A ledger is printed with PrintTable.
const (
	paperSlip   = "slip"
	paperEFile  = "efile"
	paperSignUp = "signup" // of a class: everybody who is in it or may join
)

// Print makes a paper as a file at path: whole, or not at all. id is the class's, for slip the household's, for efile the person's, for signup the
// class's or one person's.
func (d *Desk) Print(kind, id, path string, o paper.Options) (paper.Report, error) {
	pdf, report, err := d.Preview(kind, id, o)
	if err != nil {
		return report, err
	}
	return report, d.deliverBytes(path, pdf)
}

func (d *Desk) deliverBytes(path string, b []byte) error {
	return d.deliver(path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// Preview makes a paper in memory.
func (d *Desk) Preview(kind, id string, o paper.Options) ([]byte, paper.Report, error) {
	switch kind {
	case paperSlip:
		return d.PreviewSlips([]string{id}, o)
	case paperSignUp:
		if _, err := d.Class(id); err != nil {
			return d.PreviewSignUps("", []string{id}, o)
		}
		return d.PreviewSignUps(id, nil, o)
	case paperEFile:
		dossier, err := d.EFile(id)
		return d.draw(o, err, func(w io.Writer, o paper.Options) (paper.Report, error) { return paper.File(w, dossier, o) })
	}
	p, ok := paper.Find(kind)
	if !ok {
		return nil, paper.Report{}, ErrNoPaper.With(kind)
	}
	job, err := d.jobOf(kind, id)
	return d.draw(o, err, func(w io.Writer, o paper.Options) (paper.Report, error) {
		job.Options = o
		return p.Make(w, job)
	})
}

// draw makes a paper with what every paper says: who prints it, when, and for which unit.
func (d *Desk) draw(o paper.Options, err error, make func(io.Writer, paper.Options) (paper.Report, error)) ([]byte, paper.Report, error) {
	if err != nil {
		return nil, paper.Report{}, err
	}
	s, err := d.Settings()
	if err != nil {
		return nil, paper.Report{}, err
	}
	o.By, o.Unit = cmp.Or(o.By, d.Actor()), cmp.Or(o.Unit, s.Unit)
	if o.At.IsZero() {
		o.At = d.now()
	}
	o.Rules = d.RuleBook()
	if o.Sheets != nil {
		report, err := make(o.Sheets, o)
		return nil, report, err
	}
	var pdf bytes.Buffer
	report, err := make(&pdf, o)
	return pdf.Bytes(), report, err
}

// PreviewTable makes a ledger or a table ready to be signed and stamped. One that does not add up is not printed: report.ErrSum says
// by how much.
func (d *Desk) PreviewTable(t report.Table, o paper.Options) ([]byte, paper.Report, error) {
	return d.draw(o, t.Check(), func(w io.Writer, o paper.Options) (paper.Report, error) { return paper.Ledger(w, t, o) })
}

// PrintTable is PreviewTable as a file; of a ledger too long for one (paper.VolumeRows), as several, which Report.Files names.
func (d *Desk) PrintTable(t report.Table, path string, o paper.Options) (all paper.Report, err error) {
	for _, v := range paper.Volumes(t) {
		pdf, made, err := d.PreviewTable(v.Table, o)
		if err == nil {
			err = d.deliverBytes(v.Path(path), pdf)
		}
		if err != nil {
			return all, err
		}
		all.Pages += made.Pages
		all.Missing = append(all.Missing, made.Missing...)
		all.Files = append(all.Files, v.Path(path))
	}
	slices.Sort(all.Missing)
	all.Missing = slices.Compact(all.Missing)
	return all, nil
}

// PreviewSlips makes the 入户告知单 of several households, one after the other.
func (d *Desk) PreviewSlips(households []string, o paper.Options) ([]byte, paper.Report, error) {
	var families []paper.Family
	for _, id := range households {
		f, err := d.Family(id)
		if err != nil {
			return nil, paper.Report{}, err
		}
		families = append(families, f)
	}
	return d.draw(o, nil, func(w io.Writer, o paper.Options) (paper.Report, error) { return paper.Slip(w, families, o) })
}

// PrintSlips is PreviewSlips as a file.
func (d *Desk) PrintSlips(households []string, path string, o paper.Options) (paper.Report, error) {
	pdf, report, err := d.PreviewSlips(households, o)
	if err != nil {
		return report, err
	}
	return report, d.deliverBytes(path, pdf)
}
