package form

import (
	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
)

// NewInput makes the input for a field: one case for each kind of answer.
func NewInput(f survey.Field, o Options) kit.Input {
	if o.Items != nil {
		if items := o.Items(f); items != nil {
			return kit.NewPicker(items...)
		}
	}
	switch f.Kind {
	case survey.Choice:
		return kit.Choice(Items(f.List))
	case survey.Choices:
		p := kit.NewPicker(Items(f.List)...)
		p.Many = true
		return p
	case survey.Flag:
		return kit.NewToggle(survey.Yes, survey.No)
	case survey.DateKind:
		return kit.NewDateEntry(o.Now)
	case survey.IDNumber:
		return kit.NewIDEntry()
	case survey.Note:
		return typed(kit.NewLines(3), f)
	case survey.Text, survey.Name, survey.Number, survey.Money, survey.PhoneKind, survey.CreditCode, survey.Code, survey.Region, survey.Link:
		return typed(kit.NewEntry(), f)
	}
	panic("form: no input for kind " + f.Kind.Name)
}

// typed makes an entry speak the stored form of its field.
func typed(e *kit.Entry, f survey.Field) *kit.Entry {
	e.Clean = f.Clean
	e.Shown = f.Show
	return e
}

// Items are the choices of a list of data/codes.
func Items(list string) []kit.Item {
	var items []kit.Item
	for _, c := range survey.List(list) {
		items = append(items, kit.Item{Value: c.Name, Code: c.Code, Also: c.Also})
	}
	return items
}
