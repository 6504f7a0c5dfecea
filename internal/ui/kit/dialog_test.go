package kit_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/ui/kit"
)

func TestADialogKnowsEnterAndEscape(t *testing.T) {
	for _, row := range []struct {
		name   string
		danger bool
		keys   []fyne.KeyName
		yes    bool
	}{
		{"enter goes on", false, []fyne.KeyName{fyne.KeyReturn}, true},
		{"escape does not", false, []fyne.KeyName{fyne.KeyEscape}, false},
		{"enter on a danger goes back", true, []fyne.KeyName{fyne.KeyReturn}, false},
		{"arrow and enter on a danger", true, []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, true},
	} {
		t.Run(row.name, func(t *testing.T) {
			w := show(t, kit.NewEntry())
			answers := []bool{}
			kit.Ask(w, "题", "问", "好", row.danger, func(yes bool) { answers = append(answers, yes) })
			press(t, w, row.keys...)
			if len(answers) != 1 || answers[0] != row.yes || w.Canvas().Overlays().Top() != nil {
				t.Errorf("answers %v", answers)
			}
		})
	}
}

func TestWordsAskedForAreGivenOnEnter(t *testing.T) {
	w := show(t, kit.NewEntry())
	got := ""
	kit.AskWords(w, "题", "问", "提示", "好", func(s string) { got = s })
	types(t, w, "重复登记")
	press(t, w, fyne.KeyReturn)
	if got != "重复登记" {
		t.Errorf("got %q", got)
	}
}

func TestAnErrorWithoutWordsDoesNotShowItsInside(t *testing.T) {
	w := show(t, kit.NewEntry())
	d := kit.ShowError(w, errors.New("bolt: page 7 530000198005120010"))
	press(t, w, fyne.KeyReturn)
	if w.Canvas().Overlays().Top() != nil || d.Title == "" {
		t.Error("Enter does not close it")
	}
}
