package intake

import (
	"maps"
	"slices"
	"strings"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// Put is one record to be written: all Fields of a new one, only the changed ones of one that the register has. "" clears.
type Put struct {
	Type, ID string
	Fields   map[string]string
}

// Puts gives the records of EachPut.
func (p *Plan) Puts() []Put { return slices.Collect(p.EachPut) }

// EachPut gives the records of all rows that go in as things stand: households before their people, in the order of the list.
// Called again it gives the same ids. Rows that wait, are rejected or skipped give none. Each is made when it is asked for: all
// the records of a county would fill the memory of the machines that townships have.
func (p *Plan) EachPut(yield func(Put) bool) {
	p.given = 0
	counted := func(put Put) bool { p.given++; return yield(put) }
	for _, put := range p.putClass() {
		if !counted(put) {
			return
		}
	}
	if p.eachRow(counted) {
		p.eachEnrolment(counted)
	}
}

// eachRow gives the records of the rows that are not written yet, and whether more is wanted.
func (p *Plan) eachRow(yield func(Put) bool) bool {
	done := map[*house]bool{}
	for i := p.wrote; i < len(p.Rows); i++ {
		r := &p.Rows[i]
		if !r.goesIn() {
			continue
		}
		for _, put := range p.rowPuts(r, done) {
			if !yield(put) {
				return false
			}
		}
		r.state.upto = p.given
	}
	return true
}

// rowPuts are the records of one row: its household, where no earlier row wrote it, its person, its wish.
func (p *Plan) rowPuts(r *Row, done map[*house]bool) []Put {
	if p.Kind == Targets {
		return r.state.puts
	}
	var puts []Put
	if h := r.state.house; !done[h] && !r.staysAway() {
		done[h] = true
		puts = h.put(p)
	}
	return append(append(append(puts, r.put(p.o)...), r.putWish(p.o)...), r.putFact(p)...)
}

// id is the household's id: the register's, or a new one that stays the same.
func (h *house) id(o Options) string {
	if h.known != nil {
		return h.known.ID
	}
	if h.newID == "" {
		h.newID = o.newID()
	}
	return h.newID
}

func (h *house) put(p *Plan) []Put {
	fields := map[string]string{}
	if h.known == nil {
		if !h.isWritten(p) {
			return nil
		}
		fields = survey.Household.Stored(h.answers)
	}
	for _, d := range h.diffs {
		fields[d.Key] = d.New
	}
	if len(fields) == 0 && h.known != nil {
		return nil
	}
	return []Put{{registry.TypeHousehold, h.id(p.o), fields}}
}

// put is the record of the row's person.
func (r *Row) put(o Options) []Put {
	fields := map[string]string{}
	if r.ID == "" {
		if r.state.newID == "" {
			r.state.newID = o.newID()
		}
		fields = maps.Clone(r.person())
		maps.Copy(fields, r.joinTags(nil))
		if r.state.headOnly && fields[survey.Relation] == "" {
			fields[survey.Relation] = registry.Head
		}
		fields[survey.InHousehold] = r.state.house.id(o)
		if s := r.asFound(); s != "" {
			fields[survey.AsFound] = s
		}
		return []Put{{registry.TypePerson, r.state.newID, fields}}
	}
	for _, d := range r.Diffs {
		switch {
		case d.Table != survey.Person.Name:
		case d.Key == survey.InHousehold:
			fields[d.Key] = r.state.house.id(o)
		default:
			fields[d.Key] = d.New
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return []Put{{registry.TypePerson, r.ID, fields}}
}

// lossy are the kinds in which the stored value says less than the cell did: there the text as found is kept.
var lossy = map[string]bool{
	kindValueSynonym: true, kindValueUnknown: true, kindValueBad: true, kindNameDot: true, kindNamePadded: true, kindNameBlanks: true,
	kindNameNote: true, kindID15: true, kindIDSuffixBad: true, kindDateUnreadable: true, kindDateLostZero: true, kindNumberBad: true,
	kindNumberText: true, kindIncomeText: true, "phone_length": true, kindPhoneChar: true, "phone_several": true, "phone_destroyed": true,
	kindPhoneLabelled: true, kindPhoneOfOther: true,
	kindVillageUnknown: true, kindHouseNoDestroyed: true,
}

// asFound is what stood in the row's cells where something of it was lost, by the columns' titles.
func (r *Row) asFound() string {
	var parts []string
	seen := map[string]bool{}
	for _, p := range r.Problems {
		if lossy[p.Kind] && p.Found != "" && !seen[p.Column] {
			seen[p.Column] = true
			parts = append(parts, p.Column+"："+p.Found)
		}
	}
	return strings.Join(parts, "；")
}
