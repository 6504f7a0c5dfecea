package survey

// Target is one row of a table of tasks (任务分解表): how many, of whom, by when, who leads, who takes part with which share.
// Targets may contradict each other (贫困劳动力3000人次 in the text, 1500 in the table): each keeps its source.
var Target = NewTable("target", nil,
	Section("target",
		Field{Key: TargetNo, Label: "序号", Kind: Number, On: Ledger},
		Field{Key: TargetTask, Label: "工作任务", Kind: Note, Required: true, On: Ledger | Card, Also: []string{"目标任务", "任务", "任务内容", "工作内容", "主要任务"}},
		Field{Key: TargetNumber, Label: "目标数", Kind: Number, On: Ledger | Card, Also: []string{"任务数", "目标任务数", "数量", "计划数", "任务数（人次）", "培训任务数"}},
		Field{Key: TargetUnit, Label: "单位", Kind: Choice, List: "target_unit", On: Ledger, Also: []string{"计量单位"}},
		Field{Key: TargetGroup, Label: "任务群体", Kind: Choice, List: "group", On: Ledger, Also: []string{"培训对象", "对象", "人员类别"}},
		Field{Key: TargetProject, Label: "任务项目", Kind: Choice, List: "class_project", On: Ledger, Also: []string{"培训项目", "培训类型"}},
		Field{Key: TargetPlace, Label: "任务地方", Kind: Region, On: Ledger},
		Field{Key: TargetFrom, Label: "任务开始", Kind: DateKind, On: Ledger, Also: []string{"起始时间"}},
		Field{Key: TargetUntil, Label: "完成时限", Kind: DateKind, On: Ledger, Also: []string{"完成时间", "截止时间"}},
		Field{Key: TargetLead, Label: "牵头单位", Kind: Text, On: Ledger, Also: []string{"责任单位", "主办单位"}},
		Field{Key: TargetShares, Label: "参加单位", Kind: Note, On: Ledger, Hint: "一个单位一段：单位:数;单位:数。", Also: []string{"配合单位", "参与单位", "协办单位", "参加单位及任务数"}},
		Field{Key: TargetSource, Label: "任务来源", Kind: Text, On: Ledger, Hint: "文件名和文号。", Also: []string{"来源", "依据"}},
		Field{Key: TargetRow, Label: "来源第几行", Kind: Number},
		Field{Key: "target_note", Label: "任务备注", Kind: Note},
	),
)
