package survey

import (
	"slices"
	"strconv"
	"sync"
	"time"

	"ruhu/internal/text"
)

// What does not fit together in the answers about one person. The rules are those by which the monitoring system's own
// exports are checked; all are doubts, none stops a save. The last part of each key is the importer's word for it.
var (
	ErrEduAndSchool       = text.NewError("survey.edu_and_school")
	ErrEduNorSchool       = text.NewError("survey.edu_nor_school")
	ErrMonthWithoutPlace  = text.NewError("survey.month_without_place")
	ErrPlaceWithoutMonth  = text.NewError("survey.place_without_month")
	ErrMonthRange         = text.NewError("survey.month_range")
	ErrSkillTooLow        = text.NewError("survey.skill_too_low")
	ErrSkillYetAway       = text.NewError("survey.skill_yet_away")
	ErrSexAgainstID       = text.NewError("survey.sex_against_id")
	ErrBirthAgainstID     = text.NewError("survey.birth_against_id")
	ErrDisabilityMismatch = text.NewError("survey.disability_mismatch")
	ErrYesNoBlank         = text.NewError("survey.yesno_blank")
	ErrJobContradicts     = text.NewError("survey.job_contradicts")
	ErrIDMissing          = text.NewError("survey.id_missing")
)

var personRules = []Rule{
	{Key: IDNo, Warn: true, Check: when(ErrIDMissing, func(a Answers) bool { return a[IDNo] == "" })},
	{Key: Sex, Warn: true, Check: saidAgainstID(SexSaid, Sex, sexFromID, ErrSexAgainstID)},
	{Key: Born, Warn: true, Check: saidAgainstID(BornSaid, Born, bornFromID, ErrBirthAgainstID)},
	{Key: Education, Warn: true, Check: when(ErrEduAndSchool, func(a Answers) bool { return a[Education] != "" && a[Schooling] != "" })},
	{Key: Education, Warn: true, Check: when(ErrEduNorSchool, func(a Answers) bool { return a[Education] == "" && a[Schooling] == "" })},
	{Key: DisabilityKind, Warn: true, Check: disabilityFits},
	{Key: Skill, Warn: true, Check: skillTooLow},
	{Key: Skill, Warn: true, Check: when(ErrSkillYetAway, func(a Answers) bool { return unable(a) && (away(a) > 0 || a[AwayPlace] != "") })},
	{Key: AwayMonths, Warn: true, Check: when(ErrMonthRange, func(a Answers) bool { return away(a) > 12 })},
	{Key: AwayPlace, Warn: true, Check: when(ErrMonthWithoutPlace, func(a Answers) bool { return away(a) > 0 && a[AwayPlace] == "" })},
	{Key: AwayMonths, Warn: true, Check: when(ErrPlaceWithoutMonth, placeWithoutMonth)},
	{Key: Employed, Warn: true, Check: when(ErrJobContradicts, jobContradicts)},
	{Key: MinLiving, Warn: true, Check: yesNoBlank},
}

func when(err error, doubtful func(Answers) bool) func(Answers, time.Time) error {
	return func(a Answers, _ time.Time) error {
		if doubtful(a) {
			return err
		}
		return nil
	}
}

// saidAgainstID finds what was said otherwise than the ID number says, whether it still stands in the field itself or has
// been put aside.
func saidAgainstID(said, key string, fromID func(Answers, time.Time) string, err *text.Error) func(Answers, time.Time) error {
	return func(a Answers, on time.Time) error {
		v := fromID(a, on)
		for _, k := range []string{said, key} {
			if v != "" && a[k] != "" && !SameDate(a[k], v) {
				return err.With(a[k], v)
			}
		}
		return nil
	}
}

// disabilityFits compares the kind with the one that the certificate's number tells.
func disabilityFits(a Answers, _ time.Time) error {
	id, _ := ParseID(a[DisabilityNo])
	code := CodeOf("disability_kind", a[DisabilityKind])
	if id.DisabilityKind == 0 || code == "" || code == strconv.Itoa(id.DisabilityKind) {
		return nil
	}
	said, _ := FindChoice("disability_kind", strconv.Itoa(id.DisabilityKind))
	return ErrDisabilityMismatch.With(said, a[DisabilityKind])
}

// The values of Skill that the rules ask about.
const (
	SkillWeak = "弱劳动力或半劳动力"
	SkillNone = "无劳动力"
	SkillLost = "丧失劳动力"
	Healthy   = "健康"
)

// skillTooLow doubts that somebody of 16 to 59, healthy and not at school, cannot work.
func skillTooLow(a Answers, on time.Time) error {
	born, ok := Day(a[Born])
	age := AgeOn(born, on)
	low := a[Skill] == SkillNone || a[Skill] == SkillWeak
	if ok && low && age >= 16 && age < 60 && a[Health] == Healthy && a[Schooling] == "" {
		return ErrSkillTooLow.With(a[Skill])
	}
	return nil
}

func unable(a Answers) bool { return a[Skill] == SkillNone || a[Skill] == SkillLost }

func away(a Answers) float64 {
	n, err := strconv.ParseFloat(a[AwayMonths], 64)
	if err != nil {
		return 0
	}
	return n
}

// placeWithoutMonth leaves people alone of whom only the place of work was asked: the surveys for training know no months.
func placeWithoutMonth(a Answers) bool {
	return a[AwayPlace] != "" && away(a) == 0 && a[Employed] == ""
}

func jobContradicts(a Answers) bool {
	return (a[Employed] == "未就业" || a[Employed] == "务农") && (a[JobTrade] != "" || a[JobIncome] != "")
}

// asked in every row of the monitoring system's export.
var exportedFlags = []string{MinLiving, Extreme, "mandarin", "abroad", "medical", "medical_work", "medical_serious",
	"medical_private", "pension", "pension_work", "medical_aid", "health_aid"}

// BlankFlags gives the yes-or-no questions of the monitoring system that are left out.
func BlankFlags(a Answers) []Field {
	var out []Field
	for _, f := range exportedFields() {
		if a[f.Key] == "" {
			out = append(out, f)
		}
	}
	return out
}

// exportedFields are the rows of exportedFlags, found once: the rule is asked of each of 100,000 people.
var exportedFields = sync.OnceValue(func() []Field {
	var out []Field
	for _, f := range slices.Concat(personWho, personWork, personCover) {
		if slices.Contains(exportedFlags, f.Key) {
			out = append(out, f)
		}
	}
	return out
})

// yesNoBlank says nothing where most are left out: then the person does not come from that system, and nobody wants to be
// asked all twelve for one that was ticked.
func yesNoBlank(a Answers, _ time.Time) error {
	blanks, first := 0, 0
	fields := exportedFields()
	for i := len(fields) - 1; i >= 0; i-- {
		if a[fields[i].Key] == "" {
			blanks, first = blanks+1, i
		}
	}
	if blanks == 0 || blanks > len(exportedFlags)/2 {
		return nil
	}
	return ErrYesNoBlank.With(blanks, fields[first].Label)
}
