package intake_test

import (
	"slices"
	"testing"

	"ruhu/internal/intake"
	"ruhu/internal/survey"
)

func TestColumnsToBeTickedAreOneAnswer(t *testing.T) {
	rows := [][]string{
		{"姓名", "证件号码", "培训意愿（打√）", "", "", "备注"},
		{"", "", "电工", "焊工", "厨师", ""},
		{"𬱖𫖮", "530000200801010015", "√", "", "√", "能吃苦"},
		{"古丽·阿不都热依木", "530000200007165212", "", "", "", ""},
		{"㛃阿花", "530000197905315505", "2", "×", "1", ""},
	}
	m := newMemory(t, township)
	p := planOf(t, m, rows...)
	for i, want := range map[int]string{1: "电工、厨师", 2: "", 3: "厨师、电工"} {
		r := p.Rows[i]
		if r.Wish[survey.WishText] != want || (r.Person[survey.WantsTraining] == survey.Yes) != (want != "") {
			t.Errorf("%s wishes %q, wants %q: %v", r.Name(), r.Wish[survey.WishText], r.Person[survey.WantsTraining], kinds(&r))
		}
	}
	if p.Rows[1].Person["person_note"] != "能吃苦" {
		t.Errorf("the remark is lost: %v", p.Rows[1].Person)
	}
	if len(p.Unknown()) > 0 || !slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "ticks_joined" && q.Row == 1 }) {
		t.Errorf("unread %v, problems %v", p.Unknown(), p.Problems)
	}
	m.take(p.Puts())
	if again := planOf(t, m, rows...); again.New+again.Changed > 0 {
		t.Errorf("the list again: %d new, %d changed", again.New, again.Changed)
	}
}

func TestColumnsThatSayMoreThanATickStayApart(t *testing.T) {
	p := planOf(t, newMemory(t, township),
		[]string{"姓名", "证件号码", "培训意愿", "", ""},
		[]string{"", "", "电工", "焊工", "厨师"},
		[]string{"𬱖𫖮", "530000200801010015", "初级", "", "√"})
	if slices.ContainsFunc(p.Problems, func(q intake.Problem) bool { return q.Kind == "ticks_joined" }) {
		t.Error("初级 was taken for a tick")
	}
}
