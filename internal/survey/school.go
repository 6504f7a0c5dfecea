package survey

// SchoolTable is a school to which young people are pointed, with whom to call there: 技工院校对接联系名单 (云人社发〔2018〕71号 附件1).
var SchoolTable = NewTable("school", nil,
	Section("school_contact",
		Field{Key: SchoolName, Label: "学校名称", Kind: Text, Required: true, On: Ledger | Card, Also: []string{"院校名称", "学校", "院校", "单位名称"}},
		Field{Key: SchoolKind, Label: "学校类别", Kind: Choice, List: "school_kind", On: Ledger | Card, Also: []string{"院校类别", "学校性质", "办学类型"}},
		Field{Key: "recruits", Label: "招生层次", Kind: Text, On: Ledger, Hint: "如初中毕业生、高中毕业生。", Also: []string{"招生对象", "培养层次"}},
		Field{Key: "programmes", Label: "招生专业", Kind: Text, On: Ledger, Also: []string{"专业", "开设专业", "主要专业"}},
		Field{Key: "school_address", Label: "学校地址", Kind: Text, On: Ledger, Also: []string{"地址", "办学地址"}},
		Field{Key: "contact", Label: "学校联系人", Kind: Text, On: Ledger | Card, Also: []string{"联系人", "招生联系人"}},
		Field{Key: "contact_phone", Label: "学校联系电话", Kind: PhoneKind, On: Ledger | Card, Class: Contact, Also: []string{"联系电话", "电话", "招生电话"}},
		Field{Key: "homepage", Label: "学校网址", Kind: Text, On: Ledger, Also: []string{"网址", "网站"}},
		Field{Key: "school_note", Label: "学校备注", Kind: Note, Also: []string{"备注"}},
	),
)
