package paper_test

import (
	"io"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func savedSignUp(t *testing.T, name string, c training.Class, people ...paper.Applicant) ([]string, paper.Report) {
	t.Helper()
	file, r := saved(t, name, func(w io.Writer) (paper.Report, error) {
		return paper.SignUp(w, c, people, paper.Options{At: printedAt, By: "董斌", Unit: "左门乡人民政府"})
	})
	var pages []string
	for _, page := range strings.Split(strings.TrimSuffix(tool(t, "pdftotext", "-raw", "-enc", "UTF-8", file, "-"), "\f"), "\f") {
		pages = append(pages, blank.ReplaceAllString(page, ""))
	}
	return pages, r
}

func TestASignUpFormIsFilledInAsFarAsIsKnown(t *testing.T) {
	first, second := sampleRows(4)[2], sampleRows(5)[4]
	first.Person.Packed = first.Person.With(survey.Health, "长期慢性病")
	first.Village, first.Group = "左门村委会", "上村小组"
	c := sampleClass()
	pages, r := savedSignUp(t, "signup", c,
		paper.Applicant{Person: first.Person, Village: first.Village, Group: first.Group, Wish: survey.Answers{survey.Trade1: "中式烹调师", survey.Trade2: "养老护理员", survey.WishTime: "农闲"}},
		paper.Applicant{Person: second.Person, Wish: survey.Answers{survey.WishText: "学厨师"}})
	if r.Pages != 2 || len(pages) != 2 || len(r.Missing) != 0 {
		t.Fatalf("%+v", r)
	}
	for _, want := range []string{"培训报名表", "古丽·阿不都热依木", first.Person.IDNumber(), first.Person.Phone(), first.Person.Sex(), "高中", "左门村委会", "上村小组",
		"中式烹调师", "养老护理员", "农闲", "本人自愿报名参加中式烹调师（初级）培训班第1期", "本人签名（手印）", "监护人签名", "个人信息告知", "左门乡人民政府",
		c.Code(training.SignUpCode, 1)} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("%s is not on it\n%s", want, pages[0])
		}
	}
	for _, secret := range []string{"慢性病", "健康", "内部资料"} {
		if strings.Contains(pages[0], secret) {
			t.Errorf("%s stands on it", secret)
		}
	}
	if !strings.Contains(pages[1], "罗𬭳") && !strings.Contains(pages[1], second.Person.Name()) || !strings.Contains(pages[1], "学厨师") || strings.Contains(pages[1], first.Person.IDNumber()) {
		t.Errorf("the second sheet: %s", pages[1])
	}
}

func TestABlankSignUpFormIsForAnyClass(t *testing.T) {
	pages, r := savedSignUp(t, "signup_blank", training.Class{})
	if r.Pages != 1 || !strings.Contains(pages[0], "本人自愿报名参加＿＿") || !strings.Contains(pages[0], "第一意向工种") {
		t.Errorf("%+v %s", r, pages)
	}
}
