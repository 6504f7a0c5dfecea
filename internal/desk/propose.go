package desk

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// Proposal is who should be in a class, by the rules; the cadre decides.
type Proposal struct {
	Class   training.Class
	Size    int         // the most that the class takes; 0: nobody said
	Limit   string      // what the size follows from, in a sentence
	In      int         // who is in it already
	Take    []Candidate // for the free places, in order
	Reserve []Candidate // for those who may join and for whom there is no place (候补)
	Ask     []Candidate // somebody has to look first
	Out     []Candidate // who may not
}

// Propose sets those who wish for the class's trade against its places: those of the groups it keeps places for, as many as it keeps; then by the
// groups that come first, by the place of the trade among their wishes, by whether place and time are those they asked for, by who asked earlier.
func (d *Desk) Propose(class string) (Proposal, error) {
	c, err := d.Class(class)
	if err != nil {
		return Proposal{}, err
	}
	all, err := d.Candidates(class)
	if err != nil {
		return Proposal{}, err
	}
	p := Proposal{Class: c, In: d.trainees(class)}
	p.Size, p.Limit = d.size(c)
	kept, err := d.Quotas(class)
	if err != nil {
		return p, err
	}
	wished := map[string]hoped{}
	for i := range all {
		if wished[all[i].Person.ID], err = d.hoped(c, all[i].Person.ID); err != nil {
			return p, err
		}
		all[i].Why = d.why(c, all[i], wished[all[i].Person.ID])
	}
	slices.SortStableFunc(all, func(a, b Candidate) int { return inTurn(a, b, wished) })
	p.share(d, all, kept)
	return p, nil
}

// inTurn orders candidates whom no place is kept for.
func inTurn(a, b Candidate, wished map[string]hoped) int {
	x, y := wished[a.Person.ID], wished[b.Person.ID]
	return cmp.Or(order(a.Verdict)-order(b.Verdict), a.rank-b.rank, x.rank-y.rank, x.misfits-y.misfits, cmp.Compare(x.on, y.on))
}

// share gives out the places: first those that are kept, then the others. Who is in the class already is left out.
func (p *Proposal) share(d *Desk, all []Candidate, kept []Quota) {
	var may []Candidate
	for _, c := range all {
		switch {
		case c.Enrolled:
		case c.Verdict.In:
			may = append(may, c)
		case c.Verdict.Ask:
			p.Ask = append(p.Ask, c)
		default:
			p.Out = append(p.Out, c)
		}
	}
	free := len(may)
	if p.Size > 0 {
		free = max(0, p.Size-p.In)
	}
	var rest []Candidate
	for _, c := range may {
		if g := d.keptFor(c, kept); g >= 0 && len(p.Take) < free {
			kept[g].Have++
			c.First, c.Why = kept[g].Group, append([]string{text.T("desk.why.kept", kept[g].Group, kept[g].Want)}, c.Why...)
			p.Take = append(p.Take, c)
			continue
		}
		rest = append(rest, c)
	}
	n := min(len(rest), free-len(p.Take))
	p.Take, p.Reserve = append(p.Take, rest[:n]...), rest[n:]
}

// keptFor is the quota that still has a place for somebody; -1 for none.
func (d *Desk) keptFor(c Candidate, kept []Quota) int {
	groups, err := d.groups(c.Person)
	if err != nil {
		return -1
	}
	return slices.IndexFunc(kept, func(q Quota) bool { return q.Have < q.Want && slices.Contains(groups, q.Group) })
}

// size is how many a class takes: the least of what is planned, what the room holds and what the rule allows.
func (d *Desk) size(c training.Class) (int, string) {
	size, says := 0, ""
	least := func(n int, key string) {
		if n > 0 && (size == 0 || n < size) {
			size, says = n, text.T(key, n)
		}
	}
	first, _ := c.Dates()
	if first.IsZero() {
		first = d.Today()
	}
	least(c.Planned(), "desk.size.planned")
	least(whole(c.Answers[training.RoomSize]), "desk.size.room")
	least(d.RuleBook().Class(first).MaxSize, "desk.size.rule")
	return size, says
}

func whole(stored string) int {
	n, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return 0
	}
	return int(n)
}

// hoped is what somebody asked for, as far as a class is concerned.
type hoped struct {
	rank    int // of the trade among their wishes, from 0
	on      survey.Date
	misfits int
	place   string
	time    string
}

// hoped reads the latest wish of somebody that names the class's trade.
func (d *Desk) hoped(c training.Class, person string) (hoped, error) {
	wishes, err := d.Wishes(person)
	for _, w := range wishes {
		i := slices.Index(w.Trades(), c.Trade())
		if i < 0 {
			continue
		}
		a := hoped{rank: i, on: w.Get(survey.WishedOn), place: w.Get(survey.WishPlace), time: w.Get(survey.WishTime)}
		if !d.nearEnough(c, person, a.place) {
			a.misfits++
		}
		if !inTime(c, a.time) {
			a.misfits++
		}
		return a, err
	}
	return hoped{rank: 3}, err
}

// nearEnough tells whether a class is where somebody asked for one; where nobody can tell, it is.
func (d *Desk) nearEnough(c training.Class, person, place string) bool {
	at := c.Answers[training.Township]
	r, _ := d.index.Row(person)
	switch place {
	case "本村":
		name := d.placeName(r.Village)
		return name == "" || at == "" || strings.HasPrefix(r.Village, at) && strings.Contains(c.Answers[training.Place], strings.TrimSuffix(name, "委会"))
	case "本乡镇":
		return at == "" || r.Village == "" || strings.HasPrefix(r.Village, at)
	case "网上":
		return survey.Has(c.Answers[training.Mode], "互联网+")
	}
	return true
}

// monthsOf are the months that an answer to 可参训时段 means; what is not here leaves everything open.
var monthsOf = map[string][]int{
	"农闲": {11, 12, 1, 2}, "春节前后": {1, 2}, "寒假": {1, 2}, "暑假": {7, 8}, "上半年": {1, 2, 3, 4, 5, 6}, "下半年": {7, 8, 9, 10, 11, 12},
}

func inTime(c training.Class, said string) bool {
	if said == "晚上" {
		return survey.Has(c.Answers[training.Halves], training.Evening)
	}
	first, _ := c.Dates()
	months, known := monthsOf[said]
	return !known || first.IsZero() || slices.Contains(months, int(first.Month()))
}

// why says why somebody stands where they do: their group, the place of their wish, and what they asked for that the class is not.
func (d *Desk) why(c training.Class, one Candidate, a hoped) []string {
	var out []string
	if one.First != "" {
		out = append(out, text.T("desk.why.group", one.First))
	}
	if a.rank < 3 {
		out = append(out, text.T("desk.why.wish", a.rank+1, a.on))
	}
	if !d.nearEnough(c, one.Person.ID, a.place) {
		out = append(out, text.T("desk.why.place", a.place))
	}
	if !inTime(c, a.time) {
		out = append(out, text.T("desk.why.time", a.time))
	}
	return append(out, one.Verdict.Reasons...)
}

// EnrolReserve puts people on the reserve list of a class, in their order, after those who are on it; who is in the class stays in it.
func (d *Desk) EnrolReserve(class string, people []string, how ...How) error {
	c, err := d.Class(class)
	if err != nil {
		return err
	}
	in, err := d.Enrolments(class)
	if err != nil {
		return err
	}
	s := &saving{}
	for _, h := range how {
		h(s)
	}
	return d.edit(text.T("desk.act.reserve", len(people), c.Name()), s.reason, func(e *edit) error {
		for _, p := range people {
			if err := d.wait(e, class, p, &in); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *Desk) wait(e *edit, class, person string, in *[]training.Enrolment) error {
	if _, err := e.Get(registry.TypePerson, person); err != nil {
		return err
	}
	i := slices.IndexFunc(*in, func(o training.Enrolment) bool { return o.PersonID() == person })
	if i >= 0 && (*in)[i].Standing() != training.Withdrawn {
		return nil
	}
	n := training.NewReserve(class, person, training.NextPlace(*in))
	*in = append(*in, n)
	fields := map[string]string{training.LeftOn: "", training.WhyLeft: ""} // who left and asks again
	maps.Copy(fields, n.Answers)
	return e.put(training.TypeEnrolment, n.ID, fields)
}

// NextReserve is who comes next when a place becomes free: the first of the reserve list whom the rules still let in. ok is false where there is
// nobody.
func (d *Desk) NextReserve(class string) (next Candidate, ok bool, err error) {
	in, err := d.Enrolments(class)
	if err != nil {
		return Candidate{}, false, err
	}
	for _, e := range in {
		if e.Standing() != training.Reserve {
			continue
		}
		c, err := d.Candidate(class, e.PersonID())
		if err != nil || c.Verdict.In {
			return c, err == nil, err
		}
	}
	return Candidate{}, false, nil
}

// What keeps somebody on the reserve list.
var (
	ErrNoReserve = text.NewError("desk.no_reserve")
	ErrFull      = text.NewError("desk.class_full")
)

// Promoted is somebody who came off the reserve list, with what has to be done now, in a sentence.
type Promoted struct {
	Candidate Candidate
	Seat      int
	Notice    string
}

// Promote gives a place that became free to the next of the reserve list.
func (d *Desk) Promote(class string, how ...How) (Promoted, error) {
	c, err := d.Class(class)
	if err != nil {
		return Promoted{}, err
	}
	if size, _ := d.size(c); size > 0 && d.trainees(class) >= size {
		return Promoted{}, ErrFull.With(c.Name(), d.trainees(class), size)
	}
	next, ok, err := d.NextReserve(class)
	if err != nil {
		return Promoted{}, err
	}
	if !ok {
		return Promoted{}, ErrNoReserve.With(c.Name())
	}
	if err := d.Enrol(class, []string{next.Person.ID}, how...); err != nil {
		return Promoted{}, err
	}
	in, err := d.Enrolments(class)
	i := slices.IndexFunc(in, func(e training.Enrolment) bool { return e.PersonID() == next.Person.ID })
	if err != nil || i < 0 {
		return Promoted{}, err
	}
	return Promoted{next, in[i].Seat(), text.T("desk.promoted", next.Person.Name(), in[i].Seat(), c.Answers[training.StartsOn], c.Answers[training.Place])}, nil
}
