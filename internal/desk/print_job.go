package desk

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// paperSurvey is the blank form to ask by: of no class.
const paperSurvey = "survey"

func (d *Desk) jobOf(kind, class string) (paper.Job, error) {
	if kind == paperSurvey {
		return paper.Job{Tables: d.Tables()}, nil
	}
	return d.job(class)
}

// job gathers everything that a paper of a class may say.
func (d *Desk) job(class string) (j paper.Job, err error) {
	if j.Class, err = d.Class(class); err != nil {
		return j, err
	}
	if j.Sessions, err = d.Sessions(class); err != nil {
		return j, err
	}
	if j.Rows, err = d.Roster(class); err != nil {
		return j, err
	}
	if j.Marks, err = d.marksOf(j.Sessions); err != nil {
		return j, err
	}
	d.teachers(&j)
	if j.Claims, err = d.claimed(class); err != nil {
		return j, err
	}
	if j.Indicators, err = d.Evaluate(class); err != nil {
		return j, err
	}
	err = d.sealedHead(&j)
	return j, err
}

// teachers looks up in the catalogue, as it was on the class's first day, who teaches and for whom.
func (d *Desk) teachers(j *paper.Job) {
	on, _ := j.Class.Dates()
	if on.IsZero() {
		on = d.now()
	}
	book, name := d.Catalogue(), j.Class.Answers[training.Institution]
	j.Institution, _ = book.Institution(cmp.Or(name, j.Class.Answers[training.InstitutionCode]), on)
	seen := map[string]bool{}
	for _, s := range j.Sessions {
		who := s.Answers[training.Teacher]
		if who == "" || seen[who] {
			continue
		}
		seen[who] = true
		if t, ok := teacherOf(book, who, name, on); ok {
			j.Teachers = append(j.Teachers, t)
		}
	}
}

func teacherOf(book *catalogue.Book, who, institution string, on time.Time) (catalogue.Teacher, bool) {
	t, ok := book.Teacher(who, institution, on)
	t.Name = who
	return t, ok
}

// claimed are the claims of a class, in the order in which they were made.
func (d *Desk) claimed(class string) ([]survey.Answers, error) {
	all, err := d.Records(training.TypeClaim, class)
	var out []survey.Answers
	for _, r := range all {
		out = append(out, r.Unpack())
	}
	slices.SortStableFunc(out, func(a, b survey.Answers) int { return cmp.Compare(a[training.AppliedOn], b[training.AppliedOn]) })
	return out, err
}

// sealedHead is the head of the marks as they were sealed last; of a class that was never sealed there is none.
func (d *Desk) sealedHead(j *paper.Job) error {
	seals, err := d.Seals(j.Class.ID)
	if err != nil || len(seals) == 0 {
		return err
	}
	last := survey.Answers(seals[0].Unpack())
	j.Head, j.HeadOn = last[training.SealHead], last[training.SealedOn]
	j.HeadMarks, _ = strconv.Atoi(last[training.SealMarks])
	return nil
}
