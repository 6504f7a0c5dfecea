package survey

import "time"

// Place is a county's own change of the list of regions, or a villager group (which the nation gives no code).
var Place = NewTable("place", nil,
	Section("place_edit",
		Field{Key: PlaceWhat, Label: "改动", Kind: Choice, List: "place_change", Required: true, On: Ledger},
		Field{Key: PlaceCode, Label: "区划代码", Kind: Code, On: Ledger, When: isNot(PlaceWhat, PlaceGroup), Check: placeCode, Hint: "乡镇9位，村12位。"},
		Field{Key: PlaceName, Label: "地名", Kind: Text, On: Ledger, When: func(a Answers) bool { return a[PlaceWhat] != PlaceEnd && a[PlaceWhat] != PlaceMerge }},
		Field{Key: PlaceParent, Label: "上级代码", Kind: Code, On: Ledger, When: func(a Answers) bool { return a[PlaceWhat] == PlaceNew || a[PlaceWhat] == PlaceGroup }, Hint: "不填的，按代码的前几位。"},
		Field{Key: PlaceInto, Label: "并入的代码", Kind: Code, On: Ledger, When: is(PlaceWhat, PlaceMerge)},
		Field{Key: PlaceFrom, Label: "从哪天起", Kind: DateKind, On: Ledger},
		Field{Key: Areas, Label: "地区类别", Kind: Choices, List: "area", On: Ledger, Also: []string{"区域类别", "地区类型", "区域类型"}},
		Field{Key: "place_source", Label: "改动依据", Kind: Text, On: Ledger, Hint: "批复的文号。"},
	),
)

// The changes of a place; the list is data/codes/place_change.csv.
const (
	PlaceNew    = "新增"
	PlaceRename = "改名"
	PlaceEnd    = "撤销"
	PlaceMerge  = "并入"
	PlaceGroup  = "村民小组"
)

// placeCode refuses a code that is none of a province, prefecture, county, township or village.
func placeCode(a Answers, _ time.Time) error {
	switch code := a[PlaceCode]; {
	case code == "":
		return nil
	case !digits(code), len(code) != 2 && len(code) != 4 && len(code) != 6 && len(code) != 9 && len(code) != 12:
		return ErrRegion.With(code)
	}
	return nil
}
