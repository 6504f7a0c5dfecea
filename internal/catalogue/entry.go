package catalogue

import (
	"time"

	"ruhu/internal/survey"
)

// A number that is 0 and a word that is "" were not said: no rule follows from them.

// Trade is a trade of the catalogue, at one level or at all.
type Trade struct {
	Row
	Name, Code    string
	CertKind      string // of the list cert_kind
	Level         string // "": every level
	MinHours      float64
	TheoryShare   float64 // at least so many of 100 hours
	PracticeShare float64 // the same
	Subsidy       float64 // 元/人
	AlsoCalled    []string
	Modules       []string // what every class must contain
	MinEducation  string   // of the list education
	CertYears     int      // 0: for ever
	RefreshMonths int
}

func tradeOf(r Row) Trade {
	a := r.Unpack()
	return Trade{
		Row: r, Name: a[survey.TradeName], Code: a[survey.TradeCode], CertKind: a[survey.CertKind], Level: a[survey.TradeLevel],
		MinHours: r.number(survey.MinHours), TheoryShare: r.number(survey.TheoryShare), PracticeShare: r.number(survey.PracticeShare),
		Subsidy: r.number(survey.Subsidy), AlsoCalled: r.list(survey.AlsoCalled), Modules: r.list(survey.Modules), MinEducation: a[survey.MinEducation],
		CertYears: int(r.number(survey.CertYears)), RefreshMonths: int(r.number(survey.RefreshMonths)),
	}
}

// CertUntil is the last day on which a certificate given on a day holds; "" for ever, or where the day is not known.
func (t Trade) CertUntil(given survey.Date) survey.Date {
	day, ok := survey.Day(given)
	if !ok || t.CertYears <= 0 || len(given) != len(time.DateOnly) {
		return ""
	}
	return day.AddDate(t.CertYears, 0, -1).Format(time.DateOnly)
}

// Programme is a programme of training.
type Programme struct {
	Row
	Name          string
	Groups        []string // of the list group; none: for everybody
	Project       string   // of the list class_project
	Trades        []string // none: any
	Level         string
	Hours         float64 // at least
	AgainHours    float64 // of each year's training after the first
	PassMonths    int     // the examination is passed within so many months
	RefreshMonths int
	Months        int     // the subsidy is paid for so many at most
	Subsidy       float64 // in Unit
	Unit          string  // of the list subsidy_unit; "" is 元/人
	Times         int     // a person and year, at most
	Exclusive     []string
	Advance       float64 // %
	Education     string  // at least
	Modules       []string
	MinAge        int
	MaxAge        int
	FirmYears     int // 小微企业主: in business for so many years at most
}

// ByMonth tells whether the subsidy is paid by the month.
func (p Programme) ByMonth() bool { return p.Unit == "元/人·月" }

func programmeOf(r Row) Programme {
	a := r.Unpack()
	return Programme{
		Row: r, Name: a[survey.ProgName], Groups: r.list(survey.ProgGroups), Project: a[survey.ProgProject], Trades: r.list(survey.ProgTrades),
		Level: a[survey.ProgLevel], Hours: r.number(survey.ProgHours), AgainHours: r.number(survey.ProgAgain), PassMonths: int(r.number(survey.ProgPassIn)),
		RefreshMonths: int(r.number(survey.ProgRefresh)), Months: int(r.number(survey.ProgMonths)), Subsidy: r.number(survey.ProgSubsidy), Unit: a[survey.ProgUnit],
		Times: int(r.number(survey.ProgTimes)), Exclusive: r.list(survey.Exclusive), Advance: r.number(survey.Advance), Education: a[survey.ProgEducation],
		Modules: r.list(survey.ProgModules), MinAge: int(r.number(survey.ProgMinAge)), MaxAge: int(r.number(survey.ProgMaxAge)), FirmYears: int(r.number(survey.ProgOpenYears)),
	}
}

// Institution is a training institution.
type Institution struct {
	Row
	Name, Code, Licence string
	LicenceUntil        survey.Date // the last day; "" where nobody said
	Legal, Kind         string
	Trades              []string // approved; none: not written down
	Grade               string   // of the list integrity
	Room                int
	Contact, Phone      string
	Address             string
}

func institutionOf(r Row) Institution {
	a := r.Unpack()
	return Institution{
		Row: r, Name: a[survey.InstName], Code: a[survey.InstCode], Licence: a[survey.InstLicence], LicenceUntil: a[survey.LicenceUntil], Legal: a[survey.InstLegal],
		Kind: a[survey.InstKind], Trades: r.list(survey.InstTrades), Grade: a[survey.InstGrade], Room: int(r.number(survey.InstRoom)),
		Contact: a[survey.InstContact], Phone: a[survey.InstPhone], Address: a[survey.InstAddress],
	}
}

// Licensed tells whether the licence holds on a day; known is false where nobody wrote down until when it does.
func (i Institution) Licensed(on time.Time) (holds, known bool) { return holdsOn(i.LicenceUntil, on) }

// Assessor is an institution that examines and certifies.
type Assessor struct {
	Row
	Name, Kind, No, Code string
	Trades               []string // none: not written down
	Contact, Phone       string
}

func assessorOf(r Row) Assessor {
	a := r.Unpack()
	return Assessor{Row: r, Name: a[survey.AssName], Kind: a[survey.AssKind], No: a[survey.AssNo], Code: a[survey.AssCode], Trades: r.list(survey.AssTrades),
		Contact: a[survey.AssContact], Phone: a[survey.AssPhone]}
}

// Teacher is somebody who teaches.
type Teacher struct {
	Row
	Name, Institution string
	Title, Cert       string
	CertUntil         survey.Date // the last day; "" for ever
	Trades            []string
	Mentor            bool
}

func teacherOf(r Row) Teacher {
	a := r.Unpack()
	return Teacher{Row: r, Name: a[survey.TeachName], Institution: a[survey.TeachInst], Title: a[survey.TeachTitle], Cert: a[survey.TeachCert],
		CertUntil: a[survey.TeachCertUntil], Trades: r.list(survey.TeachTrades), Mentor: a[survey.Mentor] == survey.Yes}
}

// Certified tells whether the teacher has a certificate that holds on a day.
func (t Teacher) Certified(on time.Time) bool {
	holds, known := holdsOn(t.CertUntil, on)
	return (t.Cert != "" || t.Get(survey.TeachCertNo) != "") && (holds || !known)
}

func holdsOn(until survey.Date, on time.Time) (holds, known bool) {
	last, ok := survey.LastDay(until)
	return ok && last.Format(time.DateOnly) >= on.Format(time.DateOnly), ok
}
