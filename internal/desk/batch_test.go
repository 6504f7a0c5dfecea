package desk_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
)

// manyPuts are the records of a list of so many people, four to a household, one in four with 低保.
func manyPuts(people int) []intake.Put {
	var puts []intake.Put
	for i := range people {
		h := fmt.Sprintf("0190%04x-0000-7000-8000-%012x", i/4/65536, i/4)
		if i%4 == 0 {
			puts = append(puts, intake.Put{Type: registry.TypeHousehold, ID: h, Fields: survey.Answers{
				survey.Village: "532325202201", survey.Group: "一组", survey.HouseNo: fmt.Sprint(i / 4), survey.HeadName: "张伟", survey.HouseType: "脱贫户"}})
		}
		puts = append(puts, intake.Put{Type: registry.TypePerson, ID: fmt.Sprintf("0191%04x-0000-7000-8000-%012x", i/65536, i), Fields: survey.Answers{
			survey.InHousehold: h, survey.FullName: string([]rune("王李张刘陈杨赵黄周吴")[i%10]) + "春花", survey.IDNo: idNo(fmt.Sprintf("19%02d0%d%02d", i%90+10, i%9+1, i%28+1), fmt.Sprintf("%03d", i%1000)),
			survey.Relation: "户主", survey.Ethnic: "彝族", survey.Education: "初中", survey.Phone: fmt.Sprintf("154%08d", i), survey.Health: "健康",
			survey.Skill: "普通劳动力", survey.Employed: "务农", survey.MinLiving: []string{"否", "否", "否", "是"}[i%4], survey.Political: "群众",
			survey.AwayMonths: "6", survey.AwayPlace: "广东省东莞市"}})
	}
	return puts
}

func BenchmarkImportAndUndoOf50000People(b *testing.B) {
	puts := manyPuts(50_000)
	for b.Loop() {
		d := must[*desk.Desk](b)(desk.Create(b.TempDir()+"/many.ruhu", testkit.Passphrase, desk.Options{FastKDF: true}))
		b.Run("write", func(b *testing.B) {
			for range b.N {
				must[int](b)(d.Write(context.Background(), "导入", "", slices.Values(puts), nil))
			}
		})
		heap(b, "written")
		b.Run("undo", func(b *testing.B) {
			for range b.N {
				must[string](b)(d.Undo())
			}
		})
		heap(b, "undone")
		d.Close()
	}
}

func heap(b *testing.B, what string) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.Logf("%s: heap %d MB, from the system %d MB", what, m.HeapAlloc>>20, m.Sys>>20)
}
