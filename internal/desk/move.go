package desk

import (
	"maps"
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

// Split makes a household of its own out of people of one: form holds its number, group, phone and address; the village, and
// what else form does not say of the place, is that of the old household. head, who is one of the people, becomes its head.
// Relations among those who go are worked out where that is certain, or given with As. The error may be a *Refusal.
func (d *Desk) Split(household string, people []string, head string, form survey.Answers, on string, how ...How) (string, error) {
	m, err := d.moving(eventSplit, on, people, how)
	if err != nil {
		return "", err
	}
	if !m.goes(head) {
		return "", ErrNotMember
	}
	for _, p := range m.people {
		if p.HouseholdID() != household {
			return "", ErrNotMember.With(p.Name())
		}
	}
	old, err := d.Household(household)
	if err != nil {
		return "", err
	}
	if err := m.headsGo(); err != nil {
		return "", err
	}
	m.lookAtHead(m.people, head)
	s := d.newHouse(old, m, head, form, how)
	m.refusal.Problems = append(m.refusal.Problems, s.refusal.Problems...)
	m.relate(head)
	m.what = text.T("desk.act.split", m.names())
	id := newID()
	return id, m.run(func(e *edit) error {
		if err := e.put(registry.TypeHousehold, id, s.answers); err != nil {
			return err
		}
		return m.settleIn(e, registry.Household{ID: id})
	})
}

// ofPlace are the answers of a household that a new one beside it begins with.
var ofPlace = []string{survey.Village, "natural_village", survey.Group, survey.Address, "hukou"}

func (d *Desk) newHouse(old registry.Household, m *moving, head string, form survey.Answers, how []How) *saving {
	a := survey.Answers{}
	for _, key := range ofPlace {
		if v := old.Answers[key]; v != "" {
			a[key] = v
		}
	}
	for _, p := range m.people {
		if p.ID == head {
			a[survey.HeadName], a[survey.HeadIDNo], a[survey.HousePhone] = p.Name(), p.IDNumber(), p.Phone()
		}
	}
	maps.Copy(a, form)
	s := d.saving(registry.TypeHousehold, "", d.villageByName(a), how)
	s.check(d)
	d.checkHouseNo(s)
	return s
}

// MergeHouseholds makes one household of two: the people of from live in into afterwards, and from is ended, kept, and read as
// into wherever something hangs on it. The relations to the head of into are asked (As).
func (d *Desk) MergeHouseholds(from, into, on string, how ...How) error {
	if from == into {
		return ErrSameHouse.With("")
	}
	h, err := d.houseToMoveTo(into)
	if err != nil {
		return err
	}
	old, err := d.houseToMoveTo(from)
	if err != nil {
		return err
	}
	members := d.index.Members(from)
	m := &moving{saving: &saving{typ: registry.TypePerson, table: d.Table(registry.TypePerson)}, d: d, kind: eventJoined}
	if len(members) > 0 {
		if m, err = d.moving(eventJoined, on, members, how); err != nil {
			return err
		}
	} else if m.on, err = d.dayOfMove(on); err != nil {
		return err
	}
	m.what = text.T("desk.act.join", old.Head(), h.Head())
	return m.run(func(e *edit) error { return m.join(e, old, h) })
}

func (m *moving) join(e *edit, old, into registry.Household) error {
	for _, p := range m.people {
		err := e.put(registry.TypePerson, p.ID, map[string]string{survey.InHousehold: into.ID, survey.Relation: m.as[p.ID]})
		if err != nil {
			return err
		}
		if err := e.log(event{kind: eventJoined, person: p.ID, from: old.ID, to: into.ID, note: m.reason}); err != nil {
			return err
		}
	}
	err := e.put(registry.TypeHousehold, old.ID, map[string]string{
		survey.MergedInto: into.ID, survey.EndedOn: m.on, survey.EndedWhy: endedJoined,
	})
	if err != nil {
		return err
	}
	return e.log(event{kind: eventJoined, from: old.ID, to: into.ID, note: m.reason})
}

// ChangeHead makes a person the head of the household they live in. What the others are to the new head is worked out where that
// is certain (registry.Relations), given with As otherwise, and left empty, with a doubt, where nobody says.
func (d *Desk) ChangeHead(household, person, on string, how ...How) error {
	members, err := d.Members(household)
	if err != nil {
		return err
	}
	var ids []string
	for _, p := range members {
		ids = append(ids, p.ID)
	}
	m, err := d.moving(eventHead, on, ids, how)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(members, func(p registry.Person) bool { return p.ID == person })
	switch {
	case i < 0:
		return ErrNotMember.With(d.nameOf(person))
	case members[i].Relation() == registry.Head:
		return ErrHeadAlready.With(members[i].Name())
	}
	m.lookAtHead(members, person)
	m.relate(person)
	m.what = text.T("desk.act.head", members[i].Name())
	return m.run(func(e *edit) error { return m.crown(e, household, members[i]) })
}

func (m *moving) crown(e *edit, household string, head registry.Person) error {
	for _, p := range m.people {
		if err := e.put(registry.TypePerson, p.ID, map[string]string{survey.Relation: m.as[p.ID]}); err != nil {
			return err
		}
	}
	fields := map[string]string{survey.HeadName: head.Name(), survey.HeadIDNo: head.IDNumber()}
	if err := e.put(registry.TypeHousehold, household, fields); err != nil {
		return err
	}
	return e.log(event{kind: eventHead, person: head.ID, from: household, note: m.reason})
}

func orElse(v, other string) string {
	if v == "" {
		return other
	}
	return v
}

// lookAtHead doubts a new head who is a child, or gone.
func (m *moving) lookAtHead(people []registry.Person, head string) {
	after := slices.Clone(people)
	for i, p := range after {
		after[i].Answers = maps.Clone(p.Answers)
		delete(after[i].Answers, survey.Relation)
		if p.ID == head {
			after[i].Answers[survey.Relation] = registry.Head
		}
	}
	for _, problem := range registry.CheckLiving(after, m.d.Today()) {
		if problem.Of == head {
			m.doubt(problem.Key, problem.Err)
		}
	}
}

// relate fills in what the people of a move are to a new head: as given, or as it follows (registry.Relations); where neither says,
// with a doubt.
func (m *moving) relate(head string) {
	worked := registry.Relations(m.people, head)
	as := map[string]string{}
	for _, p := range m.people {
		switch given, follows := m.as[p.ID], worked[p.ID]; {
		case p.ID == head:
			as[p.ID] = registry.Head
		case given != "":
			as[p.ID] = given
		case follows != "":
			as[p.ID] = follows
		default:
			m.doubt(survey.Relation, ErrNoRelation.With(p.Name()))
		}
	}
	m.as = as
}

// Relations works out what each of some people is to a new head who is one of them (registry.Relations), for the form that asks.
func Relations(people []registry.Person, head string) map[string]string {
	return registry.Relations(people, head)
}
