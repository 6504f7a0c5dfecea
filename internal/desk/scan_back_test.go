package desk_test

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/paper"
	"ruhu/internal/registry"
	"ruhu/internal/training"
)

// pictured prints a page of a paper and keeps it as a picture, as a scanner would.
func pictured(t *testing.T, d *desk.Desk, kind, class string, page int, o paper.Options) string {
	t.Helper()
	s, _, err := d.Pages(kind, class, o)
	if err != nil {
		t.Fatal(err)
	}
	img, err := s.Render(page, 150)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "scan.png")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return path
}

// planned is a class with one trainee and its sessions.
func planned(t *testing.T, d *desk.Desk) (class string) {
	t.Helper()
	class, people := classOf(t, d)
	if err := d.Enrol(class, people[:1]); err != nil {
		t.Fatal(err)
	}
	must[[]training.Session](t)(d.PlanSessions(class, nil))
	return class
}

func TestAScannedSignInSheetIsFiledWithTheSessionsOfItsDay(t *testing.T) {
	d, _ := sit(t)
	class := planned(t, d)
	path := pictured(t, d, "signin", class, 0, paper.Options{Date: "2026-11-21"})
	filed := must[[]desk.Filed](t)(d.FileScan(path))
	if len(filed) != 1 || filed[0].Err != nil || filed[0].Again || filed[0].Class.ID != class || filed[0].Page != 1 || len(filed[0].Sessions) == 0 {
		t.Fatalf("filed %+v", filed)
	}
	for _, s := range filed[0].Sessions {
		if s.Answers[training.HeldOn] != "2026-11-21" {
			t.Errorf("filed with the session of %s", s.Answers[training.HeldOn])
		}
		if all := must[[]registry.Record](t)(d.Attachments(s.ID)); len(all) != 1 {
			t.Errorf("%d attachments", len(all))
		}
	}
	again := must[[]desk.Filed](t)(d.FileScan(path))
	if !again[0].Again || len(must[[]registry.Record](t)(d.Attachments(filed[0].Sessions[0].ID))) != 1 {
		t.Errorf("the same picture was filed twice: %+v", again)
	}
}

func TestAScannedRosterIsFiledWithItsClassAndACardIsOnlyNamed(t *testing.T) {
	d, _ := sit(t)
	class := planned(t, d)
	filed := must[[]desk.Filed](t)(d.FileScan(pictured(t, d, "roster", class, 0, paper.Options{})))
	if len(filed) != 1 || filed[0].Err != nil || len(filed[0].Attachment) != 1 {
		t.Fatalf("filed %+v", filed)
	}
	if all := must[[]registry.Record](t)(d.Attachments(class)); len(all) != 1 {
		t.Errorf("%d attachments of the class", len(all))
	}
	card := must[[]desk.Filed](t)(d.FileScan(pictured(t, d, "cards", class, 0, paper.Options{})))
	if len(card) != 1 || card[0].Seat != 1 || len(card[0].Attachment) != 0 {
		t.Errorf("card %+v", card)
	}
}

func TestASheetOfAnotherRegisterIsNotFiled(t *testing.T) {
	here, _ := sit(t)
	planned(t, here)
	there, _ := sit(t)
	path := pictured(t, there, "roster", planned(t, there), 0, paper.Options{})
	filed := must[[]desk.Filed](t)(here.FileScan(path))
	if len(filed) != 1 || !errors.Is(filed[0].Err, desk.ErrStrange) {
		t.Fatalf("filed %+v", filed)
	}
}

func TestWhatIsNoPictureOfASheetSaysSo(t *testing.T) {
	d, _ := sit(t)
	path := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(path, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := d.FileScan(path); !errors.Is(err, desk.ErrNotPicture) {
		t.Error(err)
	}
}
