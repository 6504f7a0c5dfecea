package desk_test

import (
	"errors"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/training"
)

// ready fills in what the papers of a class cannot do without.
func ready(t *testing.T, d *desk.Desk, c training.Class) {
	t.Helper()
	a := c.Answers
	for key, v := range (survey.Answers{
		training.Target: "农村劳动力", training.Planned: "10", training.Measures: "免费培训", training.InstitutionCode: "91530000MJ0000018Y", training.Licence: "5325001",
		training.Manager: "曾㛃", training.ManagerPhone: "15412345678", training.Supervisor: "普𬭳", training.SupervisorPhone: "15412345679",
		training.Approver: "姚安县人力资源和社会保障局", training.ApprovalNo: "姚人社〔2026〕9号", training.ApprovedOn: "2026-11-16",
	}) {
		a[key] = v
	}
	must[string](t)(d.SaveClass(c.ID, a, desk.Anyway("测试")))
}

func TestEachStageHasOwnerDeadlineAndTheFieldThatIsMissing(t *testing.T) {
	d, c, _, _ := taught(t)
	all := must[[]desk.StageState](t)(d.Stages(c.ID))
	if len(all) != len(training.Stages) || !all[0].Here || all[1].Reached {
		t.Fatalf("%+v", all)
	}
	filed := all[1]
	if filed.Owner == "" || filed.By.IsZero() || !filed.Late || len(filed.Missing) == 0 {
		t.Errorf("filing: owner %q, by %v, late %v, %d missing", filed.Owner, filed.By, filed.Late, len(filed.Missing))
	}
	keys := map[string]bool{}
	for _, err := range filed.Missing {
		keys[training.KeyOf(err)] = true
	}
	if !keys[training.Target] || !keys[training.Manager] {
		t.Errorf("the fields to go to: %v", keys)
	}
	if posted := all[3]; len(posted.Missing) > 0 || posted.Reached {
		t.Errorf("licence and board are up: %v", posted.Missing)
	}
}

func TestAdvancingWritesTheDayOfEachStageAndGoingBackClearsIt(t *testing.T) {
	d, c, s, forward := taught(t)
	ready(t, d, must[training.Class](t)(d.Class(c.ID)))
	var doubts *desk.Refusal
	if err := d.Advance(c.ID, training.Filed); !errors.As(err, &doubts) || !doubts.Warnings() {
		t.Fatalf("sixteen hours of a trade that wants sixty: %v", err)
	}
	if err := d.Advance(c.ID, training.Filed, desk.Anyway("县里批准的短班"), desk.From("2026-11-10")); err != nil {
		t.Fatal(err)
	}
	if err := d.Advance(c.ID, training.Running); err != nil {
		t.Fatal(err)
	}
	now := must[training.Class](t)(d.Class(c.ID))
	if now.ReachedOn(training.Filed) != "2026-11-10" || now.ReachedOn(training.Posted) != "2026-11-19" || now.ReachedOn(training.Running) != "2026-11-20" {
		t.Errorf("%v", now.Answers)
	}
	noted(t, d, s.ID, roster(t, d, c.ID)[0].ID, training.Present)
	forward(5 * 24 * time.Hour)
	if err := d.Advance(c.ID, training.Closed, desk.Anyway("测试")); err != nil {
		t.Fatal(err)
	}
	seals, err := d.Seals(c.ID)
	if err != nil || len(seals) != 1 || seals[0].Get(training.SealMarks) != "1" {
		t.Errorf("closing seals: %v %v", seals, err)
	}
	if err := d.GoBack(c.ID, training.Running, ""); !errors.Is(err, desk.ErrNoReason) {
		t.Errorf("back without a reason: %v", err)
	}
	if err := d.GoBack(c.ID, training.Closed, "试"); !errors.Is(err, desk.ErrNotEarlier) {
		t.Errorf("back to where it is: %v", err)
	}
	if err := d.GoBack(c.ID, training.Running, "补考"); err != nil {
		t.Fatal(err)
	}
	now = must[training.Class](t)(d.Class(c.ID))
	if now.Stage() != training.Running || now.Answers[training.ClosedOn] != "" || now.Answers[training.AssessedOn] != "" || now.Answers[training.StartedOn] == "" {
		t.Errorf("%v", now.Answers)
	}
}
