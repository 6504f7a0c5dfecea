package survey

// Event is what happened to a person or a household: moved, married away, died, became head. Events are added, never changed.
var Event = NewTable("event", nil,
	Section("event",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: OfHousehold, Label: "所在户", Kind: Link},
		Field{Key: ToHousehold, Label: "转到的户", Kind: Link},
		Field{Key: EventKind, Label: "变动", Kind: Choice, List: "event_kind", Required: true, On: Ledger | Card, Class: Sensitive, Also: []string{"变动类型", "变动原因", "异动类型"}},
		Field{Key: EventOn, Label: "变动日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(EventOn), Also: []string{"变动时间", "异动时间"}},
		Field{Key: EventNote, Label: "变动说明", Kind: Note, On: Ledger, Class: Sensitive},
		Field{Key: EventData, Label: "变动内容", Kind: Note, Class: Sensitive, Hidden: true},
	),
)

// Arrivals are the events by which somebody comes to live in a household, as the list marks them.
func Arrivals() []string { return InGroup("event_kind", "comes", "1") }
