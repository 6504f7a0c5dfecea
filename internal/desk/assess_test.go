package desk_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// examined is a class that is over, before anybody was examined.
func examined(t *testing.T) (*desk.Desk, training.Class, []training.Enrolment) {
	t.Helper()
	d, c, _, forward := taught(t)
	forward(5 * 24 * time.Hour)
	stage(t, d, c.ID, training.Running)
	return d, c, roster(t, d, c.ID)
}

func TestAResultFollowsFromTheScoresWithTheReason(t *testing.T) {
	d, c, in := examined(t)
	got := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{
		{Enrolment: in[0].ID, Theory: "８０", Practice: "60"}, {Person: in[1].PersonID(), Theory: "59.5", Practice: "90"}, {Enrolment: in[2].ID, NoShow: true},
	}))
	for i, want := range []struct{ result, why string }{{training.Passed, "理论80分"}, {training.Failed, "59.5分，不到60分"}, {training.NoShow, "没有参加"}} {
		if got[i].Err != nil || got[i].Result != want.result || !strings.Contains(got[i].Why, want.why) {
			t.Errorf("%d: %+v", i, got[i])
		}
		if stored := roster(t, d, c.ID)[i].Answers[training.Result]; stored != want.result {
			t.Errorf("%d: stored %q", i, stored)
		}
	}
	must[string](t)(d.Undo())
	for _, e := range roster(t, d, c.ID) {
		if e.Answers[training.Result] != "" || e.Answers[training.TheoryScore] != "" {
			t.Errorf("not taken back: %v", e.Answers)
		}
	}
}

func TestOneBadScoreDoesNotStopTheOthers(t *testing.T) {
	d, c, in := examined(t)
	got := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{
		{Enrolment: in[0].ID, Theory: "800", Practice: "60"}, {Enrolment: in[1].ID, Theory: "良", Practice: "60"}, {Enrolment: in[2].ID, Theory: "70"},
		{Person: "nobody", Theory: "70"},
	}))
	if !errors.Is(got[0].Err, desk.ErrScoreRange) || !strings.Contains(text.Explain(got[0].Err).What, "古丽·阿不都热依木") || !errors.Is(got[1].Err, desk.ErrScoreRange) {
		t.Errorf("%v %v", got[0].Err, got[1].Err)
	}
	if got[2].Err != nil || got[2].Result != "" || !strings.Contains(got[2].Why, "实操") {
		t.Errorf("a score of two: %+v", got[2])
	}
	if !errors.Is(got[3].Err, desk.ErrNoTrainee) {
		t.Errorf("somebody who is not in the class: %v", got[3].Err)
	}
	if a := roster(t, d, c.ID)[2].Answers; a[training.TheoryScore] != "70" || a[training.Result] != "" {
		t.Errorf("stored %v", a)
	}
}

func TestAResitCountsWhereTheFirstTryFailed(t *testing.T) {
	d, c, in := examined(t)
	row := desk.Score{Enrolment: in[0].ID, Theory: "50", Practice: "80"}
	again := desk.Score{Enrolment: in[0].ID, Theory: "66", Resit: true, On: "2026-11-24"}
	if got := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{again})); !errors.Is(got[0].Err, desk.ErrNoResit) {
		t.Errorf("a second try before the first: %+v", got[0])
	}
	must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{row}))
	got := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{again}))[0]
	a := roster(t, d, c.ID)[0].Answers
	if got.Was != training.Failed || got.Result != training.Passed || a[training.TheoryScore] != "50" || a[training.ResitTheory] != "66" || a[training.ResitOn] != "2026-11-24" {
		t.Errorf("%+v, stored %v", got, a)
	}
	if got := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{again})); !errors.Is(got[0].Err, desk.ErrNoResit) {
		t.Errorf("a second try of somebody who passed: %+v", got[0])
	}
}

func TestAResultDecidedByHandIsNotOverwrittenSilently(t *testing.T) {
	d, c, in := examined(t)
	a := in[0].Answers
	a[training.Result] = training.Unfinished
	must[string](t)(d.SaveRecord(training.TypeEnrolment, in[0].ID, a))
	row := []desk.Score{{Enrolment: in[0].ID, Theory: "90", Practice: "90"}}
	got := must[[]desk.Assessed](t)(d.Assess(c.ID, row))[0]
	if now := roster(t, d, c.ID)[0].Answers; !errors.Is(got.Err, desk.ErrResultByHand) || now[training.Result] != training.Unfinished || now[training.TheoryScore] != "90" {
		t.Errorf("%+v, stored %v", got, now)
	}
	got = must[[]desk.Assessed](t)(d.Assess(c.ID, row, desk.Anyway("登记错了")))[0]
	if now := roster(t, d, c.ID)[0].Answers; got.Err != nil || now[training.Result] != training.Passed {
		t.Errorf("%+v, stored %v", got, now)
	}
}

func TestCertificatesAreNumberedOnceInTheCounty(t *testing.T) {
	d, c, in := examined(t)
	must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{{Enrolment: in[0].ID, Theory: "80", Practice: "80"}, {Enrolment: in[1].ID, Theory: "10", Practice: "80"},
		{Enrolment: in[2].ID, Theory: "61", Practice: "60"}}))
	older := must[string](t)(d.SaveClass("", survey.Answers{training.ClassName: "养老护理员培训班", training.Trade: "养老护理员", training.StartsOn: "2026-03-01",
		training.EndsOn: "2026-03-09", training.Place: "地索村", training.Institution: "彝州学校", training.Stage: training.Closed}))
	if err := d.Enrol(older, []string{in[1].PersonID()}); err != nil {
		t.Fatal(err)
	}
	had := roster(t, d, older)[0]
	had.Answers[training.CertNo], had.Answers[training.CertOn] = "姚培证20260041", "2026-03-10"
	must[string](t)(d.SaveRecord(training.TypeEnrolment, had.ID, had.Answers))
	if s := must[[]string](t)(d.Series()); len(s) != 1 || s[0] != "姚培证{年}{序号4}" {
		t.Errorf("the series of the last certificates: %v", s)
	}
	got := must[[]desk.Issued](t)(d.IssueCertificates(c.ID, "姚培证{年}{序号4}", "2026-11-23"))
	if got[0].No != "姚培证20260042" || got[2].No != "姚培证20260043" || !errors.Is(got[1].Err, desk.ErrNotPassed) {
		t.Fatalf("%+v", got)
	}
	if a := roster(t, d, c.ID)[0].Answers; a[training.CertNo] != got[0].No || a[training.CertOn] != "2026-11-23" || a[training.CertIssuer] != "彝州学校" || a[training.CertName] == "" {
		t.Errorf("stored %v", a)
	}
	if again, err := d.IssueCertificates(c.ID, "姚培证{年}{序号4}", "2026-11-23"); !errors.Is(err, desk.ErrNobodyToday) || !errors.Is(again[0].Err, desk.ErrHasCert) {
		t.Errorf("twice: %v", err)
	}
	if bad := must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{{Enrolment: in[0].ID, Theory: "20"}})); !errors.Is(bad[0].Err, desk.ErrHasCert) {
		t.Errorf("failed with a certificate in hand: %+v", bad[0])
	}
	must[string](t)(d.Undo())
	if a := roster(t, d, c.ID)[0].Answers; a[training.CertNo] != "" || a[training.CertName] != "" {
		t.Errorf("not taken back: %v", a)
	}
}

func TestNoCertificateIsOfADayBeforeTheClassEnds(t *testing.T) {
	d, c, in := examined(t)
	must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{{Enrolment: in[0].ID, Theory: "80", Practice: "80"}}))
	for _, k := range []struct {
		series, on string
		want       error
	}{
		{"姚培证{年}{序号4}", "2026-11-20", desk.ErrCertEarly}, {"姚培证{年}{序号4}", "2026-12-20", desk.ErrCertFuture}, {"姚培证{年}", "2026-11-23", desk.ErrSeries},
		{"姚培证{序号4}{序号4}", "2026-11-23", desk.ErrSeries}, {"姚培证{县}{序号4}", "2026-11-23", desk.ErrSeries},
	} {
		if _, err := d.IssueCertificates(c.ID, k.series, k.on); !errors.Is(err, k.want) {
			t.Errorf("%s on %s: %v", k.series, k.on, err)
		}
	}
	if a := roster(t, d, c.ID)[0].Answers; a[training.CertNo] != "" {
		t.Errorf("stored %v", a)
	}
}

func TestNobodyIsExaminedInAClassThatHasNotBegun(t *testing.T) {
	d, c, _, _ := taught(t)
	if _, err := d.Assess(c.ID, []desk.Score{{Enrolment: roster(t, d, c.ID)[0].ID, Theory: "80"}}); !errors.Is(err, desk.ErrNotHeld) {
		t.Errorf("%v", err)
	}
}
