package desk_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
)

func doublesOf(t testing.TB, d *desk.Desk, a survey.Answers) []string {
	t.Helper()
	var ids []string
	for _, p := range must[[]registry.Person](t)(d.Doubles(registry.Person{Packed: survey.Pack(a)})) {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestWhoIsTypedIsHeldAgainstTheSameNamesAsDuplicatesAre(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	other := household(t, d, zuomen, "002", "李四")
	far := household(t, d, "532325202202", "003", "王五")
	save := func(h, name, used string) string {
		a := somebody(h, name, "")
		a[survey.Born], a[survey.Relation], a[survey.UsedName] = "1990-05-01", "其他", used
		delete(a, survey.IDNo)
		return must[string](t)(d.SavePerson("", a, desk.Anyway("试")))
	}
	peak := save(h, "李峰", "")
	former := save(h, "王秀英", "王小花")
	save(far, "李峰", "")
	for typed, want := range map[string]string{
		"李峯":  peak,   // another way to write the character
		"李锋":  peak,   // spoken alike
		"王小花": former, // a name once used
		"赵六":  "",
	} {
		a := survey.Answers{survey.FullName: typed, survey.InHousehold: other, survey.Born: "1990-05-01"}
		var ids []string
		if want != "" {
			ids = []string{want}
		}
		if got := doublesOf(t, d, a); !slices.Equal(got, ids) {
			t.Errorf("%s: %v, want %v", typed, got, ids)
		}
	}
	typed := survey.Answers{survey.FullName: "李峯", survey.InHousehold: other, survey.Born: "1990-05-01"}
	a := must[registry.Person](t)(d.Person(peak)).Unpack()
	a[survey.FullName] = "李山"
	must[string](t)(d.SavePerson(peak, a, desk.Anyway("试")))
	if got := doublesOf(t, d, typed); got != nil {
		t.Errorf("after the name was changed: %v", got)
	}
	must[string](t)(d.Undo())
	if got := doublesOf(t, d, typed); len(got) != 1 {
		t.Errorf("after that was taken back: %v", got)
	}
	if err := d.Delete(registry.TypePerson, peak, "误录"); err != nil {
		t.Fatal(err)
	}
	if got := doublesOf(t, d, typed); got != nil {
		t.Errorf("after the record was deleted: %v", got)
	}
}

// many are people with names as they are had: 100 surnames, 6,400 given names, 50 villages.
func many(t testing.TB, people int) *desk.Desk {
	d := must[*desk.Desk](t)(desk.Create(t.TempDir()+"/many.ruhu", testkit.Passphrase, desk.Options{FastKDF: true}))
	t.Cleanup(func() { d.Close() })
	surnames, given := []rune("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"), []rune("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂春花红玉文国建华志海金永成光德荣新才林云龙山峰梅清雪东生福贵康宁")
	var puts []intake.Put
	for i := range people {
		h := fmt.Sprintf("h%06d", i/4)
		if i%4 == 0 {
			puts = append(puts, intake.Put{Type: registry.TypeHousehold, ID: h, Fields: survey.Answers{
				survey.Village: fmt.Sprintf("5323252022%02d", 1+i/4%50), survey.HouseNo: fmt.Sprint(i / 4), survey.HeadName: "张伟"}})
		}
		n := i * 7919
		name := string([]rune{surnames[n%len(surnames)], given[n/3%len(given)], given[n/101%len(given)]})
		puts = append(puts, intake.Put{Type: registry.TypePerson, ID: fmt.Sprintf("p%06d", i), Fields: survey.Answers{
			survey.InHousehold: h, survey.FullName: name, survey.Born: fmt.Sprintf("19%02d-0%d-%02d", i%90+10, i%9+1, i%28+1), survey.Relation: "其他"}})
	}
	must[int](t)(d.Write(context.Background(), "", "", slices.Values(puts), nil))
	return d
}

func BenchmarkDoublesAtEveryKeyAmong100000(b *testing.B) {
	d := many(b, 100_000)
	keys := []survey.Answers{}
	for _, typed := range []string{"王", "王秀", "王秀英", "李伟", "张春花"} {
		keys = append(keys, survey.Answers{survey.FullName: typed, survey.InHousehold: "h000000", survey.Born: "1990-05-01"})
	}
	began := time.Now()
	doublesOf(b, d, keys[0])
	b.ReportMetric(float64(time.Since(began).Milliseconds()), "ms-first")
	for b.Loop() {
		for _, a := range keys {
			doublesOf(b, d, a)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "µs/key")
}
