package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

// remembering plans rows against a register that remembers its lists.
func remembering(t *testing.T, m *memory, rows ...[]string) *intake.Plan {
	t.Helper()
	o := options()
	o.Memory = m
	p, err := intake.New(t.Context(), bookOf(rows...), m, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var (
	listA = [][]string{{"姓名", "身份证号", "手机号", "文化程度", "备注"},
		{"由国平", "53000019760408167X", "15400000001", "小学", "会开车"}, {"上官艳萍", "530000197905315505", "15400000002", "初中", ""}}
	listB = [][]string{{"名字", "公民身份号码", "联系电话", "学历", "说明"},
		{"由国平", "53000019760408167X", "15400000009", "初中", "想学电工"}, {"上官艳萍", "530000197905315505", "15400000002", "高中", ""}}
)

func TestTwoListsThatDisagreeDoNotTakeTurns(t *testing.T) {
	for _, c := range []intake.Choice{"", intake.Ours, intake.Theirs} {
		t.Run("choice "+string(c), func(t *testing.T) {
			m := newMemory(t, township)
			m.write(remembering(t, m, listA...))
			p := remembering(t, m, listB...)
			if n := p.DecideAll("conflict_value", c); c != "" && n == 0 {
				t.Fatalf("nothing to decide: %v", p.Problems)
			}
			m.write(p)
			first := m.oneNamed(t, "由国平").Get(survey.Education)
			if want := map[intake.Choice]string{"": "小学", intake.Ours: "小学", intake.Theirs: "初中"}[c]; first != want {
				t.Errorf("the register has %s, want %s", first, want)
			}
			for round, list := range [][][]string{listA, listB, listA, listB} {
				p := remembering(t, m, list...)
				if puts := p.Puts(); len(puts) != 0 {
					t.Errorf("round %d changes %v", round, puts)
				}
				if slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "conflict_value" }) {
					t.Errorf("round %d asks again", round)
				}
				m.write(p)
			}
		})
	}
}

func TestAValueThatPeoplePutRightStays(t *testing.T) {
	m := newMemory(t, township)
	m.write(remembering(t, m, listA...))
	who := m.oneNamed(t, "由国平")
	m.edit("person", who.ID, survey.Education, "高中")
	p := remembering(t, m, listA...)
	if puts := p.Puts(); len(puts) != 0 {
		t.Errorf("the list that is behind writes %v", puts)
	}
}

func TestAListThatSaysSomethingNewIsHeard(t *testing.T) {
	m := newMemory(t, township)
	m.write(remembering(t, m, listA...))
	next := [][]string{listA[0], {"由国平", "53000019760408167X", "15400000001", "初中", "会开车"}}
	p := remembering(t, m, next...)
	if p.Changed != 1 || len(p.Rows[0].Kept) != 0 {
		t.Errorf("%d changed, kept %v", p.Changed, p.Rows[0].Kept)
	}
	m.write(p)
	if got := m.oneNamed(t, "由国平").Get(survey.Education); got != "初中" {
		t.Errorf("the register has %s", got)
	}
}

func TestAnotherListFillsWhatIsBlankAndAddsItsRemark(t *testing.T) {
	m := newMemory(t, township)
	m.write(remembering(t, m, listA...))
	p := remembering(t, m, listB...)
	m.write(p)
	if got := m.oneNamed(t, "由国平").Get("person_note"); got != "会开车\n想学电工" {
		t.Errorf("the remark is %q", got)
	}
	if k := p.Rows[0].Kept; len(k) != 2 || p.Rows[0].Waits() {
		t.Errorf("kept %v", k)
	}
}
