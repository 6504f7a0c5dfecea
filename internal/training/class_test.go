package training_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"ruhu/internal/survey"
	"ruhu/internal/training"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The file is a promise: a line may be added, none changed or taken out once it was released.
func TestTheTablesAreAsWrittenDown(t *testing.T) {
	var b strings.Builder
	for _, table := range training.Tables {
		for _, f := range table.Fields {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\n", table.Name, f.Section, f.Key, f.Kind.Name, f.List, f.Label)
		}
	}
	const file = "testdata/tables.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != b.String() {
		t.Errorf("%v: the tables differ from %s; look, then run with -update\n%s", err, file, b.String())
	}
}

func TestTheBoardsEightItemsAreAskedAndPublic(t *testing.T) {
	for item, keys := range map[string][]string{
		"培训项目":   {training.Trade, training.Project, training.Level, training.Hours, training.StartsOn, training.EndsOn},
		"培训对象":   {training.Target, training.Planned},
		"培训地点":   {training.Place},
		"帮扶措施":   {training.Measures},
		"批准手续":   {training.Approver, training.ApprovalNo, training.ApprovedOn},
		"培训班管理人": {training.Manager},
		"监督人":    {training.Supervisor},
		"联系方式":   {training.ManagerPhone, training.SupervisorPhone},
	} {
		for _, key := range keys {
			f, ok := training.ClassTable.Field(key)
			if !ok || f.On&survey.Notice == 0 || f.Class != survey.Free {
				t.Errorf("%s: %s is not asked, or not shown in full", item, key)
			}
		}
	}
}

func TestEveryListOfTheTablesExists(t *testing.T) {
	for _, table := range training.Tables {
		for _, f := range table.Fields {
			if f.List != "" && len(survey.List(f.List)) == 0 {
				t.Errorf("%s: list %s", f.Key, f.List)
			}
		}
	}
	for _, stage := range training.Stages {
		if got, ok := survey.FindChoice("class_stage", stage); !ok || got != stage {
			t.Errorf("stage %s is not in its list", stage)
		}
	}
	for _, half := range training.DayHalves {
		if got, ok := survey.FindChoice("class_half", half); !ok || got != half {
			t.Errorf("half %s is not in its list", half)
		}
	}
}

func TestAClassThatEndsBeforeItStartsIsRefused(t *testing.T) {
	a := survey.Answers{training.ClassName: "班", training.Trade: "焊工", training.Place: "村", training.Institution: "校",
		training.StartsOn: "2026-10-20", training.EndsOn: "2026-10-19", training.Hours: "40", training.TheoryHours: "41"}
	var ends, theory bool
	for _, p := range training.ClassTable.Check(a, time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)) {
		ends = ends || errors.Is(p.Err, training.ErrEndsFirst)
		theory = theory || errors.Is(p.Err, training.ErrTheoryHours)
	}
	if !ends || !theory {
		t.Error("ends first:", ends, "theory hours:", theory)
	}
}

func TestNoClassStartsBeforeBoardAndLicenceArePosted(t *testing.T) {
	c := training.Class{Answers: survey.Answers{training.Stage: training.Posted, training.BoardPostedOn: "2026-10-19"}}
	if err := c.MayStart(); !errors.Is(err, training.ErrNotPosted) {
		t.Error("licence is not posted:", err)
	}
	c.Answers[training.LicencePostedOn] = "2026-10-19"
	if err := c.MayStart(); err != nil {
		t.Error(err)
	}
}

func TestAClassSaysWhatItsNextStageLacks(t *testing.T) {
	draft := training.Class{Answers: survey.Answers{}}
	if draft.Stage() != training.Draft || draft.Next() != training.Filed {
		t.Error(draft.Stage(), draft.Next())
	}
	if missing := draft.Missing(training.Filed, 0, 0); len(missing) != 17 {
		t.Errorf("%d things missing: %v", len(missing), missing)
	}
	running := training.Class{Answers: survey.Answers{training.Stage: training.Running}}
	if missing := running.Missing(training.Assessed, 38, 20); len(missing) != 0 {
		t.Error(missing)
	}
	if missing := running.Missing(training.Draft, 38, 20); len(missing) != 1 || !errors.Is(missing[0], training.ErrNotNext) {
		t.Error(missing)
	}
	if last := (training.Class{Answers: survey.Answers{training.Stage: training.Closed}}); last.Next() != "" {
		t.Error(last.Next())
	}
}
