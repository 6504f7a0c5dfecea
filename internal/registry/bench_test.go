package registry_test

import (
	"strconv"
	"testing"

	"ruhu/internal/registry"
	"ruhu/internal/survey"
)

// BenchmarkFactsFollow is what an import pays for each new person.
func BenchmarkFactsFollow(b *testing.B) {
	a := said(survey.FullName, "罗涛", survey.MinLiving, survey.Yes, survey.Extreme, survey.No, survey.AwayMonths, "9", survey.AwayPlace, "昆明市", survey.Tags, "返乡人员、妇女", survey.Political, "群众", survey.Employed, "就业")
	b.ReportAllocs()
	for range b.N {
		registry.FactsFollow(registry.TypePerson, "p", nil, a, nil, "2026-09-01", "防返贫监测系统")
	}
}

// BenchmarkDoubles looks through a township of 20,000.
func BenchmarkDoubles(b *testing.B) {
	var all []registry.Seen
	given := []string{"红", "军", "兰", "国平", "艳萍", "志强", "秀英", "建华", "文", "丽琼"}
	for i := range 20000 {
		name := []string{"罗", "张", "李", "杨", "王", "赵", "周", "普", "自", "由"}[i%10] + given[i/10%10] + given[i/100%10]
		all = append(all, registry.Seen{Village: strconv.Itoa(532325202201 + i%70), Person: person(strconv.Itoa(i), survey.FullName, name, survey.Born, strconv.Itoa(1950+i%60)+"-01-02")})
	}
	for range b.N {
		registry.Doubles(all)
	}
}
