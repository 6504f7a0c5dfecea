package region_test

import (
	"errors"
	"slices"
	"testing"

	"ruhu/internal/region"
)

const township = "532325202" // 左门乡

func tree(t testing.TB, prefix string) *region.Tree {
	t.Helper()
	tr, err := region.Load(prefix)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func TestATownshipIsLoadedWithItsVillagesAndWhatItLiesIn(t *testing.T) {
	tr := tree(t, township)
	want := []region.Place{{"532325202201", "左门村民委员会"}, {"532325202202", "地索村民委员会"}, {"532325202203", "毕叭村民委员会"},
		{"532325202204", "苤拉村民委员会"}, {"532325202205", "仰拉村民委员会"}}
	if got := tr.Children(township); !slices.Equal(got, want) {
		t.Errorf("villages are %v", got)
	}
	if got := tr.Full("532325202201"); got != "云南省楚雄彝族自治州姚安县左门乡左门村民委员会" {
		t.Errorf("in full it is %s", got)
	}
}

func TestTheWholeProvinceIsThere(t *testing.T) {
	tr := tree(t, "53")
	counties, townships, villages := 0, 0, 0
	for _, pre := range tr.Children("53") {
		for _, c := range tr.Children(pre.Code) {
			counties++
			for _, tw := range tr.Children(c.Code) {
				townships++
				villages += len(tr.Children(tw.Code))
			}
		}
	}
	if counties != 129 || townships != 1461 || villages != 14888 {
		t.Errorf("%d counties, %d townships, %d villages; Yunnan had 129, 1461, 14888 on the day of the list", counties, townships, villages)
	}
}

func TestAVillageIsFoundByAnyFormOfItsName(t *testing.T) {
	tr := tree(t, township)
	for _, typed := range []string{"左门村民委员会", "左门村委会", "左门村", "左门", "左门村委会 ", "左 门 村", "左门行政村", "左门村村委会", "532325202201", "\u200b左门村委会"} {
		if p, err := tr.Village(township, typed); err != nil || p.Code != "532325202201" {
			t.Errorf("%q is %v, %v", typed, p, err)
		}
	}
}

func TestANameThatOnlyLooksLikeAnotherIsNotGuessed(t *testing.T) {
	tr := tree(t, township)
	for _, typed := range []string{"毕八村委会", "大河口村委会", "左", "村", "", "左门乡", "532325202299"} {
		if p, err := tr.Village(township, typed); !errors.Is(err, region.ErrUnknown) {
			t.Errorf("%q is %v, %v", typed, p, err)
		}
	}
}

func TestPlacesAboveAreFoundByAnyFormToo(t *testing.T) {
	tr := tree(t, "53")
	cases := []struct {
		level        region.Level
		within, name string
		code         string
	}{
		{region.Province, "", "云南", "53"}, {region.Province, "", "云南省", "53"},
		{region.Prefecture, "53", "楚雄州", "5323"}, {region.Prefecture, "53", "楚雄彝族自治州", "5323"}, {region.Prefecture, "53", "楚雄", "5323"},
		{region.Prefecture, "53", "红河州", "5325"}, {region.Prefecture, "53", "西双版纳", "5328"}, {region.Prefecture, "53", "昆明市", "5301"},
		{region.County, "5323", "姚安", "532325"}, {region.County, "5323", "姚安县", "532325"}, {region.County, "53", "双江县", "530925"},
		{region.County, "53", "南涧彝族自治县", "532926"}, {region.County, "53", "南涧", "532926"},
		{region.Township, "532325", "左门", township}, {region.Township, "532325", "左门乡", township}, {region.Township, township, "左门", township},
	}
	for _, c := range cases {
		if p, err := tr.Find(c.level, c.within, c.name); err != nil || p.Code != c.code {
			t.Errorf("%s in %q is %v, %v; want %s", c.name, c.within, p, err, c.code)
		}
	}
}

func TestTwoPlacesOfOneNameAreForAPersonToDecide(t *testing.T) {
	tr := tree(t, township)
	tr.Add(region.Place{Code: "532325202001", Name: "左门社区居民委员会"})
	if _, err := tr.Village(township, "左门"); !errors.Is(err, region.ErrAmbiguous) {
		t.Errorf("左门 is village and neighbourhood: %v", err)
	}
	for typed, code := range map[string]string{"左门村": "532325202201", "左门社区": "532325202001", "左门社区居委会": "532325202001"} {
		if p, err := tr.Village(township, typed); err != nil || p.Code != code {
			t.Errorf("%s is %v, %v", typed, p, err)
		}
	}
}

func TestACountyGivesAPlaceAnotherName(t *testing.T) {
	tr := tree(t, township)
	tr.Add(region.Place{Code: "532325202203", Name: "毕叭新村民委员会"})
	if p, err := tr.Village(township, "毕叭新村"); err != nil || p.Code != "532325202203" {
		t.Errorf("got %v, %v", p, err)
	}
	if len(tr.Children(township)) != 5 {
		t.Error("a place renamed is not a second place")
	}
}

func TestACodeThatIsNotThereIsAnError(t *testing.T) {
	if _, err := region.Load("999999"); !errors.Is(err, region.ErrUnknown) {
		t.Errorf("got %v", err)
	}
	if got := region.Name("532325202999"); got != "532325202999" {
		t.Errorf("a village the list does not have shows as its code, not as %q", got)
	}
}

func BenchmarkLoadTownship(b *testing.B) {
	for b.Loop() {
		tree(b, township)
	}
}

func BenchmarkLoadProvince(b *testing.B) {
	for b.Loop() {
		tree(b, "53")
	}
}

func BenchmarkVillage(b *testing.B) {
	tr := tree(b, township)
	for b.Loop() {
		if _, err := tr.Village(township, "左门村委会"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestAnAddressIsReadFromItsBeginning(t *testing.T) {
	tr := tree(t, "532325")
	cases := []struct{ within, address, code, rest string }{
		{"532325", "左门乡地索村委会六组", "532325202202", "六组"},
		{"", "云南省楚雄彝族自治州姚安县左门乡左门村民委员会", "532325202201", ""},
		{"", "云南省楚雄州姚安县左门乡左门村一组12号", "532325202201", "一组12号"},
		{township, "左门村一组", "532325202201", "一组"},
		{township, "左门乡", township, ""},
		{township, "广东省东莞市", township, "广东省东莞市"},
	}
	for _, c := range cases {
		if p, rest := tr.Locate(c.within, c.address); p.Code != c.code || rest != c.rest {
			t.Errorf("%s: %v and %q", c.address, p, rest)
		}
	}
}
