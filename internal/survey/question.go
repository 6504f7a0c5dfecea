package survey

// Question is one form of a county's own questions: for which table they are, and the rows themselves, as xlsform writes them.
var Question = NewTable("question", nil,
	Section("question",
		Field{Key: FormTitle, Label: "调查表名称", Kind: Text, Required: true, On: Ledger | Card},
		Field{Key: FormID, Label: "调查表编号", Kind: Code, On: Ledger},
		Field{Key: FormVersion, Label: "版本", Kind: Text, On: Ledger},
		Field{Key: FormTable, Label: "问谁", Kind: Code, Hidden: true},
		Field{Key: FormRows, Label: "题目", Kind: Note, Hidden: true},
		Field{Key: FormFrom, Label: "启用日期", Kind: DateKind, On: Ledger},
		Field{Key: FormOff, Label: "是否停用", Kind: Flag, On: Ledger},
	),
)
