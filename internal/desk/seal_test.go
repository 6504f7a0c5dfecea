package desk_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/testkit"
	"ruhu/internal/text"
	"ruhu/internal/training"
)

// other is a second device that knows all that the first one does.
func other(t *testing.T, d *desk.Desk, now func() time.Time) *desk.Desk {
	t.Helper()
	o, err := desk.At(testkit.Store(t), desk.Options{Now: now, Actor: "普学珍"})
	if err != nil {
		t.Fatal(err)
	}
	deliver(t, d, o)
	return o
}

// deliver brings all changes of one device to another.
func deliver(t *testing.T, from, to *desk.Desk) {
	t.Helper()
	list, err := from.Store().Outbox(0, 100_000)
	if err == nil {
		err = to.Store().Apply(list, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func roster(t *testing.T, d *desk.Desk, class string) []training.Enrolment {
	t.Helper()
	return must[[]training.Enrolment](t)(d.Enrolments(class))
}

func noted(t *testing.T, d *desk.Desk, session, who, symbol string) training.Mark {
	t.Helper()
	return must[training.Mark](t)(d.Mark(session, who, symbol, 0, "点名", training.ByHand))
}

func TestNobodyIsMarkedBeforeLicenceAndBoardAreUp(t *testing.T) {
	d, _ := sit(t)
	class, people := classOf(t, d)
	if err := d.Enrol(class, people); err != nil {
		t.Fatal(err)
	}
	s := must[[]training.Session](t)(d.PlanSessions(class, nil))[0]
	who := roster(t, d, class)[0].ID
	_, err := d.Mark(s.ID, who, training.Present, 0, "", training.ByHand)
	if !errors.Is(err, training.ErrNotPosted) || training.KeyOf(err) != training.BoardPostedOn {
		t.Errorf("marked without board and licence: %v, field %q", err, training.KeyOf(err))
	}
	card := must[training.Class](t)(d.Class(class)).Code(training.CardCode, 1)
	if _, err := d.Scan(s.ID, card); !errors.Is(err, training.ErrNotPosted) {
		t.Errorf("scanned without board and licence: %v", err)
	}
	if n := len(must[[]training.Mark](t)(d.Marks(s.ID))); n > 0 {
		t.Errorf("%d marks", n)
	}
	post(t, d, class)
	noted(t, d, s.ID, who, training.Present)
}

func TestTwoDevicesThatMarkOneClassOfflineVerifyOnceTheyMeet(t *testing.T) {
	d, c, s, forward := taught(t)
	o := other(t, d, func() time.Time { return testkit.Start.Add(time.Minute) })
	in := roster(t, d, c.ID)
	noted(t, d, s.ID, in[0].ID, training.Present)
	forward(time.Minute)
	noted(t, d, s.ID, in[1].ID, training.Absent)
	noted(t, o, s.ID, in[2].ID, training.Present)
	noted(t, o, s.ID, in[1].ID, training.Present)
	deliver(t, d, o)
	deliver(t, o, d)
	for _, at := range []*desk.Desk{d, o} {
		v := must[desk.Verified](t)(at.VerifyClass(c.ID, ""))
		if !v.Agrees || v.Chain.Marks != 4 || len(v.Chain.Devices) != 2 || len(v.Chain.Breaks) > 0 {
			t.Errorf("%+v", v)
		}
	}
	head := func(at *desk.Desk) string { return must[training.Chain](t)(at.Chain(c.ID)).Head() }
	if head(d) != head(o) {
		t.Error("the two heads differ")
	}
	sealed := must[desk.Verified](t)(d.VerifyClass(c.ID, head(o)))
	if !sealed.Known {
		t.Error("the head of the other device is not known here")
	}
}

func TestADeviceRestoredFromAnOldBackupIsAForkThatVerifies(t *testing.T) {
	d, c, s, _ := taught(t)
	in := roster(t, d, c.ID)
	noted(t, d, s.ID, in[0].ID, training.Present)
	path := filepath.Join(t.TempDir(), "backup.ruhu")
	if err := d.Store().Backup(path); err != nil {
		t.Fatal(err)
	}
	noted(t, d, s.ID, in[1].ID, training.Present)
	clock := testkit.NewClock()
	clock.Add(time.Hour)
	old, err := desk.Open(path, testkit.Passphrase, desk.Options{Now: clock.Now, Actor: "李文忠", FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	noted(t, old, s.ID, in[2].ID, training.Present)
	deliver(t, d, old)
	v := must[desk.Verified](t)(old.VerifyClass(c.ID, ""))
	if !v.Agrees || v.Chain.Marks != 3 || len(v.Chain.Breaks) != 1 || v.Chain.Breaks[0].Kind != training.BreakFork {
		t.Fatalf("%+v", v.Chain)
	}
	noted(t, old, s.ID, in[2].ID, training.Late)
	if v := must[desk.Verified](t)(old.VerifyClass(c.ID, "")); !v.Agrees || len(v.Chain.Breaks) != 1 {
		t.Errorf("after the fork: %+v", v.Chain.Breaks)
	}
}

func TestTheSealOfAClassFindsAMarkThatIsTakenOutBehindItsBack(t *testing.T) {
	d, c, s, _ := taught(t)
	in := roster(t, d, c.ID)
	last := training.Mark{}
	for _, e := range in {
		last = noted(t, d, s.ID, e.ID, training.Present)
	}
	seal := must[desk.Ref](t)(sealRef(d.Seal(c.ID)))
	if again := must[desk.Ref](t)(sealRef(d.Seal(c.ID))); again != seal {
		t.Error("sealed twice over the same marks")
	}
	head := must[training.Chain](t)(d.Chain(c.ID)).Head()
	typed := strings.ToUpper(head[:8]) + " " + head[8:]
	if v := must[desk.Verified](t)(d.VerifyClass(c.ID, typed)); !v.Agrees || !v.Known || !v.Seals[0].Holds {
		t.Fatalf("%+v", v.Says)
	}
	if v := must[desk.Verified](t)(d.VerifyClass(c.ID, strings.Repeat("0", 64))); v.Agrees {
		t.Error("a head of another class passes")
	}
	if err := d.Store().Edit("某人", "", func(e *store.Edit) error { return e.Delete(training.TypeMark, last.ID) }); err != nil {
		t.Fatal(err)
	}
	v := must[desk.Verified](t)(d.VerifyClass(c.ID, head))
	if v.Agrees || v.Seals[0].Holds || !slices.ContainsFunc(v.Says, func(s string) bool { return strings.Contains(s, "封存时") }) {
		t.Errorf("%+v", v.Says)
	}
	if all := must[[]desk.Verified](t)(d.VerifyAll()); all[0].Class.ID != c.ID || all[0].Agrees {
		t.Error("the class that does not agree is not the first")
	}
}

func sealRef(r registry.Record, err error) (desk.Ref, error) {
	return desk.Ref{Type: r.Type, ID: r.ID}, err
}

func TestAStoredMarkThatWasChangedIsNamed(t *testing.T) {
	d, c, s, _ := taught(t)
	var made []training.Mark
	for _, e := range roster(t, d, c.ID) {
		made = append(made, noted(t, d, s.ID, e.ID, training.Absent))
	}
	if err := d.Store().Edit("某人", "", func(e *store.Edit) error {
		return e.Put(training.TypeMark, made[1].ID, map[string]string{training.MarkSymbol: training.Present})
	}); err != nil {
		t.Fatal(err)
	}
	v := must[desk.Verified](t)(d.VerifyClass(c.ID, ""))
	if v.Agrees || len(v.Chain.Breaks) != 1 || v.Chain.Breaks[0].Kind != training.BreakChanged || !slices.Equal(v.Chain.Breaks[0].Marks, []string{made[1].ID}) {
		t.Errorf("%+v", v.Chain.Breaks)
	}
	if _, err := d.Seal(c.ID); !errors.Is(err, desk.ErrNotWhole) {
		t.Errorf("sealed all the same: %v", err)
	}
	if flags := must[[]training.Break](t)(d.MarkFlags(s.ID)); len(flags) != 1 {
		t.Errorf("the page says %v", flags)
	}
}

func TestTheLastMarkIsTakenBackAndTheChainStaysWhole(t *testing.T) {
	d, c, s, _ := taught(t)
	in := roster(t, d, c.ID)
	for _, e := range in {
		noted(t, d, s.ID, e.ID, training.Absent)
	}
	must[string](t)(d.Undo())
	must[string](t)(d.Undo())
	must[string](t)(d.Redo())
	noted(t, d, s.ID, in[2].ID, training.Present)
	v := must[desk.Verified](t)(d.VerifyClass(c.ID, ""))
	if !v.Agrees || v.Chain.Marks != 3 || len(v.Chain.Breaks) > 0 {
		t.Errorf("%+v", v.Chain)
	}
}

func TestASealedMarkIsNotTakenBackAndNotDeleted(t *testing.T) {
	d, c, s, _ := taught(t)
	m := noted(t, d, s.ID, roster(t, d, c.ID)[0].ID, training.Absent)
	must[desk.Ref](t)(sealRef(d.Seal(c.ID)))
	if _, err := d.Undo(); !errors.Is(err, desk.ErrMarkStays) || text.Explain(err).Way == "" {
		t.Errorf("taken back: %v", err)
	}
	if err := d.Delete(training.TypeMark, m.ID, "误"); !errors.Is(err, desk.ErrMarkStays) {
		t.Errorf("deleted: %v", err)
	}
	if what := d.CanUndo(); strings.Contains(what, "考勤") {
		t.Errorf("what stays is in the way of what could be taken back: %s", what)
	}
	if v := must[desk.Verified](t)(d.VerifyClass(c.ID, "")); !v.Agrees {
		t.Errorf("%+v", v.Says)
	}
}

func TestMarksEnteredDaysLaterAreFlaggedOnThePage(t *testing.T) {
	d, c, s, forward := taught(t)
	in := roster(t, d, c.ID)
	noted(t, d, s.ID, in[0].ID, training.Present)
	forward(72 * time.Hour)
	noted(t, d, s.ID, in[1].ID, training.Present)
	noted(t, d, s.ID, in[2].ID, training.Present)
	forward(-48 * time.Hour)
	noted(t, d, s.ID, in[0].ID, training.Late)
	var kinds []string
	for _, b := range must[[]training.Break](t)(d.MarkFlags(s.ID)) {
		kinds = append(kinds, b.Kind)
	}
	if !slices.Equal(kinds, []string{training.BreakClock, training.BreakLate}) {
		t.Errorf("%v", kinds)
	}
}
