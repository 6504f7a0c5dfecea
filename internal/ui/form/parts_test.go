package form_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/survey"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

// reads is all that can be read in the window.
func (x *world) reads() string {
	var words []string
	for _, o := range test.LaidOutObjects(x.win.Canvas().Content()) {
		if t, ok := o.(*canvas.Text); ok && t.Visible() {
			words = append(words, t.Text)
		}
	}
	return strings.Join(words, "\n")
}

// has tells whether the keyboard is on the input of a question.
func (x *world) has(label string) bool {
	f, ok := x.win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		return false
	}
	driver, all := fyne.CurrentApp().Driver(), test.LaidOutObjects(x.win.Canvas().Content())
	at := driver.AbsolutePositionForObject(f)
	for _, o := range all {
		if t, ok := o.(*canvas.Text); ok && t.Text == label {
			p := driver.AbsolutePositionForObject(t)
			if up := at.Y - p.Y; up > 0 && up < 40 && p.X-at.X < 4 && at.X-p.X < 4 {
				return true
			}
		}
	}
	return false
}

func TestALongFormHasItsPartsToJumpTo(t *testing.T) {
	x := open(t, survey.Person, nil)
	if !x.has("姓名") {
		t.Fatal("the keyboard does not begin at the name")
	}
	x.form.NextPart(1)
	first, _ := survey.Person.Field(survey.Education)
	if !x.has(first.Label) {
		t.Errorf("the next part begins elsewhere; the form reads\n%s", x.reads())
	}
	x.form.NextPart(-1)
	if !x.has("姓名") {
		t.Error("the way back leads elsewhere")
	}
}

func TestWhatIsFoldedAwayIsPassedOverAndFoundAgain(t *testing.T) {
	x := open(t, survey.Household, survey.Answers{survey.HeadName: "㛃"})
	for _, o := range test.LaidOutObjects(x.win.Canvas().Content()) {
		if f, ok := o.(*kit.Fold); ok && headOf(f) == "户信息" {
			f.Tapped(nil)
		}
	}
	if !strings.Contains(x.reads(), "已填 1 项") {
		t.Fatalf("it does not say how much is in it:\n%s", x.reads())
	}
	x.form.Focus("natural_village")
	for range 3 {
		x.press(fyne.KeyReturn)
	}
	if x.has("户主姓名") || x.has("户编号") {
		t.Error("Enter leads into a folded part")
	}
	x.form.Focus(survey.HeadName)
	if !x.has("户主姓名") {
		t.Error("a question in a folded part is not reached")
	}
}

func headOf(f *kit.Fold) string {
	for _, o := range test.LaidOutObjects(f) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			return t.Text
		}
	}
	return ""
}

func TestEveryProblemIsAWayToItsQuestion(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.form.Focus(survey.IDNo)
	x.types("123")
	x.form.Focus(survey.Phone)
	x.types("99")
	x.form.Save()
	if read := x.reads(); !strings.Contains(read, "要改的") {
		t.Fatalf("the form reads\n%s", read)
	}
	for _, label := range []string{"证件号码", "成员联系电话", "姓名"} {
		x.form.NextProblem()
		if !x.has(label) {
			t.Errorf("the next problem is not at %s", label)
		}
	}
	for _, o := range test.LaidOutObjects(x.win.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text == "成员联系电话" {
			b.Tapped(nil)
		}
	}
	if !x.has("成员联系电话") {
		t.Error("its name does not lead there")
	}
}

func TestWhoMayBeTheSameIsNamedWhileOneTypes(t *testing.T) {
	x := open(t, survey.Person, nil)
	taken, asked := "", 0
	x.form = form.New(survey.Person, form.Options{Window: x.win, Now: now, Watch: form.Watched, Doubles: func(a survey.Answers) []form.Double {
		asked++
		if a[survey.FullName] != "古丽" {
			return nil
		}
		return []form.Double{{Name: "古丽", What: "户主　大村", Take: func() { taken = "p1" }}}
	}})
	x.form.Load(nil)
	x.win.SetContent(x.form.Content())
	x.win.Resize(fyne.NewSize(1000, 700))
	x.form.FocusFirst()
	x.types("古丽")
	if read := x.reads(); !strings.Contains(read, "是同一个人吗") {
		t.Fatalf("nobody is named:\n%s", read)
	}
	before := asked
	x.form.Set(survey.Political, "群众")
	if asked != before {
		t.Error("an answer that tells nothing of who it is asks again")
	}
	if !x.form.ToDoubles() {
		t.Fatal("the keyboard does not get there")
	}
	x.press(fyne.KeyReturn)
	if taken != "p1" {
		t.Error("nobody is taken")
	}
	x.form.Set(survey.FullName, "古丽兰")
	if strings.Contains(x.reads(), "是同一个人吗") {
		t.Error("the name is not like it any more, and still it is asked")
	}
}

func TestSeveralChoicesAreMarkedInSight(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.form.Focus(survey.Health)
	x.types("24")
	f, _ := survey.Person.Field(survey.Health)
	items := survey.List(f.List)
	if got, want := x.form.Answers()[survey.Health], items[1].Name+"、"+items[3].Name; got != want {
		t.Errorf("marked %q, want %q", got, want)
	}
}
