package desk_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// classOf forms a class from three who wish for its trade: one who may join, one who is too old, one who is at school.
func classOf(t *testing.T, d *desk.Desk) (class string, people []string) {
	t.Helper()
	h := household(t, d, zuomen, "001", "张三")
	for i, c := range []struct{ name, birth, schooling string }{
		{"古丽·阿不都热依木", "19900101", ""}, {"张老三", "19500101", ""}, {"张小三", "20080101", "普通高中三年级"},
	} {
		a := somebody(h, c.name, idNo(c.birth, []string{"002", "001", "003"}[i]))
		if a[survey.Relation] = "其他"; i == 0 {
			a[survey.Relation] = "户主"
		}
		if c.schooling != "" {
			a[survey.Schooling], a[survey.Education] = c.schooling, ""
		}
		id := must[string](t)(d.SavePerson("", a, desk.Anyway("测试")))
		must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: id, survey.WishedOn: "2026-11-01", survey.WishText: "厨师", survey.Trade1: "中式烹调师"}))
		people = append(people, id)
	}
	class = must[string](t)(d.SaveClass("", survey.Answers{
		training.ClassName: "中式烹调师（初级）培训班", training.Trade: "中式烹调师", training.Level: "初级", training.Hours: "16",
		training.StartsOn: "2026-11-20", training.EndsOn: "2026-11-21", training.Place: "左门村", training.Institution: "彝州学校",
	}))
	return class, people
}

func TestACandidateComesWithTheReasonsOfTheRule(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	all := must[[]desk.Candidate](t)(d.Candidates(class))
	if len(all) != 3 || all[0].Person.ID != people[0] || !all[0].Verdict.In {
		t.Fatalf("candidates %+v", all)
	}
	for _, c := range all[1:] {
		if c.Verdict.In || len(c.Verdict.Reasons) == 0 {
			t.Errorf("%s: in %v, reasons %v", c.Person.Name(), c.Verdict.In, c.Verdict.Reasons)
		}
	}
	if err := d.Enrol(class, []string{people[1]}, desk.Because("县里同意")); err != nil {
		t.Errorf("the rule decides instead of the cadre: %v", err)
	}
}

func TestSeatsStayWithTheirPeople(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	for range 2 {
		if err := d.Enrol(class, people); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Unenrol(class, people[0], "外出务工"); err != nil {
		t.Fatal(err)
	}
	if err := d.Enrol(class, people[:1]); err != nil {
		t.Fatal(err)
	}
	all := must[[]training.Enrolment](t)(d.Enrolments(class))
	if len(all) != 3 {
		t.Fatalf("%d enrolments", len(all))
	}
	for i, e := range all {
		if e.Seat() != i+1 || e.PersonID() != people[i] || e.Standing() != training.Enrolled {
			t.Errorf("seat %d: %s %s", e.Seat(), e.PersonID(), e.Standing())
		}
	}
	if err := d.Delete("person", people[0], "误"); !errors.Is(err, desk.ErrInClass) {
		t.Errorf("somebody on a roster was deleted: %v", err)
	}
}

// taught is a class with people and sessions, on its first day.
func taught(t *testing.T) (d *desk.Desk, c training.Class, s training.Session, forward func(time.Duration)) {
	d, clock := sit(t)
	class, people := classOf(t, d)
	if err := d.Enrol(class, people); err != nil {
		t.Fatal(err)
	}
	sessions := must[[]training.Session](t)(d.PlanSessions(class, nil))
	if len(sessions) != 4 {
		t.Fatalf("%d sessions", len(sessions))
	}
	post(t, d, class)
	return d, must[training.Class](t)(d.Class(class)), sessions[0], clock.Add
}

// post writes down that licence and board are on the wall.
func post(t *testing.T, d *desk.Desk, class string) {
	t.Helper()
	form := must[training.Class](t)(d.Class(class)).Answers
	form[training.BoardPostedOn], form[training.LicencePostedOn] = "2026-11-19", "2026-11-19"
	must[string](t)(d.SaveClass(class, form))
}

// stage has a class be at a stage, as an imported one is.
func stage(t *testing.T, d *desk.Desk, class, at string) {
	t.Helper()
	form := must[training.Class](t)(d.Class(class)).Answers
	form[training.Stage] = at
	must[string](t)(d.SaveClass(class, form))
}

func TestTwoScansOfOneCardAreOne(t *testing.T) {
	d, c, s, forward := taught(t)
	card := c.Code(training.CardCode, 1)
	first := must[desk.Scanned](t)(d.Scan(s.ID, card))
	if first.Again || first.Person.Name() != "古丽·阿不都热依木" {
		t.Errorf("first scan %+v", first)
	}
	for _, wait := range []time.Duration{20 * time.Second, time.Hour} {
		forward(wait)
		if again := must[desk.Scanned](t)(d.Scan(s.ID, card+"\n")); !again.Again || again.Mark.ID != first.Mark.ID {
			t.Errorf("after %v: %+v", wait, again)
		}
	}
	if marks := must[[]training.Mark](t)(d.Marks(s.ID)); len(marks) != 1 {
		t.Errorf("%d marks", len(marks))
	}
}

func TestMinutesAreThoseOfAHalfDay(t *testing.T) {
	d, c, s, _ := taught(t)
	e := must[[]training.Enrolment](t)(d.Enrolments(c.ID))[0]
	for _, n := range []int{-5, 9999} {
		if _, err := d.Mark(s.ID, e.ID, training.Late, n, "", training.ByHand); !errors.Is(err, desk.ErrMinutes) {
			t.Errorf("%d minutes late: %v", n, err)
		}
	}
	if m := must[training.Mark](t)(d.Mark(s.ID, e.ID, training.Present, 20, "", training.ByHand)); m.Minutes != 0 {
		t.Errorf("present, and yet %d minutes", m.Minutes)
	}
}

func TestACorrectionKeepsWhatItCorrects(t *testing.T) {
	d, _, s, forward := taught(t)
	who := must[[]training.Enrolment](t)(d.Enrolments(s.ClassID()))[1].ID
	first := must[training.Mark](t)(d.Mark(s.ID, who, training.Absent, 0, "", training.ByHand))
	forward(time.Minute)
	if _, err := d.Mark(s.ID, who, training.Late, 20, "", training.ByHand); !errors.Is(err, desk.ErrCorrectReason) {
		t.Errorf("corrected without a reason: %v", err)
	}
	second := must[training.Mark](t)(d.Mark(s.ID, who, training.Late, 20, "后来到了", training.ByHand))
	if !slices.Equal(second.Corrects, []string{first.ID}) {
		t.Errorf("corrects %v", second.Corrects)
	}
	history := must[[]training.Mark](t)(d.MarksOf(s.ID, who))
	if len(history) != 2 || history[0].Symbol != training.Late || history[1].Symbol != training.Absent || history[0].By != "李文忠" {
		t.Errorf("history %+v", history)
	}
	if again := must[training.Mark](t)(d.Mark(s.ID, who, training.Late, 20, "后来到了", training.ByHand)); again.ID != second.ID {
		t.Error("noting the same again made another mark")
	}
	must[string](t)(d.Undo())
	marks := must[[]training.Mark](t)(d.Marks(s.ID))
	if now := training.Current(marks)[who]; now.ID != first.ID {
		t.Errorf("after undoing the correction stands %+v", now)
	}
}

func TestACardScannedAfterAnAbsenceCorrectsIt(t *testing.T) {
	d, c, s, forward := taught(t)
	who := must[[]training.Enrolment](t)(d.Enrolments(c.ID))[0].ID
	must[training.Mark](t)(d.Mark(s.ID, who, training.Absent, 0, "", training.ByHand))
	forward(time.Minute)
	got := must[desk.Scanned](t)(d.Scan(s.ID, c.Code(training.CardCode, 1)))
	if got.Was != training.Absent || got.Mark.Symbol != training.Present || got.Mark.Reason == "" {
		t.Errorf("scan %+v", got)
	}
}

func TestACardThatIsNotOfTheClassIsSaidSo(t *testing.T) {
	d, c, s, _ := taught(t)
	other := must[string](t)(d.SaveClass("", survey.Answers{
		training.ClassName: "养老护理员培训班", training.Trade: "养老护理员", training.StartsOn: "2026-11-20", training.EndsOn: "2026-11-21",
		training.Place: "地索村", training.Institution: "彝州学校",
	}))
	foreign := must[training.Class](t)(d.Class(other)).Code(training.CardCode, 1)
	for _, k := range []struct {
		code string
		want error
		says string
	}{
		{foreign, desk.ErrClassOfCard, "养老护理员"},
		{c.Code(training.CardCode, 9), training.ErrNoSeat, "9"},
		{c.Code(training.RosterCode, 1), training.ErrNotCard, ""},
		{"6901234567892", training.ErrNotCode, ""},
		{"你好", training.ErrNotCode, ""},
	} {
		_, err := d.Scan(s.ID, k.code)
		if !errors.Is(err, k.want) || !bytes.Contains([]byte(text.Explain(err).What), []byte(k.says)) {
			t.Errorf("%s: %v", k.code, err)
		}
	}
	if marks := must[[]training.Mark](t)(d.Marks(s.ID)); len(marks) != 0 {
		t.Errorf("%d marks were made", len(marks))
	}
}

func TestPlanningAgainKeepsSessionsWithMarks(t *testing.T) {
	d, c, s, _ := taught(t)
	must[desk.Scanned](t)(d.Scan(s.ID, c.Code(training.CardCode, 1)))
	form := c.Answers
	form[training.StartsOn], form[training.EndsOn] = "2026-11-21", "2026-11-22"
	must[string](t)(d.SaveClass(c.ID, form))
	after := must[[]training.Session](t)(d.PlanSessions(c.ID, nil))
	if len(after) != 5 || after[0].ID != s.ID {
		t.Errorf("%d sessions, want the marked one and four new", len(after))
	}
	if err := d.DropSession(s.ID); !errors.Is(err, desk.ErrHasMarks) {
		t.Errorf("a session with marks was dropped: %v", err)
	}
	if now := must[training.Class](t)(d.Class(c.ID)); now.Secret() != c.Secret() || now.Number() != c.Number() {
		t.Error("saving the form changed what the cards are checked with")
	}
}

func TestDaysOffAreNotPlannedAndTheHoursAreSharedOutAgain(t *testing.T) {
	d, _ := sit(t)
	class, _ := classOf(t, d)
	form := must[training.Class](t)(d.Class(class)).Answers
	form[training.StartsOn], form[training.EndsOn], form[training.Hours] = "2026-11-20", "2026-11-24", "18"
	must[string](t)(d.SaveClass(class, form))
	all := must[[]training.Session](t)(d.PlanSessions(class, nil))
	taught := all[2].Answers
	taught[training.Teacher] = "施玉萍"
	must[string](t)(d.SaveSession(all[2].ID, taught))
	weekend := func(day time.Time) bool { return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday }
	got := must[[]training.Session](t)(d.PlanSessions(class, weekend))
	hours := 0.0
	for _, s := range got {
		if weekend(s.Date()) && s.ID != all[2].ID {
			t.Errorf("a session on %s", s.Answers[training.HeldOn])
		} else if !weekend(s.Date()) {
			hours += s.Hours()
		}
	}
	if len(got) != 7 || hours != 18 {
		t.Errorf("%d sessions of %v hours, want three days and the one with a teacher, 18 hours", len(got), hours)
	}
	if _, err := d.PlanSessions(class, func(time.Time) bool { return true }); !errors.Is(err, training.ErrAllOff) {
		t.Errorf("no day left: %v", err)
	}
}

func TestPlanningTheSameAgainChangesNothing(t *testing.T) {
	d, c, s, _ := taught(t)
	own := s.Answers
	own[training.SessionHours] = "1"
	must[string](t)(d.SaveSession(s.ID, own))
	if after := must[[]training.Session](t)(d.PlanSessions(c.ID, nil)); after[0].Hours() != 1 {
		t.Errorf("hours typed by hand became %v", after[0].Hours())
	}
}

func TestEveryPaperIsPrinted(t *testing.T) {
	d, c, _, forward := taught(t)
	forward(5 * 24 * time.Hour)
	stage(t, d, c.ID, training.Running)
	for _, e := range roster(t, d, c.ID) {
		must[[]desk.Assessed](t)(d.Assess(c.ID, []desk.Score{{Enrolment: e.ID, Theory: "80", Practice: "75"}}))
	}
	must[[]desk.Issued](t)(d.IssueCertificates(c.ID, "姚培证{年}{序号4}", "2026-11-25"))
	for _, p := range paper.All {
		path := t.TempDir() + "/" + p.Name + ".pdf"
		if r, err := d.Print(p.Name, c.ID, path, paper.Options{}); err != nil || r.Pages == 0 || len(r.Missing) > 0 {
			t.Errorf("%s: %+v %v", p.Name, r, err)
		}
	}
	if _, err := d.Print("poster", c.ID, t.TempDir()+"/x.pdf", paper.Options{}); !errors.Is(err, desk.ErrNoPaper) {
		t.Errorf("an unknown paper: %v", err)
	}
}

func TestAClassGoesOnOnlyWhenNothingIsMissing(t *testing.T) {
	d, c, _, _ := taught(t)
	if err := d.Advance(c.ID, training.Filed); !errors.Is(err, desk.ErrNotReady) {
		t.Errorf("filed without its items: %v", err)
	}
}
