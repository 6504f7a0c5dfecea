package desk

import (
	"bytes"
	"cmp"
	"io"

	"ruhu/internal/paper"
	"ruhu/internal/region"
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
		rows = append(rows, paper.Row{Enrolment: e, Person: p, Village: villageName(h.Village()), Group: h.Group()})
	}
	return rows, nil
}

func villageName(code string) string {
	if code == "" {
		return ""
	}
	return region.Name(code)
}

// Print makes a paper of a class as a file at path: whole, or not at all.
func (d *Desk) Print(kind, class, path string, o paper.Options) (paper.Report, error) {
	pdf, report, err := d.Preview(kind, class, o)
	if err != nil {
		return report, err
	}
	return report, d.deliver(path, func(w io.Writer) error {
		_, err := w.Write(pdf)
		return err
	})
}

// Preview makes a paper of a class in memory.
func (d *Desk) Preview(kind, class string, o paper.Options) ([]byte, paper.Report, error) {
	p, ok := paper.Find(kind)
	if !ok {
		return nil, paper.Report{}, ErrNoPaper.With(kind)
	}
	job, err := d.job(class)
	if err != nil {
		return nil, paper.Report{}, err
	}
	job.Options = o
	job.By = cmp.Or(o.By, d.Actor())
	if job.At.IsZero() {
		job.At = d.now()
	}
	var pdf bytes.Buffer
	report, err := p.Make(&pdf, job)
	return pdf.Bytes(), report, err
}

func (d *Desk) job(class string) (j paper.Job, err error) {
	if j.Class, err = d.Class(class); err != nil {
		return j, err
	}
	if j.Sessions, err = d.Sessions(class); err != nil {
		return j, err
	}
	j.Rows, err = d.Roster(class)
	return j, err
}
