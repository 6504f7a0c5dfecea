package main

import (
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

var (
	errField     = text.NewError("ruhuctl.field")
	errNoVillage = text.NewError("ruhuctl.no_village") // the window asks too
)

// addCommand enters things, or changes them.
type addCommand struct {
	Household addHousehold `cmd:"" help:"${addhousehold}"`
	Person    addPerson    `cmd:"" help:"${addperson}"`
	Wish      addWish      `cmd:"" help:"${addwish}"`
	Visit     addVisit     `cmd:"" help:"${addvisit}"`
}

// Help shows an example.
func (addCommand) Help() string { return text.T("ruhuctl.example.person") }

// answers are the flags and arguments of every form.
type answers struct {
	Answers []string `arg:"" optional:"" placeholder:"QUESTION=ANSWER" help:"${answers}"`
	ID      string   `placeholder:"ID" help:"${changeid}"`
	Anyway  string   `placeholder:"REASON" help:"${anyway}"`
}

// read gives the answers to save: of an existing thing its own with the new ones over them. A village may be named.
func (c answers) read(d *desk.Desk, t *survey.Table, old survey.Answers) (survey.Answers, error) {
	given, err := pairs(c.Answers)
	if err != nil {
		return nil, err
	}
	a := survey.Answers{}
	for key, v := range old {
		a[key] = v
	}
	for said, v := range given {
		key, ok := question(t, said)
		if !ok {
			return nil, errField.With(said)
		}
		if f, _ := t.Field(key); f.Kind == survey.Region {
			if code, err := d.VillageCode(v); err == nil {
				v = code
			}
		}
		a[key] = v
	}
	return a, nil
}

func (c answers) how() []desk.How {
	if c.Anyway == "" {
		return nil
	}
	return []desk.How{desk.Anyway(c.Anyway)}
}

// question finds a field by its key or its label.
func question(t *survey.Table, said string) (key string, ok bool) {
	if _, ok := t.Field(said); ok {
		return said, true
	}
	for _, f := range t.Fields {
		if f.Label == said {
			return f.Key, true
		}
	}
	return "", false
}

// pairs parts key=value arguments.
func pairs(args []string) (map[string]string, error) {
	m := map[string]string{}
	for _, arg := range args {
		key, v, ok := strings.Cut(arg, "=")
		if !ok || key == "" {
			return nil, errUse.With(text.T("ruhuctl.pair", arg))
		}
		m[key] = v
	}
	return m, nil
}

type addHousehold struct{ answers }

// Help shows an example.
func (addHousehold) Help() string { return text.T("ruhuctl.example.household") }

// Run saves it.
func (c addHousehold) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		var old registry.Household
		if c.ID != "" {
			var err error
			if old, err = d.Household(c.ID); err != nil {
				return err
			}
		}
		a, err := c.read(d, survey.Household, old.Unpack())
		if err != nil {
			return err
		}
		if a[survey.Village] == "" && c.Anyway == "" && (c.ID == "" || old.Get(survey.Village) != "") {
			return errNoVillage
		}
		id, err := d.SaveHousehold(c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

type addPerson struct{ answers }

// Help shows an example.
func (addPerson) Help() string { return text.T("ruhuctl.example.person") }

// Run saves it.
func (c addPerson) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		var old registry.Person
		if c.ID != "" {
			var err error
			if old, err = d.Person(c.ID); err != nil {
				return err
			}
		}
		a, err := c.read(d, survey.Person, old.Unpack())
		if err != nil {
			return err
		}
		id, err := d.SavePerson(c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

type addWish struct {
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	answers
}

// Help shows an example.
func (addWish) Help() string { return text.T("ruhuctl.example.wish") }

// Run saves it, said today unless a day is given.
func (c addWish) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		p, err := person(d, c.Who)
		if err != nil {
			return err
		}
		a, err := c.read(d, survey.Wish, survey.Answers{survey.OfPerson: p.ID, survey.WishedOn: d.Today().Format("2006-01-02")})
		if err != nil {
			return err
		}
		id, err := d.SaveWish(c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

type addVisit struct {
	Household string `arg:"" placeholder:"HOUSEHOLD" help:"${whichhouse}"`
	answers
}

// Help shows an example.
func (addVisit) Help() string { return text.T("ruhuctl.example.visit") }

// Run saves it, made today by whoever works here unless the answers say otherwise.
func (c addVisit) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		house, err := home(d, c.Household)
		if err != nil {
			return err
		}
		a, err := c.read(d, survey.Visit, survey.Answers{
			survey.OfHousehold: house, survey.VisitedOn: d.Today().Format("2006-01-02"), survey.Visitor: d.Actor(),
		})
		if err != nil {
			return err
		}
		id, err := d.SaveVisit(c.ID, a, c.how()...)
		return f.saved(w, id, err)
	})
}

// saved prints the id of what was saved, alone on its line so that a script can take it.
func (f flags) saved(w *world, id string, err error) error {
	if err != nil {
		return err
	}
	return f.say(w, map[string]string{"id": id}, "ruhuctl.id", id)
}
