package rules_test

import (
	"strings"
	"testing"
	"time"

	"ruhu/internal/rules"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// trained is somebody who finished and passed a class that ended on a day.
func trained(id, until string, kv ...string) rules.Trained {
	c := class(training.Trade, "家政服务员", training.Level, "", training.StartsOn, until, training.EndsOn, until, training.Stage, training.Closed)
	c.ID = id
	e := training.NewEnrolment(id, "p", 1)
	for i := 0; i < len(kv); i += 2 {
		if kv[i] == training.Trade || kv[i] == training.Programme || kv[i] == training.Stage {
			c.Answers[kv[i]] = kv[i+1]
			continue
		}
		e.Answers[kv[i]] = kv[i+1]
	}
	return rules.Trained{Class: c, Enrolment: e}
}

func on(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t
}

func TestWhenSomebodyHasToComeAgain(t *testing.T) {
	cases := []struct {
		name  string
		a     survey.Answers
		had   []rules.Trained
		today string
		kind  string // "" for nothing
		by    string
		late  bool
	}{
		{"two years after the class", nil, []rules.Trained{trained("a", "2024-11-30")}, "2026-10-01", rules.DueRefresh, "2026-11-30", false},
		{"too early to tell", nil, []rules.Trained{trained("a", "2024-11-30")}, "2026-08-31", "", "", false},
		{"ninety days before", nil, []rules.Trained{trained("a", "2024-11-30")}, "2026-09-01", rules.DueRefresh, "2026-11-30", false},
		{"on the day", nil, []rules.Trained{trained("a", "2024-11-30")}, "2026-11-30", rules.DueRefresh, "2026-11-30", false},
		{"a day later", nil, []rules.Trained{trained("a", "2024-11-30")}, "2026-12-01", rules.DueRefresh, "2026-11-30", true},
		{"came again since", nil, []rules.Trained{trained("a", "2024-11-30"), trained("b", "2026-03-01")}, "2026-12-01", "", "", false},
		{"29 February has none in two years", nil, []rules.Trained{trained("a", "2024-02-29")}, "2026-02-01", rules.DueRefresh, "2026-02-28", false},
		{"not passed", nil, []rules.Trained{trained("a", "2024-11-30", training.Result, training.Failed)}, "2026-12-01", "", "", false},
		{"left the class", nil, []rules.Trained{trained("a", "2024-11-30", training.Standing, training.Withdrawn)}, "2026-12-01", "", "", false},
		{"not at work", nil, []rules.Trained{trained("a", "2024-11-30", training.After, "未就业")}, "2026-12-01", "", "", false},
		{"not at work, by the register", survey.Answers{survey.Employed: "未就业"}, []rules.Trained{trained("a", "2024-11-30")}, "2026-12-01", "", "", false},
		{"at work in the county", nil, []rules.Trained{trained("a", "2024-11-30", training.After, "本地就业")}, "2026-12-01", rules.DueRefresh, "2026-11-30", true},
		{"died", survey.Answers{survey.LeftWhy: "死亡"}, []rules.Trained{trained("a", "2024-11-30")}, "2026-12-01", "", "", false},
		{"a trade that wants none", nil, []rules.Trained{trained("a", "2024-11-30", training.Trade, "焊工")}, "2026-12-01", "", "", false},
		{"every year by the programme", nil, []rules.Trained{trained("a", "2025-11-30", training.Trade, "焊工", training.Programme, "安全技能提升工程（高危企业主要负责人和安全管理人员）")}, "2026-11-01", rules.DueAgain, "2026-11-30", false},
		{"a certificate that ends", nil, []rules.Trained{trained("a", "2024-11-30", training.Trade, "焊工", training.CertNo, "Z1", training.CertOn, "2024-12-10", training.CertUntil, "2026-12-09")}, "2026-12-20", rules.DueCert, "2026-12-09", true},
		{"one that holds for ever", nil, []rules.Trained{trained("a", "2014-11-30", training.Trade, "焊工", training.CertNo, "Z1", training.CertOn, "2014-12-10")}, "2026-12-20", "", "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dues := rules.Shipped.Refresh(day).Dues(person(c.a), c.had, nil, on(c.today))
			if c.kind == "" {
				if len(dues) > 0 {
					t.Errorf("%+v", dues)
				}
				return
			}
			if len(dues) != 1 || dues[0].Kind != c.kind || dues[0].By.Format(time.DateOnly) != c.by || dues[0].Late() != c.late {
				t.Fatalf("%+v", dues)
			}
			if d := dues[0]; !strings.Contains(d.Sentence, c.by) || strings.Contains(d.Sentence, "%!") || d.Source == "" || d.Class == "" || d.Of == "" {
				t.Errorf("%+v", d)
			}
		})
	}
}

func TestACountyChangesTheRefresher(t *testing.T) {
	book := rules.NewBook([]*rules.Own{{Name: "refresh", Text: `{"soon_days": 10, "months": {"焊工": 12}}`, From: "2026-01-01"}})
	had := []rules.Trained{trained("a", "2025-12-05", training.Trade, "电焊工")}
	if dues := rules.Shipped.Refresh(day).Dues(person(nil), had, nil, on("2026-11-27")); len(dues) > 0 {
		t.Errorf("%+v", dues)
	}
	dues := book.Refresh(day).Dues(person(nil), had, nil, on("2026-11-27"))
	if len(dues) != 1 || dues[0].Days != 8 || dues[0].Trade != "焊工" || dues[0].Source != "本县自定" {
		t.Errorf("%+v", dues)
	}
}
