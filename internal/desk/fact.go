package desk

import (
	"maps"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// asked adds the day on which somebody was asked about training, where the answer is new and the form does not say the day itself.
func (e *edit) asked(typ string, before survey.Answers, fields map[string]string) map[string]string {
	v, told := fields[survey.WantsTraining]
	if typ != registry.TypePerson || !told || v == "" || v == before[survey.WantsTraining] {
		return fields
	}
	if on := fields[survey.AskedOn]; on != "" && on != before[survey.AskedOn] {
		return fields
	}
	return with(fields, survey.AskedOn, e.on)
}

// follow keeps the dated facts in step with what was written about a person or a household: the answers say what is so now, the
// facts since when and until when. It belongs to the same act, and is taken back with it.
func (e *edit) follow(typ, id string, before, after survey.Answers) error {
	facts, err := e.facts(id)
	if err != nil {
		return err
	}
	for _, r := range registry.FactsFollow(typ, id, before, after, facts, e.on, e.source) {
		if err := e.putWhole(r); err != nil {
			return err
		}
		e.told(id, r)
	}
	return nil
}

// facts are all that are known of a person or a household within the transaction.
func (e *edit) facts(of string) ([]registry.Record, error) {
	if all, ok := e.known[of]; ok {
		return all, nil
	}
	var all []registry.Record
	for _, id := range e.d.of(registry.TypeFact, of) {
		a, err := e.values(registry.TypeFact, id)
		if err != nil {
			return nil, err
		}
		if len(a) > 0 {
			all = append(all, registry.Record{Type: registry.TypeFact, ID: id, Packed: survey.Pack(a)})
		}
	}
	return all, nil
}

// told notes a fact that was written in this transaction: the index hears of it only afterwards.
func (e *edit) told(of string, r registry.Record) {
	all, err := e.facts(of)
	if err != nil {
		return
	}
	if e.known == nil {
		e.known = map[string][]registry.Record{}
	}
	for i := range all {
		if all[i].ID == r.ID {
			all[i] = r
			e.known[of] = all
			return
		}
	}
	e.known[of] = append(all, r)
}

// putWhole writes a record as given: what it does not say is cleared, also where one of that id was deleted before.
func (e *edit) putWhole(r registry.Record) error {
	ent, err := e.entity(r.Type, r.ID)
	if err != nil {
		return err
	}
	fields := maps.Clone(map[string]string(r.Unpack()))
	for key := range ent.Values() {
		if _, said := fields[key]; !said {
			fields[key] = ""
		}
	}
	return e.set(ent, fields)
}

// answersFollow is the way back: a fact that somebody wrote by hand says what the answers of the person or the household should
// say today.
func (e *edit) answersFollow(fact registry.Record) error {
	typ, id := fact.Owner()
	if id == "" {
		return nil
	}
	e.told(id, fact)
	before, err := e.values(typ, id)
	if err != nil || before == nil {
		return err
	}
	facts, err := e.facts(id)
	if err != nil {
		return err
	}
	after := registry.Standing(typ, survey.Pack(before), facts, e.d.Today()).Unpack()
	fields := map[string]string{}
	for key, v := range after {
		if before[key] != v {
			fields[key] = v
		}
	}
	for key := range before {
		if _, left := after[key]; !left {
			fields[key] = ""
		}
	}
	if len(fields) == 0 {
		return nil
	}
	ent, err := e.entity(typ, id)
	if err != nil {
		return err
	}
	return e.set(ent, fields)
}
