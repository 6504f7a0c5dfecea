package main

import (
	"errors"
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/search"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// findCommand looks for people.
type findCommand struct {
	Query []string `arg:"" help:"${query}"`
	Limit int      `default:"20" placeholder:"N" help:"${limit}"`
	Full  bool     `help:"${full}"`
}

// Help shows an example.
func (findCommand) Help() string { return text.T("ruhuctl.example.find") }

// found is one person found. ID number and phone are masked unless asked for in full: terminals are looked at by others.
type found struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Sex       string `json:"sex,omitempty"`
	Age       string `json:"age,omitempty"`
	Relation  string `json:"relation,omitempty"`
	Household string `json:"household"`
	HouseNo   string `json:"house_no,omitempty"`
	Head      string `json:"head,omitempty"`
	Village   string `json:"village,omitempty"`
	Group     string `json:"group,omitempty"`
	IDNo      string `json:"id_no,omitempty"`
	Phone     string `json:"phone,omitempty"`
}

// Run lists them, the best match first.
func (c findCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all := []found{}
		for _, hit := range d.Find(strings.Join(c.Query, " "), c.Limit) {
			one, err := c.read(d, hit.ID, hit.Household)
			if err != nil {
				return err
			}
			all = append(all, one)
		}
		return showAll(f, w, all, found.line, "ruhuctl.found_count")
	})
}

func (p found) line() string {
	if p.ID == p.Household {
		return text.T("ruhuctl.found_house", p.Head, p.Village, p.Group, p.ID)
	}
	return text.T("ruhuctl.found", p.Name, p.Sex, p.Age, p.Relation, p.Head, p.Village, p.Group, p.IDNo, p.Phone, p.ID)
}

func (c findCommand) read(d *desk.Desk, id, household string) (found, error) {
	out := found{ID: id, Household: household}
	if household != "" {
		h, err := d.Household(household)
		if err != nil {
			return out, err
		}
		village, _ := survey.Household.Field(survey.Village)
		out.HouseNo, out.Head, out.Group, out.Village = h.No(), h.Head(), h.Group(), village.Show(h.Village())
	}
	if id == household {
		out.Name = out.Head
		return out, nil
	}
	p, err := d.Person(id)
	if err != nil {
		return out, err
	}
	out.Name, out.Sex, out.Age, out.Relation = p.Name(), p.Sex(), p.Get(survey.Age), p.Relation()
	out.IDNo, out.Phone = c.private(p)
	return out, nil
}

func (c findCommand) private(p registry.Person) (no, phone string) {
	if c.Full {
		return p.IDNumber(), p.Phone()
	}
	return survey.MaskID(p.IDNumber()), survey.MaskPhone(p.Phone())
}

var (
	errNobody  = text.NewError("ruhuctl.nobody")
	errSeveral = text.NewError("ruhuctl.several")
)

// person finds the one person that is meant: by id, or by anything that Find finds.
func person(d *desk.Desk, said string) (registry.Person, error) {
	if r, ok := d.Row(said); ok && r.ID != r.Household {
		return d.Person(said)
	}
	hits := slices.DeleteFunc(d.Find(said, 0), func(h search.Hit) bool { return h.ID == h.Household })
	switch {
	case len(hits) == 0:
		return registry.Person{}, errNobody.With(said)
	case len(hits) > 1 && hits[0].Score == hits[1].Score:
		return registry.Person{}, errSeveral.With(said)
	}
	return d.Person(hits[0].ID)
}

// home finds the household that is meant: by id, by somebody who lives there, or by the head it is known by.
func home(d *desk.Desk, said string) (string, error) {
	if _, err := d.Household(said); err == nil {
		return said, nil
	}
	p, err := person(d, said)
	if err == nil {
		return p.HouseholdID(), nil
	}
	if found := d.FindHouseholds(said, 2); errors.Is(err, errNobody) && len(found) > 0 {
		if len(found) > 1 {
			return "", errSeveral.With(said)
		}
		return found[0], nil
	}
	return "", err
}

// people finds each of several.
func people(d *desk.Desk, said []string) ([]registry.Person, error) {
	var all []registry.Person
	for _, s := range said {
		p, err := person(d, s)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}
