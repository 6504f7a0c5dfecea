package web

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/training"
	"ruhu/internal/xlsform"
)

// mostForms is how many forms of own questions are read for a page.
const mostForms = 200

// table is the table of a type with the county's own questions, so that their answers stand under their words.
func (v *viewer) table(typ string) *survey.Table {
	t := training.TableOf(typ)
	if t == nil {
		return nil
	}
	if v.asked == nil {
		v.asked = v.ownQuestions()
	}
	if own := v.asked[typ]; own != nil {
		return own
	}
	return t
}

// ownQuestions reads the forms of questions. One that cannot be read, of a newer program, leaves its answers under their keys.
func (v *viewer) ownQuestions() map[string]*survey.Table {
	tables := map[string]*survey.Table{}
	forms, err := v.of.Entities(v.ctx, registry.TypeQuestion, "", mostForms)
	if err != nil {
		return tables
	}
	for i := len(forms) - 1; i >= 0; i-- { // of two questions under one key the newest counts, as on the devices
		form, err := xlsform.Parse(forms[i].Value(survey.FormRows))
		typ := forms[i].Value(survey.FormTable)
		base := tables[typ]
		if base == nil {
			base = training.TableOf(typ)
		}
		if err == nil && base != nil {
			tables[typ] = base.Plus(form.Fields, nil)
		}
	}
	return tables
}
