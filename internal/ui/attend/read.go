package attend

import (
	"cmp"
	"slices"

	"ruhu/internal/survey"
	"ruhu/internal/training"
	"ruhu/internal/ui/page"
)

// read reads classes, sessions, people and marks. The class is the one asked for, else the one there was, else one that
// meets today, else the first that is being taught.
func (p *Page) read() error {
	classes, err := p.deps.Desk.Classes()
	if err != nil {
		return err
	}
	p.classes = classes
	slices.SortStableFunc(p.classes, func(a, b training.Class) int { return cmp.Compare(rank(a, p.today()), rank(b, p.today())) })
	id := cmp.Or(p.wanted, p.class.ID, p.deps.Prefs.String(prefClass))
	p.wanted = ""
	i := max(slices.IndexFunc(p.classes, func(c training.Class) bool { return c.ID == id }), 0)
	if len(p.classes) == 0 {
		p.class, p.sessions, p.session, p.people = training.Class{}, nil, training.Session{}, nil
		return nil
	}
	return p.readClass(p.classes[i])
}

// rank puts the classes that are held now first, then those to come, then those that are over.
func rank(c training.Class, today string) int {
	switch {
	case c.Answers[training.EndsOn] < today:
		return 2
	case c.Answers[training.StartsOn] > today:
		return 1
	}
	return 0
}

func (p *Page) today() string { return p.deps.Now().Format("2006-01-02") }

func (p *Page) readClass(c training.Class) error {
	changed := c.ID != p.class.ID
	p.class = c
	sessions, err := p.deps.Desk.Sessions(c.ID)
	if err != nil {
		return err
	}
	p.sessions = sessions
	if len(sessions) == 0 {
		p.session, p.people = training.Session{}, nil
		return nil
	}
	i := slices.IndexFunc(sessions, func(s training.Session) bool { return s.ID == p.session.ID })
	if i < 0 || changed {
		i = sessionNear(sessions, p.deps.Now())
	}
	return p.readSession(sessions[i])
}

func (p *Page) readSession(s training.Session) error {
	p.session = s
	enrolled, err := p.deps.Desk.Enrolments(p.class.ID)
	if err != nil {
		return err
	}
	marks, err := p.deps.Desk.Marks(s.ID)
	if err != nil {
		return err
	}
	var people []person
	for _, e := range enrolled {
		if e.In(s.Answers[training.HeldOn]) {
			people = append(people, p.personOf(e))
		}
	}
	p.people = rosterOf(people, marks)
	p.flags, err = p.deps.Desk.MarkFlags(s.ID)
	return err
}

// personOf reads who is enrolled. Somebody whose record cannot be read keeps a row: a hole in the roster would be worse.
func (p *Page) personOf(e training.Enrolment) person {
	one := person{Enrolment: e, name: e.PersonID()}
	who, err := p.deps.Desk.Person(e.PersonID())
	if err != nil {
		return one
	}
	one.name = who.Name()
	if h, err := p.deps.Desk.Household(who.HouseholdID()); err == nil {
		one.where = page.VillageName(h.Village()) + h.Group()
	}
	if one.where == "" {
		one.where = who.Get(survey.Phone)
	}
	return one
}

// reread reads the marks of the session again, after one was added.
func (p *Page) reread() {
	marks, err := p.deps.Desk.Marks(p.session.ID)
	if err != nil {
		p.deps.ShowError(err)
		return
	}
	p.people = rosterOf(p.people, marks)
	p.tally.show(countOf(p.people))
	p.list.Refresh()
}

func (p *Page) chooseClass(id string) {
	i := slices.IndexFunc(p.classes, func(c training.Class) bool { return c.ID == id })
	if i < 0 {
		return
	}
	p.deps.Prefs.SetString(prefClass, id)
	p.at = 0
	p.after(p.readClass(p.classes[i]))
}

func (p *Page) chooseSession(id string) {
	i := slices.IndexFunc(p.sessions, func(s training.Session) bool { return s.ID == id })
	if i < 0 {
		return
	}
	p.at = 0
	p.after(p.readSession(p.sessions[i]))
}

// step goes to the session before or after.
func (p *Page) step(by int) {
	i := slices.IndexFunc(p.sessions, func(s training.Session) bool { return s.ID == p.session.ID }) + by
	if i >= 0 && i < len(p.sessions) {
		p.chooseSession(p.sessions[i].ID)
	}
	p.Focus()
}

// after shows another class or session: an answer that was meant for the last one is wiped off the board.
func (p *Page) after(err error) {
	if err != nil {
		p.deps.ShowError(err)
		return
	}
	p.ask.hide()
	p.board.said = ""
	p.show()
}
