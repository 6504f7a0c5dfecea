package report_test

import (
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/rules"
	"ruhu/internal/survey"
)

// BenchmarkGroupsOf is the largest cost of a ledger of many people.
func BenchmarkGroupsOf(b *testing.B) {
	var book *rules.Book
	groups := book.Groups(book.LeftSchool(day), day)
	h := registry.Household{ID: "h", Packed: survey.Pack(survey.Answers{survey.HouseType: "脱贫户", survey.Village: "532325202201", survey.Group: "三组", survey.HeadName: "由国平", survey.HouseNo: "5323250000012345"})}
	p := registry.Person{ID: "p", Packed: survey.Pack(survey.Answers{
		survey.InHousehold: "h", survey.FullName: "古丽·阿不都热依木", survey.IDNo: "530000199805120023", survey.Relation: "之女", survey.Sex: "女", survey.Born: "1998-05-12",
		survey.Age: "28", survey.Ethnic: "彝族", survey.Phone: "15412345678", survey.Education: "初中", survey.Health: "健康", survey.Skill: "普通劳动力", survey.AwayMonths: "9",
		survey.Destination: "外出务工", survey.Employed: "就业", survey.WantsTraining: "是", survey.AskedOn: "2026-09-01",
	})}
	b.ReportAllocs()
	for b.Loop() {
		groups.Of(p, h, day)
	}
}
