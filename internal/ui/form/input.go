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
		return kit.Choice(choices(f))
	case survey.Choices:
		return several(choices(f))
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

// inSight is how many choices are all shown where several may be taken; more are picked from a list.
const inSight = 9

// several makes the input for a choice of several.
func several(items []kit.Item) kit.Input {
	if len(items) <= inSight {
		return kit.NewChecks(items...)
	}
	p := kit.NewPicker(items...)
	p.Many = true
	return p
}

// choices are a field's choices.
func choices(f survey.Field) []kit.Item { return Items(f.List) }

// Items are the choices of a list of data/codes.
func Items(list string) []kit.Item {
	var items []kit.Item
	for _, c := range survey.List(list) {
		items = append(items, kit.Item{Value: c.Name, Code: c.Code, Also: c.Also})
	}
	return items
}
