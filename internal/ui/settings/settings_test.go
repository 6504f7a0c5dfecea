package settings_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ruhu/internal/desk"
	"ruhu/internal/text"
	"ruhu/internal/ui/kit"
	"ruhu/internal/ui/settings"
	"ruhu/internal/ui/uitest"
)

func TestTheNameOfWhoWorksHereIsKept(t *testing.T) {
	w := uitest.Sample(t, settings.New, "")
	w.Press(fyne.KeyEnd)
	w.Type("古丽·阿不都热依木")
	w.Tap(text.T("settings.save"))
	w.Clean()
	s, err := w.Desk.Settings()
	if err != nil {
		t.Fatal(err)
	}
	if s.Actor != "古丽·阿不都热依木" {
		t.Fatalf("kept %q", s.Actor)
	}
	if s.Township == "" {
		t.Fatal("saving the name lost the township")
	}
}

func TestWithoutANameNothingIsSaved(t *testing.T) {
	w := uitest.Empty(t, settings.New, "")
	w.Tap(text.T("settings.save"))
	if len(w.Said) != 1 || w.Said[0] != text.T("settings.name.missing") {
		t.Fatalf("said %v", w.Said)
	}
}

func TestABackupOpensWithTheSamePassphraseAndHoldsTheSame(t *testing.T) {
	w := uitest.Sample(t, settings.New, "")
	folder := filepath.Join(t.TempDir(), "stick")
	w.Prefs.SetString("backup.folder", folder)
	w.Page = settings.New(w.Deps)
	w.Visit("")
	w.Tap(text.T("settings.backup.now"))
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Fatalf("the folder holds %v: %v", entries, err)
	}
	copied := filepath.Join(folder, entries[0].Name())
	w.Reads(copied)
	d, err := desk.Open(copied, uitest.Pass, desk.Options{FastKDF: true})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if a, b := len(d.HouseholdIDs("")), len(w.Desk.HouseholdIDs("")); a != b || a == 0 {
		t.Fatalf("the backup has %d households, the register %d", a, b)
	}
}

func TestABackupThatCannotBeWrittenSaysSo(t *testing.T) {
	w := uitest.Sample(t, settings.New, "")
	file := filepath.Join(t.TempDir(), "no folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Prefs.SetString("backup.folder", file)
	w.Page = settings.New(w.Deps)
	w.Visit("")
	w.Tap(text.T("settings.backup.now"))
	w.Reads(text.T("settings.backup.folder.bad", file))
}

func TestTheTrainingSampleKeepsItsPassphrase(t *testing.T) {
	w := uitest.Sample(t, settings.New, "")
	w.Deps.Sample = true
	w.Page = settings.New(w.Deps)
	w.Visit("")
	w.Reads(text.T("settings.pass.sample"))
	for _, o := range test.LaidOutObjects(w.Win.Canvas().Content()) {
		if e, ok := o.(*kit.Entry); ok && e.Password {
			t.Error("a passphrase is asked for")
		}
	}
}

func TestTheNewPassphraseOpensTheRegister(t *testing.T) {
	for _, c := range []struct{ name, old, one, again, says string }{
		{"wrong old one", "不是这个口令", "新的口令要长一些", "新的口令要长一些", "vault.passphrase"},
		{"too short", uitest.Pass, "短", "短", ""},
		{"typed differently", uitest.Pass, "新的口令要长一些", "新的口令要长一点", "settings.pass.unlike"},
		{"all right", uitest.Pass, "新的口令要长一些", "新的口令要长一些", "settings.pass.changed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := uitest.Empty(t, settings.New, "")
			fill(w, c.old, c.one, c.again)
			if c.says == "" {
				w.Reads(text.T("settings.pass.short", 8))
			} else {
				w.Reads(text.T(c.says))
			}
			copied := filepath.Join(t.TempDir(), "copy.ruhu")
			if err := w.Desk.Store().Backup(copied); err != nil {
				t.Fatal(err)
			}
			want := uitest.Pass
			if c.name == "all right" {
				want = c.one
			}
			d, err := desk.Open(copied, want, desk.Options{FastKDF: true})
			if err != nil {
				t.Fatalf("%q does not open it: %v", want, err)
			}
			d.Close()
		})
	}
}

// fill types the three passphrases and presses the button.
func fill(w *uitest.Window, old, one, again string) {
	for range 40 { // to the first of the three by Tab
		if w.At() == text.T("settings.pass.old") {
			break
		}
		w.Win.Canvas().FocusNext()
	}
	w.Type(old)
	w.Press(fyne.KeyReturn)
	w.Type(one)
	w.Press(fyne.KeyReturn)
	w.Type(again)
	w.Press(fyne.KeyReturn)
	w.Settle()
}
