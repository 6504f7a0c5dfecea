package ledger

import (
	"ruhu/internal/registry"
	"ruhu/internal/training"
	"ruhu/internal/ui/page"
)

// Go shows what a row is about: the file of a person or household, a class, a record in its form.
func Go(d page.Deps, typ, id string) {
	switch typ {
	case "", registry.TypePerson:
		d.Show(page.Person, id)
	case registry.TypeHousehold:
		d.Show(page.Household, id)
	case training.TypeClass:
		d.Show(page.Class, id)
	case registry.TypeOutreach:
		d.Show(page.Outreach, id)
	case registry.TypeSchool:
		d.Show(page.Schools, id)
	case registry.TypeTarget:
		d.Show(page.Targets, id)
	default:
		goRecord(d, typ, id)
	}
}

// goRecord shows the form of a record within the file it belongs to; what has no form of its own, the file.
func goRecord(d page.Deps, typ, id string) {
	r, err := d.Desk.Record(typ, id)
	if err != nil {
		d.ShowError(err)
		return
	}
	owner, of := r.Owner()
	if typ == training.TypeEnrolment {
		owner, of = registry.TypePerson, r.Get(training.OfPerson)
	}
	to := page.Person
	if owner == registry.TypeHousehold {
		to = page.Household
	}
	switch {
	case of == "":
	case typ == registry.TypeEvent || typ == training.TypeEnrolment:
		d.Show(to, of)
	case typ == registry.TypeVisit:
		d.Show(page.Household, page.Visit+of+"/"+id)
	case typ == registry.TypeWish:
		d.Show(page.Person, page.Wish+of+"/"+id)
	default:
		d.Show(to, page.Record+typ+"/"+of+"/"+id)
	}
}

// GoField shows the form of a person or a household with the keyboard on a question; a record of another type in its form.
func GoField(d page.Deps, typ, id, key string) {
	switch typ {
	case registry.TypePerson:
		d.Show(page.Person, page.Edit+id+"/"+key)
	case registry.TypeHousehold:
		d.Show(page.Household, page.Edit+id+"/"+key)
	default:
		Go(d, typ, id)
	}
}
