package survey

import "time"

// Preschool is the one value of Schooling that does not mean school.
const Preschool = "学龄前儿童"

// Person is what is asked about one person: who it is, school and youth (两后生), work, cover, training. The headings are
// those of the monitoring system's export where it has the column, otherwise those of the surveys that counties make.
var Person = NewTable("person", personRules, personWho, personSchool, personWork, personCover, personTraining, personAid)

var personWho = Section("who",
	Field{Key: InHousehold, Label: "所在户", Kind: Link},
	Field{Key: FullName, Label: "姓名", Kind: Name, Required: true, On: Ledger | Roster | Card, Class: Identity,
		Also: []string{"成员姓名", "学员姓名", "学生姓名", "人员姓名", "名字", "学生基本情况/姓名", "基本情况/姓名"}},
	Field{Key: NameNote, Label: "姓名备注", Kind: Text, Class: Identity, When: answered(NameNote)},
	Field{Key: UsedName, Label: "曾用名", Kind: Text, Class: Identity, Also: []string{"小名", "别名", "曾用名/小名"}},
	Field{Key: PersonNo, Label: "人口编号", Kind: Code, Class: Identity, Also: []string{"人编号", "人员编号", "个人编号"}},
	Field{Key: IDType, Label: "证件类型", Kind: Choice, List: "id_type", Also: []string{"证件种类"}},
	Field{Key: IDNo, Label: "证件号码", Kind: IDNumber, On: Ledger | Roster, Class: Identity,
		Also: []string{"身份证号", "身份证号码", "公民身份号码", "身份证", "公民身份证号", "公民身份证号码", "居民身份证号码", "居民身份证", "身份号码", "证件号", "居民身份证号", "身份证件号码", "成员证件号码", "基本情况/身份证号", "学生基本情况/身份证号"}},
	Field{Key: IDPending, Label: "证件待补", Hint: "原表中读不出的证件号码，按原样保留；补上正确号码后清空。", Kind: Text, Class: Identity, When: answered(IDPending)},
	Field{Key: Sex, Label: "性别", Kind: Choice, List: "sex", On: Ledger | Roster | Card, From: sexFromID, OrAsked: true,
		Also: []string{"基本情况/性别", "学生基本情况/性别"}},
	Field{Key: SexSaid, Label: "性别（另说）", Hint: "与身份证号码不一致时，记下本人或原表的说法。", Kind: Choice, List: "sex", When: answered(SexSaid)},
	Field{Key: Born, Label: "出生日期", Kind: DateKind, On: Ledger, Class: Identity, From: bornFromID, OrAsked: true, Check: notFuture(Born),
		Also: []string{"出生年月", "出生年月日", "生日", "出生时间", "学生基本情况/出生年月"}},
	Field{Key: BornSaid, Label: "出生日期（另说）", Hint: "与身份证号码不一致时，记下本人或原表的说法；年龄按身份证号码算。", Kind: DateKind, Class: Identity, When: answered(BornSaid)},
	Field{Key: Age, Label: "年龄", Kind: Number, On: Ledger | Roster | Card, From: ageFromBorn, Also: []string{"周岁", "基本情况/年龄", "年龄（岁）"}},
	Field{Key: Ethnic, Label: "民族", Kind: Choice, List: "ethnic", On: Ledger | Card, Also: []string{"学生基本情况/民族"}},
	Field{Key: Relation, Label: "与户主关系", Kind: Choice, List: "relation", On: Ledger | Card, Also: []string{"与户主的关系", "户主关系", "家庭关系", "和户主关系"}},
	Field{Key: Phone, Label: "成员联系电话", Kind: PhoneKind, On: Ledger | Roster | Card, Class: Contact,
		Also: []string{"联系电话", "手机号", "手机号码", "电话", "人联系电话", "本人电话", "联系方式", "电话号码", "移动电话", "本人联系电话", "基本情况/电话", "监护人/联系电话"}},
	Field{Key: "phone_owner", Label: "电话是谁的", Hint: "不是本人的，写明与本人的关系。", Kind: Text, When: answered(Phone)},
	Field{Key: Political, Label: "政治面貌", Kind: Choice, List: "political", Also: []string{"政治面貌(团员)"}},
	Field{Key: "marital", Label: "婚姻状况", Kind: Choice, List: "marital", Also: []string{"婚姻"}},
	Field{Key: "person_hukou", Label: "本人户口性质", Kind: Choice, List: "hukou"},
	Field{Key: "guardian_name", Label: "监护人姓名", Kind: Name, Class: Identity, When: maybeMinor, Also: []string{"监护人", "监护人/姓名", "家长姓名"}},
	Field{Key: "guardian_phone", Label: "监护人电话", Kind: PhoneKind, Class: Contact, When: maybeMinor, Also: []string{"监护人联系电话", "家长电话", "家长联系电话"}},
	Field{Key: "mandarin", Label: "是否会讲普通话", Kind: Flag, Also: []string{"会讲普通话", "是否会说普通话"}},
	Field{Key: "person_found_on", Label: "人员识别时间", Kind: DateKind, Class: Sensitive},
	Field{Key: SameAs, Label: "与哪份登记是同一人", Kind: Link},
	Field{Key: LeftWhy, Label: "离开原因", Kind: Choice, List: "leaving", Class: Sensitive, When: answered(LeftWhy), Hint: "离开的人留在户里，从那天起不再进台账。"},
	Field{Key: LeftOn, Label: "离开日期", Kind: DateKind, Class: Sensitive, When: answered(LeftWhy), Check: notFuture(LeftOn)},
)

var personSchool = Section("school",
	Field{Key: Education, Label: "文化程度", Kind: Choice, List: "education", On: Ledger | Roster, When: unlessOther(Education, Schooling),
		Hint: "在校的不填，填“在校生状况”。", Also: []string{"学历", "受教育程度", "文化水平", "最高学历", "基本情况/文化程度"}},
	Field{Key: Schooling, Label: "在校生状况", Kind: Choice, List: "schooling", On: Ledger, When: unlessOther(Schooling, Education), Hint: "不在校的不填，填“文化程度”。", Also: []string{"在校状况", "在校生情况", "就读年级"}},
	Field{Key: "dropout_cause", Label: "失学或辍学原因", Kind: Text, Class: Sensitive, Also: []string{"失学辍学原因", "适龄未入学原因"}},
	Field{Key: School, Label: "毕业学校", Kind: Text, On: Ledger, Also: []string{"毕业院校", "学校名称", "毕业情况/毕业学校", "毕业中学"}},
	Field{Key: SchoolYear, Label: "毕业时间", Kind: DateKind, On: Ledger, Also: []string{"毕业年份", "毕业年度", "毕业情况/毕业时间", "毕业年月"}},
	Field{Key: SchoolStage, Label: "学段", Kind: Choice, List: "school_stage", On: Ledger, Also: []string{"毕业学段", "毕业情况/学段"}},
	Field{Key: SchoolResult, Label: "学业结果", Kind: Choice, List: "school_result", On: Ledger, Also: []string{"毕业结业情况"}},
	Field{Key: "pupil_no", Label: "学籍号", Kind: Code, Class: Identity, Also: []string{"全国学籍号", "学生基本情况/学籍号"}},
	Field{Key: "pupil_state", Label: "学籍状态", Kind: Text, Also: []string{"学生状态"}},
	Field{Key: GoesOn, Label: "是否继续升学", Kind: Flag, Also: []string{"是否升学", "继续升学"}},
	Field{Key: NoSchoolCause, Label: "未升学原因", Kind: Text, List: "no_school", Class: Sensitive, When: isNot(GoesOn, Yes)},
	Field{Key: Destination, Label: "当前去向", Kind: Choice, List: "destination", On: Ledger, Also: []string{"目前去向", "去向", "现去向", "毕业去向"}},
	Field{Key: DestinationSaid, Label: "去向说明", Kind: Text, Hint: "原表里的说法，或补充说明。"},
)

var personWork = Section("work",
	Field{Key: Health, Label: "健康状况", Kind: Choices, List: "health", On: Ledger, Class: Sensitive, Also: []string{"身体状况", "身体健康状况"}},
	Field{Key: DisabilityKind, Label: "残疾类别", Kind: Choice, List: "disability_kind", Class: Sensitive, When: disabled, Also: []string{"残疾类型", "残疾种类"}},
	Field{Key: DisabilityGrade, Label: "残疾等级", Kind: Choice, List: "disability_grade", Class: Sensitive, When: disabled, Also: []string{"残疾级别"}},
	Field{Key: DisabilityNo, Label: "残疾证号", Kind: Code, Class: Sensitive, When: disabled, Also: []string{"残疾证号码", "残疾人证号"}},
	Field{Key: DisabilityYear, Label: "残疾证办证年度", Kind: DateKind, Class: Sensitive, When: disabled, Also: []string{"发证日期", "残疾证发证日期"}},
	Field{Key: Skill, Label: "劳动技能", Kind: Choice, List: "skill", On: Ledger, Class: Sensitive, Also: []string{"劳动能力", "劳动力类型", "无劳动力状态"}},
	Field{Key: Employed, Label: "就业状况", Kind: Choice, List: "employment", On: Ledger, Also: []string{"是否就业", "就业状态", "目前状况", "就业情况", "是否就（创）业", "就失业状态", "个人状态", "就业情况/目前状况"}},
	Field{Key: WorkerKind, Label: "人员类别", Kind: Choice, List: "worker_kind", Also: []string{"类别", "人口资源分类"}},
	Field{Key: "job_card", Label: "就业失业登记证编号", Kind: Code, Class: Identity, Also: []string{"就业创业证号"}},
	Field{Key: AwayMonths, Label: "务工时间（月）", Kind: Number, On: Ledger, Also: []string{"务工月数", "务工时间", "务工时长（月）", "年务工时间"}},
	Field{Key: AwayPlace, Label: "务工所在地", Kind: Text, On: Ledger, Also: []string{"务工地", "就业地点", "就业地", "务工地点", "外出务工地点", "就业情况/地点", "转移就业地点"}},
	Field{Key: AwayFirm, Label: "务工企业名称", Kind: Text, On: Ledger, Also: []string{"单位名称", "务工单位", "就业单位", "单位", "转移就业单位", "工作单位"}},
	Field{Key: "abroad", Label: "是否国外务工", Kind: Flag, Also: []string{"是否境外务工"}},
	Field{Key: JobTrade, Label: "从事工种", Kind: Text, On: Ledger, Also: []string{"工种", "具体工种", "就业工种", "岗位", "从事行业", "就业情况/工种"}},
	Field{Key: JobIncome, Label: "月收入", Kind: Money, On: Ledger, Class: Sensitive, Also: []string{"月收入（元）", "月工资", "工资", "薪资", "务工月收入", "就业情况/月收入"}},
	Field{Key: IncomeSaid, Label: "收入说明", Kind: Text, Class: Sensitive, Hint: "收入是一个范围或说不准时，照原话写。"},
	Field{Key: JobChannel, Label: "就业渠道", Kind: Text, Also: []string{"就业途径", "输出渠道", "转移就业方式"}},
	Field{Key: JobSince, Label: "就业日期", Kind: DateKind, Also: []string{"就业时间", "转移就业时间"}},
	Field{Key: "job_form", Label: "就业类型", Kind: Text, Also: []string{"从业类型"}},
	Field{Key: "contract", Label: "是否签订合同", Kind: Flag, Also: []string{"是否签订劳动合同"}},
	Field{Key: "home_service", Label: "是否家庭服务业", Kind: Flag},
	Field{Key: PostKind, Label: "公益性岗位类型", Kind: Text, Also: []string{"公益岗位类型", "公益性岗位"}},
	Field{Key: PostMonths, Label: "公益性岗位(月数)", Kind: Number, Also: []string{"公益性岗位月数", "公益岗位月数"}},
	Field{Key: "jobless_cause", Label: "未就业原因", Kind: Text, Class: Sensitive, When: is(Employed, "未就业")},
	Field{Key: "came_back", Label: "返乡日期", Kind: DateKind, Also: []string{"返乡时间"}},
	Field{Key: "goes_away", Label: "拟外出日期", Kind: DateKind, Also: []string{"拟外出时间"}},
	Field{Key: "wants_job", Label: "下一步就业意愿", Kind: Text, Also: []string{"就业意愿", "求职意愿", "求职意愿工种", "意向就业工种"}},
	Field{Key: "wants_job_place", Label: "意向就业地区", Kind: Text, Also: []string{"意向地区", "就业意向地区"}},
	Field{Key: "wants_job_pay", Label: "期望月薪", Kind: Money, Also: []string{"期望薪资", "意向薪资"}},
	Field{Key: Tags, Label: "人员群体", Kind: Choices, List: "group", On: Ledger, Class: Sensitive, Also: []string{"人员类型", "群体", "培训对象类别"}},
	Field{Key: "promised_job", Label: "就业安排承诺单位", Kind: Text},
)

var personCover = Section("cover",
	Field{Key: MinLiving, Label: "是否享受低保", Kind: Flag, On: Ledger, Class: Sensitive, Also: []string{"享受低保", "是否低保", "低保"}},
	Field{Key: Extreme, Label: "是否特困供养人员", Kind: Flag, On: Ledger, Class: Sensitive, Also: []string{"特困供养人员", "是否特困", "是否特困人员"}},
	Field{Key: "medical", Label: "是否参加新型农村合作医疗（城乡居民基本医疗保险）", Kind: Flag, Also: []string{"是否参加城乡居民基本医疗保险", "是否参加新型农村合作医疗", "城乡居民基本医疗保险"}},
	Field{Key: "medical_work", Label: "是否参加城镇职工基本医疗保险", Kind: Flag},
	Field{Key: "medical_serious", Label: "是否参加大病保险", Kind: Flag},
	Field{Key: "medical_private", Label: "是否参加商业补充医疗保险", Kind: Flag},
	Field{Key: "pension", Label: "是否参加城乡居民基本养老保险", Kind: Flag},
	Field{Key: "pension_work", Label: "是否参加城镇职工基本养老保险", Kind: Flag},
	Field{Key: "medical_aid", Label: "是否接受大病医疗救助", Kind: Flag, Class: Sensitive},
	Field{Key: "health_aid", Label: "是否接受其他健康扶贫", Kind: Flag, Class: Sensitive, Also: []string{"是否接受其他健康帮扶"}},
)

var personTraining = Section("training",
	Field{Key: "trained", Label: "是否参加过培训", Kind: Flag, On: Ledger, Also: []string{"是否培训过", "培训经历", "培训经历（有/无）", "接受过职业培训", "是否接受培训", "培训情况/是否培训过"}},
	Field{Key: "trained_kind", Label: "培训类型", Kind: Text, When: is("trained", Yes)},
	Field{Key: TrainedYear, Label: "参加培训时间", Kind: DateKind, When: is("trained", Yes), Also: []string{"培训时间"}},
	Field{Key: Cert, Label: "已有证书", Kind: Text, On: Ledger, Also: []string{"取得证书", "证书名称及等级", "证书名称", "已有证书（名称/等级/编号）", "职业资格证书", "培训情况/取得证书", "是否取得证书"}},
	Field{Key: CertTrade, Label: "证书工种", Kind: Choice, List: "trade", Also: []string{"职业资格工种"}},
	Field{Key: CertLevel, Label: "证书等级", Kind: Choice, List: "class_level", Also: []string{"职业资格等级", "技能等级"}},
	Field{Key: "cert_no", Label: "证书编号", Kind: Code, Class: Identity, Also: []string{"证书号"}},
	Field{Key: "certs", Label: "证书份数", Kind: Number},
	Field{Key: "after_training", Label: "培训后就业状态", Kind: Text, Also: []string{"培训后就业"}},
	Field{Key: WantsTraining, Label: "有无培训意愿", Kind: Flag, On: Ledger, Also: []string{"是否有培训意愿", "培训意愿", "愿意参加培训", "是否愿意参加培训", "培训需求/培训意愿", "是否有意愿参加培训"}},
	Field{Key: AskedOn, Label: "意愿摸底日期", Kind: DateKind, Check: notFuture(AskedOn), Also: []string{"摸底日期", "摸底时间", "意愿调查日期"}},
	Field{Key: NoWishCause, Label: "无意愿原因", Kind: Text, List: "no_wish", When: is(WantsTraining, No), Also: []string{"无就业培训意愿原因", "无培训意愿原因"}},
	Field{Key: WantsSchool, Label: "有无升学意愿", Kind: Flag, On: Ledger, Also: []string{"是否有升学意愿", "升学意愿"}},
	Field{Key: "plan_place", Label: "拟培训地点", Kind: Text, Also: []string{"培训安排地点"}},
	Field{Key: "plan_trade", Label: "拟培训专业方向", Kind: Text, Also: []string{"专业方向"}},
	Field{Key: "plan_time", Label: "拟学习时间", Kind: Text, Also: []string{"学习时间"}},
	Field{Key: "plan_cert", Label: "拟考证书", Kind: Text, Also: []string{"考取职业资格证书"}},
	Field{Key: "plan_done", Label: "落实情况", Kind: Text},
)

var personAid = Section("aid",
	Field{Key: YuluState, Label: "雨露计划", Kind: Choice, List: "yulu", Class: Sensitive, Also: []string{"雨露计划情况", "是否享受雨露计划"}},
	Field{Key: YuluTerm, Label: "雨露计划学期", Kind: Text, Class: Sensitive, When: is("yulu", "已享受")},
	Field{Key: YuluAmount, Label: "雨露计划金额", Kind: Money, Class: Sensitive, When: is("yulu", "已享受")},
	Field{Key: "other_aid", Label: "其他资助", Kind: Text, Class: Sensitive, Also: []string{"其他资助情况"}},
	Field{Key: AsFound, Label: "原表写法", Hint: "导入时改写了或读不出的内容，照原表保留；核对后可以清空。", Kind: Note, Class: Sensitive, When: answered(AsFound)},
	Field{Key: "person_note", Label: "备注", Kind: Note, Also: []string{"备 注", "说明"}},
)

func sexFromID(a Answers, _ time.Time) string {
	id, err := ParseID(a[IDNo])
	if err != nil {
		return ""
	}
	return id.Sex
}

func bornFromID(a Answers, _ time.Time) string {
	id, err := ParseID(a[IDNo])
	if err != nil {
		return ""
	}
	return id.Born.Format(time.DateOnly)
}
