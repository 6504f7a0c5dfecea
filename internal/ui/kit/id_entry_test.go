package kit_test

import (
	"strings"
	"testing"

	"ruhu/internal/survey"
	"ruhu/internal/ui/kit"
)

func TestAnIDNumberTellsHowFarItIsWhileItIsTyped(t *testing.T) {
	e := kit.NewIDEntry()
	var got survey.ID
	e.Parsed = func(id survey.ID) { got = id }
	w := show(t, e)
	types(t, w, "5300002008")
	if s, _ := e.State(); !strings.Contains(s, "8") {
		t.Errorf("eight are missing, it says %q", s)
	}
	types(t, w, " 0415003x")
	if s, tone := e.State(); tone != kit.Good || !strings.Contains(s, "2008-04-15") {
		t.Errorf("a right number says %q", s)
	}
	if e.Value() != "53000020080415003X" || got.Sex == "" || got.Born.Year() != 2008 {
		t.Errorf("value %q, parsed %+v", e.Value(), got)
	}
}

func TestAWrongCheckDigitIsSaidAtOnce(t *testing.T) {
	e := kit.NewIDEntry()
	w := show(t, e)
	types(t, w, "530000200804150031")
	if s, tone := e.State(); tone != kit.Bad || s == "" {
		t.Errorf("it says %q", s)
	}
	if e.Problem() == nil || e.Value() != "" {
		t.Error("it can be stored")
	}
}
