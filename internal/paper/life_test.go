package paper_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// drawn makes a paper of a job and gives its words.
func drawn(t *testing.T, name string, j paper.Job) (string, paper.Report) {
	t.Helper()
	p, ok := paper.Find(name)
	if !ok {
		t.Fatal("no paper", name)
	}
	var b bytes.Buffer
	r, err := p.Make(&b, j)
	if err != nil {
		t.Fatal(name, err)
	}
	file := filepath.Join(t.TempDir(), name+".pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return words(t, file), r
}

func failed(t *testing.T, name string, j paper.Job) error {
	t.Helper()
	p, _ := paper.Find(name)
	_, err := p.Make(&bytes.Buffer{}, j)
	return err
}

var forWalls = []string{"month", "scores", "certlist", "subsidy"}

func TestNoPublicListTellsWhoSomebodyIs(t *testing.T) {
	j := sampleJob(38, paper.Options{Public: true, At: printedAt})
	for _, name := range forWalls {
		got, r := drawn(t, name, j)
		for _, row := range j.Rows {
			for what, secret := range map[string]string{"name": row.Person.Name(), "ID number": row.Person.IDNumber(), "birth date": row.Person.IDNumber()[6:14],
				"phone": row.Person.Phone(), "certificate": row.Enrolment.Answers[training.CertNo]} {
				if secret != "" && strings.Contains(got, secret) {
					t.Errorf("%s: the %s of seat %d stands in it", name, what, row.Enrolment.Seat())
				}
			}
		}
		if r.LeftOut != 0 {
			t.Errorf("%s: %d left out", name, r.LeftOut)
		}
	}
}

func TestNoPublicListShowsAChild(t *testing.T) {
	j := sampleJob(4, paper.Options{Public: true, At: printedAt})
	j.Claims = nil
	j.Rows[1].Person.Packed = j.Rows[1].Person.With(survey.IDNo, idNumber(printedAt.AddDate(-14, 0, 1), 17)) // 13 years
	j.Rows[1].Person.Packed = j.Rows[1].Person.With(survey.FullName, "杨少年")
	j.Rows[2].Person.Packed = j.Rows[2].Person.With(survey.IDNo, idNumber(printedAt.AddDate(-18, 0, 1), 17)) // 17 years
	for _, name := range forWalls {
		got, r := drawn(t, name, j)
		if r.LeftOut != 1 || strings.Contains(got, "杨") {
			t.Errorf("%s: %d left out\n%s", name, r.LeftOut, got)
		}
		if end := j.Rows[2].Person.IDNumber()[14:]; strings.Contains(got, end) {
			t.Errorf("%s: the end of a minor's number stands in it", name)
		}
	}
}

func TestTheMonthSheetShowsWhatCounts(t *testing.T) {
	j := sampleJob(3, paper.Options{At: printedAt})
	for i := range j.Marks {
		j.Marks[i].Symbol = training.Present
	}
	j.Marks[3].Symbol, j.Marks[4].Symbol, j.Marks[5].Symbol = training.Absent, training.Sick, training.OnLeave // the three at the second half-day
	got, _ := drawn(t, "month", j)
	for _, want := range []string{"1 李海龙 / ○ / /", "19 1 0 76", "2 上官永生 / □ /", "3 古丽·阿不都热依木 / × /", "19 0 1 76", "病假 □"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on it\n%s", want, got)
		}
	}
	j.Public = true
	if got, _ := drawn(t, "month", j); strings.Contains(got, "□") || strings.Contains(got, "病假") {
		t.Errorf("the wall says who was ill\n%s", got)
	}
}

func TestABlankMonthSheetHasNoMark(t *testing.T) {
	got, _ := drawn(t, "month", sampleJob(3, paper.Options{At: printedAt, Blank: true}))
	if strings.Contains(got, "/ /") || !strings.Contains(got, "古丽·阿不都热依木") {
		t.Error(got)
	}
}

func TestAClassOverTwoMonthsHasASheetForEach(t *testing.T) {
	j := sampleJob(3, paper.Options{At: printedAt})
	j.Class.Answers[training.StartsOn], j.Class.Answers[training.EndsOn] = "2026-10-26", "2026-11-04"
	j.Sessions, j.Marks = sampleSessions(j.Class), nil
	got, r := drawn(t, "month", j)
	if r.Pages != 2 || !strings.Contains(got, "2026年10月\n") || !strings.Contains(got, "2026年11月\n") {
		t.Error(r.Pages, got)
	}
	j.Date = "2026-11"
	if _, r := drawn(t, "month", j); r.Pages != 1 {
		t.Errorf("%d pages of November", r.Pages)
	}
}

func TestBlankScoresHaveNoScore(t *testing.T) {
	j := sampleJob(3, paper.Options{At: printedAt, Blank: true})
	got, _ := drawn(t, "scores", j)
	if strings.Contains(got, "合格\n") || strings.Contains(got, j.Rows[0].Enrolment.Answers[training.TheoryScore]+" ") {
		t.Error(got)
	}
}

func TestACertificateWantsANumber(t *testing.T) {
	j := sampleJob(3, paper.Options{At: printedAt})
	delete(j.Rows[1].Enrolment.Answers, training.CertNo)
	got, r := drawn(t, "certs", j)
	if r.Pages != 2 || strings.Contains(got, names[1]) {
		t.Error(r.Pages, got)
	}
	delete(j.Rows[0].Enrolment.Answers, training.CertNo)
	delete(j.Rows[2].Enrolment.Answers, training.CertNo)
	if err := failed(t, "certs", j); !errors.Is(err, paper.ErrNoCerts) {
		t.Error(err)
	}
}

func TestNobodyPassedIsNoList(t *testing.T) {
	j := sampleJob(2, paper.Options{At: printedAt})
	for _, r := range j.Rows {
		r.Enrolment.Answers = survey.Answers{}
	}
	for i := range j.Rows {
		j.Rows[i].Enrolment.Answers[training.Result] = training.Failed
		delete(j.Rows[i].Enrolment.Answers, training.CertNo)
		delete(j.Rows[i].Enrolment.Answers, training.CertOn)
	}
	for _, name := range []string{"certlist", "subsidy"} {
		if err := failed(t, name, j); !errors.Is(err, paper.ErrNobodyPassed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAPostingThatDoesNotAddUpIsRefused(t *testing.T) {
	j := sampleJob(10, paper.Options{At: printedAt})
	got, _ := drawn(t, "subsidy", j)
	for _, want := range []string{"合计：9人，补贴金额5400元。", "2026年11月10日至2026年11月16日", " 600\n", "12333"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on it\n%s", want, got)
		}
	}
	j.Claims[0][training.ClaimPeople] = "10"
	if err := failed(t, "subsidy", j); !errors.Is(err, paper.ErrSubsidySum) {
		t.Error(err)
	}
}

func TestTheClosingSheetBearsTheSeal(t *testing.T) {
	j := sampleJob(38, paper.Options{At: printedAt})
	got, r := drawn(t, "closing", j)
	if r.Pages != 1 {
		t.Errorf("%d pages", r.Pages)
	}
	for _, want := range []string{"0123 4567 89ab cdef 0123 4567 89ab cdef\n0123", "760条", "97.4%", "2960 ÷ 3040", "计划人数 40人 编班人数 38人", "合格人数 36人"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on it\n%s", want, got)
		}
	}
	j.Head = ""
	if got, _ := drawn(t, "closing", j); !strings.Contains(got, "还没有封存") {
		t.Error("a class that was not sealed looks as if it were")
	}
}

func TestAChildsGuardianMustSign(t *testing.T) {
	j := sampleJob(1, paper.Options{At: printedAt})
	if got, _ := drawn(t, "privacy", j); strings.Contains(got, "未满14周岁，监护人签名") {
		t.Error("a grown-up's guardian must sign")
	}
	j.Rows[0].Person.Packed = j.Rows[0].Person.With(survey.IDNo, idNumber(printedAt.AddDate(-14, 0, 1), 17))
	if got, _ := drawn(t, "privacy", j); !strings.Contains(got, "未满14周岁，监护人签名") {
		t.Error(got)
	}
}

func TestTheSurveyAsksACountysOwnQuestions(t *testing.T) {
	own := survey.Person.Plus([]survey.Field{{Key: "x_spice", Label: "会不会做豆腐圆子", Kind: survey.Flag, Section: "work"}}, nil)
	got, r := drawn(t, "survey", paper.Job{Tables: []*survey.Table{own}, Options: paper.Options{At: printedAt}})
	if !strings.Contains(got, "会不会做豆腐圆子") || !strings.Contains(got, "□初中") || r.Pages < 2 {
		t.Error(r.Pages, got)
	}
}

func TestLargeTypeSaysTheSame(t *testing.T) {
	for _, name := range []string{"posting", "subsidy", "pledge", "privacy", "scores"} {
		j := sampleJob(3, paper.Options{At: printedAt})
		usual, few := drawn(t, name, j)
		j.Large = true
		large, more := drawn(t, name, j)
		if more.Pages < few.Pages || few.Pages == 0 || name == "posting" && more.Pages != 1 {
			t.Errorf("%s: %d pages large, %d usual", name, more.Pages, few.Pages)
		}
		for _, word := range strings.Fields(usual) {
			if counts := strings.HasPrefix(word, "共"); len([]rune(word)) < 6 && !counts && !strings.Contains(large, word) {
				t.Errorf("%s: %q is not in large type", name, word)
			}
		}
	}
}
