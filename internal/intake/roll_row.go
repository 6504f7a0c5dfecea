package intake

import (
	"maps"
	"slices"

	"github.com/google/uuid"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// standsOn works out what a row of a roll says of person and household beside the fact: the answers that say what is so now.
func (r *Row) standsOn(w *work) {
	roll := w.rolls[r.state.sheetOf()]
	if roll == nil || r.Fact == nil {
		return
	}
	f := r.Fact
	f[survey.FactKind] = roll.kind
	f[survey.SaidOn] = roll.dated(w.o.Today)
	if roll.term != "" && f[survey.Term] == "" && termKinds[roll.kind] {
		f[survey.Term] = roll.term
	}
	if s := sources[roll.kind]; s != "" && f[survey.Source] == "" {
		f[survey.Source] = s
	}
	for key, list := range map[string]string{survey.FactDetail: "detail", survey.FactGrade: "grade"} {
		if name, ok := survey.FindChoice(survey.Column("fact_kind", roll.kind, list), f[key]); ok && f[key] != "" {
			f[key] = name
		}
	}
	over := roll.ended
	if until, ok := survey.LastDay(f[survey.EndsOn]); ok && !until.After(w.o.Today) {
		over = true
	}
	if over && f[survey.EndsOn] == "" {
		f[survey.EndsOn] = roll.dated(w.o.Today)
	}
	r.state.roll, r.state.over = roll, over
	r.flags(over)
}

// termKinds are the kinds that are for a term: the list of autumn says something new of who was on that of spring.
var termKinds = map[string]bool{survey.FactYulu: true, "教育资助": true}

// flags are the answers that go with the kind. Who is on the roll has it; who is on a list of those who no longer have it has not.
func (r *Row) flags(over bool) {
	a, yes := r.Person, survey.Yes
	if over {
		yes = survey.No
	}
	set := func(a survey.Answers, key, v string) {
		if a[key] == "" && v != "" {
			a[key] = v
		}
	}
	f := r.Fact
	switch kind := r.state.roll.kind; {
	case r.state.roll.house:
		r.houseFlags(kind, over, yes)
	case kind == survey.FactMinLiving:
		set(a, survey.MinLiving, yes)
	case kind == survey.FactExtreme:
		set(a, survey.Extreme, yes)
	case over:
	case kind == survey.FactVeteran:
		r.state.tags = append(r.state.tags, survey.FactVeteran)
	case kind == survey.FactParty:
		set(a, survey.Political, "中共党员")
	case kind == survey.FactYulu:
		set(a, survey.YuluState, "已享受")
		set(a, survey.YuluTerm, f[survey.Term])
		set(a, survey.YuluAmount, f[survey.Amount])
	case kind == survey.FactDisability:
		set(a, survey.DisabilityKind, f[survey.FactDetail])
		set(a, survey.DisabilityGrade, f[survey.FactGrade])
	}
}

// houseTypes are the kinds of household that go with kinds of facts.
var houseTypes = map[string]string{
	survey.FactMinLiving: survey.HouseMinLiving, survey.FactNearMinimum: survey.HouseNearMinimum, survey.FactExtreme: survey.HouseExtreme,
	survey.FactLeftPoverty: survey.HouseLeftPoverty, survey.FactMonitored: survey.HouseMonitored, survey.FactOrdinary: survey.HouseOrdinary,
}

func (r *Row) houseFlags(kind string, over bool, yes string) {
	switch t := houseTypes[kind]; {
	case kind == survey.FactResettled && r.Household[survey.Resettled] == "":
		r.Household[survey.Resettled] = yes
	case t != "" && !over:
		r.state.types = append(r.state.types, t)
	}
}

// joinTypes adds what rolls say to the kinds of household that the register or the list has.
func (h *house) joinTypes(p *Plan, in []int) {
	types := survey.SplitList(h.answers[survey.HouseType])
	was := len(types)
	if h.known != nil && was == 0 {
		types = survey.SplitList(h.known.Type())
		was = len(types)
	}
	for _, i := range in {
		for _, t := range p.Rows[i].state.types {
			if !slices.Contains(types, t) {
				types = slices.DeleteFunc(append(types, t), func(x string) bool { return x == survey.HouseOrdinary && t != survey.HouseOrdinary })
			}
		}
	}
	if len(types) != was || h.answers[survey.HouseType] != "" {
		h.answers[survey.HouseType] = survey.JoinList(types)
	}
}

// joinTags adds the groups that a roll puts somebody in to those that they are in.
func (r *Row) joinTags(m *registry.Person) survey.Answers {
	if len(r.state.tags) == 0 {
		return nil
	}
	tags := survey.SplitList(r.Person[survey.Tags])
	if m != nil && len(tags) == 0 {
		tags = survey.SplitList(m.Get(survey.Tags))
	}
	for _, t := range r.state.tags {
		if !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return survey.Answers{survey.Tags: survey.JoinList(tags)}
}

// settleFacts works out what facts a plan writes, and shows them as differences of their rows.
func (p *Plan) settleFacts() {
	reg, _ := p.reg.(FactRegister)
	done := map[string]bool{}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.state.fact = nil
		if r.state.roll == nil || !r.goesIn() {
			continue
		}
		typ, id := r.factOwner()
		key := typ + "/" + id + "/" + r.state.roll.kind + "/" + r.Fact[survey.FactDetail] + "/" + r.Fact[survey.Term]
		if id != "" && done[key] {
			continue
		}
		done[key] = true
		p.settleFact(r, reg, typ, id)
	}
}

// factOwner is who the fact is about: the household, or the person; id is "" for somebody new.
func (r *Row) factOwner() (typ, id string) {
	if !r.state.roll.house {
		return registry.TypePerson, r.ID
	}
	if h := r.state.house; h.known != nil {
		return registry.TypeHousehold, h.known.ID
	}
	return registry.TypeHousehold, ""
}

// settleFact finds the fact that the row speaks of, or makes one. It is the fact that the answers bring (registry.FactsFollow),
// where they bring one: then the row adds to it what it says more.
func (p *Plan) settleFact(r *Row, reg FactRegister, typ, id string) {
	a := maps.Clone(r.Fact)
	put := Put{Type: registry.TypeFact, Fields: a}
	if id != "" && reg != nil {
		if was, ok := factFor(reg.FactsOf(id), r.Fact); ok {
			diffs := differences(survey.Fact, was.Unpack(), withoutSaid(r.Fact))
			if len(diffs) == 0 {
				return
			}
			put.ID, put.Fields = was.ID, map[string]string{}
			for _, d := range diffs {
				put.Fields[d.Key] = d.New
			}
			p.showFact(r, put, diffs)
			return
		}
	}
	p.showFact(r, put, differences(survey.Fact, nil, withoutSaid(r.Fact)))
}

// withoutSaid leaves out who said it and when: the same fact said again is no news.
func withoutSaid(a survey.Answers) survey.Answers {
	out := maps.Clone(a)
	delete(out, survey.SaidOn)
	delete(out, survey.Source)
	return out
}

func (p *Plan) showFact(r *Row, put Put, diffs []Diff) {
	r.state.fact = &put
	r.Diffs = append(r.Diffs, diffs...)
	if r.Outcome == Same {
		r.Outcome = Changed
	}
}

// factFor finds the fact of the register that a roll speaks of: of the kind, of the same detail and term where both say them, and
// not over before the roll's begins.
func factFor(all []registry.Record, said survey.Answers) (registry.Record, bool) {
	for _, f := range all {
		if f.Type != registry.TypeFact || f.Get(survey.FactKind) != said[survey.FactKind] {
			continue
		}
		fits := true
		for _, key := range []string{survey.FactDetail, survey.Term, survey.FactNo} {
			x, y := f.Get(key), said[key]
			fits = fits && (x == "" || y == "" || x == y)
		}
		until, over := survey.LastDay(f.Get(survey.EndsOn))
		from, begun := survey.Day(said[survey.StartsOn])
		if fits && !(over && begun && !until.After(from)) {
			return f, true
		}
	}
	return registry.Record{}, false
}

// putFact is the record of the row's fact, with who it is about.
func (r *Row) putFact(p *Plan) []Put {
	put := r.state.fact
	if put == nil {
		return nil
	}
	out := *put
	typ, key, id := registry.TypePerson, survey.OfPerson, r.ID
	if id == "" {
		id = r.state.newID
	}
	if r.state.roll.house {
		typ, key, id = registry.TypeHousehold, survey.OfHousehold, r.state.house.id(p.o)
	}
	if out.ID == "" {
		out.Fields = maps.Clone(out.Fields)
		out.Fields[key] = id
		out.ID = p.factID(r, typ, id)
	}
	return []Put{out}
}

// factID is the id of the fact that follows from the answers, so that both are one; where none follows, one of its own, made of
// what it is about.
func (p *Plan) factID(r *Row, typ, id string) string {
	before := survey.Answers{}
	var known []registry.Record
	if reg, ok := p.reg.(FactRegister); ok {
		known = reg.FactsOf(id)
	}
	var after survey.Answers
	if typ == registry.TypePerson {
		if m := r.known(); m != nil {
			before = maps.Clone(m.Unpack())
		}
		after = maps.Clone(before)
		maps.Copy(after, r.person())
		maps.Copy(after, r.joinTags(r.known()))
	} else {
		if h := r.state.house.known; h != nil {
			before = maps.Clone(h.Unpack())
		}
		after = maps.Clone(before)
		maps.Copy(after, r.state.house.answers)
	}
	for _, f := range registry.FactsFollow(typ, id, before, after, known, p.o.Today.Format("2006-01-02"), "") {
		if f.Get(survey.FactKind) == r.state.roll.kind && !slices.ContainsFunc(known, func(k registry.Record) bool { return k.ID == f.ID }) {
			return f.ID
		}
	}
	name := typ + "\x00" + id + "\x00" + r.state.roll.kind + "\x00" + r.Fact[survey.FactDetail] + "\x00" + r.Fact[survey.Term] + "\x00" + r.Fact[survey.StartsOn]
	return uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String()
}
