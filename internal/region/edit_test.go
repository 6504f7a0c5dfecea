package region_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"ruhu/internal/region"
)

const (
	left, disuo, biba = "532325202201", "532325202202", "532325202203"
	other             = "532325101" // 栋川镇
)

func on(s string) time.Time {
	d, _ := time.Parse(time.DateOnly, s)
	return d
}

func names(places []region.Place) []string {
	var out []string
	for _, p := range places {
		out = append(out, p.Name)
	}
	return out
}

var edits = []region.Edit{
	{What: region.New, Name: "一组", Parent: disuo},
	{What: region.New, Name: "二组", Parent: disuo},
	{What: region.Rename, Code: left, Name: "左门社区居民委员会", From: "2024-03-01"},
	{What: region.New, Code: "532325202299", Name: "新坪村民委员会", From: "2024-06"},
	{What: region.Merge, Code: disuo, Into: biba, From: "2025-01-01"},
	{What: region.End, Code: "532325202204", From: "2025-07-01"},
	{What: region.Rename, Code: biba, Name: "毕叭地索村民委员会", From: "2025-02"},
}

func TestACountysEditsStandOnTopFromTheirDayOn(t *testing.T) {
	base := tree(t, "532325")
	before := names(base.Children(township))
	for day, want := range map[string][]string{
		"2023-12-31": {"左门村民委员会", "地索村民委员会", "毕叭村民委员会", "苤拉村民委员会", "仰拉村民委员会"},
		"2024-06-01": {"左门社区居民委员会", "地索村民委员会", "毕叭村民委员会", "苤拉村民委员会", "仰拉村民委员会", "新坪村民委员会"},
		"2025-12-31": {"左门社区居民委员会", "毕叭地索村民委员会", "仰拉村民委员会", "新坪村民委员会"},
	} {
		if got := names(base.With(edits, on(day)).Children(township)); !slices.Equal(got, want) {
			t.Errorf("on %s the villages are %v", day, got)
		}
	}
	if got := names(base.Children(township)); !slices.Equal(got, before) || base.Name(left) != "左门村民委员会" {
		t.Error("the list beneath has changed")
	}
}

func TestACodeOfThePastHasItsNameAndSaysWhatItBecame(t *testing.T) {
	tr := tree(t, "532325").With(edits, on("2026-01-01"))
	if tr.Name(disuo) != "地索村民委员会" || !tr.Gone(disuo) || tr.Now(disuo) != biba {
		t.Errorf("%s, gone %v, now %s", tr.Name(disuo), tr.Gone(disuo), tr.Now(disuo))
	}
	if tr.Now("532325202204") != "" || tr.Now(left) != left {
		t.Error("a dissolved village stands for none, a renamed one for itself")
	}
	if got := tr.Became(biba); len(got) != 1 || got[0].Name != "毕叭村民委员会" || got[0].From != "2025-02" {
		t.Errorf("it became %+v", got)
	}
}

func TestAnOldNameLeadsToWhatThePlaceIsNow(t *testing.T) {
	tr := tree(t, "532325").With(edits, on("2026-01-01"))
	for typed, want := range map[string]string{"左门村": left, "左门社区": left, "地索村委会": biba, "毕叭村": biba, disuo: biba, "毕叭地索村": biba, "新坪": "532325202299"} {
		if p, err := tr.Village(township, typed); err != nil || p.Code != want {
			t.Errorf("%s is %v, %v", typed, p, err)
		}
	}
	if _, err := tr.Village(township, "苤拉村"); !errors.Is(err, region.ErrUnknown) {
		t.Errorf("a dissolved village is found: %v", err)
	}
}

func TestGroupsOfAVillageGoWithIt(t *testing.T) {
	base := tree(t, "532325")
	if got := base.With(edits, on("2024-12-31")).Groups(disuo); !slices.Equal(got, []string{"一组", "二组"}) {
		t.Errorf("groups are %v", got)
	}
	now := base.With(edits, on("2026-01-01"))
	if len(now.Groups(disuo)) != 0 || !slices.Equal(now.Groups(biba), []string{"一组", "二组"}) {
		t.Errorf("after the merge %v and %v", now.Groups(disuo), now.Groups(biba))
	}
	more := now.With([]region.Edit{{What: region.Rename, Parent: biba, Name: "一组", Into: "大坪组"}, {What: region.End, Parent: biba, Name: "二组"}, {What: region.New, Parent: biba, Name: "大坪组"}}, on("2026-01-01"))
	if got := more.Groups(biba); !slices.Equal(got, []string{"大坪组"}) {
		t.Errorf("groups are %v", got)
	}
}

func TestVillagesOfATownshipThatWentIntoAnotherLieThere(t *testing.T) {
	base := tree(t, "532325")
	was := len(base.Children(other))
	tr := base.With([]region.Edit{{What: region.Merge, Code: township, Into: other, From: "2025-05-01"}}, on("2025-05-01"))
	if got := len(tr.Children(other)); got != was+5 {
		t.Errorf("it has %d villages, had %d", got, was)
	}
	if got := tr.Full(left); got != "云南省楚雄彝族自治州姚安县"+base.Name(other)+"左门村民委员会" {
		t.Errorf("in full it is %s", got)
	}
	for _, within := range []string{other, township} { // an old list still says the old township
		p, err := tr.Village(tr.Now(within), "左门村")
		if err != nil || p.Code != left {
			t.Errorf("within %s it is %v, %v", within, p, err)
		}
	}
	if p, err := tr.Find(region.Township, "532325", "左门乡"); err != nil || p.Code != other {
		t.Errorf("the old township is %v, %v", p, err)
	}
}

func TestEditsThatMakeNoSenseDoNoHarm(t *testing.T) {
	base := tree(t, "532325")
	tr := base.With([]region.Edit{
		{What: region.Rename, Code: "110101001001", Name: "x"}, {What: region.Merge, Code: left, Into: disuo, From: "x"}, {What: region.Merge, Code: disuo, Into: left},
		{What: region.End, Code: ""}, {What: region.New, Parent: "532325202299"}, {What: region.Merge, Code: biba, Into: "nowhere"}, {What: region.New, Code: left, Name: "左门村", From: "2024"},
		{What: region.New, Code: "532325202299", Parent: "532325202299", Name: "新坪"},
	}, on("2026-01-01"))
	if tr.Now(left) != left || tr.Now(disuo) != left || tr.Now(biba) != "nowhere" || tr.Name("110101001001") != "" {
		t.Errorf("%q %q %q", tr.Now(left), tr.Now(disuo), tr.Now(biba))
	}
	if got := names(tr.Children(township)); !slices.Equal(got, []string{"左门村", "苤拉村民委员会", "仰拉村民委员会", "新坪"}) {
		t.Errorf("the villages are %v", got)
	}
}

func TestAnUnknownCountyCostsOneWalkOnly(t *testing.T) {
	if _, err := region.Of("999999202201"); !errors.Is(err, region.ErrUnknown) {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { region.Of("999999202201") }); n > 10 {
		t.Errorf("asking again makes %.0f things", n)
	}
}
