package desk_test

import (
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestAHouseholdIsFoundByTheNumberThatItHasNow(t *testing.T) {
	d, _ := sit(t)
	a := must[string](t)(d.SaveHousehold("", survey.Answers{survey.HeadName: "张伟", survey.HouseNo: "001"}, desk.Anyway("试")))
	b := must[string](t)(d.SaveHousehold("", survey.Answers{survey.HeadName: "李芳", survey.HouseNo: "002"}, desk.Anyway("试")))
	must[string](t)(d.SaveHousehold(b, survey.Answers{survey.HeadName: "李芳", survey.HouseNo: "001"}, desk.Anyway("试")))
	if got := d.HouseholdsByNo("001"); !slices.Equal(got, slices.Sorted(slices.Values([]string{a, b}))) {
		t.Errorf("001 is of %v, want both", got)
	}
	if got := d.HouseholdsByNo("002"); got != nil {
		t.Errorf("002 is still of %v", got)
	}
	if err := d.Delete(registry.TypeHousehold, a, "试"); err != nil {
		t.Fatal(err)
	}
	if got := d.HouseholdsByNo("001"); !slices.Equal(got, []string{b}) {
		t.Errorf("001 is of %v, want the one that is left", got)
	}
	if got := d.HouseholdsByNo(""); got != nil {
		t.Errorf("no number finds %v", got)
	}
}
