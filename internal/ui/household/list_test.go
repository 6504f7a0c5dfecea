package household_test

import (
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/ui/household"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

func TestTheListIsFilteredByKindAndByWhatIsDue(t *testing.T) {
	x := uitest.Sample(t, household.NewList, "")
	want := 0
	for _, id := range x.Desk.HouseholdIDs("") {
		if h, err := x.Desk.Household(id); err == nil && h.Is(survey.HouseMinLiving) {
			want++
		}
	}
	if want == 0 {
		t.Fatal("the sample has no household of the kind")
	}
	x.Pick("全部户类型", survey.HouseMinLiving)
	x.Reads(countWords(want))
	x.Visit(page.Unvisited)
	want = 0
	for _, id := range x.Desk.HouseholdIDs("") {
		if v, err := x.Desk.Visits(id); err == nil && len(v) == 0 {
			want++
		}
	}
	x.Reads(countWords(want))
	x.Clean()
}

func TestAHouseholdThatSomebodyLeftIsFound(t *testing.T) {
	x := uitest.Sample(t, household.NewList, "")
	m, err := x.Desk.Members(x.Desk.HouseholdIDs("")[3])
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Desk.Leave(m[len(m)-1].ID, "死亡", "2026-10", desk.Because("测试")); err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, id := range x.Desk.HouseholdIDs("") {
		if m, err := x.Desk.Members(id); err == nil && slices.ContainsFunc(m, desk.Left) {
			want++
		}
	}
	x.Pick("其他条件", "有人离开")
	x.Reads(countWords(want))
}
