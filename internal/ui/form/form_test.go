package form_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/desk"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/form"
	"ruhu/internal/ui/kit"
)

func now() time.Time { return time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local) }

// drafts is a place for drafts in memory.
type drafts map[string]desk.Draft

func (d drafts) Draft(form, id string) (desk.Draft, bool, error) {
	x, ok := d[form+id]
	return x, ok, nil
}

func (d drafts) SaveDraft(form, id string, a survey.Answers) error {
	d[form+id] = desk.Draft{Form: form, ID: id, Answers: a, At: now()}
	return nil
}

func (d drafts) DropDraft(form, id string) error {
	delete(d, form+id)
	return nil
}

// world is a form in a window and what it saved.
type world struct {
	testing.TB
	form   *form.Form
	win    fyne.Window
	drafts drafts
	saved  []survey.Answers
	refuse error
}

func open(t testing.TB, table *survey.Table, a survey.Answers) *world {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.Theme{})
	x := &world{TB: t, win: test.NewTempWindow(t, kit.NewEntry()), drafts: drafts{}}
	x.begin(table, a)
	return x
}

// begin makes the form anew over the same drafts, as after a crash.
func (x *world) begin(table *survey.Table, a survey.Answers) {
	x.form = form.New(table, form.Options{Window: x.win, Now: now, Drafts: x.drafts, Save: func(a survey.Answers, anyway bool) error {
		if x.refuse != nil && !anyway {
			return x.refuse
		}
		x.saved = append(x.saved, a)
		return nil
	}})
	x.form.Load(a)
	x.win.SetContent(x.form.Content())
	x.win.Resize(fyne.NewSize(1000, 700))
	x.form.FocusFirst()
}

func (x *world) types(s string) {
	x.Helper()
	for _, r := range s {
		x.win.Canvas().Focused().TypedRune(r)
	}
}

func (x *world) press(keys ...fyne.KeyName) {
	x.Helper()
	for _, k := range keys {
		x.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestEveryKindHasAnInput(t *testing.T) {
	test.NewTempApp(t)
	for _, k := range survey.Kinds {
		t.Run(k.Name, func(t *testing.T) {
			if form.NewInput(survey.Field{Key: "x", Label: "x", Kind: k, List: "sex"}, form.Options{Now: now}) == nil {
				t.Error("no input")
			}
		})
	}
}

func TestEveryTableCanBeDrawnAndGivesBackWhatItWasGiven(t *testing.T) {
	for _, table := range survey.Tables {
		t.Run(table.Name, func(t *testing.T) {
			a := survey.Answers{"x_county": "本县自加", survey.InHousehold: "h1"}
			x := open(t, table, a)
			got := x.form.Answers()
			for k, v := range a {
				if got[k] != v {
					t.Errorf("%s came back as %q", k, got[k])
				}
			}
			if x.form.Changed() {
				t.Error("it counts as changed before anybody typed")
			}
		})
	}
}

func TestTypingAPersonFillsWhatFollowsFromTheNumber(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.types("古丽·阿不都热依木")
	x.form.Focus(survey.IDNo)
	x.types("53000020080415003X")
	x.press(fyne.KeyReturn)
	a := x.form.Answers()
	if a[survey.FullName] != "古丽·阿不都热依木" || a[survey.Born] != "2008-04-15" || a[survey.Age] != "18" || a[survey.Sex] == "" {
		t.Errorf("answers %v", a)
	}
	x.form.Save()
	if len(x.saved) != 1 || x.form.Changed() {
		t.Errorf("saved %d times, changed %v", len(x.saved), x.form.Changed())
	}
}

func TestWithoutANumberSexAndBirthAreAsked(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.types("𬭳")
	x.form.Focus(survey.Sex)
	x.types("2")
	x.form.Focus(survey.Born)
	x.types("2005.3")
	x.form.Save()
	if len(x.saved) != 1 || x.saved[0][survey.Sex] != "女" || x.saved[0][survey.Born] != "2005-03" {
		t.Errorf("saved %v", x.saved)
	}
}

func TestSaveGoesToTheFirstProblem(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.form.Focus(survey.IDNo)
	x.types("123")
	x.form.Save()
	if len(x.saved) != 0 {
		t.Fatal("a person without a name was saved")
	}
	x.types("㛃")
	if x.form.Answers()[survey.FullName] != "㛃" {
		t.Error("the keyboard is not on the name")
	}
	x.form.Save()
	if e, ok := x.win.Canvas().Focused().(*kit.IDEntry); !ok || e.Text != "123" {
		t.Errorf("then the keyboard is on %T", x.win.Canvas().Focused())
	}
}

func TestAQuestionIsAskedOnlyWhenItApplies(t *testing.T) {
	x := open(t, survey.Household, nil)
	x.form.Set(survey.HeadName, "王小明")
	x.form.Set(survey.Resettled, "是")
	x.form.Set("moved_from", "老寨")
	if x.form.Answers()["moved_from"] != "老寨" {
		t.Fatal("the answer is not there")
	}
	x.form.Set(survey.Resettled, "否")
	if v, there := x.form.Answers()["moved_from"]; there {
		t.Errorf("not asked any more, and still answered %q", v)
	}
}

func TestADraftSurvivesACrash(t *testing.T) {
	x := open(t, survey.Person, survey.Answers{survey.FullName: "王小明"})
	x.types("华")
	x.form.Focus(survey.IDNo)
	x.types("530000")
	x.begin(survey.Person, survey.Answers{survey.FullName: "王小明"})
	if got := x.form.Answers()[survey.FullName]; got != "王小明华" {
		t.Errorf("the name came back as %q", got)
	}
	x.form.Focus(survey.IDNo)
	x.types("2")
	x.form.Save()
	if e, ok := x.win.Canvas().Focused().(*kit.IDEntry); !ok || e.Text != "5300002" {
		t.Error("half an ID number was lost")
	}
}

func TestASavedFormLeavesNoDraft(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.types("阿依")
	if len(x.drafts) != 1 {
		t.Fatalf("%d drafts while typing", len(x.drafts))
	}
	x.form.Save()
	if len(x.drafts) != 0 {
		t.Error("the draft is still there")
	}
}

func TestLeavingAnUnsavedFormAsks(t *testing.T) {
	for _, row := range []struct {
		name  string
		keys  []fyne.KeyName
		left  bool
		saved int
	}{
		{"save", []fyne.KeyName{fyne.KeyReturn}, true, 1},
		{"throw away", []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn}, true, 0},
		{"stay", []fyne.KeyName{fyne.KeyEscape}, false, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			x := open(t, survey.Person, nil)
			x.types("阿依")
			left := false
			x.form.Leave(func() { left = true })
			x.press(row.keys...)
			if left != row.left || len(x.saved) != row.saved {
				t.Errorf("left %v, saved %d", left, len(x.saved))
			}
			if row.name == "throw away" && (len(x.drafts) != 0 || x.form.Changed()) {
				t.Error("something is left of it")
			}
		})
	}
}

func TestADoubtfulAnswerIsSavedOnceThePersonSaysSo(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.types("阿依")
	x.refuse = &desk.Refusal{Table: survey.Person, Problems: []survey.Problem{{Key: survey.FullName, Err: desk.ErrDouble.With("阿依"), Warn: true}}}
	x.form.Save()
	if len(x.saved) != 0 {
		t.Fatal("saved without asking")
	}
	x.press(fyne.KeyReturn)
	if len(x.saved) != 1 {
		t.Error("not saved after the person said so")
	}
}

func TestAFailedSaveKeepsEverything(t *testing.T) {
	x := open(t, survey.Person, nil)
	x.types("阿依")
	x.refuse = text.NewError("store.full").Because(errors.New("no space"))
	x.form.Save()
	x.press(fyne.KeyReturn)
	if !x.form.Changed() || len(x.drafts) != 1 {
		t.Error("what was typed is gone")
	}
}

func TestEnterLeadsThroughTheQuestionsToTheSaveButton(t *testing.T) {
	x := open(t, survey.Visit, survey.Answers{survey.VisitedOn: "2026-11-20"})
	seen := 0
	for range survey.Visit.Fields {
		if _, ok := x.win.Canvas().Focused().(*kit.Button); ok {
			break
		}
		if e, ok := x.win.Canvas().Focused().(*kit.Entry); ok && e.MultiLine {
			x.press(fyne.KeyTab)
		} else {
			x.press(fyne.KeyReturn)
		}
		seen++
	}
	asked := slices.DeleteFunc(slices.Clone(survey.Visit.Fields), func(f survey.Field) bool { return !f.Asked(survey.Answers{}) })
	if seen != len(asked) {
		t.Errorf("Enter led through %d questions of %d", seen, len(asked))
	}
}
