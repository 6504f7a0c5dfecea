package kit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

// lists makes a folder with a list, something that is none, and a folder with another list.
func lists(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "左门乡"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"名单.xlsx", "照片.png", "左门乡/毕叭村.CSV"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFileIsChosenByTheKeyboard(t *testing.T) {
	dir := lists(t)
	for _, row := range []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"the file", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "名单.xlsx"},
		{"within a folder", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "左门乡/毕叭村.CSV"},
		{"up again", []fyne.KeyName{fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDown, fyne.KeyReturn}, "名单.xlsx"},
	} {
		t.Run(row.name, func(t *testing.T) {
			w, got := show(t, kit.NewEntry()), ""
			kit.ChooseFile(w, "选", "打开", []string{".xlsx", ".csv"}, dir, func(path string) { got = path })
			press(t, w, row.keys...)
			if got != filepath.Join(dir, row.want) || w.Canvas().Overlays().Top() != nil {
				t.Errorf("chosen: %q", got)
			}
		})
	}
}

func TestEscapeClosesTheFileDialogs(t *testing.T) {
	w, told := show(t, kit.NewEntry()), []string{}
	done := func(path string) { told = append(told, path) }
	kit.ChooseFile(w, "选", "打开", []string{".xlsx"}, lists(t), done)
	if read := wordsOn(w.Canvas().Overlays().Top()); !strings.Contains(read, "名单.xlsx") || strings.Contains(read, "照片") {
		t.Errorf("the dialog reads %q", read)
	}
	press(t, w, fyne.KeyEscape)
	kit.ChooseFolder(w, "选", "就这里", t.TempDir(), done)
	press(t, w, fyne.KeyEscape)
	if len(told) != 2 || told[0]+told[1] != "" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("told %q", told)
	}
}

func TestAPathThatIsNotThereIsSaidAndTheDialogStays(t *testing.T) {
	w, got := show(t, kit.NewEntry()), ""
	dir := lists(t)
	kit.ChooseFile(w, "选", "打开", []string{".xlsx"}, filepath.Join(dir, "没有"), func(path string) { got = path })
	w.Canvas().FocusPrevious() // from the list to the places or the path above it
	for range 20 {
		if e, ok := w.Canvas().Focused().(*kit.Entry); ok {
			e.SetText(filepath.Join(dir, "没有.xlsx"))
			press(t, w, fyne.KeyReturn)
			if read := wordsOn(w.Canvas().Overlays().Top()); !strings.Contains(read, "没有找到这个") {
				t.Fatalf("the dialog reads %q", read)
			}
			e.SetText(filepath.Join(dir, "名单.xlsx"))
			press(t, w, fyne.KeyReturn)
			break
		}
		w.Canvas().FocusPrevious()
	}
	if got != filepath.Join(dir, "名单.xlsx") {
		t.Errorf("chosen: %q", got)
	}
}
