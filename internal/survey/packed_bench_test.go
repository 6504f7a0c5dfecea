package survey_test

import (
	"strconv"
	"testing"

	"ruhu/internal/survey"
)

// someone has what a person of a full register has: thirty answers.
func someone() survey.Answers {
	a := survey.Answers{
		survey.InHousehold: "h000017", survey.FullName: "古丽·阿不都热依木", survey.IDNo: "530000199805120023", survey.Relation: "之女", survey.Sex: "女", survey.Born: "1998-05-12",
		survey.Age: "28", survey.Ethnic: "彝族", survey.Phone: "15412345678", survey.Education: "初中", survey.Schooling: "", survey.School: "姚安县第二中学", survey.SchoolStage: "初中",
		survey.SchoolYear: "2014", survey.Health: "健康", survey.Skill: "普通劳动力", survey.AwayMonths: "9", survey.AwayPlace: "广东省东莞市", survey.AwayFirm: "某电子厂",
		survey.Destination: "外出务工", survey.MinLiving: "否", survey.Employed: "就业", survey.JobTrade: "电子装配", survey.JobIncome: "4200", survey.WantsTraining: "是", survey.Cert: "无",
		survey.TrainedYear: "2024", survey.Tags: "妇女、返乡人员", survey.AskedOn: "2026-09-01", survey.NameNote: "大姐", survey.YuluState: "已享受",
	}
	for k, v := range a {
		if v == "" {
			delete(a, k)
		}
	}
	return a
}

// BenchmarkPackedGet asks a person what the groups of a person are made of: keys that are there and keys that are not.
func BenchmarkPackedGet(b *testing.B) {
	p := survey.Pack(someone())
	keys := []string{survey.Tags, survey.HouseType, survey.Monitor, survey.AwayMonths, survey.Destination, survey.IDNo, survey.WorkerKind, survey.DisabilityKind, survey.DisabilityNo,
		survey.Health, survey.Employed, survey.Education, survey.SchoolYear, survey.Resettled, survey.Ethnic, survey.LeftOn}
	b.ReportMetric(float64(len(keys)), "keys/op")
	for b.Loop() {
		for _, k := range keys {
			_ = p.Get(k)
		}
	}
}

func BenchmarkPackAndUnpack(b *testing.B) {
	a, into := someone(), survey.Answers{}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"pack", func() { survey.Pack(a) }}, {"unpack", func() { survey.Pack(a).Unpack() }}, {"into", func() { survey.Pack(a).Into(into) }},
	} {
		b.Run(step.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				step.do()
			}
		})
	}
	b.Log("answers " + strconv.Itoa(len(a)))
}
