package class_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/class"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/uitest"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// formed makes a class that nobody is in yet: eight days with a weekend among them.
func formed(t *testing.T, w *uitest.Window, more survey.Answers) training.Class {
	t.Helper()
	a := survey.Answers{
		training.ClassName: "中式烹调师（初级）培训班", training.Trade: "中式烹调师", training.Level: "初级", training.Place: "左门村活动室",
		training.Institution: "姚安县职业技能培训中心", training.StartsOn: "2026-12-03", training.EndsOn: "2026-12-10", training.Hours: "48",
		training.Planned: "3",
	}
	for k, v := range more {
		a[k] = v
	}
	id, err := w.Desk.SaveClass("", a)
	must(t, err)
	c, err := w.Desk.Class(id)
	must(t, err)
	return c
}

func commanded(t *testing.T, w *uitest.Window, label string) {
	t.Helper()
	for _, c := range w.Page.(page.Commander).Commands() {
		if c.Label == label || strings.HasSuffix(c.Label, " "+label) { // a part's name has its number before it
			c.Do()
			return
		}
	}
	t.Fatalf("the menu has no %q", label)
}

func TestTheListShowsEachClassWithItsStage(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	all, err := w.Desk.Classes()
	must(t, err)
	for _, c := range all {
		w.Reads(c.Name(), c.Stage())
	}
	w.Press(fyne.KeyReturn)
	if len(w.Shown) != 1 || w.Shown[0] != "class:"+all[0].ID {
		t.Fatalf("Enter went to %v", w.Shown)
	}
}

func TestAnEmptyListSaysWhatToDo(t *testing.T) {
	w := uitest.Empty(t, class.New, "")
	w.Reads(text.T("class.none"))
	w.Tap(text.T("class.new"))
	if len(w.Shown) != 1 || w.Shown[0] != "class:new" {
		t.Fatalf("went to %v", w.Shown)
	}
}

func TestAClassIsFormedByTypingAndItsTradeByPinyin(t *testing.T) {
	w := uitest.Empty(t, class.New, "new")
	w.Type("中式烹调师培训班")
	walkTo := map[string]string{} // what is typed into each required field, Enter leading from one to the next
	walkTo[training.Trade], walkTo[training.StartsOn], walkTo[training.EndsOn] = "zhongship", "20261203", "20261210"
	walkTo[training.Place], walkTo[training.Institution] = "左门村活动室", "姚安县职业技能培训中心"
	w.Press(fyne.KeyReturn)
	for _, f := range training.ClassTable.Fields[1:] {
		if f.Key == training.Stage || f.When != nil { // the stage is no question, and a class for no firm is not asked which
			continue
		}
		typed := walkTo[f.Key]
		w.Type(typed)
		w.Press(fyne.KeyReturn)
		if f.Kind == survey.Note {
			w.Press(fyne.KeyTab)
		}
	}
	w.Tap(text.T("form.save"))
	w.Settle()
	w.Clean()
	all, err := w.Desk.Classes()
	must(t, err)
	if len(all) != 1 {
		t.Fatalf("%d classes were saved; the page reads:\n%s", len(all), w.Text())
	}
	for key, want := range map[string]string{
		training.ClassName: "中式烹调师培训班", training.Trade: "中式烹调师", training.StartsOn: "2026-12-03", training.Place: "左门村活动室",
	} {
		if got := all[0].Answers[key]; got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	if all[0].Secret() == "" {
		t.Error("a class formed in the window has no secret for its cards")
	}
}

func TestEnterEnrolsWhoMayJoin(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, nil)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.people"))
	could, err := w.Desk.Candidates(c.ID)
	must(t, err)
	if len(could) == 0 || !could[0].Verdict.In {
		t.Fatalf("the sample has nobody for this test: %d", len(could))
	}
	w.Reads(could[0].Person.Name(), text.T("class.verdict.in"))
	w.Press(fyne.KeyDown, fyne.KeyReturn)
	in, err := w.Desk.Enrolments(c.ID)
	must(t, err)
	if len(in) != 1 || in[0].PersonID() != could[0].Person.ID || in[0].Seat() != 1 {
		t.Fatalf("enrolled %v", in)
	}
	w.Reads(text.T("class.quota", 1, 3, 2))
}

func TestWhoIsNotEligibleJoinsOnlyWithAReason(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, nil)
	out := ""
	must(t, w.Desk.People(func(p registry.Person) error {
		if could, err := w.Desk.Candidate(c.ID, p.ID); err == nil && !could.Verdict.In && !could.Verdict.Ask && out == "" {
			out = p.IDNumber()
		}
		return nil
	}))
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.people"))
	w.Type(out)
	w.Press(fyne.KeyReturn, fyne.KeyReturn) // to the list, then enrol
	w.Reads(text.T("class.anyway"))
	w.Tap(text.T("class.anyway.yes", 1))
	if in, _ := w.Desk.Enrolments(c.ID); len(in) != 0 {
		t.Fatal("enrolled without a reason")
	}
	w.Type("已当面核实")
	w.Tap(text.T("class.anyway.yes", 1))
	if in, _ := w.Desk.Enrolments(c.ID); len(in) != 1 {
		t.Fatalf("%d enrolled", len(in))
	}
}

func TestWhoLeavesKeepsTheSeat(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	all, err := w.Desk.Classes()
	must(t, err)
	w.Visit(all[0].ID)
	commanded(t, w, text.T("class.part.people"))
	before, err := w.Desk.Enrolments(all[0].ID)
	must(t, err)
	w.Tap(text.T("class.remove"))
	w.Type("外出务工")
	w.Press(fyne.KeyReturn)
	after, err := w.Desk.Enrolments(all[0].ID)
	must(t, err)
	if len(after) != len(before) || after[0].Standing() != training.Withdrawn || after[0].Seat() != before[0].Seat() {
		t.Fatalf("the first of the roster is now %v", after[0].Answers)
	}
	w.Reads(training.Withdrawn)
}

func TestPlanningLeavesOutWeekendsAndDaysOffAndKeepsTheHours(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, nil) // Thursday to Thursday
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.sessions"))
	w.Tap(text.T("class.plan"))
	w.Type("2") // no weekends
	w.Press(fyne.KeyTab)
	w.Win.Canvas().FocusNext()
	w.Type("12月8日")
	w.Press(fyne.KeyReturn)
	w.Settle()
	w.Clean()
	got, err := w.Desk.Sessions(c.ID)
	must(t, err)
	hours := 0.0
	for _, s := range got {
		hours += s.Hours()
		if d := s.Date().Weekday(); d == 0 || d == 6 || s.Answers[training.HeldOn] == "2026-12-08" {
			t.Errorf("a session on %s", s.Answers[training.HeldOn])
		}
	}
	if len(got) != 10 || hours != 48 {
		t.Fatalf("%d sessions of %v hours", len(got), hours)
	}
}

func TestWhatTheNextStageLacksLeadsToItsQuestion(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, nil)
	w.Visit(c.ID)
	w.Reads("要改为“已申请”，还差：", "还没有学员", "超期1天", "（差") // the tenth working day before it begins was yesterday
	commanded(t, w, text.T("class.part.people"))
	w.Tap("培训对象")
	if at := w.At(); at != "培训对象" {
		t.Fatalf("the keyboard is at %q", at)
	}
	w.Clean()
}

func TestAllThatIsMissingStandsOnASheetWithTheWayToEach(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, nil)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.next"))
	w.Reads("责任单位：培训机构", "监督人电话", "不少于60课时")
	w.Tap("监督人电话")
	if at := w.At(); at != "监督人电话" {
		t.Fatalf("the keyboard is at %q", at)
	}
}

// approved is a class for which nothing is missing but board and licence on the wall.
func approved(t *testing.T, w *uitest.Window) training.Class {
	t.Helper()
	return formed(t, w, survey.Answers{training.Stage: training.Approved})
}

func TestBoardAndLicenceAreNotedWithAPressAndTheClassGoesOn(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := approved(t, w)
	w.Visit(c.ID)
	w.Tap(text.T("class.post.board"))
	w.Tap(text.T("class.post.licence"))
	w.Tap(text.T("class.advance", training.Posted))
	w.Clean()
	c, err := w.Desk.Class(c.ID)
	must(t, err)
	today := uitest.Now.Format("2006-01-02")
	if c.Stage() != training.Posted || c.Answers[training.BoardPostedOn] != today || c.Answers[training.LicencePostedOn] != today {
		t.Fatalf("the class is %s, board %s, licence %s", c.Stage(), c.Answers[training.BoardPostedOn], c.Answers[training.LicencePostedOn])
	}
}

// running gives the class of the sample that is being taught.
func running(t *testing.T, w *uitest.Window) training.Class {
	t.Helper()
	all, err := w.Desk.Classes()
	must(t, err)
	for _, c := range all {
		if c.Stage() == training.Running {
			return c
		}
	}
	t.Fatal("no class of the sample is being taught")
	return training.Class{}
}

func TestScoresAreTypedDownAndAcrossAndTheResultFollows(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := running(t, w)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.scores"))
	for _, digit := range []string{"8", "5"} { // a window sends the key before the rune
		w.Press(fyne.KeyName(digit))
		w.Type(digit)
	}
	w.Press(fyne.KeyReturn)
	w.Type("5")
	w.Press(fyne.KeyBackspace)
	w.Type("40")
	w.Press(fyne.KeyRight, fyne.KeyUp)
	w.Type("９０")
	w.Press(fyne.KeyReturn)
	w.Type("70")
	w.Press(fyne.KeyReturn)
	w.Clean()
	in, err := w.Desk.Enrolments(c.ID)
	must(t, err)
	for i, want := range [][3]string{{"85", "90", training.Passed}, {"40", "70", training.Failed}} {
		got := [3]string{in[i].Answers[training.TheoryScore], in[i].Answers[training.PracticeScore], in[i].Answers[training.Result]}
		if got != want {
			t.Errorf("seat %d has %v, want %v", in[i].Seat(), got, want)
		}
	}
	w.Reads(training.Passed, training.Failed)
}

func TestWhatIsNoScoreIsNotWritten(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := running(t, w)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.scores"))
	w.Type("850")
	w.Press(fyne.KeyDown)
	in, err := w.Desk.Enrolments(c.ID)
	must(t, err)
	if got := in[0].Answers[training.TheoryScore]; got != "" {
		t.Fatalf("the score is %q", got)
	}
	w.Reads("850")
	w.Press(fyne.KeyEscape)
	w.Type("85")
	w.Press(fyne.KeyDown)
	in, err = w.Desk.Enrolments(c.ID)
	must(t, err)
	if got := in[0].Answers[training.TheoryScore]; got != "85" {
		t.Fatalf("the score is %q", got)
	}
}

func TestTheSameWordDrawsTheSamePeopleAndACallIsNoted(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := running(t, w)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.checks"))
	before := w.Text()
	w.Tap(text.T("class.seed.draw"))
	if w.Text() != before {
		t.Fatal("the same word drew others")
	}
	w.Press(fyne.KeyReturn)
	w.Type("2") // not reached
	w.Tap(text.T("form.save"))
	w.Clean()
	calls, err := w.Desk.Records(training.TypeCheckCall, c.ID)
	must(t, err)
	if len(calls) != 1 || calls[0].Get(training.Reached) != survey.No {
		t.Fatalf("%d calls were noted", len(calls))
	}
	w.Reads(text.T("class.call.missed"))
}

func TestAClassWithoutMarksAsksForThemAndOneWithThemIsSealed(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	w.Visit(formed(t, w, nil).ID)
	commanded(t, w, text.T("class.part.marks"))
	w.Reads(text.T("class.marks.nothing"))
	c := running(t, w)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.marks"))
	w.Reads(text.T("class.chain.whole"), text.T("class.seal.none"))
	w.Tap(text.T("class.seal"))
	w.Tap(text.T("class.seal"))
	seals, err := w.Desk.Seals(c.ID)
	must(t, err)
	if len(seals) != 1 {
		t.Fatalf("%d seals", len(seals))
	}
	w.Clean()
}

func TestAPaperIsOneStepFromTheClass(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := running(t, w)
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.papers"))
	w.Tap(text.T("paper.signin"))
	if len(w.Shown) != 1 || w.Shown[0] != "papers:"+c.ID+"/signin" {
		t.Fatalf("went to %v", w.Shown)
	}
}

func TestWhoHasNoPlaceWaitsAndMovesUp(t *testing.T) {
	w := uitest.Sample(t, class.New, "")
	c := formed(t, w, survey.Answers{training.Planned: "1"})
	w.Visit(c.ID)
	commanded(t, w, text.T("class.part.people"))
	w.Tap(text.T("class.pick", 1))
	w.Press(fyne.KeyReturn)
	w.Reads(text.T("class.quota.full", 1), text.T("class.verdict.wait"))
	w.Tap(text.T("class.reserve"))
	in, err := w.Desk.Enrolments(c.ID)
	must(t, err)
	if len(in) != 2 {
		t.Fatalf("%d stand on the roster", len(in))
	}
	w.Reads(training.Reserve)
	w.Clean()
}

func TestARedrawDoesNotTakeTypedWordsAway(t *testing.T) {
	w := uitest.Sample(t, class.New, "new")
	w.Type("养老护理员")
	w.Page.Refresh()
	w.Reads("养老护理员")
	left := false
	w.Page.(page.Leaver).Leave(func() { left = true })
	if left {
		t.Fatal("the page was left with unsaved words")
	}
}
