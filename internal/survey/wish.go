package survey

// Wish is what a person wishes to learn, in the words of the day it was said; a later wish is another record.
var Wish = NewTable("wish", nil,
	Section("wish",
		Field{Key: OfPerson, Label: "本人", Kind: Link},
		Field{Key: WishedOn, Label: "登记日期", Kind: DateKind, Required: true, Check: notFuture(WishedOn), Also: []string{"调查日期"}},
		Field{Key: WishText, Label: "意向专业或工种", Hint: "照本人原话写。", Kind: Text, On: Ledger,
			Also: []string{"意向工种", "意向培训工种", "想学的技能", "培训意向", "培训意愿项目", "培训需求", "培训需求/工种", "意向专业", "意向专业或工种(1–3)"}},
		Field{Key: Trade1, Label: "第一意向工种", Kind: Choice, List: "trade", On: Ledger, Also: []string{"意向工种1"}},
		Field{Key: Trade2, Label: "第二意向工种", Kind: Choice, List: "trade", On: Ledger, When: answered(Trade1), Also: []string{"意向工种2"}},
		Field{Key: Trade3, Label: "第三意向工种", Kind: Choice, List: "trade", On: Ledger, When: answered(Trade2), Also: []string{"意向工种3"}},
		Field{Key: WishWay, Label: "意向方式", Kind: Choices, List: "wish_way", On: Ledger, Also: []string{"培训方式", "意向培训方式"}},
		Field{Key: WishPlace, Label: "意向培训地点", Kind: Text, List: "wish_place", On: Ledger, Also: []string{"意向地点", "希望在哪里培训", "培训需求/地点"}},
		Field{Key: WishTime, Label: "可参训时段", Kind: Text, List: "wish_time", On: Ledger, Also: []string{"意向培训时间", "希望什么时候培训", "培训需求/时间", "可参加培训时间"}},
		Field{Key: WishDone, Label: "培训安排", Kind: Text, On: Ledger, Also: []string{"安排情况"}},
		Field{Key: "wish_note", Label: "意愿备注", Kind: Note},
	),
)
