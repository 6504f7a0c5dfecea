package catalogue_test

import (
	"slices"
	"testing"
	"time"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestARowStandsAsTheBookWouldTakeIt(t *testing.T) {
	row := func(id, name, from, to string) registry.Record {
		return registry.Record{Type: registry.TypeTrade, ID: id, Packed: survey.Pack(survey.Answers{survey.TradeName: name, survey.ValidFrom: from, survey.ValidTo: to})}
	}
	rows := []registry.Record{
		row("", "㛃工", "2018-01-01", ""), row("a", "㛃工", "2020-01-01", ""), row("b", "㛃工", "2027-01-01", ""),
		row("", "焊工", "2018-01-01", "2019-12-31"), row("c", "龙工", "", "2026-11-20"), row("d", "𬭳工", "", "2026-11-19"),
	}
	want := []catalogue.Standing{catalogue.Replaced, catalogue.InForce, catalogue.Coming, catalogue.Ended, catalogue.InForce, catalogue.Ended}
	if got := catalogue.Standings(rows, time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)); !slices.Equal(got, want) {
		t.Errorf("they stand %v, want %v", got, want)
	}
}
