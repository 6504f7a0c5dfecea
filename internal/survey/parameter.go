package survey

// Parameter is a county's own version of a rule: the parameters of one of data/rules or data/checks, as JSON, from a day on. What the
// JSON does not name stays as it ships.
var Parameter = NewTable("rule", nil,
	Section("rule",
		Field{Key: RuleName, Label: "规则", Kind: Code, Required: true, On: Ledger | Card},
		Field{Key: RuleText, Label: "参数", Kind: Note, Required: true, Hidden: true},
		Field{Key: RuleFrom, Label: "从哪天起", Kind: DateKind, Required: true, On: Ledger | Card},
		Field{Key: RuleSource, Label: "依据", Kind: Text, On: Ledger},
	),
)
