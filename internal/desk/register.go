package desk

import (
	"slices"

	"ruhu/internal/region"
	"ruhu/internal/registry"
)

// register is the desk as intake sees it. Intake's questions have no room for an error; the first one is kept and asked for at
// the end.
type register struct {
	d    *Desk
	tree *region.Tree
	err  error
}

func (d *Desk) register() (*register, error) {
	t, err := d.tree()
	return &register{d: d, tree: t}, err
}

// tree is the part of the list of regions that the township of the settings lies in; without one, the county of the households,
// or all of the province.
func (d *Desk) tree() (*region.Tree, error) {
	s, err := d.Settings()
	if err != nil {
		return nil, err
	}
	code := s.Township
	if code == "" { // to look at every household takes a while, and a name of a village is asked for each row of a list
		for village := range d.Villages() {
			code = village
			break
		}
	}
	if len(code) < int(region.County) {
		code = yunnan
	}
	return d.treeOf(code)
}

// yunnan is the province whose villages are looked through while nothing says where the device is at home.
const yunnan = "53"

func (r *register) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

// PersonByIDNo implements intake.Register.
func (r *register) PersonByIDNo(no string) []registry.Person {
	if no == "" {
		return nil
	}
	people, err := r.d.people(r.d.index.ByIDNo(no))
	r.keep(err)
	return people
}

// PeopleNamed implements intake.Register.
func (r *register) PeopleNamed(name string) []registry.Person {
	people, err := r.d.people(r.d.index.BySound(name))
	r.keep(err)
	key := registry.NameKey(name)
	return slices.DeleteFunc(people, func(p registry.Person) bool { return registry.NameKey(p.Name()) != key })
}

// HouseholdByNo implements intake.Register.
func (r *register) HouseholdByNo(no string) []registry.Household {
	var all []registry.Household
	for _, id := range r.d.HouseholdsByNo(no) {
		h, err := r.d.Household(id)
		r.keep(err)
		all = append(all, h)
	}
	return all
}

// Household implements intake.Register.
func (r *register) Household(id string) (registry.Household, bool) {
	r.d.mu.RLock()
	_, ok := r.d.houses[id]
	r.d.mu.RUnlock()
	if !ok {
		return registry.Household{}, false
	}
	h, err := r.d.Household(id)
	r.keep(err)
	return h, err == nil
}

// Members implements intake.Register.
func (r *register) Members(household string) []registry.Person {
	people, err := r.d.Members(household)
	r.keep(err)
	return people
}

// WishesOf implements intake.Register.
func (r *register) WishesOf(person string) []registry.Wish {
	if person == "" {
		return nil
	}
	wishes, err := r.d.Wishes(person)
	r.keep(err)
	return wishes
}

// Tree implements intake.Register.
func (r *register) Tree() *region.Tree { return r.tree }
