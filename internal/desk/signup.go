package desk

import (
	"io"

	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// PreviewSignUps makes the 培训报名表 of people for a class. Without people it is for who is in the class and who of those that wish for its
// trade may join or must be asked; without a class it is for any, and without both it is blank.
func (d *Desk) PreviewSignUps(class string, people []string, o paper.Options) ([]byte, paper.Report, error) {
	var c training.Class
	var err error
	if class != "" {
		if c, err = d.Class(class); err != nil {
			return nil, paper.Report{}, err
		}
		if len(people) == 0 {
			people, err = d.mayJoin(class)
		}
	}
	var all []paper.Applicant
	for _, id := range people {
		var a paper.Applicant
		if a, err = d.applicant(id); err != nil {
			break
		}
		all = append(all, a)
	}
	return d.draw(o, err, func(w io.Writer, o paper.Options) (paper.Report, error) { return paper.SignUp(w, c, all, o) })
}

// PrintSignUps is PreviewSignUps as a file.
func (d *Desk) PrintSignUps(class string, people []string, path string, o paper.Options) (paper.Report, error) {
	pdf, report, err := d.PreviewSignUps(class, people, o)
	if err != nil {
		return report, err
	}
	return report, d.deliverBytes(path, pdf)
}

// mayJoin are who is in a class, by seat, and then its candidates whom the rules do not keep out.
func (d *Desk) mayJoin(class string) ([]string, error) {
	people := d.inClass(class)
	all, err := d.Candidates(class)
	for _, c := range all {
		if !c.Enrolled && (c.Verdict.In || c.Verdict.Ask) {
			people = append(people, c.Person.ID)
		}
	}
	return people, err
}

func (d *Desk) applicant(person string) (paper.Applicant, error) {
	p, err := d.Person(person)
	if err != nil {
		return paper.Applicant{}, err
	}
	wishes, err := d.Wishes(person)
	var wish survey.Answers
	if len(wishes) > 0 {
		wish = wishes[0].Unpack()
	}
	var h registry.Household
	if id := p.HouseholdID(); id != "" && err == nil {
		h, err = d.Household(id)
	}
	return paper.Applicant{Person: p, Village: d.placeName(h.Village()), Group: h.Group(), Wish: wish}, err
}
