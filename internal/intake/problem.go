package intake

import (
	"regexp"
	"strings"

	"ruhu/internal/text"
)

// Level is what a problem does to its row.
type Level string

// The levels, from mild to grave.
const (
	Normalised Level = "normalise" // put into the usual form without asking
	Skipped    Level = "skip"      // the row is no data
	Merged     Level = "merge"     // the row speaks of the person of an earlier row
	Warning    Level = "warning"   // the row goes in; the value is kept or left out, and should be looked at
	Doubt      Level = "decide"    // a person must decide; until then the row waits
	Rejected   Level = "reject"    // the row does not go in
)

// Problem is what is wrong with a cell or a row.
type Problem struct {
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	Column  string `json:"column"` // title of the column, "" for the row as a whole
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Level   Level  `json:"level"`
	With    []int  `json:"with,omitempty"` // other rows that it is about

	at      int    // column, for the order; -1 for the row as a whole
	made    bool   // in settling: it is made anew after each decision
	enrol   bool   // is about enrolling only: the person goes into the register all the same
	variant string // ending of the words' key, where a kind has several

	Key   string `json:"-"` // of the question
	Found string `json:"-"` // the cell as found; may be an ID number or a phone: for the screen only
	To    string `json:"-"` // what it became
}

// The kinds that code speaks of. A kind is also the end of its words' key, intake.problem.<kind>.
const (
	kindBlankRow       = "blank_row"
	kindTotalRow       = "total_row"
	kindNoteRow        = "note_row"
	kindTitleRow       = "title_row"
	kindRepeatedHeader = "repeated_header"
	kindRowShort       = "row_short"
	kindHiddenRows     = "hidden_rows"
	kindSheetLeftOut   = "sheet_left_out"
	kindHiddenSheet    = "hidden_sheet"
	kindHiddenColumn   = "hidden_column"
	kindHeaderTwice    = "header_twice"
	kindTicksJoined    = "ticks_joined"
	kindUntitled       = "column_untitled"
	kindColumnByValues = "column_by_values"

	kindNameBlanks    = "name_blanks"
	kindNamePadded    = "name_padded"
	kindNameDot       = "name_dot"
	kindNameNote      = "name_note"
	kindNameMissing   = "name_missing"
	kindPersonMissing = "person_missing"

	kindIDMissing          = "id_missing"
	kindIDDestroyed        = "id_destroyed"
	kindIDDestroyedButGood = "id_destroyed_but_checks"
	kindIDOtherPaper       = "id_other_paper"
	kindIDSuffixBad        = "id_suffix_bad"
	kindID15               = "id_15"
	kindSexAgainstID       = "sex_against_id"
	kindSexCode            = "sex_code"
	kindBirthAgainstID     = "birth_against_id"
	kindAgeAgainstID       = "age_against_id"
	kindDisabilityMismatch = "disability_mismatch"

	kindRegionBlank    = "region_blank"
	kindRegionOther    = "region_other"
	kindVillageBlank   = "village_blank"
	kindVillageOther   = "village_other"
	kindVillageUnknown = "village_unknown"
	kindOtherTownship  = "other_township"

	kindValueSynonym   = "value_synonym"
	kindValueUnknown   = "value_unknown"
	kindYesnoOther     = "yesno_other"
	kindYesnoBlank     = "yesno_blank"
	kindDateOther      = "date_other"
	kindDateUnreadable = "date_unreadable"
	kindDateLostZero   = "date_lost_zero"
	kindPhoneOther     = "phone_other"
	kindPhoneShared    = "phone_shared"
	kindPhoneChar      = "phone_char"
	kindPhoneLabelled  = "phone_labelled"
	kindPhoneOfOther   = "phone_of_other"
	kindMonthText      = "month_text"
	kindMonthRange     = "month_range"
	kindNumberText     = "number_text"
	kindNumberBad      = "number_unreadable"
	kindIncomeText     = "income_text"
	kindIncomeRange    = "income_range"
	kindValueBad       = "value_unreadable"

	kindEduAndSchool      = "edu_and_school"
	kindEduNorSchool      = "edu_nor_school"
	kindMonthWithoutPlace = "month_without_place"
	kindPlaceWithoutMonth = "place_without_month"
	kindSkillTooLow       = "skill_too_low"
	kindSkillYetAway      = "skill_yet_away"

	kindUnder16        = "under_16"
	kindOverAge        = "over_age"
	kindJobContradicts = "job_contradicts"

	kindHouseNoDestroyed   = "house_no_destroyed"
	kindHouseNoMissing     = "house_no_missing"
	kindHouseNoAbove       = "house_no_above"
	kindHouseNoHead        = "house_no_head"
	kindHouseTwoHeads      = "house_two_heads"
	kindHouseTwoSpouses    = "house_two_spouses"
	kindHouseCoupleSameSex = "house_couple_same_sex"
	kindHouseHeadDiffers   = "house_head_differs"
	kindHouseTwoVillages   = "house_two_villages"

	kindDupExact       = "dup_exact"
	kindDupSamePerson  = "dup_same_person"
	kindDupIDOtherName = "dup_id_other_name"
	kindTwoSheets      = "two_sheets"
	kindProbableSame   = "probable_same"

	kindConflictName      = "conflict_name"
	kindConflictVillage   = "conflict_village"
	kindConflictHousehold = "conflict_household"
	kindConflictPhone     = "conflict_phone"
	kindConflictValue     = "conflict_value"
	kindConflictSchool    = "conflict_school"
	kindConflictJob       = "conflict_job"
	kindInSchool          = "in_school"

	kindSeveralPeople = "several_people"

	kindSideBySide   = "side_by_side"
	kindNoRows       = "no_rows"
	kindFormulaError = "formula_error"
	kindIncomePer    = "income_per"

	kindFormCount    = "form_count"
	kindClassNoTaken = "class_no_taken"
	kindFormHours    = "form_hours"
	kindClassUnknown = "class_unknown_person"

	kindTargetSeveral = "target_several"
	kindTargetSum     = "target_sum"
	kindUnitSeveral   = "unit_several"
	kindUnitBroken    = "unit_broken"
	kindUnitTwice     = "unit_twice"
)

// identity are the kinds in which the question is who somebody is: then it is decided whether two are one.
var identity = map[string]bool{
	kindDupIDOtherName: true, kindProbableSame: true, kindConflictName: true,
}

// against are the kinds in which list and register say different things of one person.
var against = map[string]bool{kindConflictVillage: true, kindConflictHousehold: true}

// message puts a problem into words. They may name what was found (%[1]s), what it became (%[2]s) and other rows (%[3]s);
// they never name what was found in columns that tell who somebody is, nor long numbers, which stand in a wrong column by
// mistake: messages go to logs and scripts.
func (p *Problem) message(rows string) string {
	key, others := "intake.problem."+p.Kind+p.variant, ""
	if inHouse[p.Kind] && rows != "" {
		others = text.T("intake.members", rows)
	}
	if !strings.Contains(text.T(key), "%") {
		return text.T(key) + others
	}
	return text.T(key, longNumber.ReplaceAllString(p.Found, "…"), longNumber.ReplaceAllString(p.To, "…"), rows) + others
}

// inHouse are the kinds whose words end with where the other members of the household stand, if the list has any.
var inHouse = map[string]bool{
	kindHouseTwoHeads: true, kindHouseTwoSpouses: true, kindHouseTwoVillages: true, kindHouseHeadDiffers: true,
}

var longNumber = regexp.MustCompile(`[0-9０-９Xx-]{11,}`)
