package papers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/paper"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/papers"
	"ruhu/internal/ui/uitest"
)

// desktop is the page with an output folder of its own.
func desktop(t *testing.T) (w *uitest.Window, folder string) {
	t.Helper()
	w = uitest.Sample(t, papers.New, "")
	folder = filepath.Join(t.TempDir(), "out")
	w.Prefs.SetString("papers.folder", folder)
	w.Page.Refresh()
	return w, folder
}

func files(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestEachPaperIsWrittenAsAPDFThatNamesNobody(t *testing.T) {
	w, folder := desktop(t)
	now := "paper.board"
	for i, key := range []string{"paper.board", "paper.roster", "paper.signin", "paper.cards"} {
		if key != now {
			w.Pick(text.T(now), text.T(key))
			now = key
		}
		w.Settle()
		w.Tap(text.T("papers.save"))
		w.Clean()
		got := files(t, folder)
		if len(got) != i+1 {
			t.Fatalf("%s: the folder holds %v", key, got)
		}
		if !strings.Contains(strings.Join(got, " "), text.T(key)) {
			t.Errorf("no file is named %s: %v", text.T(key), got)
		}
	}
	for _, name := range files(t, folder) {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) {
			t.Errorf("%s is no PDF: %v", name, err)
		}
	}
	noPerson(t, w, files(t, folder))
}

func noPerson(t *testing.T, w *uitest.Window, names []string) {
	t.Helper()
	classes, err := w.Desk.Classes()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := w.Desk.Roster(classes[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, name := range names {
			if strings.Contains(name, r.Person.Name()) || r.Person.IDNumber() != "" && strings.Contains(name, r.Person.IDNumber()) {
				t.Errorf("the file name %q tells of a person", name)
			}
		}
	}
}

func TestTheRosterIsPublicUnlessAskedOtherwiseAndTheInternalOneWarns(t *testing.T) {
	w, folder := desktop(t)
	w.Pick(text.T("paper.board"), text.T("paper.roster"))
	if strings.Contains(w.Text(), text.T("papers.inside.roster")) {
		t.Fatal("the public roster warns as if it were internal")
	}
	w.Tap(text.T("papers.save"))
	w.Page.(interface{ Focus() }).Focus()
	w.Win.Canvas().FocusNext()
	w.Type("2")
	w.Reads(text.T("papers.inside.roster"))
	w.Tap(text.T("papers.save"))
	all := strings.Join(files(t, folder), " ")
	for _, key := range []string{"papers.file.public", "papers.file.internal"} {
		if !strings.Contains(all, "_"+text.T(key)+"_") {
			t.Errorf("no roster is marked %s: %s", text.T(key), all)
		}
	}
}

func TestACharacterThatNoFontHasIsListedBeforeAnythingIsWritten(t *testing.T) {
	w, folder := desktop(t)
	classes, err := w.Desk.Classes()
	if err != nil {
		t.Fatal(err)
	}
	a := survey.Answers{}
	for k, v := range classes[0].Answers {
		a[k] = v
	}
	a["place"] = "左门\U0002FA1F村" // beyond every list of characters in use
	if _, err := w.Desk.SaveClass(classes[0].ID, a); err != nil {
		t.Fatal(err)
	}
	w.Page.Refresh()
	w.Reads("U+2FA1F")
	w.Tap(text.T("papers.save"))
	if got := files(t, folder); len(got) != 0 {
		t.Fatalf("written without asking: %v", got)
	}
	w.Tap(text.T("papers.missing.yes"))
	if got := files(t, folder); len(got) != 1 {
		t.Fatalf("the folder holds %v", got)
	}
}

func TestAPaperThatCannotBeMadeSaysWhyAndCannotBeSaved(t *testing.T) {
	w, _ := desktop(t)
	id, err := w.Desk.SaveClass("", survey.Answers{"name": "空班", "trade": "电工", "place": "左门村", "institution": "甲", "starts_on": "2026-12-01", "ends_on": "2026-12-02"})
	if err != nil {
		t.Fatal(err)
	}
	w.Visit(id)
	w.Pick(text.T("paper.board"), text.T("paper.roster"))
	w.Reads(text.T("paper.no_rows"))
}

func TestEnterOpensWhatWasMade(t *testing.T) {
	w, folder := desktop(t)
	w.Tap(text.T("papers.save"))
	w.Press(fyne.KeyReturn)
	if len(w.Opened) != 1 || filepath.Dir(w.Opened[0]) != folder {
		t.Fatalf("opened %v", w.Opened)
	}
}

func TestThePagesTurnAndGrowWithTheKeyboard(t *testing.T) {
	w, _ := desktop(t)
	w.Pick(text.T("paper.board"), text.T("paper.signin"))
	classes, err := w.Desk.Classes()
	if err != nil {
		t.Fatal(err)
	}
	sheets, _, err := w.Desk.Pages("signin", classes[0].ID, paper.Options{})
	if err != nil || sheets.Len() < 3 {
		t.Fatal("too few pages to turn", err)
	}
	pages := sheets.Len()
	for _, c := range w.Page.(page.Commander).Commands() {
		if c.Label == text.T("papers.look") {
			c.Do()
		}
	}
	w.Reads(text.T("papers.page.of", 1, pages))
	w.Press(fyne.KeyPageDown)
	w.Reads(text.T("papers.page.of", 2, pages))
	w.Press(fyne.KeyEnd)
	w.Reads(text.T("papers.page.of", pages, pages))
	w.Press(fyne.KeyPageDown, fyne.KeyHome)
	w.Reads(text.T("papers.page.of", 1, pages))
}
