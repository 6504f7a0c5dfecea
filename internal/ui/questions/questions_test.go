package questions_test

import (
	"os"
	"path/filepath"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/ui/page"
	"ruhu/internal/ui/questions"
	"ruhu/internal/ui/uitest"
)

// form writes a table of questions, one of a kind that there is not.
func form(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "本县补充.csv")
	rows := "key,label,kind,list,ledger\nx_roof,屋顶材料,text,,是\nx_pigs,生猪头数,number,,\nx_odd,看不懂的,barcode,,\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFormIsShownBeforeItIsTakenIntoUse(t *testing.T) {
	x := uitest.Empty(t, questions.New, "")
	x.Reads("还没有县里自定的题目")
	x.Page.(page.Dropper).Drop([]string{form(t)})
	x.Clean()
	x.Reads("屋顶材料", "生猪头数", "没有照原样用上")
	if all, _ := x.Desk.Questions(); len(all) != 0 {
		t.Error("it is in use before anybody said so")
	}
	x.Tap("开始使用")
	x.Clean()
	x.Reads("屋顶材料", "在用")
	if _, ok := x.Desk.Table(registry.TypePerson).Field("x_roof"); !ok {
		t.Error("it is not asked")
	}
	x.Tap("停用")
	x.Clean()
	x.Reads("已停用")
	if f, ok := x.Desk.Table(registry.TypePerson).Field("x_roof"); ok && !f.Retired {
		t.Error("it is still asked")
	}
}
