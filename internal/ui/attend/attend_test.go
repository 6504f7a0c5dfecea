package attend_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/ui/attend"
	"ruhu/internal/ui/uitest"
)

// hall is the attendance page on today's session of the sample's running class.
type hall struct {
	*uitest.Window
	t       *testing.T
	class   training.Class
	session training.Session
	roster  []training.Enrolment
}

func newHall(t *testing.T) *hall {
	t.Helper()
	w := uitest.Sample(t, attend.New, "")
	h := &hall{Window: w, t: t}
	classes, err := w.Desk.Classes()
	must(t, err)
	h.class = classes[0]
	sessions, err := w.Desk.Sessions(h.class.ID)
	must(t, err)
	i := slices.IndexFunc(sessions, func(s training.Session) bool {
		return s.Answers[training.HeldOn] == uitest.Now.Format("2006-01-02") && s.Half() == training.Morning
	})
	if i < 0 {
		t.Fatal("the sample's running class does not meet on the morning of the tests")
	}
	h.session = sessions[i]
	h.roster, err = w.Desk.Enrolments(h.class.ID)
	must(t, err)
	return h
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (h *hall) marks() []training.Mark {
	h.t.Helper()
	marks, err := h.Desk.Marks(h.session.ID)
	must(h.t, err)
	return marks
}

// now is what counts for the trainee at row i.
func (h *hall) now(i int) training.Mark { return training.Current(h.marks())[h.roster[i].ID] }

func (h *hall) scan(code string) {
	h.t.Helper()
	h.Type(code)
	h.Press(fyne.KeyReturn)
	h.Settle()
}

func (h *hall) card(i int) string { return h.class.Code(training.CardCode, h.roster[i].Seat()) }

func (h *hall) name(i int) string {
	p, err := h.Desk.Person(h.roster[i].PersonID())
	must(h.t, err)
	return p.Name()
}

func TestAScannedCardNotesItsOwnerAsPresentAndSaysTheName(t *testing.T) {
	h := newHall(t)
	h.scan(h.card(2))
	if m := h.now(2); m.Symbol != training.Present || m.Way != training.ByScan {
		t.Fatalf("noted %+v", m)
	}
	h.Reads(training.Present, h.name(2))
	h.scan(h.card(2))
	h.Reads(text.T("attend.already"))
	if n := len(h.marks()); n != 1 {
		t.Fatalf("two scans of one card made %d marks", n)
	}
	h.Clean()
}

func TestEachScanThatNotesNobodySaysWhy(t *testing.T) {
	other := training.Class{}
	for _, c := range []struct{ name, code, says string }{
		{"a number of another kind", "6901234567892", "training.not_code"},
		{"a code that was misread", "", "training.code_check"},
		{"another class's card", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHall(t)
			switch c.name {
			case "a code that was misread":
				c.code = h.card(0)[:14] + string('0'+(h.card(0)[14]-'0'+1)%10)
			case "another class's card":
				classes, err := h.Desk.Classes()
				must(t, err)
				other = classes[1]
				c.code = other.Code(training.CardCode, 1)
			}
			h.scan(c.code)
			if n := len(h.marks()); n != 0 {
				t.Fatalf("%d marks were made", n)
			}
			if c.says != "" {
				h.Reads(text.T(c.says))
			} else {
				h.Reads(other.Name())
			}
		})
	}
}

func TestOneLetterNotesTheRowAndGoesToTheNext(t *testing.T) {
	h := newHall(t)
	h.Type("d")
	h.Settle()
	h.Type("b")
	h.Settle()
	if a, b := h.now(0).Symbol, h.now(1).Symbol; a != training.Present || b != training.Absent {
		t.Fatalf("noted %q and %q", a, b)
	}
}

func TestAForeignCodeThatBeginsWithASymbolsLetterNotesNobody(t *testing.T) {
	h := newHall(t)
	h.scan("dzbj://card/778899001122334455")
	if n := len(h.marks()); n != 0 {
		t.Fatalf("%d marks were made", n)
	}
}

func TestTheWordOfASymbolTypedByAnInputMethodIsTheSymbol(t *testing.T) {
	h := newHall(t)
	h.Type("到")
	h.Settle()
	if got := h.now(0).Symbol; got != training.Present {
		t.Fatalf("noted %q", got)
	}
}

func TestLatenessAsksForMinutes(t *testing.T) {
	h := newHall(t)
	h.Type("c")
	h.Settle()
	h.Type("12")
	h.Press(fyne.KeyReturn)
	h.Type("路远")
	h.Press(fyne.KeyReturn)
	h.Settle()
	if m := h.now(0); m.Symbol != training.Late || m.Minutes != 12 || m.Reason != "路远" {
		t.Fatalf("noted %+v", m)
	}
}

func TestACorrectionWantsAReasonAndKeepsWhatWasNoted(t *testing.T) {
	h := newHall(t)
	h.Type("d")
	h.Settle()
	h.Press(fyne.KeyUp)
	h.Type("b")
	h.Settle()
	h.Press(fyne.KeyReturn) // no reason yet: not taken
	if got := h.now(0).Symbol; got != training.Present {
		t.Fatalf("corrected to %q without a reason", got)
	}
	h.Type("登记错了")
	h.Press(fyne.KeyReturn)
	h.Settle()
	if m := h.now(0); m.Symbol != training.Absent || m.Reason != "登记错了" || len(m.Corrects) != 1 {
		t.Fatalf("noted %+v", m)
	}
	if n := len(h.marks()); n != 2 {
		t.Fatalf("%d marks are kept", n)
	}
	h.Press(fyne.KeyUp, fyne.KeyReturn)
	h.Settle()
	h.Reads(text.T("attend.history.corrected"), text.T("attend.history.stands"))
}

func TestEscapeLeavesACorrectionUndone(t *testing.T) {
	h := newHall(t)
	h.scan(h.card(0))
	h.Type("b")
	h.Settle()
	h.Press(fyne.KeyEscape)
	h.scan(h.card(1))
	if a, b := h.now(0).Symbol, h.now(1).Symbol; a != training.Present || b != training.Present {
		t.Fatalf("noted %q and %q", a, b)
	}
}

func TestACardScannedIntoAnOpenQuestionIsTheNextTrainee(t *testing.T) {
	h := newHall(t)
	h.Type("j")
	h.Settle()
	h.scan(h.card(3))
	if a, b := h.now(0).Symbol, h.now(3).Symbol; a != "" || b != training.Present {
		t.Fatalf("noted %q and %q", a, b)
	}
}

func TestASeatNumberAndAPieceOfANameGoToTheRow(t *testing.T) {
	h := newHall(t)
	h.scan("6")
	h.Type("d")
	h.Settle()
	if got := h.now(5).Symbol; got != training.Present {
		t.Fatalf("seat 6 was noted %q", got)
	}
	h.scan(string([]rune(h.name(8))))
	h.Type("d")
	h.Settle()
	if got := h.now(8).Symbol; got != training.Present {
		t.Fatalf("%s was noted %q", h.name(8), got)
	}
	h.scan("没有这个人")
	h.Reads(text.T("attend.not_found", "没有这个人"))
}

func TestTheRestIsNotedOnlyAfterAQuestion(t *testing.T) {
	h := newHall(t)
	h.scan(h.card(0))
	h.Tap(text.T("attend.rest.absent"))
	if n := len(h.marks()); n != 1 {
		t.Fatalf("%d marks before the answer", n)
	}
	h.Tap(text.T("attend.rest.yes", training.Absent))
	h.Settle()
	if n := len(h.marks()); n != len(h.roster) {
		t.Fatalf("%d marks for %d people", n, len(h.roster))
	}
	if h.now(0).Symbol != training.Present || h.now(1).Symbol != training.Absent {
		t.Fatal("who was noted already was noted again")
	}
}

func TestWithoutAClassThePageSaysWhatToDo(t *testing.T) {
	w := uitest.Empty(t, attend.New, "")
	w.Reads(text.T("attend.no_class"))
	w.Tap(text.T("attend.to_class"))
	if len(w.Shown) != 1 {
		t.Fatalf("went to %v", w.Shown)
	}
}

func TestDigitsThatComeAfterEnterBelongToTheCard(t *testing.T) {
	h := newHall(t)
	card := h.card(0)
	h.Type(card[:9])
	h.Press(fyne.KeyReturn)
	h.Type(card[9:]) // an input method held them back
	h.Settle()
	if m := h.now(0); m.Symbol != training.Present || m.Way != training.ByScan {
		t.Errorf("noted %+v", m)
	}
	if n := len(h.marks()); n != 1 {
		t.Errorf("%d marks, want 1", n)
	}
}

func TestACardIsReadByItsLastDigitAndItsEnterIsNothingNew(t *testing.T) {
	h := newHall(t)
	h.Type(h.card(0))
	if m := h.now(0); m.Symbol != training.Present || m.Way != training.ByScan {
		t.Fatalf("before Enter: %+v", m)
	}
	h.Press(fyne.KeyReturn)
	h.Settle()
	if n := len(h.marks()); n != 1 {
		t.Errorf("%d marks, want 1", n)
	}
	h.Type(h.card(1))
	h.Settle()
	if m := h.now(1); m.Symbol != training.Present {
		t.Errorf("the next card: %+v", m)
	}
}
