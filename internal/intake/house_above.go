package intake

import (
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Many lists write the number of a household in its first row only, without merging the cells below. Where most members of a list
// stand so, a member without a number belongs to the head above. One number left out in a list that has them all is no such thing: it
// may stand anywhere, and is asked about.

// numbersAbove gives the members of such lists the number of the head above them.
func (w *work) numbersAbove() {
	first := map[*columns]bool{}
	left, all := map[*columns]int{}, map[*columns]int{}
	for i := range w.plan.Rows {
		if r := &w.plan.Rows[i]; r.state.noise == "" && r.isMember() {
			all[r.state.columns]++
			if r.withoutNumber() {
				left[r.state.columns]++
			}
		}
	}
	above := ""
	for i := range w.plan.Rows {
		r := &w.plan.Rows[i]
		c := r.state.columns
		switch {
		case r.state.noise != "":
			continue
		case !r.isMember():
			above = ""
			if r.Person[survey.Relation] == registry.Head {
				above = r.Household[survey.HouseNo]
			}
		case above != "" && r.withoutNumber() && 2*left[c] > all[c]:
			r.Household[survey.HouseNo] = above
			if !first[c] {
				first[c] = true
				w.ofSheet(Problem{Sheet: r.Sheet, Row: c.Head + 1, Column: c.by[household(survey.HouseNo)].title, Kind: kindHouseNoAbove, Level: Normalised})
			}
		case r.Household[survey.HouseNo] != above:
			above = ""
		}
	}
}

// isMember tells somebody said to be related to a head.
func (r *Row) isMember() bool {
	said := r.Person[survey.Relation]
	return said != registry.Head && (said != "" || r.state.filled(person(survey.Relation)))
}

// withoutNumber tells a row that names no household: neither its number nor its head.
func (r *Row) withoutNumber() bool {
	c, there := r.state.cell(household(survey.HouseNo))
	return there && c.Blank() && r.Household[survey.HeadName] == "" && r.Household[survey.HeadIDNo] == ""
}
