package sample

import (
	"ruhu/data"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/xlsform"
)

// form puts in a county's own questions about households (form.csv, as package xlsform keeps a form), and answers to them
// (answer.csv, by the key of the question).
func (m *maker) form() error {
	rows, err := data.Sample.ReadFile("sample/form.csv")
	if err != nil {
		return err
	}
	f, err := xlsform.Parse(string(rows))
	if err != nil {
		return err
	}
	m.put(registry.TypeQuestion, idOf(registry.TypeQuestion, f.ID), survey.Answers{
		survey.FormTitle: f.Title, survey.FormID: f.ID, survey.FormVersion: f.Version, survey.FormTable: f.Table, survey.FormRows: f.Rows(),
	})
	answers, err := read("answer")
	for _, r := range answers {
		a := survey.Answers{}
		for _, field := range f.Fields {
			if v := r[field.Key]; v != "" {
				a[field.Key] = v
			}
		}
		m.put(registry.TypeHousehold, idOf(registry.TypeHousehold, r[label(survey.Household, survey.HouseNo)]), a)
	}
	return err
}
