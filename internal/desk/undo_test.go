package desk_test

import (
	"errors"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/registry"
	"ruhu/internal/store"
	"ruhu/internal/survey"
)

func ethnic(t *testing.T, d *desk.Desk, id string) string {
	t.Helper()
	return must[registry.Person](t)(d.Person(id)).Get(survey.Ethnic)
}

func TestUndoAndRedoAreNewChanges(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	form := somebody(h, "张三", idNo("19900101", "001"))
	id := must[string](t)(d.SavePerson("", form))
	form[survey.Ethnic] = "汉族"
	must[string](t)(d.SavePerson(id, form))
	before := d.Store().LastLSN()

	must[string](t)(d.Undo())
	if got := ethnic(t, d, id); got != "彝族" {
		t.Errorf("after undo %s", got)
	}
	must[string](t)(d.Undo())
	if _, err := d.Person(id); !errors.Is(err, desk.ErrGone) || len(d.Find("zhangsan", 0)) != 1 {
		t.Errorf("undoing the making of a person: %v", err)
	}
	must[string](t)(d.Redo())
	must[string](t)(d.Redo())
	if got := ethnic(t, d, id); got != "汉族" {
		t.Errorf("after redo %s", got)
	}
	if got := must[[]desk.Conflict](t)(d.Conflicts()); len(got) != 0 {
		t.Errorf("undo and redo left conflicts: %+v", got)
	}
	if after := d.Store().LastLSN(); after <= before {
		t.Errorf("nothing was written: %d, %d", before, after)
	}
	if _, err := d.Redo(); !errors.Is(err, desk.ErrNothingUndone) {
		t.Errorf("redo beyond the end: %v", err)
	}
}

func TestUndoLeavesWhatOthersChangedSince(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	form := somebody(h, "张三", idNo("19900101", "001"))
	id := must[string](t)(d.SavePerson("", form))
	form[survey.Ethnic], form[survey.Education] = "汉族", "高中"
	must[string](t)(d.SavePerson(id, form))
	err := d.Store().Edit("县级", "", func(e *store.Edit) error {
		return e.Put(registry.TypePerson, id, map[string]string{survey.Ethnic: "回族"})
	})
	if err != nil {
		t.Fatal(err)
	}
	must[string](t)(d.Undo())
	p := must[registry.Person](t)(d.Person(id))
	if p.Get(survey.Ethnic) != "回族" || p.Get(survey.Education) != "初中" {
		t.Errorf("ethnic %s, education %s", p.Get(survey.Ethnic), p.Get(survey.Education))
	}
}

func TestADeletionIsTakenBackWithWhatWentWithIt(t *testing.T) {
	d, _ := sit(t)
	h := household(t, d, zuomen, "001", "张三")
	id := must[string](t)(d.SavePerson("", somebody(h, "张三", idNo("19900101", "001"))))
	must[string](t)(d.SaveWish("", survey.Answers{survey.OfPerson: id, survey.WishedOn: "2026-11-01", survey.WishText: "学厨师", survey.Trade1: "中式烹调师"}))
	if err := d.Delete(registry.TypePerson, id, "重复"); err != nil {
		t.Fatal(err)
	}
	if left := must[[]registry.Wish](t)(d.Wishes("")); len(left) != 0 {
		t.Errorf("%d wishes of nobody", len(left))
	}
	must[string](t)(d.Undo())
	if got := must[registry.Person](t)(d.Person(id)); got.Name() != "张三" || d.Size(h) != 1 {
		t.Errorf("came back as %q, %d people", got.Name(), d.Size(h))
	}
	if left := must[[]registry.Wish](t)(d.Wishes(id)); len(left) != 1 {
		t.Errorf("%d wishes came back", len(left))
	}
}
