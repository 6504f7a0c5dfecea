package search_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ruhu/internal/search"
	"ruhu/internal/search/crowd"
)

var village = []search.Row{
	{ID: "1", Household: "a", Name: "单春华", Head: true, IDNo: "53000019800101001X", Phones: []string{"15400000001", "15412345678"}, HouseNo: "0012", Village: "532325202201", Places: []string{"左门村民委员会", "大平地小组"}},
	{ID: "2", Household: "a", Name: "张春花", Places: []string{"左门村民委员会"}, Village: "532325202201", Phones: []string{"15400000001"}},
	{ID: "3", Household: "b", Name: "古丽·阿不都热依木", IDNo: "530000199503072225", Village: "532325202202", Places: []string{"地索村民委员会"}},
	{ID: "4", Household: "b", Name: "吕㛃", Aliases: []string{"小翠"}, Head: true, Village: "532325202202", Places: []string{"地索村民委员会"}},
	{ID: "5", Household: "b", Name: "杨𬭳", Village: "532325202202", Places: []string{"地索村民委员会"}},
	{ID: "6", Household: "b", Name: "李𠮷", Village: "532325202202", Places: []string{"地索村民委员会"}},
	{ID: "7", Household: "c", Name: "尉迟乐", Village: "532325202203", Places: []string{"毕叭村民委员会"}},
	{ID: "8", Household: "c", Name: "张三", Head: true, Village: "532325202203", Places: []string{"毕叭村民委员会"}},
	{ID: "9", Household: "c", Name: "张三丰", Village: "532325202203", Places: []string{"毕叭村民委员会"}},
	{ID: "d", Household: "d", Name: "曾宪任", Head: true, HouseNo: "0013", Village: "532325202201", Places: []string{"左门村民委员会"}},
}

func indexOf(rows []search.Row) *search.Index {
	x := search.New()
	for _, r := range rows {
		x.Put(r)
	}
	return x
}

func ids(hits []search.Hit) []string {
	var all []string
	for _, h := range hits {
		all = append(all, h.ID)
	}
	return all
}

func TestAQueryFindsTheRightPeopleInOrder(t *testing.T) {
	x := indexOf(village)
	for _, c := range []struct {
		why, query string
		want       []string
	}{
		{"a name part", "春", []string{"1", "2"}},
		{"exact before prefix, prefix before inside", "张三", []string{"8", "9"}},
		{"full pinyin", "zhangchunhua", []string{"2"}},
		{"initials", "zsf", []string{"9"}},
		{"initials with zh", "zhsan", []string{"8", "9"}},
		{"surname reading", "shanchunhua", []string{"1"}},
		{"ordinary reading", "danch", []string{"1"}},
		{"surname of two characters", "yuchiyue", []string{"7"}},
		{"ordinary readings of it", "weichile", []string{"7"}},
		{"曾 and 任 as in names", "zengxianren", []string{"d"}},
		{"ü typed as v", "lvjie", []string{"4"}},
		{"ü typed as ü", "lüjie", []string{"4"}},
		{"ü typed as u", "luj", []string{"4"}},
		{"a name with a dot, without it", "丽阿不都", []string{"3"}},
		{"another dot", "古丽•阿", []string{"3"}},
		{"its pinyin", "guliabudureyimu", []string{"3"}},
		{"its initials", "glabd", []string{"3"}},
		{"outside the basic plane", "𬭳", []string{"5"}},
		{"outside the basic plane, pinyin", "yangxi", []string{"5"}},
		{"𠮷 is read ji", "liji", []string{"6"}},
		{"characters and letters mixed", "张sf", []string{"9"}},
		{"the end of an ID number", "001X", []string{"1"}},
		{"a small x", "001x", []string{"1"}},
		{"the middle of an ID number", "19950307", []string{"3"}},
		{"full-width digits", "１９９５０３０７", []string{"3"}},
		{"part of the person's own phone", "2345678", []string{"1"}},
		{"a household's phone, head first", "15400000001", []string{"1", "2"}},
		{"household number", "0012", []string{"1"}},
		{"village", "毕叭", []string{"8", "7", "9"}},
		{"village in pinyin", "biba", []string{"8", "7", "9"}},
		{"group", "大平地", []string{"1"}},
		{"alias", "小翠", []string{"4"}},
		{"several words", "地索 yang", []string{"5"}},
		{"several words, other order, other blank", "yang　地索", []string{"5"}},
		{"capitals", "ZSF", []string{"9"}},
		{"nobody", "王五", nil},
		{"one word of two is nowhere", "张三 王", nil},
		{"nothing typed", "  ", nil},
		{"only a dot", "·", nil},
	} {
		if got := ids(x.Find(c.query, 10)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q found %v, want %v", c.why, c.query, got, c.want)
		}
	}
}

func TestAChangedRowIsFoundByItsNewNameOnly(t *testing.T) {
	x := indexOf(village)
	r, _ := x.Row("8")
	r.Name = "赵四"
	x.Put(r)
	if got := ids(x.Find("张三", 0)); !slices.Equal(got, []string{"9"}) {
		t.Errorf("old name found %v", got)
	}
	if got := ids(x.Find("zhaosi", 0)); !slices.Equal(got, []string{"8"}) {
		t.Errorf("new name found %v", got)
	}
	x.Remove("8")
	if got := x.Find("赵四", 0); got != nil || x.Len() != len(village)-1 {
		t.Errorf("removed row found: %v, %d rows", got, x.Len())
	}
}

func TestLookUpsByHouseholdNumberAndSound(t *testing.T) {
	x := indexOf(village)
	if got := x.Members("b"); !slices.Equal(got, []string{"4", "3", "5", "6"}) {
		t.Errorf("members %v, want the head first", got)
	}
	if got := x.Members("d"); got != nil {
		t.Errorf("a household without people has members %v", got)
	}
	if got := x.ByIDNo("530000199503072225"); !slices.Equal(got, []string{"3"}) {
		t.Errorf("by ID number %v", got)
	}
	if got := x.BySound("章叁"); !slices.Equal(got, []string{"8"}) {
		t.Errorf("by sound %v", got)
	}
	if got := x.Households("532325202201"); !slices.Equal(got, []string{"a", "d"}) {
		t.Errorf("households %v", got)
	}
	if got := x.Households(""); len(got) != 4 {
		t.Errorf("all households %v", got)
	}
}

func TestTheBestFewAreTheFirstOfAll(t *testing.T) {
	x := indexOf(crowd.Of(3000))
	for _, q := range []string{"530000", "张", "z", "村"} {
		all := ids(x.Find(q, 0))
		if few := ids(x.Find(q, 20)); len(few) == 0 || !slices.Equal(few, all[:len(few)]) {
			t.Errorf("%q: the first few differ from the first of all", q)
		}
	}
}

func TestManyChangesLeaveTheIndexRight(t *testing.T) {
	rows := crowd.Of(1500)
	x := indexOf(rows)
	for range 3 {
		for _, r := range rows {
			x.Put(r)
		}
	}
	if x.Len() != len(rows) {
		t.Fatalf("%d rows, want %d", x.Len(), len(rows))
	}
	if got := ids(x.Find(rows[7].IDNo, 0)); !slices.Equal(got, []string{rows[7].ID}) {
		t.Errorf("found %v", got)
	}
}

// TestWhatWasPutReplacedAndRemovedIsAsIfBuiltAnew lets random changes come to an index and compares it with a fresh one.
func TestWhatWasPutReplacedAndRemovedIsAsIfBuiltAnew(t *testing.T) {
	pool := crowd.Of(40)
	pool = append(pool, village...)
	pool = append(pool, search.Row{ID: "018f5e6a-7b8c-7d9e-8f00-112233445566", Household: "018f5e6a-7b8c-7d9e-8f00-112233445500", Name: "䶮 某", Aliases: []string{"小䶮", "张三"},
		IDNo: "53000019900101123x", Phones: []string{"0878-1234567", "", "１５４０００００００９"}, HouseNo: "a-12", Places: []string{""}},
		search.Row{ID: "long", Household: "long", Phones: []string{strings.Repeat("15412345678 ", 9)}, HouseNo: "7"})
	queries := []string{"z", "张", "5", "53", "1541", "12", "a12", "08781234567", "123X", "小组", "小 5", "zhang 154", "9", "15412345678154", "０"}
	rapid.Check(t, func(t *rapid.T) {
		x, now := search.New(), map[string]search.Row{}
		for range rapid.IntRange(1, 60).Draw(t, "changes") {
			r := rapid.SampledFrom(pool).Draw(t, "row")
			if rapid.IntRange(0, 4).Draw(t, "remove") == 0 {
				x.Remove(r.ID)
				delete(now, r.ID)
				continue
			}
			r.Name = rapid.SampledFrom([]string{r.Name, "张伟", "", "古丽·阿不都热依木"}).Draw(t, "name")
			x.Put(r)
			now[r.ID] = r
		}
		fresh := search.New()
		for _, r := range now {
			fresh.Put(r)
		}
		if x.Len() != len(now) {
			t.Fatalf("%d rows, want %d", x.Len(), len(now))
		}
		for id, r := range now {
			if got, ok := x.Row(id); !ok || !reflect.DeepEqual(got, r) {
				t.Fatalf("put %+v, got %+v", r, got)
			}
			same(t, "members", sorted(x.Members(r.Household)), sorted(fresh.Members(r.Household)))
			same(t, "by number", sorted(x.ByIDNo(r.IDNo)), sorted(fresh.ByIDNo(r.IDNo)))
			same(t, "by sound", x.BySound(r.Name), fresh.BySound(r.Name))
		}
		for _, q := range queries {
			same(t, q, x.Find(q, 0), fresh.Find(q, 0))
			same(t, q, ids(x.Find(q, 3)), ids(x.Find(q, 0))[:min(3, len(x.Find(q, 0)))])
		}
		same(t, "households", x.Households(""), fresh.Households(""))
	})
}

func same(t *rapid.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%s: %v, want %v", what, got, want)
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// TestEachKeyFindsWhatTheWholeWordFindsAtOnce types queries key by key and compares each answer with that of an index that was never
// asked before.
func TestEachKeyFindsWhatTheWholeWordFindsAtOnce(t *testing.T) {
	rows := append(crowd.Of(400), village...)
	x := indexOf(rows)
	for _, q := range []string{"zhangwei", "zhshan", "guliabdr", "19950307", "154123", "小组 zh", "第7村 王", "张春花", "a12", "李𠮷", "53000019", "lvj", "zsf"} {
		for i := range q {
			typed := q[:i]
			if got, want := x.Find(typed, 20), indexOf(rows).Find(typed, 20); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%q, key by key, finds %v, want %v", typed, got, want)
			}
		}
		if got, want := x.Find(q, 0), indexOf(rows).Find(q, 0); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q finds %v, want %v", q, got, want)
		}
	}
}

// TestANumberIsFoundByAnyPartOfIt compares the scan with a look at every number.
func TestANumberIsFoundByAnyPartOfIt(t *testing.T) {
	rows := crowd.Of(300)
	x := indexOf(rows)
	for n := 1; n <= 18; n++ {
		for i := 0; i < len(rows); i += 37 {
			for at := 0; at+n <= 18; at += 3 {
				w := rows[i].IDNo[at : at+n]
				want := 0
				for _, r := range rows {
					if strings.Contains(r.IDNo, w) || strings.Contains(r.Phones[0], w) || strings.Contains(r.HouseNo, w) || slices.ContainsFunc(r.Places, func(p string) bool { return strings.Contains(p, w) }) {
						want++
					}
				}
				if got := len(x.Find(w, 0)); got != want {
					t.Fatalf("%q is found %d times, want %d", w, got, want)
				}
			}
		}
	}
}

// BenchmarkFindAmong100000 asks for words that nobody began to type before.
func BenchmarkFindAmong100000(b *testing.B) {
	x := indexOf(crowd.Of(100_000))
	x.Settle()
	for _, q := range []string{"张伟", "zw", "z", "zh", "zhangwei", "1", "4", "43", "19", "199", "432", "1990", "4321", "19900", "530000", "154", "小组", "第7村 wang", "12345678"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				x.Remove("nobody") // what was found before is forgotten
				x.Find(q, 50)
			}
		})
	}
}

// BenchmarkSettle100000 is what the first search costs more than others.
func BenchmarkSettle100000(b *testing.B) {
	rows := crowd.Of(100_000)
	for b.Loop() {
		b.StopTimer()
		x := indexOf(rows)
		b.StartTimer()
		x.Settle()
	}
}
