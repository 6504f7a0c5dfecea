package desk

import (
	"context"
	"slices"

	"ruhu/internal/change"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/xlsform"
)

// What can be wrong with a form of a county's own questions.
var (
	ErrNoQuestions   = text.NewError("desk.no_questions")
	ErrQuestionTable = text.NewError("desk.question_table")
	ErrKeyElsewhere  = text.NewError("desk.key_elsewhere")
)

// Questions are the forms of a county's own questions, those that are no longer asked among them.
func (d *Desk) Questions() ([]Questions, error) {
	all, err := d.readForms()
	return all, err
}

// ReadQuestions reads a form from a file: an XLSForm workbook, or a plain table of questions. table is what the questions are
// about where the file does not say. It changes nothing.
func (d *Desk) ReadQuestions(ctx context.Context, path, table string) (xlsform.Form, []xlsform.Problem, error) {
	book, err := sheet.ReadWithin(ctx, path, sheet.Standard)
	if err != nil {
		return xlsform.Form{}, nil, err
	}
	return xlsform.Read(book, xlsform.For(table))
}

// AddQuestions takes a form into use: from now on its questions are asked, on every device that the county reaches. A form of the
// same id takes the place of the one that is there; questions that it no longer has are no longer asked, and their answers stay.
func (d *Desk) AddQuestions(form xlsform.Form, how ...How) (string, error) {
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	puts, err := d.putsOfForm(form)
	if err != nil {
		return "", err
	}
	err = d.edit(text.T("desk.act.questions", form.Title), s.reason, func(e *edit) error { return e.putAll(puts) })
	return puts[len(puts)-1].ID, err
}

// putsOfForm keeps a form as a record of its own. The versions before it are only put out of use: the questions that they alone
// have are shown where they were answered.
func (d *Desk) putsOfForm(form xlsform.Form) ([]intake.Put, error) {
	if len(form.Fields) == 0 {
		return nil, ErrNoQuestions
	}
	if training.TableOf(form.Table) == nil {
		return nil, ErrQuestionTable.With(form.Table)
	}
	forms, err := d.readForms()
	if err != nil {
		return nil, err
	}
	var puts []intake.Put
	for _, q := range forms {
		switch {
		case q.Off || q.Form.Table != form.Table:
		case q.Form.ID == form.ID:
			puts = append(puts, intake.Put{Type: registry.TypeQuestion, ID: q.ID, Fields: survey.Answers{survey.FormOff: survey.Yes}})
		default:
			if key := sharedKey(form, q.Form); key != "" {
				return nil, ErrKeyElsewhere.With(key, q.Form.Title)
			}
		}
	}
	return append(puts, intake.Put{Type: registry.TypeQuestion, ID: newID(), Fields: survey.Answers{
		survey.FormTitle: form.Title, survey.FormID: form.ID, survey.FormVersion: form.Version, survey.FormTable: form.Table,
		survey.FormRows: form.Rows(), survey.FormFrom: d.day(),
	}}), nil
}

// sharedKey is a question that two forms have under one key: their answers would mix.
func sharedKey(a, b xlsform.Form) string {
	for _, f := range a.Fields {
		if slices.ContainsFunc(b.Fields, func(g survey.Field) bool { return g.Key == f.Key }) {
			return f.Key
		}
	}
	return ""
}

// RetireQuestions stops asking the questions of a form, or asks them again. No answer is lost.
func (d *Desk) RetireQuestions(id string, off bool) error {
	r, err := d.Record(registry.TypeQuestion, id)
	if err != nil {
		return err
	}
	v := ""
	if off {
		v = survey.Yes
	}
	return d.edit(text.T("desk.act.questions", r.Get(survey.FormTitle)), "", func(e *edit) error {
		return e.put(registry.TypeQuestion, id, map[string]string{survey.FormOff: v})
	})
}

// Answered counts how many records have an answer to each question of a form.
func (d *Desk) Answered(q Questions) (map[string]int, error) {
	n := map[string]int{}
	err := d.store.Each(q.Form.Table, func(e change.Entity) error {
		for _, f := range q.Form.Fields {
			if e.Value(f.Key) != "" {
				n[f.Key]++
			}
		}
		return nil
	})
	return n, err
}
