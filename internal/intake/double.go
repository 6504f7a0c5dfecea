package intake

import (
	"fmt"
	"maps"
	"slices"

	"ruhu/internal/survey"
)

// double finds rows that speak of somebody once more: by ID number, and where a number is missing by household and name.
func (w *work) double() error {
	byNumber, byName := map[string]int{}, map[string]int{}
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		if r.rejected() {
			continue
		}
		id := r.Person[survey.IDNo]
		if first, ok := byNumber[id]; ok && id != "" {
			w.sameNumber(i, first)
		} else if id != "" {
			byNumber[id] = i
		}
		w.sameName(i, byName)
	}
	return w.ctx.Err()
}

// sameNumber compares two rows with one ID number.
func (w *work) sameNumber(i, first int) {
	r, f := &w.plan.Rows[i], &w.plan.Rows[first]
	t := person(survey.IDNo)
	if r.Name() != f.Name() {
		r.state.other = first
		r.doubtNumber()
		r.say(t, Doubt, kindDupIDOtherName, r.found(t), "", f.Row)
		return
	}
	w.merge(i, first)
}

// doubtNumber takes back what was said of the row by a number that may be somebody else's.
func (r *Row) doubtNumber() {
	r.Problems = slices.DeleteFunc(r.Problems, func(p Problem) bool {
		return p.Kind == kindSexAgainstID || p.Kind == kindBirthAgainstID || p.Kind == kindAgeAgainstID
	})
}

// merge makes a row speak of the person of an earlier one. Where they differ the earlier one stays; both are shown.
func (w *work) merge(i, first int) {
	r, f := &w.plan.Rows[i], &w.plan.Rows[first]
	r.With = first
	r.Diffs = append(differences(survey.Person, f.Person, r.Person), differences(survey.Household, f.Household, r.Household)...)
	kind := kindDupSamePerson
	switch {
	case len(r.Diffs) == 0 && maps.Equal(r.Person, f.Person) && maps.Equal(r.Household, f.Household) && (r.state.house == f.state.house || r.state.house.alone() && f.state.house.alone()):
		kind = kindDupExact
	case r.Sheet != f.Sheet:
		kind = kindTwoSheets
	}
	t := person(survey.IDNo)
	r.say(t, Merged, kind, r.found(t), "", f.Row)
}

// alone tells a household that only stands for one row, because the list says nothing of households.
func (h *house) alone() bool { return h.no == "" && !h.named && h.known == nil && len(h.rows) == 1 }

// sameName compares rows of one name in one household of which at least one has no good number.
func (w *work) sameName(i int, seen map[string]int) {
	r := &w.plan.Rows[i]
	if r.With >= 0 || r.state.house == nil {
		return
	}
	key := fmt.Sprintf("%p/%s", r.state.house, r.Name())
	first, ok := seen[key]
	if !ok {
		seen[key] = i
		return
	}
	f := &w.plan.Rows[first]
	switch {
	case r.Person[survey.IDNo] != "" && f.Person[survey.IDNo] != "": // two people: father's brother and son may bear one name
	case maps.Equal(r.Person, f.Person):
		w.merge(i, first)
	case r.Person[survey.PersonNo] != "" && r.Person[survey.PersonNo] == f.Person[survey.PersonNo]:
		w.merge(i, first)
	case survey.SameDate(r.Person[survey.Born], f.Person[survey.Born]) && r.state.other < 0:
		r.state.other = first
		r.say(person(survey.FullName), Doubt, kindProbableSame, r.Name(), "", f.Row)
	}
}

// differences gives what b says otherwise than a. What b does not say is no difference.
func differences(t *survey.Table, a, b survey.Answers) []Diff {
	var out []Diff
	for _, f := range t.Fields {
		if was, is := a[f.Key], b[f.Key]; is != "" && is != was {
			out = append(out, Diff{Table: t.Name, Key: f.Key, Label: f.Label, Old: was, New: is})
		}
	}
	return out
}
