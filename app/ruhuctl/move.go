package main

import (
	"slices"
	"strings"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// moveFlags are the flags of every move.
type moveFlags struct {
	On       string   `placeholder:"DATE" help:"${moveon}"`
	Reason   string   `placeholder:"WORDS" help:"${movereason}"`
	Anyway   string   `placeholder:"REASON" help:"${anyway}"`
	Relation []string `placeholder:"WHO=RELATION" help:"${moverelation}"`
}

// how reads them.
func (c moveFlags) how(d *desk.Desk) ([]desk.How, error) {
	var out []desk.How
	if c.Reason != "" {
		out = append(out, desk.Because(c.Reason))
	}
	if c.Anyway != "" {
		out = append(out, desk.Anyway(c.Anyway))
	}
	said, err := pairs(c.Relation)
	if err != nil || len(said) == 0 {
		return out, err
	}
	as := map[string]string{}
	for who, relation := range said {
		p, err := person(d, who)
		if err != nil {
			return nil, err
		}
		as[p.ID] = relation
	}
	return append(out, desk.As(as)), nil
}

// moveCommand brings people to another household.
type moveCommand struct {
	Who []string `arg:"" placeholder:"PERSON" help:"${who}"`
	To  string   `required:"" placeholder:"HOUSEHOLD" help:"${moveto}"`
	Why string   `placeholder:"KIND" help:"${movewhy}"`
	moveFlags
}

// Help shows an example.
func (moveCommand) Help() string { return text.T("ruhuctl.example.move") }

// Run moves them.
func (c moveCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, how, err := c.people(d, c.Who)
		if err != nil {
			return err
		}
		to, err := home(d, c.To)
		if err != nil {
			return err
		}
		if err := d.Move(ids(all), to, c.Why, c.On, how...); err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.moved", all, to)
	})
}

// people finds who is meant and reads the flags.
func (c moveFlags) people(d *desk.Desk, said []string) ([]registry.Person, []desk.How, error) {
	all, err := people(d, said)
	if err != nil {
		return nil, nil, err
	}
	how, err := c.how(d)
	return all, how, err
}

func ids(all []registry.Person) []string {
	var out []string
	for _, p := range all {
		out = append(out, p.ID)
	}
	return out
}

// movedPeople is who was moved and the household that it is about.
type movedPeople struct {
	People    []string `json:"people"`
	Household string   `json:"household"`
}

func (f flags) moved(w *world, key string, all []registry.Person, house string) error {
	var names []string
	for _, p := range all {
		names = append(names, p.Name())
	}
	return f.say(w, movedPeople{ids(all), house}, key, strings.Join(names, text.T("ruhuctl.comma")), house)
}

// splitCommand makes a household of its own out of people of one.
type splitCommand struct {
	Who     []string `arg:"" placeholder:"PERSON" help:"${who}"`
	Head    string   `required:"" placeholder:"PERSON" help:"${splithead}"`
	Answers []string `name:"with" placeholder:"QUESTION=ANSWER" help:"${splitanswers}"`
	moveFlags
}

// Help shows an example.
func (splitCommand) Help() string { return text.T("ruhuctl.example.split") }

// Run parts them; the old household is that of whoever is named first.
func (c splitCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, how, err := c.people(d, c.Who)
		if err != nil {
			return err
		}
		head, err := person(d, c.Head)
		if err != nil {
			return err
		}
		if !slices.Contains(ids(all), head.ID) {
			all = append(all, head)
		}
		form, err := answers{Answers: c.Answers}.read(d, d.Table(registry.TypeHousehold), survey.Answers{})
		if err != nil {
			return err
		}
		house, err := d.Split(all[0].HouseholdID(), ids(all), head.ID, form, c.On, how...)
		if err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.split", all, house)
	})
}

// joinCommand makes one household of two.
type joinCommand struct {
	From string `arg:"" placeholder:"HOUSEHOLD" help:"${joinfrom}"`
	Into string `arg:"" placeholder:"HOUSEHOLD" help:"${joininto}"`
	moveFlags
}

// Help shows an example.
func (joinCommand) Help() string { return text.T("ruhuctl.example.join") }

// Run joins them.
func (c joinCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		from, err := home(d, c.From)
		if err != nil {
			return err
		}
		into, err := home(d, c.Into)
		if err != nil {
			return err
		}
		all, err := d.Members(from)
		if err != nil {
			return err
		}
		how, err := c.how(d)
		if err != nil {
			return err
		}
		if err := d.MergeHouseholds(from, into, c.On, how...); err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.joined", all, into)
	})
}

// headCommand makes somebody the head of their household.
type headCommand struct {
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	moveFlags
}

// Help shows an example.
func (headCommand) Help() string { return text.T("ruhuctl.example.head") }

// Run changes the head.
func (c headCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, how, err := c.people(d, []string{c.Who})
		if err != nil {
			return err
		}
		if err := d.ChangeHead(all[0].HouseholdID(), all[0].ID, c.On, how...); err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.headed", all, all[0].HouseholdID())
	})
}

// leaveCommand notes that somebody died, moved away, married away, cannot be found.
type leaveCommand struct {
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	Why string `required:"" placeholder:"KIND" help:"${leavewhy}"`
	moveFlags
}

// Help shows an example.
func (leaveCommand) Help() string { return text.T("ruhuctl.example.leave") }

// Run notes it.
func (c leaveCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, how, err := c.people(d, []string{c.Who})
		if err != nil {
			return err
		}
		if err := d.Leave(all[0].ID, c.Why, c.On, how...); err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.gone", all, all[0].HouseholdID())
	})
}

// returnCommand notes that somebody is back.
type returnCommand struct {
	Who string `arg:"" placeholder:"PERSON" help:"${who}"`
	moveFlags
}

// Help shows an example.
func (returnCommand) Help() string { return text.T("ruhuctl.example.return") }

// Run notes it.
func (c returnCommand) Run(f *flags, w *world) error {
	return f.with(w, func(d *desk.Desk) error {
		all, how, err := c.people(d, []string{c.Who})
		if err != nil {
			return err
		}
		if err := d.Return(all[0].ID, c.On, how...); err != nil {
			return err
		}
		return f.moved(w, "ruhuctl.back", all, all[0].HouseholdID())
	})
}
