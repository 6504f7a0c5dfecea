package survey

// Keys of a household that code uses. Rows without a constant are only written and read by people.
const (
	Province   = "province" // this and the next three are worked out from the village
	Prefecture = "prefecture"
	County     = "county"
	Township   = "township"
	Village    = "village" // region code, 12 digits
	Group      = "group"   // 村民小组
	HouseNo    = "house_no"
	HeadName   = "head_name"
	HeadIDNo   = "head_id_no"
	HouseType  = "house_type"
	Monitor    = "monitor"   // 监测对象类别
	RiskGone   = "risk_gone" // 风险是否消除
	HousePhone = "house_phone"
	Address    = "address"
	Areas      = "areas"     // 老区, 民族地区 …: of a household, and of a village in its place
	Resettled  = "resettled" // 易地搬迁
	Standard   = "standard"  // 识别标准
)

// Keys of a person that code uses.
const (
	InHousehold     = "household"
	FullName        = "name"
	NameNote        = "name_note" // remark that stood in brackets behind the name
	UsedName        = "used_name"
	IDType          = "id_type"
	IDNo            = "id_no"
	IDPending       = "id_pending" // 证件待补: what was found where an ID number should be, unreadable
	DisabilityNo    = "disability_no"
	PersonNo        = "person_no"
	Sex             = "sex"
	SexSaid         = "sex_said" // where the family says other than the ID number
	Born            = "born"
	BornSaid        = "born_said"
	Age             = "age"
	Relation        = "relation"
	Ethnic          = "ethnic"
	Political       = "political"
	Phone           = "phone"
	Education       = "education"
	Schooling       = "schooling"
	School          = "school"
	SchoolStage     = "school_stage"
	SchoolYear      = "graduated"
	SchoolResult    = "school_result"
	GoesOn          = "goes_on" // 是否继续升学
	Health          = "health"
	Skill           = "skill"
	AwayMonths      = "away_months"
	AwayPlace       = "away_place"
	AwayFirm        = "away_firm"
	Destination     = "destination"
	MinLiving       = "dibao"
	Extreme         = "tekun"
	DisabilityKind  = "disability_kind"
	DisabilityGrade = "disability_grade"
	Employed        = "employed"
	JobTrade        = "job_trade"
	JobIncome       = "income"
	DestinationSaid = "destination_said"
	IncomeSaid      = "income_said"
	PostMonths      = "post_months" // months in a 公益性岗位
	WantsTraining   = "wants_training"
	WantsSchool     = "wants_school"
	Cert            = "cert" // certificates in words
	CertTrade       = "cert_trade"
	CertLevel       = "cert_level"
	TrainedYear     = "trained_on"
	Tags            = "groups"   // 群体: 退役军人, 返乡…
	AsFound         = "as_found" // what stood in an imported list where its value was put into other words or could not be read
)

// Keys of a wish that code uses.
const (
	OfPerson = "person"
	Trade1   = "trade1"
	Trade2   = "trade2"
	Trade3   = "trade3"
	WishText = "wish_text" // the wish in the person's own words
	WishedOn = "wished_on"
	WishWay  = "wish_way"
	WishDone = "arranged"

	WishPlace = "wish_place"
	WishTime  = "wish_time"
)

// Keys of a visit that code uses.
const (
	OfHousehold = "household"
	VisitedOn   = "visited_on"
	Visitor     = "visitor"
	Role        = "role"
	Method      = "method"
	Outcome     = "outcome"
)

// Keys of a person and a household that say what became of them.
const (
	SameAs     = "same_as"     // the record that this one is merged into
	LeftWhy    = "left_why"    // 死亡, 婚出 …
	LeftOn     = "left_on"     // from that day on not in the ledgers
	AskedOn    = "asked_on"    // 意愿摸底日期
	MergedInto = "merged_into" // the household that this one is merged into
	EndedOn    = "ended_on"    // 销户日期
	EndedWhy   = "ended_why"

	RiskFoundOn    = "risk_found_on"
	RiskGoneOn     = "risk_gone_on"
	DisabilityYear = "disability_year"
	WorkerKind     = "worker_kind"
	JobSince       = "job_since"
	JobChannel     = "job_channel"
	PostKind       = "post_kind"
	YuluState      = "yulu"
	YuluTerm       = "yulu_term"
	YuluAmount     = "yulu_amount"
	NoWishCause    = "no_wish_cause"
	NoSchoolCause  = "no_school_cause"
)

// Keys of a fact. OfPerson or OfHousehold says whose it is.
const (
	FactKind    = "fact_kind"
	FactDetail  = "detail"    // 监测类别, 残疾类别, 资助项目 …
	FactGrade   = "grade"     // 残疾等级, 护理等级
	FactNo      = "fact_no"   // 证号
	StartsOn    = "starts_on" // absent: long ago
	EndsOn      = "ends_on"   // from that day on no longer; absent: still
	WhyEnded    = "why_ended"
	Amount      = "amount"
	FactPeople  = "people" // 保障人数
	FactCovers  = "covers" // 保障对象, in words
	Term        = "term"   // 学期
	FactFirm    = "firm"
	FactTrade   = "job_trade"
	FactPlace   = "job_place"
	FactIncome  = "income"
	FactChannel = "channel"
	Source      = "source"  // who says so
	SaidOn      = "said_on" // the day on which it was said
	FactNote    = "fact_note"
)

// Keys of an event.
const (
	EventKind   = "event_kind"
	EventOn     = "event_on"
	ToHousehold = "to_household"
	EventNote   = "event_note"
	EventData   = "event_data" // JSON for the program alone
)

// Keys of a slip.
const (
	OfferedOn     = "offered_on"
	OfferJobs     = "offer_jobs"
	OfferTraining = "offer_training"
	OfferTime     = "offer_time"
	OfferWay      = "offer_way"
	OfferHelp     = "offer_help"
	OfferContact  = "offer_contact"
	DeliveredOn   = "delivered_on"
	DeliveredBy   = "delivered_by"
	DeliveryWay   = "delivery_way"
	TakenBy       = "taken_by"
	TakenRelation = "taken_relation"
	Signed        = "signed"
	SlipNote      = "slip_note"
)

// Keys of referrals, recommended jobs, follow-ups and outreach.
const (
	DoneBy           = "by"
	ReferredOn       = "referred_on"
	ReferralKind     = "referral_kind"
	ReferralSchool   = "school"
	ReferralOutcome  = "referral_outcome"
	RecommendedOn    = "recommended_on"
	JobEvent         = "job_event"
	JobOutcome       = "job_outcome"
	FollowedOn       = "followed_on"
	FollowWay        = "follow_way"
	JobState         = "job_state"
	FollowNeed       = "follow_need"
	OutreachOn       = "outreach_on"
	OutreachVillage  = "village"
	OutreachSpot     = "spot"
	OutreachFamilies = "families"
	OutreachPeople   = "people"
)

// Keys of a school of the directory.
const (
	SchoolName = "name"
	SchoolKind = "school_kind"
)

// Keys of an attachment.
const (
	Of         = "of"
	OfType     = "of_type"
	AttachKind = "attach_kind"
	Blob       = "blob" // SHA-256 of the file, in hex
	Mime       = "mime"
	Bytes      = "bytes"
	Caption    = "caption"
	TakenOn    = "taken_on"
)

// Keys of a target.
const (
	TargetNo      = "no"
	TargetTask    = "task"
	TargetNumber  = "number"
	TargetUnit    = "unit" // 人 or 人次: the two are never added up
	TargetGroup   = "group"
	TargetProject = "project"
	TargetPlace   = "place"
	TargetFrom    = "from"
	TargetUntil   = "until"
	TargetLead    = "lead"
	TargetShares  = "shares" // 单位:数;…
	TargetSource  = "source"
	TargetRow     = "row"
)

// Keys of a change of the list of regions.
const (
	PlaceWhat   = "what"
	PlaceCode   = "code"
	PlaceName   = "name"
	PlaceParent = "parent"
	PlaceInto   = "into"
	PlaceFrom   = "from"
)

// Keys of a form of a county's own questions.
const (
	FormTitle   = "title"
	FormID      = "form_id"
	FormVersion = "version"
	FormTable   = "table"
	FormRows    = "rows"
	FormFrom    = "from"
	FormOff     = "off"
)

// Keys of a county's own version of a rule.
const (
	RuleName   = "rule_name"
	RuleText   = "rule_text"
	RuleFrom   = "valid_from"
	RuleSource = "rule_source"
)
