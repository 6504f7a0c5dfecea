package intake_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

// stored is what a waiting row is after the program was closed and opened again.
func stored(t *testing.T, w intake.Waiting) intake.Waiting {
	t.Helper()
	b, err := json.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	var out intake.Waiting
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func waitingRow(t *testing.T, p *intake.Plan, n int) intake.Waiting {
	t.Helper()
	all := p.Waiting(today)
	i := slices.IndexFunc(all, func(w intake.Waiting) bool { return w.Row == n })
	if i < 0 {
		t.Fatalf("row %d does not wait", n)
	}
	return stored(t, all[i])
}

func resolve(t *testing.T, m *memory, w intake.Waiting, corrected map[string]string, c intake.Choice) *intake.Plan {
	t.Helper()
	p, err := intake.Resolve(t.Context(), w, corrected, c, m, intake.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// imported is a register with the export in it, decisions waiting.
func imported(t *testing.T) (*memory, *intake.Plan) {
	m := newMemory(t, township)
	p := planBook(t, theExport(t), m)
	m.take(p.Puts())
	return m, p
}

func TestEveryRowThatDoesNotGoInWaits(t *testing.T) {
	_, p := imported(t)
	if got := len(p.Waiting(today)); got != p.Undecided+p.Rejected || got != 19 {
		t.Errorf("%d rows wait, want %d", got, p.Undecided+p.Rejected)
	}
}

func TestAWaitingRowGoesInWhenItsNumberIsCorrected(t *testing.T) {
	m, p := imported(t)
	done := resolve(t, m, waitingRow(t, p, 57), map[string]string{"证件号码": "530000198710015085"}, "")
	if id := survey.CheckDigit("53000019871001508"); id != '5' {
		// the number above is only right if its check digit is
		done = resolve(t, m, waitingRow(t, p, 57), map[string]string{"证件号码": "53000019871001508" + string(id)}, "")
	}
	m.take(done.Puts())
	got := m.oneNamed(t, "周建芬")
	if got.IDNumber() == "" || m.houses[got.HouseholdID()][survey.HouseNo] != "5323255380518176" || done.Rows[0].Row != 57 {
		t.Errorf("%v in %v", got, m.houses[got.HouseholdID()])
	}
}

func TestAWaitingRowGoesInAsDecided(t *testing.T) {
	for _, c := range []struct {
		row    int
		choice intake.Choice
		name   string
		check  func(p registry.Person, house survey.Answers) bool
	}{
		{64, intake.Accept, "", func(p registry.Person, _ survey.Answers) bool {
			return p.IDNumber() == "" && p.Get(survey.IDPending) == "530000196009190450"
		}},
		{102, intake.Accept, "郭世荣", func(_ registry.Person, h survey.Answers) bool { return h[survey.Village] == "532325202202" }},
		{182, intake.Accept, "乐承志", func(_ registry.Person, h survey.Answers) bool { return h[survey.Village] == "532325202202" }},
		{295, intake.Accept, "起红梅", func(_ registry.Person, h survey.Answers) bool { return h[survey.HouseNo] == "5323254152309471" }},
		{304, intake.Accept, "李若曦", func(_ registry.Person, h survey.Answers) bool { return h[survey.HouseNo] == "5323257331495476" }},
		{355, intake.Two, "罗翠莲", func(p registry.Person, h survey.Answers) bool {
			return p.IDNumber() == "" && p.Get(survey.Born) == "1952-06-01" && h[survey.HouseNo] == "5323258345446762"
		}},
	} {
		m, p := imported(t)
		w := waitingRow(t, p, c.row)
		before := len(m.people)
		done := resolve(t, m, w, nil, c.choice)
		m.take(done.Puts())
		if done.New != 1 || len(m.people) != before+1 || done.Undecided != 0 {
			t.Errorf("row %d: %d new, %d wait: %v", c.row, done.New, done.Undecided, kinds(&done.Rows[0]))
			continue
		}
		got := registry.Person{Packed: survey.Pack(m.people[m.order[len(m.order)-1]])}
		if c.name != "" && got.Name() != c.name || !c.check(got, m.houses[got.HouseholdID()]) {
			t.Errorf("row %d: %v in %v", c.row, got.Unpack(), m.houses[got.HouseholdID()])
		}
	}
}

func TestARejectedRowGoesInWhenItsNameIsFilledIn(t *testing.T) {
	m, p := imported(t)
	done := resolve(t, m, waitingRow(t, p, 158), map[string]string{"姓名": "㛃𬭳"}, "")
	m.take(done.Puts())
	if got := m.oneNamed(t, "㛃𬭳"); got.IDNumber() != "530000194801306547" {
		t.Errorf("%v", got)
	}
}

func TestAnUndecidedRowGoesOnWaiting(t *testing.T) {
	m, p := imported(t)
	if done := resolve(t, m, waitingRow(t, p, 57), nil, ""); done.Undecided != 1 || len(done.Puts()) != 0 {
		t.Errorf("%d wait, %v", done.Undecided, done.Puts())
	}
}

func TestAChoiceThatIsNotOpenIsRefused(t *testing.T) {
	m, p := imported(t)
	_, err := intake.Resolve(t.Context(), waitingRow(t, p, 57), nil, intake.Two, m, options())
	if !errors.Is(err, intake.ErrChoice) {
		t.Errorf("error %v", err)
	}
	if err := p.Decide(0, intake.Two); !errors.Is(err, intake.ErrChoice) {
		t.Errorf("error %v", err)
	}
}

func TestARowWaitsOnceHoweverOftenItsListComes(t *testing.T) {
	m, p := imported(t)
	again := planBook(t, theExport(t), m)
	first, second := p.Waiting(today), again.Waiting(today)
	if len(first) != len(second) {
		t.Fatalf("%d and %d rows wait", len(first), len(second))
	}
	for i := range first {
		if first[i].ID != second[i].ID {
			t.Errorf("row %d has another id the second time", first[i].Row)
		}
	}
}

func TestADecisionOnceMadeIsNotAskedAgain(t *testing.T) {
	m, p := imported(t)
	o := options()
	o.Decided = func(key string) intake.Choice {
		if key == rowOf(t, p, 102).Key() {
			return intake.Leave
		}
		return ""
	}
	again, err := intake.New(t.Context(), theExport(t), m, o)
	if err != nil {
		t.Fatal(err)
	}
	if r := rowOf(t, again, 102); r.Outcome != intake.Skip {
		t.Errorf("row 102 is %s", r.Outcome)
	}
}

func TestAWaitingRowOfAListWithTwoHeaderRowsIsReadAgain(t *testing.T) {
	m := newMemory(t, township)
	p := planOf(t, m,
		[]string{"本人", "", "", "家里", ""},
		[]string{"姓名", "身份证号", "性别", "行政村", "户编码"},
		[]string{"沙𫖮", "530000200801010016", "男", "左门", "5323250000000001"},
		[]string{"自㛃", "53000020080101004X", "女", "左门", "5323250000000001"})
	w := waitingRow(t, p, 3)
	done := resolve(t, m, w, map[string]string{w.Header[1]: "530000200801010015"}, "")
	m.take(done.Puts())
	got := m.oneNamed(t, "沙𫖮")
	if got.IDNumber() == "" || m.houses[got.HouseholdID()][survey.HouseNo] != "5323250000000001" {
		t.Errorf("%v in %v", got, m.houses[got.HouseholdID()])
	}
}

func TestWhatAnotherRowKnewMoreGoesInWithTheRowThatWaited(t *testing.T) {
	m := newMemory(t, township)
	list := []string{"村", "户编号", "姓名", "证件号码", "与户主关系", "手机号", "意向培训工种"}
	p := planOf(t, m, list,
		[]string{"左门", "5323250000000001", "由国平", "53000019760408167X", "户主", "", ""},
		[]string{"地索", "5323250000000001", "上官艳萍", "530000197905315505", "配偶", "", ""},
		[]string{"左门", "5323250000000001", "上官艳萍", "530000197905315505", "配偶", "15400000002", "学绣花"})
	m.take(p.Puts())
	w := waitingRow(t, p, 3)
	done := resolve(t, m, w, nil, intake.Accept)
	m.take(done.Puts())
	if got := m.oneNamed(t, "上官艳萍"); got.Phone() != "15400000002" || len(m.WishesOf(got.ID)) != 1 {
		t.Errorf("%v, wishes %v", got.Unpack(), m.wishes)
	}
	done = resolve(t, seeded(t), w, map[string]string{"手机号": "15400000007"}, intake.Accept)
	if phone := done.Puts(); !slices.ContainsFunc(phone, func(p intake.Put) bool { return p.Fields[survey.Phone] == "15400000007" }) {
		t.Errorf("the corrected phone gave way to another row's: %v", phone)
	}
}

func TestAWaitingRowNamesTheOtherRowsOfItsList(t *testing.T) {
	m, p := imported(t)
	w := waitingRow(t, p, 102)
	other := resolve(t, m, w, map[string]string{"姓名": "郭世荣"}, "")
	for _, q := range other.Rows[0].Problems {
		if contains(q.Message, "第行") || contains(q.Message, "%") {
			t.Errorf("%s: %s", q.Kind, q.Message)
		}
		if q.Kind == "house_two_villages" && (len(q.With) == 0 || !contains(q.Message, "其他成员在第")) {
			t.Errorf("the other rows are forgotten: %+v", q)
		}
	}
}
