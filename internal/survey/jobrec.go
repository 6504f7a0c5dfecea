package survey

// JobRec is one job recommended to one person, and what came of it.
var JobRec = NewTable("jobrec", nil,
	Section("jobrec",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: RecommendedOn, Label: "推荐日期", Kind: DateKind, Required: true, On: Ledger | Card, Check: notFuture(RecommendedOn)},
		Field{Key: JobEvent, Label: "推荐场合", Kind: Text, List: "job_event", On: Ledger, Also: []string{"招聘会"}},
		Field{Key: "employer", Label: "用人单位", Kind: Text, On: Ledger | Card},
		Field{Key: "post", Label: "推荐岗位", Kind: Text, On: Ledger | Card},
		Field{Key: "post_place", Label: "工作地点", Kind: Text, On: Ledger},
		Field{Key: "pay", Label: "岗位月薪", Kind: Text, On: Ledger, Hint: "可以写范围，如4000到5000元。"},
		Field{Key: DoneBy, Label: "推荐人", Kind: Name},
		Field{Key: JobOutcome, Label: "推荐结果", Kind: Choice, List: "jobrec_outcome", On: Ledger | Card},
		Field{Key: "started_on", Label: "上岗日期", Kind: DateKind, On: Ledger, When: func(a Answers) bool {
			return a[JobOutcome] == JobTaken || a[JobOutcome] == "试用中" || a[JobOutcome] == "上岗后离开"
		}},
		Field{Key: "jobrec_note", Label: "推荐备注", Kind: Note},
	),
)

// JobTaken is the outcome that counts as a success.
const JobTaken = "已上岗"
