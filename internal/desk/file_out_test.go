package desk_test

import (
	"path/filepath"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/sample"
	"ruhu/internal/sheet"
	"ruhu/internal/testkit"
	"ruhu/internal/training"
)

func TestAnApplicationThatIsWrittenIsReadAgainAsTheSameClass(t *testing.T) {
	d := sampled(t)
	classes, err := d.Classes()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range classes {
		path := filepath.Join(t.TempDir(), "开班申请.xlsx")
		if err := d.File(c.ID, path); err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Read(path)
		if err != nil || len(book.Sheets) != 6 {
			t.Fatalf("%d sheets, %v", len(book.Sheets), err)
		}
		knows, err := d.PlanImport(path)
		if err != nil || knows.Kind != intake.Classes || !knows.Class.Known || knows.Class.ID != c.ID {
			t.Fatalf("%v %v", knows.Class, err)
		}
		if len(knows.Class.Diffs) != 0 || len(knows.Class.Kept) != 0 {
			t.Errorf("%s: would change %v, keeps %v", c.Name(), knows.Class.Diffs, knows.Class.Kept)
		}
		if knows.New != 0 || knows.Changed != 0 || knows.Same == 0 {
			t.Errorf("%s: %d new, %d changed, %d the same", c.Name(), knows.New, knows.Changed, knows.Same)
		}
		elsewhere(t, c, path, knows.Same)
	}
}

// elsewhere reads the application into a register that knows nobody.
func elsewhere(t *testing.T, c training.Class, path string, people int) {
	d, err := desk.At(testkit.Store(t), desk.Options{Now: testkit.NewClock().Now, Actor: "县"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.PlanImport(path)
	if err != nil || p.Kind != intake.Classes || p.Class.Known {
		t.Fatalf("%v %v", p.Class, err)
	}
	if p.New != people {
		t.Errorf("%d people, want %d", p.New, people)
	}
	for _, key := range []string{training.ClassName, training.ClassNo, training.Trade, training.Level, training.Hours, training.TheoryHours, training.StartsOn, training.EndsOn,
		training.Halves, training.DailyTime, training.Target, training.Place, training.RoomSize, training.Measures, training.Institution, training.InstitutionCode, training.Licence,
		training.Manager, training.ManagerUnit, training.ManagerPhone, training.Supervisor, training.SupervisorPhone, training.Resources, training.AssessPlan, training.Assessor} {
		if got, want := p.Class.Answers[key], c.Answers[key]; got != want {
			t.Errorf("%s: %q, was %q", key, got, want)
		}
	}
}

func sampled(t *testing.T) *desk.Desk {
	t.Helper()
	d, err := desk.At(testkit.Store(t), desk.Options{Now: testkit.NewClock().Now, Actor: "李文忠"})
	if err == nil {
		err = sample.Fill(d)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAnApplicationIsAWorkbook(t *testing.T) {
	d := sampled(t)
	classes, err := d.Classes()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.File(classes[0].ID, filepath.Join(t.TempDir(), "开班申请.pdf")); err == nil {
		t.Error("written as a PDF")
	}
}
