package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/desk"
	"ruhu/internal/sample"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/page"
)

const pass = "一二三四五六七八"

func now() time.Time { return time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local) }

// world is the whole window over a real data file.
type world struct {
	*testing.T
	app   fyne.App
	w     *ui.Window
	path  string
	later []func()
}

func options() desk.Options { return desk.Options{Now: now, FastKDF: true} }

// start starts the program on path.
func start(t *testing.T, path string) *world {
	t.Helper()
	x := &world{T: t, app: test.NewTempApp(t), path: path}
	x.w = ui.New(x.app, ui.Options{
		Store: path, Alone: true, Now: now,
		Go:    func(work, then func()) { work(); then() },
		After: func(_ time.Duration, f func()) { x.later = append(x.later, f) },
		Make:  func(path, pass string) (*desk.Desk, error) { return desk.Create(path, pass, options()) },
		Load:  func(path, pass string) (*desk.Desk, error) { return desk.Open(path, pass, options()) },
	})
	x.w.Win.Resize(fyne.NewSize(1024, 740))
	t.Cleanup(x.w.Close)
	return x
}

// settle runs what was put off.
func (x *world) settle() {
	for n := 0; len(x.later) > 0 && n < 200; n++ {
		f := x.later[0]
		x.later = x.later[1:]
		f()
	}
}

func (x *world) types(s string) {
	x.Helper()
	for _, r := range s {
		f := x.w.Win.Canvas().Focused()
		if f == nil {
			x.Fatalf("nothing has the keyboard to type %q; the window reads:\n%s", s, x.text())
		}
		f.TypedRune(r)
	}
}

func (x *world) press(keys ...fyne.KeyName) {
	x.Helper()
	for _, k := range keys {
		f := x.w.Win.Canvas().Focused()
		if f == nil {
			x.Fatalf("nothing has the keyboard to press %s; the window reads:\n%s", k, x.text())
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
		x.settle()
	}
}

// save presses Ctrl+Enter.
func (x *world) save() {
	x.Helper()
	s, ok := x.w.Win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		x.Fatalf("%T knows no Ctrl+Enter", x.w.Win.Canvas().Focused())
	}
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	x.settle()
}

// menu does what a key of the main menu does.
func (x *world) menu(key fyne.KeyName, mod fyne.KeyModifier) {
	x.Helper()
	for _, m := range x.w.Win.MainMenu().Items {
		for _, i := range m.Items {
			if s, ok := i.Shortcut.(*desktop.CustomShortcut); ok && s.KeyName == key && s.Modifier == mod {
				i.Action()
				x.settle()
				return
			}
		}
	}
	x.Fatalf("no menu has %v", key)
}

// text is all that can be read.
func (x *world) text() string {
	var lines []string
	for _, layer := range append([]fyne.CanvasObject{x.w.Win.Canvas().Content()}, x.w.Win.Canvas().Overlays().List()...) {
		for _, o := range test.LaidOutObjects(layer) {
			if t, ok := o.(*canvas.Text); ok && t.Visible() {
				lines = append(lines, t.Text)
			}
		}
	}
	return strings.Join(lines, "\n")
}

func (x *world) reads(words ...string) {
	x.Helper()
	for _, s := range words {
		if !strings.Contains(strings.ReplaceAll(x.text(), "\n", ""), s) {
			x.Errorf("%q is nowhere to be read; the window says:\n%s", s, x.text())
		}
	}
}

// firstRun answers the three questions.
func (x *world) firstRun() {
	x.Helper()
	x.types("李明")
	x.press(fyne.KeyReturn)
	x.types("zmx")
	x.press(fyne.KeyReturn)
	x.types(pass)
	x.press(fyne.KeyReturn)
	x.types(pass)
	x.press(fyne.KeyReturn)
}

func TestTheFirstRunAsksThreeThingsAndIsDone(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	x.reads("登记册还是空的", "李明", "左门乡")
	s, err := x.w.Desk().Settings()
	if err != nil || s.Actor != "李明" || s.Township != "532325202" {
		t.Errorf("settings %+v, %v", s, err)
	}
}

func TestAPassphraseThatIsTooShortOrTypedWronglyIsRefused(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.types("李明")
	x.press(fyne.KeyReturn)
	x.types("zmx")
	x.press(fyne.KeyReturn)
	x.types("短")
	x.press(fyne.KeyReturn)
	x.types("短")
	x.press(fyne.KeyReturn)
	x.reads("口令太短")
	if _, err := os.Stat(x.path); err == nil {
		t.Error("a data file was made")
	}
}

func TestAWrongPassphraseIsSaidAndTheRightOneOpens(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.ruhu")
	made(t, path)
	x := start(t, path)
	x.types("不是这个口令啊")
	x.press(fyne.KeyReturn)
	if x.w.Desk() != nil || !strings.Contains(x.text(), "口令") {
		t.Fatalf("the window reads:\n%s", x.text())
	}
	x.types(pass)
	x.press(fyne.KeyReturn)
	x.reads("登记册还是空的")
}

func TestASecondProgramOnTheSameFileIsToldSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.ruhu")
	d := made(t, path)
	again, err := desk.Open(path, pass, options())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	_ = d
	x := start(t, path)
	x.types(pass)
	x.press(fyne.KeyReturn)
	if x.w.Desk() != nil {
		t.Fatal("two programs have the file open")
	}
	x.reads("已经")
}

func TestAFileThatIsNoRegisterIsSaidSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.ruhu")
	if err := os.WriteFile(path, []byte("这是一份普通的文字"), 0o600); err != nil {
		t.Fatal(err)
	}
	x := start(t, path)
	x.types(pass)
	x.press(fyne.KeyReturn)
	if b, _ := os.ReadFile(path); x.w.Desk() != nil || string(b) != "这是一份普通的文字" {
		t.Error("the file was opened or changed")
	}
}

// made makes an empty register and closes it.
func made(t *testing.T, path string) string {
	t.Helper()
	d, err := desk.Create(path, pass, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAHouseholdOfFourIsRegisteredByKeyboardAlone(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	x.menu(fyne.KeyN, fyne.KeyModifierControl)
	x.types("zm")
	x.press(fyne.KeyReturn)
	x.types("大平地小组")
	x.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	x.types("古丽·阿不都热依木")
	x.press(fyne.KeyReturn)
	x.types("13800001234")
	x.save()
	for i, p := range []struct{ name, id, relation string }{
		{"", "530000198005120010", ""}, {"㛃兰", "530000198211030024", "po"}, {"𬭳明", "53000020080415003X", "zz"}, {"𠮷花", "530000201208080041", "zn"},
	} {
		x.press(fyne.KeyReturn) // the button that adds the next one
		x.types(p.name)
		x.press(fyne.KeyReturn)
		x.types(p.id)
		x.press(fyne.KeyReturn, fyne.KeyReturn)
		if p.relation != "" {
			x.types(p.relation)
			x.press(fyne.KeyReturn)
		}
		x.save()
		if x.w.Win.Canvas().Overlays().Top() != nil {
			t.Fatalf("person %d was not saved at once; the window says:\n%s", i, x.text())
		}
	}
	x.reads("家庭成员 4 人", "㛃兰", "𬭳明", "𠮷花", "配偶", "之女")
	hit := x.w.Desk().Find("gulia", 5)
	if len(hit) != 1 {
		t.Fatalf("pinyin finds %d", len(hit))
	}
	members, err := x.w.Desk().Members(hit[0].Household)
	if err != nil || len(members) != 4 {
		t.Fatalf("%d members, %v", len(members), err)
	}
	if p := members[0]; p.Name() != "古丽·阿不都热依木" || p.Relation() != "户主" || p.Get(survey.Born) != "1980-05-12" {
		t.Errorf("the head is %v", p.Unpack())
	}
}

func TestSearchFindsWhileTypingAndEnterOpens(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	d := x.w.Desk()
	h, err := d.SaveHousehold("", survey.Answers{survey.HeadName: "尉迟乐", survey.Village: "532325202201"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SavePerson("", survey.Answers{survey.InHousehold: h, survey.FullName: "尉迟宁", survey.Relation: "之子"}, desk.Anyway("测试")); err != nil {
		t.Fatal(err)
	}
	x.settle()
	x.menu(fyne.KeyF, fyne.KeyModifierControl)
	x.types("ycn")
	x.reads("尉迟宁")
	x.press(fyne.KeyReturn)
	x.reads("基本情况", "看这一户")
}

func TestTheLastSaveCanBeTakenBackFromTheMenu(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	if _, err := x.w.Desk().SaveHousehold("", survey.Answers{survey.HeadName: "王小明"}); err != nil {
		t.Fatal(err)
	}
	x.settle()
	x.menu(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierAlt)
	if n := len(x.w.Desk().HouseholdIDs("")); n != 0 {
		t.Errorf("%d households are left", n)
	}
}

func TestFunctionKeysWorkWhereverTheKeyboardIs(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	x.menu(fyne.KeyN, fyne.KeyModifierControl)
	for range 3 { // a picker, then entries
		x.press(fyne.KeyF1)
		x.reads("Ctrl+F")
		x.press(fyne.KeyEscape, fyne.KeyReturn)
	}
}

func TestAnUnsavedFormIsAskedAboutBeforeThePageChanges(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	x.menu(fyne.KeyN, fyne.KeyModifierControl)
	x.press(fyne.KeyReturn)
	x.types("三组")
	x.menu("1", fyne.KeyModifierAlt)
	x.reads("还没有保存")
	x.press(fyne.KeyEscape)
	x.types("村")
	x.reads("登记新户")
}

func TestLockingClosesTheRegisterAndAsksAgain(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	x.menu(fyne.KeyL, fyne.KeyModifierControl)
	if x.w.Desk() != nil || x.w.Win.MainMenu() != nil {
		t.Fatal("it is still open")
	}
	x.types(pass)
	x.press(fyne.KeyReturn)
	x.reads("登记册还是空的")
}

func TestEveryPageFitsASmallScreenAtEveryTextSize(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.ruhu")
	d, err := sample.Create(path, pass, options())
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	x := start(t, path)
	x.types(pass)
	x.press(fyne.KeyReturn)
	for _, size := range kit.TextSizes {
		x.w.SetLook(kit.Theme{Text: size, Contrast: size == kit.SizeHuge})
		for n := '1'; n <= '9'; n++ {
			x.menu(fyne.KeyName(n), fyne.KeyModifierAlt)
			x.fits(string(n), size)
		}
		x.menu(fyne.KeyF, fyne.KeyModifierControl)
		x.types("jkamx") // 吉克·阿木呷
		x.press(fyne.KeyBackspace, fyne.KeyReturn)
		x.fits("person", size)
		x.menu(fyne.KeyH, fyne.KeyModifierControl)
		x.fits("household", size)
		x.menu(fyne.KeyM, fyne.KeyModifierControl)
		x.fits("form", size)
	}
}

// fits fails where the window needs more than 1024 by 700, or tells of an error.
func (x *world) fits(page, size string) {
	x.Helper()
	x.settle()
	if x.w.Win.Canvas().Overlays().Top() != nil {
		x.Errorf("page %s at %s tells of an error:\n%s", page, size, x.text())
		x.press(fyne.KeyReturn)
	}
	if m := x.w.Win.Content().MinSize(); m.Width > 1024 || m.Height > 700 {
		x.Errorf("page %s at %s needs %.0f by %.0f", page, size, m.Width, m.Height)
	}
}

func TestTheLanguageChosenIsSpokenAtTheNextStart(t *testing.T) {
	defer text.Use(text.Languages[0])
	for _, row := range []struct{ saved, asked, want string }{{"en", "", "en"}, {"en", "zh", "zh"}, {"", "", "zh"}, {"xx", "", "zh"}} {
		if err := text.Use(text.Languages[0]); err != nil {
			t.Fatal(err)
		}
		app := test.NewTempApp(t)
		app.Preferences().SetString(page.PrefLanguage, row.saved)
		ui.New(app, ui.Options{Store: filepath.Join(t.TempDir(), "none.ruhu"), Alone: true, Lang: row.asked})
		if got := text.Language(); got != row.want {
			t.Errorf("saved %q, asked for %q: it speaks %s", row.saved, row.asked, got)
		}
	}
}

func TestTheMenuSaysWhatUndoWouldTakeBack(t *testing.T) {
	x := start(t, filepath.Join(t.TempDir(), "r.ruhu"))
	x.firstRun()
	if _, err := x.w.Desk().SaveHousehold("", survey.Answers{survey.HeadName: "王小明"}); err != nil {
		t.Fatal(err)
	}
	x.settle()
	if label := x.w.Win.MainMenu().Items[1].Items[0].Label; !strings.Contains(label, "王小明") {
		t.Errorf("the menu says %q", label)
	}
	x.menu(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierAlt)
	if label := x.w.Win.MainMenu().Items[1].Items[1].Label; !strings.Contains(label, "王小明") {
		t.Errorf("after taking back the menu says %q", label)
	}
}

func TestALockedSampleTellsItsPassphrase(t *testing.T) {
	app := test.NewTempApp(t)
	path := filepath.Join(t.TempDir(), "s.ruhu")
	if err := os.WriteFile(path, []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	x := &world{T: t, app: app, w: ui.New(app, ui.Options{
		Store: path, Alone: true, Sample: true, Pass: "lianxi",
		Go:   func(work, then func()) { work(); then() },
		Load: func(string, string) (*desk.Desk, error) { return nil, errors.New("locked") },
	})}
	if read := x.text(); !strings.Contains(read, "lianxi") {
		t.Errorf("the window reads:\n%s", read)
	}
}
