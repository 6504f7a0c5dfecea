package desk

import (
	"encoding/json"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// The kinds of events that the verbs here log; the list is data/codes/event_kind.csv.
const (
	eventMoved   = "迁入"
	eventSplit   = "分户"
	eventJoined  = "并户"
	eventHead    = "户主变更"
	eventBack    = "返回"
	eventMerged  = "合并登记"
	eventParted  = "撤销合并"
	eventTwo     = "核实为两人"
	endedJoined  = "并户"
	moveDefault  = eventMoved
	leaveDefault = "其他"
)

// event is what happened, before it is logged.
type event struct {
	kind, person, from, to, note string
	data                         any // for the program alone: what it takes to part two merged records again
}

// log adds an event, of the day that the edit speaks of. Events are only ever added.
func (e *edit) log(ev event) error {
	a := survey.Answers{
		survey.EventKind: ev.kind, survey.EventOn: e.on, survey.OfPerson: ev.person, survey.OfHousehold: ev.from,
		survey.ToHousehold: ev.to, survey.EventNote: ev.note,
	}
	if ev.data != nil {
		b, err := json.Marshal(ev.data)
		if err != nil {
			return err
		}
		a[survey.EventData] = string(b)
	}
	return e.put(registry.TypeEvent, newID(), a)
}

// Events are what happened to a person or a household, the latest first.
func (d *Desk) Events(of string) ([]registry.Record, error) {
	return d.Records(registry.TypeEvent, of)
}
