package training_test

import (
	"errors"
	"testing"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var noDay = time.Time{}

// says gives what a table says of one answer.
func says(t *survey.Table, a survey.Answers, key string) error {
	for _, p := range t.Check(a, noDay) {
		if p.Key == key {
			return p.Err
		}
	}
	return nil
}

func TestDaysStandInTheirOrder(t *testing.T) {
	for _, c := range []struct {
		table       *survey.Table
		first, then string
	}{
		{training.InspectionTable, training.InspectedOn, training.FixBy}, {training.InspectionTable, training.InspectedOn, training.FixedOn},
		{training.ClaimTable, training.PostFrom, training.PostUntil}, {training.ClaimTable, training.AppliedOn, training.PaidOn}, {training.ClaimTable, training.PaidOn, training.ClawOn},
		{training.EnrolmentTable, training.CertOn, training.CertUntil}, {training.ClassTable, training.StartedOn, training.ClosedOn},
	} {
		if err := says(c.table, survey.Answers{c.first: "2026-11-12", c.then: "2026-11-11"}, c.then); !errors.Is(err, training.ErrOutOfOrder) {
			t.Errorf("%s before %s: %v", c.then, c.first, err)
		}
		for _, later := range []string{"2026-11-12", "2026-11", "2026"} { // of which less is known, it may be the same day
			if err := says(c.table, survey.Answers{c.first: "2026-11-12", c.then: later}, c.then); err != nil {
				t.Errorf("%s %s: %v", c.then, later, err)
			}
		}
	}
}

func TestAScoreIsOneToFive(t *testing.T) {
	for _, key := range training.Scores {
		for score, ok := range map[string]bool{"1": true, "5": true, "0": false, "6": false, "4.5": false} {
			if err := says(training.FeedbackTable, survey.Answers{key: score}, key); (err == nil) != ok {
				t.Errorf("%s %s: %v", key, score, err)
			}
		}
	}
}

func TestASharePaidIsAPart(t *testing.T) {
	for share, ok := range map[string]bool{"20": true, "50": true, "100": true, "0": false, "101": false, "-5": false} {
		if err := says(training.ClaimTable, survey.Answers{training.ClaimShare: share}, training.ClaimShare); (err == nil) != ok {
			t.Errorf("%s%%: %v", share, err)
		}
	}
}

func TestWhatATraineeSaidStandsOnNoPublicList(t *testing.T) {
	for _, table := range []*survey.Table{training.CheckCallTable, training.FeedbackTable} {
		a := survey.Answers{training.CameTo: survey.No, training.TimeSaid: "没有上过课", training.CallNote: "本人没参加", training.Suggest: "老师没来", training.ScoreUse: "1", training.Useful: survey.No}
		for _, f := range table.Fields {
			if v := a[f.Key]; v != "" && f.Public(v) != "" {
				t.Errorf("%s.%s is public", table.Name, f.Key)
			}
		}
	}
	phone, _ := survey.InstitutionTable.Field(survey.InstPhone)
	if got := phone.Public("0878-5711234"); got != "0878-5711234" {
		t.Error("the directory of institutions is public, with whom to call:", got)
	}
	teacher, _ := survey.TeacherTable.Field(survey.TeachPhone)
	if got := teacher.Public("15400001234"); got != "154****1234" {
		t.Error("a teacher's phone:", got)
	}
}

func TestAFirmIsAskedForWhereAClassIsHeldForOne(t *testing.T) {
	f, _ := training.ClassTable.Field(training.OrderFirm)
	for mode, asked := range map[string]bool{"订单": true, "送技下乡、定岗": true, "送技下乡": false, "": false} {
		if f.Asked(survey.Answers{training.Mode: mode}) != asked {
			t.Errorf("%q: asked is not %v", mode, asked)
		}
	}
	mode, _ := training.ClassTable.Field(training.Mode)
	for typed, want := range map[string]string{"互联网+": "互联网+", "送技下乡，互联网＋": "送技下乡、互联网+", "订单式培训/定岗": "订单、定岗"} {
		if got, err := mode.Clean(typed); err != nil || got != want {
			t.Errorf("%s: %s %v", typed, got, err)
		}
	}
}

func TestAMarkCarriesTheOneBeforeIt(t *testing.T) {
	m := training.Mark{ID: "m", Session: "s", Enrolment: "e", Symbol: "到", Device: "d", Prev: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
	if got := training.MarkFrom("m", m.Answers()); got.Prev != m.Prev {
		t.Error(got.Prev)
	}
	if _, there := (training.Mark{ID: "m"}).Answers()[training.MarkPrev]; there {
		t.Error("the first mark names one before it")
	}
}

func TestEachHeadingOfAClasssLifeLeadsToOneRow(t *testing.T) {
	for _, table := range training.Tables {
		rows := map[string]string{}
		for _, f := range table.Fields {
			for _, h := range append([]string{f.Label}, f.Also...) {
				if other, twice := rows[survey.Fold(h)]; twice && other != f.Key {
					t.Errorf("%s: %s heads both %s and %s", table.Name, h, other, f.Key)
				}
				rows[survey.Fold(h)] = f.Key
			}
		}
	}
}
