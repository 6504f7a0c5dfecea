package catalogue_test

import (
	"testing"

	"ruhu/internal/catalogue"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func TestAListThatSaysWhatShipsIsNothingToSave(t *testing.T) {
	if got := catalogue.Merge(nil, catalogue.ShippedRows(registry.TypeTrade)); len(got) != 0 {
		t.Errorf("%d rows to save", len(got))
	}
}

func TestAListChangesTheCountysRecordAndNotACopyOfIt(t *testing.T) {
	have := []registry.Record{trade("made-in-the-window", survey.TradeName, "焊工", survey.ValidFrom, "2026-03-01", survey.MinHours, "80", "x_fund", "农牧")}
	list := []registry.Record{
		trade("", survey.TradeName, "焊 工", survey.ValidFrom, "2026-03-01", survey.MinHours, "96"),
		trade("", survey.TradeName, "焊工", survey.ValidFrom, "2027-03-01", survey.MinHours, "100"),
	}
	got := catalogue.Merge(have, list)
	if len(got) != 2 || got[0].ID != "made-in-the-window" || got[0].Get("x_fund") != "农牧" || got[0].Get(survey.MinHours) != "96" || got[0].Get(survey.TradeName) != "焊工" {
		t.Fatal(got)
	}
	if got[1].ID == "" || got[1].ID == got[0].ID {
		t.Error("another day is another row:", got[1].ID)
	}
	if again := catalogue.Merge(got, list); len(again) != 0 {
		t.Error("read twice changes something:", again)
	}
	if have[0].Get(survey.MinHours) != "80" {
		t.Error("what there was has been written into")
	}
}
