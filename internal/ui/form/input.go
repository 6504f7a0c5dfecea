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
	case survey.Text:
		if f.Lists != nil || len(f.Options()) > 0 || o.Offers[f.Key] != nil {
			return suggest(f, o)
		}
		return typed(kit.NewEntry(), f)
	case survey.Name, survey.Number, survey.Money, survey.PhoneKind, survey.CreditCode, survey.Code, survey.Region, survey.Link:
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

// suggest makes the input for free words beside which usual ones are offered, by what is answered now.
func suggest(f survey.Field, o Options) kit.Input {
	s := kit.NewSuggest(func() []kit.Item {
		switch {
		case o.answers == nil:
			return itemsOf(f.Options())
		case o.Offers[f.Key] != nil:
			return o.Offers[f.Key](o.answers())
		}
		return itemsOf(f.Offers(o.answers()))
	})
	typed(&s.Entry, f)
	return s
}

// choices are a field's choices: its own, as a county's question has, or those of its list.
func choices(f survey.Field) []kit.Item { return itemsOf(f.Options()) }

// Items are the choices of a list of data/codes.
func Items(list string) []kit.Item { return itemsOf(survey.List(list)) }

func itemsOf(all []survey.ChoiceItem) []kit.Item {
	var items []kit.Item
	for _, c := range all {
		items = append(items, kit.Item{Value: c.Name, Code: c.Code, Also: c.Also})
	}
	return items
}
