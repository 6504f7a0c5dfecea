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
