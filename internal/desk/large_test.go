package desk_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"ruhu/internal/desk"
	"ruhu/internal/intake"
	"ruhu/internal/registry"
	"ruhu/internal/report"
	"ruhu/internal/survey"
	"ruhu/internal/testkit"
)

// township writes a register of many people to a file and closes it.
func township(b *testing.B, people int) (path string) {
	path = b.TempDir() + "/large.ruhu"
	d := must[*desk.Desk](b)(desk.Create(path, testkit.Passphrase, desk.Options{FastKDF: true}))
	var puts []intake.Put
	for i := range people {
		h := fmt.Sprintf("h%06d", i/4)
		if i%4 == 0 {
			puts = append(puts, intake.Put{Type: registry.TypeHousehold, ID: h, Fields: survey.Answers{
				survey.Village: fmt.Sprintf("53232520220%d", 1+i/4%5), survey.Group: "大平地小组", survey.HouseNo: fmt.Sprint(i / 4), survey.HeadName: "张伟"}})
		}
		puts = append(puts, intake.Put{Type: registry.TypePerson, ID: fmt.Sprintf("p%06d", i), Fields: survey.Answers{
			survey.InHousehold: h, survey.FullName: string([]rune("王李张刘陈杨赵黄周吴")[i%10]) + "春花", survey.IDNo: idNo(fmt.Sprintf("19%02d0%d%02d", i%90+10, i%9+1, i%28+1), fmt.Sprintf("%03d", i%1000)),
			survey.Relation: "户主", survey.Ethnic: "彝族", survey.Education: "初中", survey.Phone: fmt.Sprintf("154%08d", i), survey.Health: "健康",
			survey.Skill: "普通劳动力", survey.Employed: "务农", survey.MinLiving: "否", survey.Political: "群众"}})
	}
	must[int](b)(d.Write(context.Background(), "", "", slices.Values(puts), nil))
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkOpen20000People(b *testing.B) {
	path := township(b, 20_000)
	for b.Loop() {
		d := must[*desk.Desk](b)(desk.Open(path, testkit.Passphrase, desk.Options{FastKDF: true}))
		b.StopTimer()
		d.Close()
		b.StartTimer()
	}
}

func BenchmarkLedgerOf20000People(b *testing.B) {
	d := must[*desk.Desk](b)(desk.Open(township(b, 20_000), testkit.Passphrase, desk.Options{FastKDF: true}))
	defer d.Close()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			must[string](b)(d.SaveHousehold("h000000", survey.Answers{survey.HeadName: "张伟", survey.Address: fmt.Sprint(b.N)}))
			must[report.Table](b)(d.Ledger("lianghousheng", report.Filter{}))
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			must[report.Table](b)(d.Ledger("lianghousheng", report.Filter{Text: "张"}))
		}
	})
	b.Run("due", func(b *testing.B) {
		for b.Loop() {
			must[desk.Due](b)(d.Due())
		}
	})
}
