package survey

// Keys of a teacher.
const (
	TeachName      = "teach_name"
	TeachInst      = "teach_inst"
	TeachSex       = "teach_sex"
	TeachEducation = "teach_education"
	TeachTitle     = "teach_title"
	TeachCert      = "teach_cert"
	TeachCertNo    = "teach_cert_no"
	TeachCertUntil = "teach_cert_until"
	TeachTrades    = "teach_trades"
	TeachPhone     = "teach_phone"
	Mentor         = "mentor"
	TeachNote      = "teach_note"
)

// TeacherTable is somebody who teaches. A teacher's name stands in class papers; the phone and the number of the certificate are
// their own. 产业导师 give two hours a year (海府办〔2020〕4号), which are counted from the sessions that name them.
var TeacherTable = NewTable("teacher", nil,
	Section("teacher",
		Field{Key: TeachName, Label: "教师姓名", Kind: Name, Required: true, On: Ledger | Card, Also: []string{"姓名", "授课教师", "教师", "老师"}},
		Field{Key: TeachInst, Label: "所在单位", Kind: Text, On: Ledger | Card, Also: []string{"单位", "工作单位", "所属机构", "培训机构"}},
		Field{Key: TeachSex, Label: "教师性别", Kind: Choice, List: "sex", Also: []string{"性别"}},
		Field{Key: TeachEducation, Label: "教师学历", Kind: Text, List: "education", On: Ledger, Also: []string{"学历", "文化程度"}},
		Field{Key: TeachTitle, Label: "职称或技能等级", Kind: Text, On: Ledger, Also: []string{"职称", "技能等级", "职称（技能等级）", "职称/职业资格"}},
		Field{Key: TeachCert, Label: "资格证书", Kind: Text, On: Ledger, Hint: "如教师资格证、职业培训师证、技师证。", Also: []string{"教师资格证", "资格证书名称", "证书名称", "上岗证"}},
		Field{Key: TeachCertNo, Label: "资格证书编号", Kind: Code, Class: Identity, Also: []string{"证书编号", "证书号", "资格证号"}},
		Field{Key: TeachCertUntil, Label: "资格证书有效期至", Kind: DateKind, On: Ledger, Hint: "长期有效的空着。", Also: []string{"证书有效期", "证书有效期至", "资格证有效期"}},
		Field{Key: TeachTrades, Label: "任教工种", Kind: Text, On: Ledger, Hint: "用“、”隔开，和工种目录用同一个名称。", Also: []string{"工种", "任教专业", "授课工种", "授课内容", "任教课程"}},
		Field{Key: TeachPhone, Label: "教师电话", Kind: PhoneKind, Class: Contact, Also: []string{"联系电话", "电话", "手机", "手机号"}},
		Field{Key: Mentor, Label: "是否产业导师", Kind: Flag, On: Ledger, Also: []string{"产业导师"}},
		Field{Key: TeachNote, Label: "教师备注", Kind: Note, Class: Sensitive, Also: []string{"备注"}},
	),
	Section("validity", validity()...),
)
