package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
)

// sit opens a desk at an empty store.
func sit(t testing.TB) (*desk.Desk, *testkit.Clock) {
	t.Helper()
	clock := testkit.NewClock()
	d, err := desk.At(testkit.Store(t), desk.Options{Now: clock.Now, Actor: "李文忠"})
	if err != nil {
		t.Fatal(err)
	}
	return d, clock
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

const (
	zuomen = "532325202201"
	disuo  = "532325202202"
)

func household(t testing.TB, d *desk.Desk, village, no, head string) string {
	t.Helper()
	return must[string](t)(d.SaveHousehold("", survey.Answers{survey.Village: village, survey.HouseNo: no, survey.HeadName: head}))
}

// somebody is a form that nothing is wrong with.
func somebody(house, name, idNo string) survey.Answers {
	return survey.Answers{
		survey.InHousehold: house, survey.FullName: name, survey.IDNo: idNo, survey.Relation: "户主", survey.Ethnic: "彝族",
		survey.Education: "初中",
	}
}

// idNo gives a number in area 530000.
func idNo(birth, order string) string {
	body := "530000" + birth + order
	return body + string(survey.CheckDigit(body))
}

func names(t testing.TB, d *desk.Desk, query string) []string {
	t.Helper()
	var all []string
	for _, h := range d.Find(query, 0) {
		r, _ := d.Row(h.ID)
		all = append(all, r.Name)
	}
	return all
}

func TestAFormIsRefusedWithAllItsProblems(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	a := somebody(h, "", "530000199001010010")
	a[survey.Phone] = "12"
	_, err := d.SavePerson("", a)
	var no *desk.Refusal
	if !errors.As(err, &no) || no.Warnings() {
		t.Fatalf("got %v, want a refusal", err)
	}
	var keys []string
	for _, p := range no.Problems {
		if !p.Warn {
			keys = append(keys, p.Key)
		}
	}
	slices.Sort(keys)
	if !slices.Equal(keys, []string{survey.IDNo, survey.FullName, survey.Phone}) {
		t.Errorf("problems with %v", keys)
	}
	if x := text.Explain(err); !strings.Contains(x.What, "姓名") || strings.Contains(x.What, "53000019900101") {
		t.Errorf("the words should name the field and no number: %s", x.What)
	}
	if d.Size(h) != 0 {
		t.Error("something was saved all the same")
	}
}

func TestWarningsMayBeSavedWithAReason(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	a := somebody(h, "张三", idNo("19900101", "001"))
	a[survey.AwayMonths] = "6" // without a place
	_, err := d.SavePerson("", a)
	var no *desk.Refusal
	if !errors.As(err, &no) || !no.Warnings() || !errors.Is(err, desk.ErrDoubtful) {
		t.Fatalf("got %v, want doubts", err)
	}
	id := must[string](t)(d.SavePerson("", a, desk.Anyway("本人说不清在哪里")))
	a[survey.Ethnic] = "汉族"
	if _, err := d.SavePerson(id, a); err != nil {
		t.Errorf("a doubt that was accepted is asked about again: %v", err)
	}
}

func TestWhoMayBeInTheRegisterAlreadyIsNamedBeforeSaving(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张伟")
	other := household(t, d, zuomen, "002", "王五")
	far := household(t, d, disuo, "003", "赵六")
	first := must[string](t)(d.SavePerson("", somebody(h, "张伟", idNo("19900101", "001"))))
	without := somebody(other, "章玮", "")
	without[survey.Born] = "1990-01-01"
	for _, c := range []struct {
		why  string
		form survey.Answers
		want error
	}{
		{"the same ID number", somebody(other, "张小伟", idNo("19900101", "001")), desk.ErrSameIDNo},
		{"the same sound and birth in one village", without, desk.ErrDouble},
	} {
		_, err := d.SavePerson("", c.form)
		var no *desk.Refusal
		if !errors.As(err, &no) || len(no.Doubles) != 1 || no.Doubles[0].ID != first {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if !slices.ContainsFunc(no.Problems, func(p survey.Problem) bool { return errors.Is(p.Err, c.want) && p.Warn }) {
			t.Errorf("%s: not said", c.why)
		}
	}
	without[survey.InHousehold] = far
	if doubles := must[[]registry.Person](t)(d.Doubles(registry.Person{Packed: survey.Pack(without)})); len(doubles) != 0 {
		t.Errorf("a namesake in another village is taken for the same person")
	}
	if doubles := must[[]registry.Person](t)(d.Doubles(registry.Person{ID: first, Packed: survey.Pack(somebody(h, "张伟", idNo("19900101", "001")))})); len(doubles) != 0 {
		t.Errorf("somebody doubles themselves")
	}
}

func TestAnswersOfANewerVersionSurviveAForm(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	id := must[string](t)(d.SavePerson("", somebody(h, "张三", idNo("19900101", "001"))))
	err := d.Store().Edit("县", "", func(e *store.Edit) error {
		return e.Put(registry.TypePerson, id, map[string]string{"x_roof": "瓦"})
	})
	if err != nil {
		t.Fatal(err)
	}
	a := somebody(h, "张三", idNo("19900101", "001"))
	a[survey.Ethnic] = "" // cleared
	must[string](t)(d.SavePerson(id, a))
	p := must[registry.Person](t)(d.Person(id))
	if p.Get("x_roof") != "瓦" || p.Get(survey.Ethnic) != "" {
		t.Errorf("kept %q, ethnic %q", p.Get("x_roof"), p.Get(survey.Ethnic))
	}
}

func TestWhatCameInWhileAFormWasOpenIsNotOverwritten(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	id := must[string](t)(d.SavePerson("", somebody(h, "张三", idNo("19900101", "001"))))
	seen, err := d.Seen(registry.TypePerson, id)
	if err != nil {
		t.Fatal(err)
	}
	err = d.Store().Edit("县级", "", func(e *store.Edit) error {
		return e.Put(registry.TypePerson, id, map[string]string{survey.Education: "高中"})
	})
	if err != nil {
		t.Fatal(err)
	}
	a := somebody(h, "张三", idNo("19900101", "001"))
	a[survey.Education] = "大专"
	must[string](t)(d.SavePerson(id, a, desk.Over(seen)))
	conflicts := must[[]desk.Conflict](t)(d.Conflicts())
	if len(conflicts) != 1 || conflicts[0].Label != "文化程度" || conflicts[0].Name != "张三" {
		t.Fatalf("conflicts %+v", conflicts)
	}
	if err := d.Decide(conflicts[0], "高中"); err != nil {
		t.Fatal(err)
	}
	p := must[registry.Person](t)(d.Person(id))
	if left := must[[]desk.Conflict](t)(d.Conflicts()); len(left) != 0 || p.Get(survey.Education) != "高中" {
		t.Errorf("after deciding: %d conflicts, %s", len(left), p.Get(survey.Education))
	}
}

func TestTheIndexFollowsTheRegister(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "H1", "古丽·阿不都热依木")
	if got := names(t, d, "guli"); !slices.Equal(got, []string{"古丽·阿不都热依木"}) {
		t.Errorf("a household without people: %v", got)
	}
	id := must[string](t)(d.SavePerson("", somebody(h, "杨𬭳", idNo("19900101", "001")), desk.Anyway("先登记")))
	if got := names(t, d, "H1"); !slices.Equal(got, []string{"杨𬭳"}) {
		t.Errorf("by household number: %v", got)
	}
	must[string](t)(d.SaveHousehold(h, survey.Answers{survey.Village: disuo, survey.HouseNo: "H1", survey.HeadName: "杨𬭳", survey.HousePhone: "15412345678"}))
	for _, query := range []string{"地索", "15412345678", "yangxi", "disuo yx"} {
		if got := names(t, d, query); !slices.Equal(got, []string{"杨𬭳"}) {
			t.Errorf("%s: %v", query, got)
		}
	}
	if got := names(t, d, "左门"); got != nil {
		t.Errorf("found in the old village: %v", got)
	}
	if err := d.Delete(registry.TypePerson, id, "重复登记"); err != nil {
		t.Fatal(err)
	}
	if got := d.Find("yangxi", 0); len(got) != 1 || got[0].ID != h {
		t.Errorf("after deleting the person the household should be found: %v", got)
	}
}

func TestAVillageMayBeGivenByItsName(t *testing.T) {
	d, _ := sit(t)
	if err := d.SaveSettings(desk.Settings{Township: "532325202"}); err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{"左门", "左门村委会", zuomen} {
		if h := must[registry.Household](t)(d.Household(household(t, d, said, "", "张三"))); h.Village() != zuomen {
			t.Errorf("%s is %s", said, h.Village())
		}
	}
	for _, wrong := range []string{"大河口", "53232520", "532325202"} {
		_, err := d.SaveHousehold("", survey.Answers{survey.HeadName: "张三", survey.Village: wrong})
		var no *desk.Refusal
		if !errors.As(err, &no) || len(no.Problems) != 1 || !errors.Is(no.Problems[0].Err, survey.ErrRegion) {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

func TestAHouseholdIsFoundByItsHeadWhoIsNotAmongItsPeople(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "王翠莲")
	a := somebody(h, "古丽·阿不都热依木", idNo("19900101", "002"))
	p := must[string](t)(d.SavePerson("", a, desk.Anyway("测试")))
	for _, q := range []string{"王翠莲", "wcl", "guli"} {
		if got := d.FindHouseholds(q, 0); !slices.Equal(got, []string{h}) {
			t.Errorf("%s finds %v", q, got)
		}
	}
	a[survey.FullName] = "王翠莲"
	must[string](t)(d.SavePerson(p, a, desk.Anyway("测试")))
	if got := d.Find("wcl", 0); len(got) != 1 || got[0].ID != p {
		t.Errorf("found %v, want the head as a person only", got)
	}
}

func TestAHouseholdWithPeopleIsNotDeleted(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	id := must[string](t)(d.SavePerson("", somebody(h, "张三", idNo("19900101", "001"))))
	for _, c := range []struct {
		typ, id, reason string
		want            error
	}{
		{registry.TypeHousehold, h, "建错了", desk.ErrHasMembers},
		{registry.TypePerson, id, "", desk.ErrNoReason},
		{registry.TypePerson, id, "建错了", nil},
		{registry.TypeHousehold, h, "建错了", nil},
	} {
		if err := d.Delete(c.typ, c.id, c.reason); !errors.Is(err, c.want) {
			t.Errorf("delete %s for %q: %v, want %v", c.typ, c.reason, err, c.want)
		}
	}
	if _, err := d.Person(id); !errors.Is(err, desk.ErrGone) {
		t.Errorf("the person is %v, want gone", err)
	}
}

func TestADraftSurvivesClosing(t *testing.T) {
	path := t.TempDir() + "/a.ruhu"
	o := desk.Options{FastKDF: true}
	d := must[*desk.Desk](t)(desk.Create(path, testkit.Passphrase, o))
	form := survey.Answers{survey.FullName: "㛃", survey.Phone: "154"}
	for id := range map[string]bool{"": true, "p1": true} {
		if err := d.SaveDraft(registry.TypePerson, id, form); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = must[*desk.Desk](t)(desk.Open(path, testkit.Passphrase, o))
	defer d.Close()
	draft, ok, err := d.Draft(registry.TypePerson, "")
	if err != nil || !ok || draft.Answers[survey.FullName] != "㛃" {
		t.Fatalf("draft %+v %v %v", draft, ok, err)
	}
	if err := d.DropDraft(registry.TypePerson, ""); err != nil {
		t.Fatal(err)
	}
	if left := must[[]desk.Draft](t)(d.Drafts()); len(left) != 1 || left[0].ID != "p1" {
		t.Errorf("drafts left: %+v", left)
	}
}

func TestFindingAndSavingAtOnce(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	done := make(chan error, 1)
	go func() {
		for i := range 30 {
			a := survey.Answers{survey.InHousehold: h, survey.FullName: "张三", survey.Relation: "其他", survey.Born: "1990-01-" + string(rune('0'+i/10)) + string(rune('1'+i%9)), survey.Education: "初中"}
			if _, err := d.SavePerson("", a, desk.Anyway("测试")); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			if n := len(d.Find("zhangsan", 0)); n != 30 {
				t.Errorf("%d found", n)
			}
			return
		default:
			for _, hit := range d.Find("zs", 5) {
				if _, ok := d.Row(hit.ID); !ok && hit.ID != h {
					t.Error("found somebody who is not there")
				}
			}
			must[desk.Due](t)(d.Due())
		}
	}
}
