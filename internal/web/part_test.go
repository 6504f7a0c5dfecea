package web_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/sheet"
	"ruhu/internal/store"
	"ruhu/internal/survey"
	"ruhu/internal/text"
	"ruhu/internal/training"
	"ruhu/internal/xlsform"
)

// aFamily is a household with a person, a second record of that person, and what was noted of both.
func aFamily(t *testing.T) *desk {
	t.Helper()
	form := ownQuestions(t)
	things := []struct {
		typ, id string
		fields  map[string]string
	}{
		{registry.TypePerson, "p-1", map[string]string{survey.FullName: "古丽·阿不都热依木", survey.InHousehold: "h-1", survey.Relation: "户主", survey.IDNo: "530000199001010015"}},
		{registry.TypePerson, "p-2", map[string]string{survey.FullName: "古丽", survey.InHousehold: "h-1", survey.SameAs: "p-1"}},
		{registry.TypeFact, "f-1", map[string]string{survey.OfPerson: "p-1", survey.FactKind: "低保", survey.StartsOn: "2024-03", survey.EndsOn: "2025-03"}},
		{registry.TypeFact, "f-2", map[string]string{survey.OfPerson: "p-2", survey.FactKind: "就业", survey.StartsOn: "2026-01"}},
		{registry.TypeEvent, "e-1", map[string]string{survey.OfPerson: "p-1", survey.OfHousehold: "h-9", survey.ToHousehold: "h-1", survey.EventKind: "婚入", survey.EventOn: "2026-02-03", survey.EventData: `{"secret":1}`}},
		{registry.TypeFollowUp, "u-1", map[string]string{survey.OfPerson: "p-1", survey.FollowedOn: "2026-05-06"}},
		{registry.TypeQuestion, "q-1", map[string]string{survey.FormTitle: form.Title, survey.FormTable: registry.TypeHousehold, survey.FormRows: form.Rows()}},
		{registry.TypeHousehold, "h-1", map[string]string{"x_niu": "37", "x_ma": "41"}},
		{training.TypeEnrolment, "n-1", map[string]string{training.OfPerson: "p-1", training.OfClass: "c-1"}},
		{training.TypeClass, "c-1", map[string]string{training.ClassName: "刺绣班"}},
	}
	d, _ := photographed(t, func(e *store.Edit) error {
		for _, x := range things {
			if err := e.Put(x.typ, x.id, x.fields); err != nil {
				return err
			}
		}
		return nil
	})
	d.login()
	return d
}

// ownQuestions is a county's form of one question.
func ownQuestions(t *testing.T) xlsform.Form {
	t.Helper()
	path := filepath.Join(t.TempDir(), "niu.csv")
	if err := os.WriteFile(path, []byte("key,label,kind\nniu,养了几头牛,integer\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.ReadWithin(t.Context(), path, sheet.Standard)
	if err != nil {
		t.Fatal(err)
	}
	form, problems, err := xlsform.Read(book, xlsform.For(registry.TypeHousehold))
	if err != nil || len(form.Fields) != 1 {
		t.Fatal(form, problems, err)
	}
	return form
}

// inOrder tells whether words stand in a page one after the other.
func inOrder(page string, words ...string) bool {
	for _, w := range words {
		i := strings.Index(page, w)
		if i < 0 {
			return false
		}
		page = page[i+len(w):]
	}
	return true
}

func TestThePageOfAPersonListsAllThatHangsOnThem(t *testing.T) {
	_, page := aFamily(t).get("/records/person/p-1")
	if !inOrder(page, "/records/household/h-1", "2026-01 起", "/records/fact/f-2", "2024-03 至 2025-03", "/records/fact/f-1", "2026-02-03", "/records/event/e-1", "2026-05-06", "/records/followup/u-1", "刺绣班") ||
		!strings.Contains(page, "/records/person/p-2") || strings.Contains(page, "secret") || strings.Contains(page, "19900101") {
		t.Errorf("%s", page)
	}
}

func TestThePageOfAHouseholdNamesItsPeopleAndOwnQuestionsInWords(t *testing.T) {
	d := aFamily(t)
	_, page := d.get("/records/household/h-1")
	if !inOrder(page, "养了几头牛", "••••", "古丽·阿不都热依木 户主", "古丽（已并入）", "2026-02-03") || strings.Contains(page, "婚入") || strings.Contains(page, "<td>37") || strings.Contains(page, "<td>41") {
		t.Errorf("%s", page)
	}
	if _, full := d.get("/records/household/h-1?full=1"); !inOrder(full, "养了几头牛", "37") || !inOrder(full, "x_ma", "41") || !strings.Contains(full, "婚入") {
		t.Errorf("%s", full)
	}
}

func TestEveryTypeHasAListThatGoesOn(t *testing.T) {
	d, _ := photographed(t, func(e *store.Edit) error {
		for i := range 150 {
			id := string([]rune{'a' + rune(i/26), 'a' + rune(i%26)})
			if err := e.Put(registry.TypePerson, id, map[string]string{survey.FullName: "𬭳" + id, survey.IDNo: "530000199001010015"}); err != nil {
				return err
			}
		}
		return nil
	})
	d.login()
	if _, today := d.get("/"); !strings.Contains(today, `href="/records/person"`) {
		t.Error("the first page does not lead there")
	}
	_, first := d.get("/records/person")
	_, second := d.get("/records/person?after=dv")
	if strings.Count(first, "/records/person/") != 100 || !strings.Contains(first, "?after=dv") || strings.Count(second, "/records/person/") != 50 || strings.Contains(second, text.T("web.nextpage")) || strings.Contains(first, "1990") {
		t.Errorf("%d and %d: %s", strings.Count(first, "/records/person/"), strings.Count(second, "/records/person/"), second)
	}
}
