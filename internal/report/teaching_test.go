package report_test

import (
	"testing"
	"time"

	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

func TestATeachersHoursAreThoseOfSessionsHeldUpToTheDay(t *testing.T) {
	src := report.Source{On: time.Date(2026, 5, 10, 0, 0, 0, 0, time.UTC)}
	for _, id := range []string{"a", "b"} {
		src.Put(training.TypeClass, id, survey.Answers{training.ClassName: "班" + id, training.Stage: "开班中"})
	}
	src.Put(training.TypeClass, "draft", survey.Answers{training.ClassName: "草稿班"})
	for id, s := range map[string][4]string{
		"1": {"a", "2026-05-06", "古丽·阿不都热依木", "4"}, "2": {"a", "2026-05-07", "古丽·阿不都热依木", "3.5"}, "3": {"b", "2026-05-08", "古丽·阿不都热依木", "4"},
		"4": {"a", "2026-05-08", "吕㛃", "4"}, "5": {"a", "2026-05-11", "吕㛃", "4"}, "6": {"draft", "2026-05-06", "吕㛃", "8"}, "7": {"a", "2026-05-09", "", "4"},
	} {
		src.Put(training.TypeSession, id, survey.Answers{training.OfClass: s[0], training.HeldOn: s[1], training.Teacher: s[2], training.SessionHours: s[3]})
		putMark(&src, "m"+id, id, training.Late)
	}
	src.Settle()
	got := map[string]int{}
	for _, s := range report.Teaching(src, report.Filter{}).Statuses {
		got[s.Name] = s.Count
	}
	if len(got) != 2 || got["古丽·阿不都热依木 共11.5课时"] != 2 || got["吕㛃 共4课时"] != 1 {
		t.Errorf("got %v", got)
	}
	if n := report.Teaching(src, report.Filter{Until: "2026-05-06"}).Count(); n != 1 {
		t.Errorf("up to the first day %d rows", n)
	}
}

func putMark(src *report.Source, id, session, symbol string, corrects ...string) {
	m := training.Mark{Session: session, Enrolment: "e", Symbol: symbol, Corrects: corrects, At: time.Date(2026, 5, 6, 9, 0, 0, 0, training.Zone)}
	src.Put(training.TypeMark, id, m.Answers())
}

func TestASessionIsTaughtWhenSomebodyCame(t *testing.T) {
	src := report.Source{On: time.Date(2026, 5, 10, 0, 0, 0, 0, time.UTC)}
	src.Put(training.TypeClass, "a", survey.Answers{training.ClassName: "班", training.Stage: "开班中"})
	for _, id := range []string{"came", "corrected", "empty", "unmarked", "unmarked too"} {
		src.Put(training.TypeSession, id, survey.Answers{training.OfClass: "a", training.HeldOn: "2026-05-06", training.Teacher: "吕㛃", training.SessionHours: "4"})
	}
	putMark(&src, "1", "came", training.Present)
	putMark(&src, "2", "corrected", training.Present)
	putMark(&src, "3", "corrected", training.Absent, "2")
	putMark(&src, "4", "empty", training.OnLeave)
	src.Settle()
	got := report.Teaching(src, report.Filter{})
	if got.Count() != 1 || got.Statuses[0].Name != "吕㛃 共4课时" {
		t.Fatalf("%d rows, %v", got.Count(), got.Statuses)
	}
	for i, c := range got.Columns {
		want, ok := map[string]string{"taught_from": "2026-05-06", "taught_times": "1", "taught_hours": "4", "taught_unmarked": "2"}[c.Key]
		if cell := got.Rows[0][i]; ok && cell != want {
			t.Errorf("%s: %s, want %s", c.Label, cell, want)
		}
	}
}

func TestASchoolIsFoundWhateverTheVillage(t *testing.T) {
	src := report.Source{On: time.Date(2026, 5, 10, 0, 0, 0, 0, time.UTC)}
	src.Put(registry.TypeSchool, "s", survey.Answers{survey.SchoolName: "示例技工学校", survey.SchoolKind: "技工院校"})
	src.Settle()
	if got := report.Schools(src, report.Filter{Village: "532325202", Text: "示例"}); got.Count() != 1 || got.Statuses[0].Name != "技工院校" {
		t.Errorf("got %v", got.Rows)
	}
}
