package xlsform

import (
	"slices"
	"strings"

	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can be wrong with a list of choices.
var (
	ErrNoList      = text.NewError("xlsform.no_list")
	ErrChoiceTwice = text.NewError("xlsform.choice_twice")
	ErrFilter      = text.NewError("xlsform.filter")
)

// other is the choice that or_other adds, by the name that pyxform gives it.
const other = "other"

// lists reads the choices: by name of list, in order. What people see is what is stored, as everywhere in the register; the
// name that the sheet gives a choice is its code, and what expressions speak of.
func (r *reader) readChoices() {
	r.lists = map[string][]survey.ChoiceItem{}
	for _, c := range r.source.choices.rows {
		list, code, label := c.get("list_name"), c.get("name"), plainWords(c.get("label"))
		if list == "" || code == "" && label == "" {
			continue
		}
		if code == "" {
			code = label
		}
		if label == "" {
			label = code
		}
		if slices.ContainsFunc(r.lists[list], func(i survey.ChoiceItem) bool { return i.Code == code }) {
			r.say(r.source.choices, c, "name", code, ErrChoiceTwice.With(list, code), false)
			continue
		}
		r.lists[list] = append(r.lists[list], survey.ChoiceItem{Name: unlike(r.lists[list], listed(label), code), Code: code})
	}
}

// listed is a label that can stand in a list of several, which are stored with "、" between them.
func listed(label string) string { return strings.ReplaceAll(label, "、", "，") }

// unlike tells two choices of one label apart: the label is what is stored.
func unlike(list []survey.ChoiceItem, label, code string) string {
	if slices.ContainsFunc(list, func(i survey.ChoiceItem) bool { return survey.Fold(i.Name) == survey.Fold(label) }) {
		return label + "（" + code + "）"
	}
	return label
}

// choices gives a question its list: of the form, of its own row, or one that the register has.
func (r *reader) choices(q *question) bool {
	name := q.called.list
	switch {
	case q.row.get("choices") != "" && name == "-":
		for _, s := range survey.SplitList(strings.ReplaceAll(q.row.get("choices"), "｜", "|")) {
			q.field.Items = append(q.field.Items, survey.ChoiceItem{Name: unlike(q.field.Items, s, s), Code: s})
		}
	case len(r.lists[name]) > 0:
		q.field.Items = slices.Clone(r.lists[name])
	case survey.List(name) != nil:
		q.field.List = name
	}
	if len(q.field.Items) == 0 && q.field.List == "" {
		r.left(q.row, "type", ErrNoList.With(q.called.list))
		return false
	}
	if q.row.get("choice_filter") != "" {
		r.doubt(q.row, "choice_filter", ErrFilter.With(q.field.Label))
	}
	return true
}

// orOther adds the choice 其他 and the question what it is.
func (r *reader) orOther(q *question) {
	if !slices.ContainsFunc(q.field.Items, func(i survey.ChoiceItem) bool { return i.Code == other }) {
		q.field.Items = append(q.field.Items, survey.ChoiceItem{Name: unlike(q.field.Items, text.T("xlsform.other"), other), Code: other})
	}
	says := &question{
		name: q.name + "_other", row: row{at: q.row.at}, conditions: slices.Clone(q.conditions),
		field: survey.Field{Label: text.T("xlsform.other_what", q.field.Label), Kind: survey.Text, Section: q.field.Section, On: q.field.On, Class: q.field.Class},
	}
	says.conditions = append(says.conditions, &condition{row: row{at: q.row.at}, column: "type", text: "selected(${" + q.name + "}, '" + other + "')"})
	r.add(says)
}
