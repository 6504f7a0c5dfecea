package survey_test

import (
	"errors"
	"strings"
	"testing"

	"ruhu/internal/survey"
)

func TestACountyAddsAColumnWithoutARelease(t *testing.T) {
	table, err := survey.Household.With(strings.NewReader("\ufeffkey,label,kind,list,ledger\nx_roof,屋顶,text,,是\nx_tea,茶园（亩）,number,,否\n"))
	if err != nil {
		t.Fatal(err)
	}
	roof, ok := table.Field("x_roof")
	if !ok || roof.Label != "屋顶" || roof.On != survey.Ledger || roof.Public("瓦") != "" {
		t.Errorf("got %+v", roof)
	}
	if _, ok := survey.Household.Field("x_roof"); ok {
		t.Error("the built-in table was changed")
	}
	if len(table.Ledger()) != len(survey.Household.Ledger())+1 {
		t.Error("屋顶 is a column of the ledger, 茶园 is not")
	}
}

func TestACountysFieldCannotTakeTheNameOfAnother(t *testing.T) {
	cases := []struct {
		name, csv string
		want      error
	}{
		{"a built-in key", "head_name,户主,text\n", survey.ErrCountyField},
		{"no label", "x_roof,,text\n", survey.ErrCountyField},
		{"twice", "x_roof,屋顶,text\nx_roof,屋顶,text\n", survey.ErrCountyField},
		{"a kind that is none", "x_roof,屋顶,picture\n", survey.ErrCountyKind},
		{"a list that is none", "x_roof,屋顶,choice,roofs\n", survey.ErrCountyKind},
		{"no CSV", "\"x_roof\n", survey.ErrCountyField},
	}
	for _, c := range cases {
		if _, err := survey.Household.With(strings.NewReader(c.csv)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}
