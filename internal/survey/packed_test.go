package survey_test

import (
	"maps"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/survey"
)

func TestPackedAnswersAreReadAsTheyWere(t *testing.T) {
	keys := []string{"x_well", "newer_key", "", "mandarin"}
	for _, table := range survey.Tables {
		for _, f := range table.Fields {
			keys = append(keys, f.Key)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a := survey.Answers(rapid.MapOf(rapid.SampledFrom(keys), rapid.StringN(1, 300, -1)).Draw(t, "answers"))
		p := survey.Pack(a)
		if got := p.Unpack(); !maps.Equal(got, a) {
			t.Fatalf("%v, want %v", got, a)
		}
		for _, key := range keys {
			if p.Get(key) != a.Get(key) {
				t.Fatalf("%s: %q, want %q", key, p.Get(key), a[key])
			}
		}
		if p != survey.Pack(maps.Clone(a)) {
			t.Fatal("packed twice, not equal")
		}
	})
}

func TestWhatIsNotAnsweredIsNotPacked(t *testing.T) {
	p := survey.Pack(survey.Answers{survey.FullName: "𬭳𠮷", survey.Phone: ""})
	if p != survey.Pack(survey.Answers{survey.FullName: "𬭳𠮷"}) || p.Empty() || !survey.Pack(nil).Empty() || survey.Pack(nil) != (survey.Packed{}) {
		t.Error("an empty answer is kept")
	}
}

func TestPackedAnswersDoNotChangeWithAnotherThatIsMadeOfThem(t *testing.T) {
	p := survey.Pack(survey.Answers{survey.FullName: "古丽·阿不都热依木", "x_well": strings.Repeat("井", 100)})
	q := p.With(survey.FullName, "").With("x_roof", "瓦")
	if p.Get(survey.FullName) == "" || p.Get("x_roof") != "" || q.Get(survey.FullName) != "" || q.Get("x_roof") != "瓦" || q.Get("x_well") != p.Get("x_well") {
		t.Errorf("%v, %v", p.Unpack(), q.Unpack())
	}
}

func TestMoreAnswersThanFitBesideEachOtherArePackedToo(t *testing.T) {
	a := survey.Answers{"x_well": "有"}
	for _, table := range survey.Tables {
		for i, f := range table.Fields {
			a[f.Key] = strings.Repeat("㛃", i%90+1) // up to 270 bytes
		}
	}
	p := survey.Pack(a)
	for key, want := range a {
		if got := p.Get(key); got != want {
			t.Errorf("%s: %d bytes, want %d", key, len(got), len(want))
		}
	}
	if got := p.Unpack(); !maps.Equal(got, a) || p != survey.Pack(got) {
		t.Errorf("%d answers, want %d", len(got), len(a))
	}
}
