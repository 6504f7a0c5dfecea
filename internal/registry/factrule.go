package registry

import (
	"slices"
	"strconv"
	"strings"

	"ruhu/internal/survey"
)

// factRule says how one kind of fact and the answers of a person or a household go together.
type factRule struct {
	kind   string
	detail string                    // where one rule is about one detail alone (人员群体: 返乡人员)
	keys   []string                  // the answers that the rule reads: where none of them changed, nothing did
	holds  func(survey.Answers) bool // what the answers say now
	denied func(survey.Answers) bool // the answers say that it does not hold, which is more than saying nothing
	parts  []factPart
	same   []string // keys of the fact: where one changes to other words it is another fact, not more of the same
	from   string   // the answer that says since when
	until  string   // the answer that says until when
	past   func(survey.Answers) bool
	quiet  bool // what nearly everybody has: without a date, the answer alone says as much as a fact would
	put    func(a survey.Answers, claimed bool)
	clear  func(survey.Answers)
}

// factPart is a key of the fact and the answer that it goes with. One that is only told is not read back: another kind does that.
type factPart struct {
	fact, answer string
	told         bool
}

// factRules are the rules by type.
var factRules = map[string][]factRule{
	TypeHousehold: {
		houseTypeRule(survey.HouseLeftPoverty, survey.FactLeftPoverty, true),
		houseTypeRule(survey.HouseMinLiving, survey.FactMinLiving, false),
		houseTypeRule(survey.HouseNearMinimum, survey.FactNearMinimum, false),
		houseTypeRule(survey.HouseExtreme, survey.FactExtreme, false),
		houseTypeRule(survey.HouseOrdinary, survey.FactOrdinary, true),
		monitorRule, riskRule,
		flagRule(survey.Resettled, survey.FactResettled, factPart{survey.FactPlace, "moved_to", false}),
	},
	TypePerson: slices.Concat([]factRule{
		flagRule(survey.MinLiving, survey.FactMinLiving),
		flagRule(survey.Extreme, survey.FactExtreme),
		disabilityRule, veteranRule, partyRule, yuluRule, awayRule, employmentRule, postRule,
	}, tagRules()),
}

func flagRule(key, kind string, parts ...factPart) factRule {
	return factRule{
		kind: kind, keys: append(answersOf(parts), key), parts: parts,
		holds:  func(a survey.Answers) bool { return a[key] == survey.Yes },
		denied: func(a survey.Answers) bool { return a[key] == survey.No },
		put:    func(a survey.Answers, _ bool) { a[key] = survey.Yes },
		clear:  func(a survey.Answers) { a[key] = survey.No },
	}
}

// listRule is for one choice of a question that takes several.
func listRule(key, choice, kind string, quiet bool) factRule {
	return factRule{
		kind: kind, keys: []string{key}, quiet: quiet,
		holds:  func(a survey.Answers) bool { return strings.Contains(a[key], choice) && survey.Has(a[key], choice) },
		denied: func(a survey.Answers) bool { return a[key] != "" },
		put:    func(a survey.Answers, _ bool) { include(a, key, choice) },
		clear:  func(a survey.Answers) { exclude(a, key, choice) },
	}
}

func houseTypeRule(choice, kind string, quiet bool) factRule {
	return listRule(survey.HouseType, choice, kind, quiet)
}

// tagRules follow each of the groups but 退役军人, which is a kind of its own.
func tagRules() []factRule {
	var out []factRule
	for _, c := range survey.List("group") {
		if c.Name != survey.FactVeteran {
			r := listRule(survey.Tags, c.Name, survey.FactGroup, true)
			r.detail = c.Name
			out = append(out, r)
		}
	}
	return out
}

// monitorRule: a household may be called 监测对象 by its type, by its category or by both. Another category is another fact.
var monitorRule = factRule{
	kind: survey.FactMonitored, keys: []string{survey.HouseType, survey.Monitor, survey.RiskFoundOn},
	parts: []factPart{{survey.FactDetail, survey.Monitor, false}}, same: []string{survey.FactDetail}, from: survey.RiskFoundOn,
	holds:  monitored,
	denied: func(a survey.Answers) bool { return a[survey.HouseType] != "" && !monitored(a) },
	put: func(a survey.Answers, claimed bool) {
		if !claimed {
			include(a, survey.HouseType, survey.HouseMonitored)
		}
	},
	clear: func(a survey.Answers) {
		exclude(a, survey.HouseType, survey.HouseMonitored)
		for _, k := range []string{survey.Monitor, survey.RiskGone, survey.RiskFoundOn, survey.RiskGoneOn} {
			delete(a, k)
		}
	},
}

func monitored(a survey.Answers) bool {
	return isOf(survey.HouseMonitored, a[survey.HouseType], a[survey.Monitor])
}

// riskRule: a household stays 监测对象 when the risk is gone; that the risk was there is a fact of its own.
var riskRule = factRule{
	kind: survey.FactRisk, keys: []string{survey.HouseType, survey.Monitor, survey.RiskGone, survey.RiskFoundOn, survey.RiskGoneOn},
	from: survey.RiskFoundOn, until: survey.RiskGoneOn,
	holds:  func(a survey.Answers) bool { return monitored(a) && a[survey.RiskGone] == survey.No },
	denied: func(a survey.Answers) bool { return a[survey.RiskGone] == survey.Yes },
	past:   func(a survey.Answers) bool { return a[survey.RiskGone] == survey.Yes && a[survey.RiskGoneOn] != "" },
	put: func(a survey.Answers, _ bool) {
		if monitored(a) {
			a[survey.RiskGone] = survey.No
			delete(a, survey.RiskGoneOn)
		}
	},
	clear: func(a survey.Answers) {
		if monitored(a) {
			a[survey.RiskGone] = survey.Yes
		}
	},
}

// disabilityRule is about the certificate: 健康状况 may say 残疾 without one.
var disabilityRule = factRule{
	kind: survey.FactDisability,
	keys: []string{survey.DisabilityKind, survey.DisabilityGrade, survey.DisabilityNo, survey.DisabilityYear},
	parts: []factPart{{survey.FactDetail, survey.DisabilityKind, false}, {survey.FactGrade, survey.DisabilityGrade, false},
		{survey.FactNo, survey.DisabilityNo, false}},
	same: []string{survey.FactDetail, survey.FactGrade}, from: survey.DisabilityYear,
	holds: func(a survey.Answers) bool {
		return a[survey.DisabilityKind] != "" || a[survey.DisabilityGrade] != "" || a[survey.DisabilityNo] != "" || a[survey.DisabilityYear] != ""
	},
	clear: func(a survey.Answers) { drop(a, survey.DisabilityYear) },
}

// workerVeteran is how 人员类别 calls a veteran.
const workerVeteran = "复退军人"

var veteranRule = factRule{
	kind: survey.FactVeteran, keys: []string{survey.Tags, survey.WorkerKind},
	holds: func(a survey.Answers) bool {
		return survey.Has(a[survey.Tags], survey.FactVeteran) || a[survey.WorkerKind] == workerVeteran
	},
	denied: func(a survey.Answers) bool { return false },
	put: func(a survey.Answers, claimed bool) {
		if !claimed {
			include(a, survey.Tags, survey.FactVeteran)
		}
	},
	clear: func(a survey.Answers) {
		exclude(a, survey.Tags, survey.FactVeteran)
		if a[survey.WorkerKind] == workerVeteran {
			drop(a, survey.WorkerKind)
		}
	},
}

var partyRule = factRule{
	kind: survey.FactParty, keys: []string{survey.Political}, quiet: true,
	parts: []factPart{{survey.FactDetail, survey.Political, false}}, same: []string{survey.FactDetail},
	holds: func(a survey.Answers) bool {
		return a[survey.Political] == "中共党员" || a[survey.Political] == "中共预备党员"
	},
	denied: func(a survey.Answers) bool { return a[survey.Political] != "" },
}

// yuluRule: each term is paid for itself, so another term is another fact.
var yuluRule = factRule{
	kind: survey.FactYulu, keys: []string{survey.YuluState, survey.YuluTerm, survey.YuluAmount},
	parts: []factPart{{survey.FactDetail, survey.YuluState, false}, {survey.Term, survey.YuluTerm, false}, {survey.Amount, survey.YuluAmount, false}},
	same:  []string{survey.FactDetail, survey.Term},
	holds: func(a survey.Answers) bool { return a[survey.YuluState] != "" && a[survey.YuluState] != "不符合" },
	denied: func(a survey.Answers) bool {
		return a[survey.YuluState] == "不符合"
	},
}

// awayRule is about work away from home. Months are counted anew each year and make no other fact.
var awayRule = factRule{
	kind: survey.FactAway, keys: []string{survey.AwayMonths, survey.AwayPlace, survey.AwayFirm}, quiet: true,
	parts: []factPart{{survey.Term, survey.AwayMonths, false}, {survey.FactPlace, survey.AwayPlace, false}, {survey.FactFirm, survey.AwayFirm, false}},
	same:  []string{survey.FactPlace, survey.FactFirm},
	holds: func(a survey.Answers) bool {
		return above0(a[survey.AwayMonths]) || a[survey.AwayPlace] != "" || a[survey.AwayFirm] != ""
	},
	denied: func(a survey.Answers) bool { return a[survey.AwayMonths] != "" && !above0(a[survey.AwayMonths]) },
}

// employmentRule keeps each state as a fact, 未就业 too. Where and at whose firm is told, but read back by awayRule.
var employmentRule = factRule{
	kind: survey.FactEmployment, quiet: true, from: survey.JobSince,
	keys: []string{survey.Employed, survey.JobTrade, survey.JobIncome, survey.JobChannel, survey.JobSince, survey.AwayPlace, survey.AwayFirm},
	parts: []factPart{{survey.FactDetail, survey.Employed, false}, {survey.FactTrade, survey.JobTrade, false}, {survey.FactIncome, survey.JobIncome, false},
		{survey.FactChannel, survey.JobChannel, false}, {survey.FactPlace, survey.AwayPlace, true}, {survey.FactFirm, survey.AwayFirm, true}},
	same:  []string{survey.FactDetail, survey.FactTrade, survey.FactPlace, survey.FactFirm},
	holds: func(a survey.Answers) bool { return a[survey.Employed] != "" },
	clear: func(a survey.Answers) { drop(a, survey.JobSince) },
}

var postRule = factRule{
	kind: survey.FactPost, keys: []string{survey.PostKind, survey.PostMonths},
	parts: []factPart{{survey.FactDetail, survey.PostKind, false}, {survey.Term, survey.PostMonths, false}}, same: []string{survey.FactDetail},
	holds:  func(a survey.Answers) bool { return a[survey.PostKind] != "" || above0(a[survey.PostMonths]) },
	denied: func(a survey.Answers) bool { return a[survey.PostMonths] != "" && !above0(a[survey.PostMonths]) },
}

func answersOf(parts []factPart) []string {
	var out []string
	for _, p := range parts {
		out = append(out, p.answer)
	}
	return out
}

func above0(number string) bool {
	n, err := strconv.ParseFloat(number, 64)
	return err == nil && n > 0
}

func drop(a survey.Answers, keys ...string) {
	for _, k := range keys {
		delete(a, k)
	}
}

// include adds a choice to an answer that holds several.
func include(a survey.Answers, key, choice string) {
	switch {
	case a[key] == "":
		a[key] = choice
	case !survey.Has(a[key], choice):
		a[key] += "、" + choice
	}
}

// exclude takes a choice out; an answer without any is none.
func exclude(a survey.Answers, key, choice string) {
	left := slices.DeleteFunc(survey.SplitList(a[key]), func(c string) bool { return c == choice })
	if len(left) == 0 {
		delete(a, key)
		return
	}
	a[key] = survey.JoinList(left)
}
