package desk

import (
	"slices"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
)

// What can stand in the way of moving people.
var (
	ErrNobody      = text.NewError("desk.nobody")
	ErrDay         = text.NewError("desk.day")
	ErrDayToCome   = text.NewError("desk.day_to_come")
	ErrSameHouse   = text.NewError("desk.same_house")
	ErrNotMember   = text.NewError("desk.not_member")
	ErrHouseMerged = text.NewError("desk.house_merged")
	ErrHeadGoes    = text.NewError("desk.head_goes")
	ErrNoRelation  = text.NewError("desk.no_relation")
	ErrHeadAlready = text.NewError("desk.head_already")
)

// moving is a move of people on its way into the store: one act, with an event for each.
type moving struct {
	*saving
	d      *Desk
	people []registry.Person
	kind   string
}

// moving looks at what every move has: the day, and who.
func (d *Desk) moving(kind, on string, ids []string, how []How) (*moving, error) {
	m := &moving{saving: &saving{typ: registry.TypePerson, table: d.Table(registry.TypePerson)}, d: d, kind: kind}
	m.refusal.Table = m.table
	for _, h := range how {
		h(m.saving)
	}
	var err error
	if m.on, err = d.dayOfMove(on); err != nil {
		return nil, err
	}
	m.cleanRelations()
	for _, id := range ids {
		p, err := d.Person(id)
		if err != nil {
			return nil, err
		}
		if d.isMerged(id) {
			return nil, ErrMerged.With(p.Name())
		}
		m.people = append(m.people, p)
	}
	if len(m.people) == 0 {
		return nil, ErrNobody
	}
	return m, nil
}

// cleanRelations brings relations that were given to the words of the list.
func (m *moving) cleanRelations() {
	f, _ := m.table.Field(survey.Relation)
	as := map[string]string{}
	for id, said := range m.as {
		stored, err := f.Clean(said)
		if err != nil {
			m.add(survey.Problem{Key: survey.Relation, Err: err})
		}
		as[id] = stored
	}
	m.as = as
}

// dayOfMove is the day in stored form; "" is today. A month or a year alone will do: nobody knows the day of many a marriage.
func (d *Desk) dayOfMove(on string) (survey.Date, error) {
	f, _ := survey.Event.Field(survey.EventOn)
	stored, err := f.Clean(on)
	if err != nil {
		return "", ErrDay.With(on)
	}
	if stored == "" {
		return d.day(), nil
	}
	if day, ok := survey.Day(stored); ok && day.After(d.Today()) {
		return "", ErrDayToCome.With(stored)
	}
	return stored, nil
}

// run makes it one act, after what is doubtful about it was said.
func (m *moving) run(f func(*edit) error) error {
	if err := m.verdict(nil); err != nil {
		return err
	}
	return m.d.edit(m.what, m.reason, func(e *edit) error {
		e.on = m.on
		return f(e)
	})
}

func (m *moving) doubt(key string, err error) {
	m.add(survey.Problem{Key: key, Err: err, Warn: true})
}

func (m *moving) names() string {
	if len(m.people) == 1 {
		return m.people[0].Name()
	}
	return text.T("desk.and_others", m.people[0].Name(), len(m.people))
}

// Move brings people to another household: why is one of the list event_kind (迁入, 婚入 …), "" is 迁入. The relation to the new head
// is asked (As); without it nothing stands there until somebody says. Where the head goes and others stay, that is doubtful:
// choose a new head first, or say Anyway.
func (d *Desk) Move(people []string, to, why, on string, how ...How) error {
	m, err := d.moving(orElse(why, moveDefault), on, people, how)
	if err != nil {
		return err
	}
	h, err := d.houseToMoveTo(to)
	if err != nil {
		return err
	}
	for _, p := range m.people {
		if p.HouseholdID() == h.ID {
			return ErrSameHouse.With(p.Name())
		}
	}
	if err := m.headsGo(); err != nil {
		return err
	}
	m.what = text.T("desk.act.move", m.names())
	return m.run(func(e *edit) error { return m.settleIn(e, h) })
}

func (d *Desk) houseToMoveTo(id string) (registry.Household, error) {
	h, err := d.Household(id)
	if err != nil {
		return h, err
	}
	if d.isMerged(id) {
		return h, ErrHouseMerged.With(h.Head())
	}
	return h, nil
}

// headsGo doubts where a head goes and others stay.
func (m *moving) headsGo() error {
	for _, p := range m.people {
		if p.Relation() != registry.Head {
			continue
		}
		members, err := m.d.Members(p.HouseholdID())
		if err != nil {
			return err
		}
		if slices.ContainsFunc(members, func(q registry.Person) bool { return !m.goes(q.ID) && !Left(q) }) {
			m.doubt(survey.Relation, ErrHeadGoes.With(p.Name()))
		}
	}
	return nil
}

func (m *moving) goes(id string) bool {
	return slices.ContainsFunc(m.people, func(p registry.Person) bool { return p.ID == id })
}

// settleIn writes that people live in a household now, each with their event.
func (m *moving) settleIn(e *edit, h registry.Household) error {
	for _, p := range m.people {
		err := e.put(registry.TypePerson, p.ID, map[string]string{
			survey.InHousehold: h.ID, survey.Relation: m.as[p.ID], survey.LeftWhy: "", survey.LeftOn: "",
		})
		if err != nil {
			return err
		}
		if err := e.log(event{kind: m.kind, person: p.ID, from: p.HouseholdID(), to: h.ID, note: m.reason}); err != nil {
			return err
		}
	}
	return nil
}

func orElse(v, other string) string {
	if v == "" {
		return other
	}
	return v
}
