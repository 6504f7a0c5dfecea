package page_test

import (
	"testing"

	"ruhu/internal/ui/page"
)

func TestAVillageIsCalledByItsShortName(t *testing.T) {
	for long, short := range map[string]string{
		"左门村民委员会": "左门村", "大村村民委员会": "大村", "家营村委会": "家营村", "大村村委会": "大村",
		"东街社区居民委员会": "东街社区", "尚义社区居委会": "尚义社区", "城南居民委员会": "城南居委会", "左门乡": "左门乡", "": "",
	} {
		if got := page.ShortVillage(long); got != short {
			t.Errorf("%s is called %s, want %s", long, got, short)
		}
	}
	if got := page.VillageName("532325202201"); got != "左门村" {
		t.Errorf("532325202201 is called %s", got)
	}
	if got := page.VillageName("999999999999"); got != "999999999999" {
		t.Errorf("an unknown village is called %s", got)
	}
}
